//! Words of a statement and what two statements differ in: what findings underline and quote.

use std::ops::Range;

use crate::text::fold;

/// Every word: a run of letters or digits, with the marks that stand inside one (`team's`, `e-mail`, `C++` without its
/// plus signs).
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
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

fn is_joint(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '-' | '‑')
}

/// A statement as it is compared: its words, folded.
pub fn key(text: &str) -> String {
    let folded: Vec<String> = words(text).into_iter().map(|word| fold(&text[word])).collect();
    folded.join(" ")
}

/// What two texts differ in: the bytes of each between the words with which both begin and those with which both end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub one: Range<usize>,
    pub other: Range<usize>,
}

/// What two texts differ in; `None` where their words are the same.
pub fn change(one: &str, other: &str) -> Option<Change> {
    let (words_of_one, words_of_other) = (words(one), words(other));
    let same = |a: &Range<usize>, b: &Range<usize>| fold(&one[a.clone()]) == fold(&other[b.clone()]);
    let front = words_of_one.iter().zip(&words_of_other).take_while(|(a, b)| same(a, b)).count();
    let (left, right) = (&words_of_one[front..], &words_of_other[front..]);
    let back = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let middle = |words: &[Range<usize>], text: &str| {
        let inner = &words[..words.len() - back];
        match (inner.first(), inner.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => words.first().map_or(text.len()..text.len(), |next| next.start..next.start),
        }
    };
    if left.len() == back && right.len() == back {
        return None;
    }
    Some(Change { one: middle(left, one), other: middle(right, other) })
}

/// How two texts differ, in words: `` `teh` here, `the` there ``.
pub fn told(change: &Change, one: &str, other: &str) -> String {
    let (here, there) = (&one[change.one.clone()], &other[change.other.clone()]);
    match (here.is_empty(), there.is_empty()) {
        (true, _) => format!("`{}` is only there", short(there)),
        (_, true) => format!("`{}` is only here", short(here)),
        _ => format!("`{}` here, `{}` there", short(here), short(there)),
    }
}

/// Whether two words differ by a slip of the pen: a letter more, less or another, or two that changed places. Numbers and
/// short words never do.
pub fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (left, right) = (&one[front..], &other[front..]);
    let back = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[..left.len() - back], &right[..right.len() - back]);
    let is_swap = left.len() == 2 && right.len() == 2 && left[0] == right[1] && left[1] == right[0];
    let is_long = one.len().min(other.len()) >= SHORTEST;
    let has_digit = left.iter().chain(right).any(|letter| letter.is_numeric());
    is_long && !has_digit && (is_swap || left.len().max(right.len()) == 1)
}

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
    use super::{change, is_slip, key, told, words};

    #[test]
    fn words_keep_what_stands_inside_them() {
        let text = "The team's e-mail – (UX/UI), 2.";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word]).collect();
        assert_eq!(found, ["The", "team's", "e-mail", "UX", "UI", "2"]);
        assert_eq!(key("  Größe, NOW!"), "große now");
    }

    #[test]
    fn slips_are_told_from_other_words() {
        for (one, other) in [("timely", "timley"), ("decision", "decison"), ("across", "acros"), ("their", "thier")] {
            assert!(is_slip(one, other), "{one} {other}");
        }
        for (one, other) in [("junior", "senior"), ("team1", "team2"), ("own", "owns"), ("same", "same")] {
            assert!(!is_slip(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_difference_is_cut_out() {
        let cases = [
            ("Feeds the cat", "feeds teh cat.", "`the` here, `teh` there"),
            ("Feeds the old cat", "Feeds the cat", "`old` is only here"),
            ("Feeds the cat", "Feeds the cat twice", "`twice` is only there"),
            ("a b a", "a b a b a", "`b a` is only there"),
        ];
        for (one, other, expected) in cases {
            let change = change(one, other).expect("they differ");
            assert_eq!(told(&change, one, other), expected);
        }
        assert_eq!(change("Feeds the cat.", "feeds the cat"), None);
    }
}
