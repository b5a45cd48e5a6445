//! Words of a statement and what two statements differ in: what findings underline and quote.

use std::ops::Range;

use crate::text::fold;

/// Every word: a run of letters or digits, with the marks that stand inside one (`team's`, `e-mail`, `C++` without its
/// plus signs).
pub fn words(text: &str) -> Vec<Range<usize>> {
    if text.is_ascii() {
        return ascii_words(text.as_bytes());
    }
    let mut words: Vec<Range<usize>> = Vec::with_capacity(text.len() / LETTERS);
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        let joins = inside && is_joint(letter) && text[at + letter.len_utf8()..].starts_with(char::is_alphanumeric);
        if letter.is_alphanumeric() || joins {
            let end = at + letter.len_utf8();
            match words.last_mut() {
                Some(word) if inside => word.end = end,
                _ => words.push(at..end),
            }
            inside = true;
        } else {
            inside = false;
        }
    }
    words
}

/// The same for most texts, with less work.
fn ascii_words(text: &[u8]) -> Vec<Range<usize>> {
    let mut words = Vec::with_capacity(text.len() / LETTERS + 1);
    each_ascii_word(text, |word| words.push(word));
    words
}

fn each_ascii_word(text: &[u8], mut tell: impl FnMut(Range<usize>)) {
    let is_letter = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let joins = |at: usize| text.get(at).is_some_and(|letter| is_joint(char::from(*letter))) && is_letter(at + 1);
    let mut at = 0;
    while at < text.len() {
        let start = at;
        while is_letter(at) || at > start && joins(at) {
            at += 1;
        }
        if at > start {
            tell(start..at);
        }
        at += 1;
    }
}

/// About how many bytes a word has, with the space behind it.
const LETTERS: usize = 5;

fn is_joint(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '-' | '‑')
}

/// A statement as it is compared: its words, folded.
pub fn key(text: &str) -> String {
    let is_ascii = text.is_ascii();
    let mut key = String::with_capacity(text.len());
    let mut push = |word: Range<usize>| {
        key.push_str(if key.is_empty() { "" } else { " " });
        if is_ascii {
            key.push_str(&text[word]);
        } else {
            key.push_str(&fold(&text[word]));
        }
    };
    if is_ascii {
        each_ascii_word(text.as_bytes(), push);
        key.make_ascii_lowercase();
    } else {
        words(text).into_iter().for_each(&mut push);
    }
    key
}

/// A place at which two texts differ: the bytes of each; empty where only the other one has something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub one: Range<usize>,
    pub other: Range<usize>,
}

/// Where two texts differ, in order; empty where their words are the same.
pub fn changes(one: &str, other: &str) -> Vec<Change> {
    let (here, there) = (Words::of(one), Words::of(other));
    let front = here.folded.iter().zip(&there.folded).take_while(|(a, b)| a == b).count();
    let rest = here.folded.len().min(there.folded.len()) - front;
    let back = here.folded.iter().rev().zip(there.folded.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let ends = (here.folded.len() - back, there.folded.len() - back);
    let mut changes = Vec::new();
    let (mut a, mut b) = (front, front);
    for (same_here, same_there) in runs(&common(&here.folded[front..ends.0], &there.folded[front..ends.1])) {
        let next = (front + same_here, front + same_there);
        if next != (a, b) {
            changes.push(Change { one: here.bytes(a..next.0), other: there.bytes(b..next.1) });
        }
        (a, b) = (next.0 + 1, next.1 + 1);
    }
    if ends != (a, b) {
        changes.push(Change { one: here.bytes(a..ends.0), other: there.bytes(b..ends.1) });
    }
    changes
}

/// The words of a text, folded, and their places.
struct Words {
    folded: Vec<String>,
    places: Vec<Range<usize>>,
    end: usize,
}

impl Words {
    fn of(text: &str) -> Self {
        let places = words(text);
        Self { folded: places.iter().map(|word| fold(&text[word.clone()])).collect(), places, end: text.len() }
    }

    /// From the first of some words to the last; nothing before the next one where there are none.
    fn bytes(&self, words: Range<usize>) -> Range<usize> {
        let next = || self.places.get(words.start).map_or(self.end, |next| next.start);
        match self.places[words.clone()] {
            [] => next()..next(),
            [ref only] => only.clone(),
            [ref first, .., ref last] => first.start..last.end,
        }
    }
}

/// The longest sequence of words that two texts have in common, by their numbers; none for very long ones, since the work
/// is their product.
fn common(one: &[String], other: &[String]) -> Vec<(usize, usize)> {
    if one.len() * other.len() > MOST_WORK {
        return Vec::new();
    }
    let width = other.len() + 1;
    let mut longest = vec![0_u32; (one.len() + 1) * width];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            let skipped = longest[(a + 1) * width + b].max(longest[a * width + b + 1]);
            let taken = longest[(a + 1) * width + b + 1] + 1;
            longest[a * width + b] = if one[a] == other[b] { taken } else { skipped };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < one.len() && b < other.len() {
        if one[a] == other[b] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

const MOST_WORK: usize = 40_000;

/// Common words in runs: one alone between two differences is there by chance.
fn runs(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let follows = |one: &(usize, usize), other: &(usize, usize)| one.0 + 1 == other.0 && one.1 + 1 == other.1;
    let runs = pairs.chunk_by(follows).filter(|run| run.len() > 1);
    runs.flatten().copied().collect()
}

/// How two texts differ, in words: `` `teh` here, `the` there ``.
pub fn told(changes: &[Change], one: &str, other: &str) -> String {
    let told = |change: &Change| {
        let (here, there) = (&one[change.one.clone()], &other[change.other.clone()]);
        match (here.is_empty(), there.is_empty()) {
            (true, _) => format!("`{}` is only there", short(there)),
            (_, true) => format!("`{}` is only here", short(here)),
            _ => format!("`{}` here, `{}` there", short(here), short(there)),
        }
    };
    let mut parts: Vec<String> = changes.iter().take(SHOWN).map(told).collect();
    if changes.len() > SHOWN {
        parts.push("and so on".to_owned());
    }
    parts.join("; ")
}

/// How many differences a message tells.
const SHOWN: usize = 3;

/// Whether two words differ by a slip of the pen: a letter more, less or another, or two that changed places. Numbers and
/// short words never do.
pub fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (left, right) = (&one[front..], &other[front..]);
    let back = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[..left.len() - back], &right[..right.len() - back]);
    let is_swap = left.len() == 2 && right.len() == 2 && left[0] == right[1] && left[1] == right[0];
    let shorter = one.len().min(other.len());
    let has_digit = left.iter().chain(right).any(|letter| letter.is_numeric());
    !has_digit && (is_swap && shorter > 2 || shorter >= SHORTEST && left.len().max(right.len()) == 1)
}

/// Whether two words are one, but for a slip of the pen or an ending.
pub fn is_kin(one: &str, other: &str) -> bool {
    let front: usize =
        one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum();
    let (left, right) = (&one[front..], &other[front..]);
    let is_number = |text: &str| text.contains(char::is_numeric);
    let is_ending = |text: &str| text.chars().count() <= ENDING && !is_number(text);
    let stem = one[..front].chars().count();
    one == other || is_slip(one, other) || (stem >= STEM && is_ending(left) && is_ending(right))
}

/// How long the common beginning of two forms of a word is at least, and what follows it at most.
const STEM: usize = 3;
const ENDING: usize = 3;

/// Of shorter words, one with another letter is another word.
const SHORTEST: usize = 4;

/// The start of a text, where it is long.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// How many letters of a text a message quotes.
const LONG: usize = 60;

#[cfg(test)]
mod tests {
    use super::{changes, is_kin, is_slip, key, told, words};

    #[test]
    fn words_keep_what_stands_inside_them() {
        let text = "The team's e-mail – (UX/UI), 2.";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word]).collect();
        assert_eq!(found, ["The", "team's", "e-mail", "UX", "UI", "2"]);
        assert_eq!(key("  Größe, NOW!"), "große now");
        for text in ["", "-a--b-c'", "don't - re-do 'it'", "x-'y' 1-2"] {
            let longer = format!("{text} –");
            assert_eq!(words(text), words(&longer), "{text}");
        }
    }

    #[test]
    fn slips_are_told_from_other_words() {
        for (one, other) in [("timely", "timley"), ("decision", "decison"), ("across", "acros"), ("the", "hte")] {
            assert!(is_slip(one, other), "{one} {other}");
        }
        for (one, other) in [("junior", "senior"), ("team1", "team2"), ("own", "owns"), ("same", "same")] {
            assert!(!is_slip(one, other), "{one} {other}");
        }
    }

    #[test]
    fn forms_of_a_word_are_kin() {
        for (one, other) in [("make", "making"), ("looks", "look"), ("größer", "größte"), ("up", "up")] {
            assert!(is_kin(one, other), "{one} {other}");
        }
        for (one, other) in [("proposals", "documentation"), ("level2", "level3"), ("in", "out")] {
            assert!(!is_kin(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_difference_is_cut_out() {
        let cases = [
            ("Feeds the cat", "feeds teh cat.", "`the` here, `teh` there"),
            ("Feeds the old cat", "Feeds the cat", "`old` is only here"),
            ("Feeds the cat", "Feeds the cat twice", "`twice` is only there"),
            ("a b a", "a b a b a", "`b a` is only there"),
            (
                "Feeds a cat and old dgos",
                "Feeds a fat cat and dogs",
                "`fat` is only there; `old dgos` here, `dogs` there",
            ),
        ];
        for (one, other, expected) in cases {
            assert_eq!(told(&changes(one, other), one, other), expected);
        }
        assert_eq!(changes("Feeds the cat.", "feeds the cat"), []);
    }
}
