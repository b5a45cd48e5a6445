//! Two wordings of one statement, word by word: a longest common subsequence of their words and of what stands between
//! them.

use super::html::Html;

/// Letters of a word that may stand inside of a change.
const SHORT: usize = 4;
/// Words of one wording times words of the other, beyond which what lies between a common beginning and a common end
/// counts as changed altogether: the work stays bounded, and no reader follows the difference of two such texts.
const MOST: usize = 1 << 16;

/// Both wordings with what changed marked in each.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct Diff {
    /// The later wording; what is new in it stands in `ins`.
    pub new: Html,
    /// The earlier wording; what is gone from it stands in `del`.
    pub old: Html,
}

impl Diff {
    /// Marks what differs, in whole words.
    pub(super) fn of(old: &str, new: &str) -> Self {
        let start = common_start(old, new);
        let end = common_end(&old[start..], &new[start..]);
        let texts = (&old[start..old.len() - end], &new[start..new.len() - end]);
        let words = (words(texts.0), words(texts.1));
        let mut kept = (vec![false; words.0.len()], vec![false; words.1.len()]);
        for (one, other) in common(&words.0, &words.1) {
            kept.0[one] = true;
            kept.1[other] = true;
        }
        let around = (&old[..start], &old[old.len() - end..]);
        Self {
            new: marked(around, (texts.1, &words.1, &kept.1), "ins"),
            old: marked(around, (texts.0, &words.0, &kept.0), "del"),
        }
    }
}

/// A word with its first bytes and its length in one number, so that most words are told apart, and short ones known to be
/// equal, without a look at them.
#[derive(Clone, Copy)]
struct Keyed<'a> {
    key: u64,
    word: &'a str,
}

impl<'a> Keyed<'a> {
    const KEPT: usize = 7;

    fn all(words: &[&'a str]) -> Vec<Self> {
        words.iter().map(|word| Self::new(word)).collect()
    }

    fn new(word: &'a str) -> Self {
        let mut bytes = [0; 8];
        let first = &word.as_bytes()[..word.len().min(Self::KEPT)];
        bytes[..first.len()].copy_from_slice(first);
        bytes[Self::KEPT] = word.len().min(255) as u8;
        Self { key: u64::from_le_bytes(bytes), word }
    }

    fn is(self, other: Self) -> bool {
        self.key == other.key && (self.word.len() <= Self::KEPT || self.word == other.word)
    }
}

/// How many bytes both begin with that are whole words in both.
fn common_start(one: &str, other: &str) -> usize {
    let equal = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let whole = |at: &usize| is_between_words(one, *at) && is_between_words(other, *at);
    (0..=equal).rev().find(whole).unwrap_or(0)
}

/// How many bytes both end with that are whole words in both.
fn common_end(one: &str, other: &str) -> usize {
    let equal = one.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count();
    let whole = |end: &usize| is_between_words(one, one.len() - end) && is_between_words(other, other.len() - end);
    (0..=equal).rev().find(whole).unwrap_or(0)
}

fn is_between_words(text: &str, at: usize) -> bool {
    text.is_char_boundary(at)
        && match (text[..at].chars().next_back(), text[at..].chars().next()) {
            (Some(before), Some(after)) => Kind::parts(Kind::of(before), Kind::of(after)),
            (None, _) | (_, None) => true,
        }
}

/// A longest common subsequence, as pairs of places.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    if old.len() * new.len() > MOST {
        return Vec::new();
    }
    let (old, new) = (Keyed::all(old), Keyed::all(new));
    // `longest[i * width + j]`: how much the two have in common from `i` and `j` on.
    let width = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    for (i, word) in old.iter().enumerate().rev() {
        let (above, below) = longest.split_at_mut((i + 1) * width);
        let mut right = 0;
        let row = above[i * width..].iter_mut().zip(below[..width].windows(2)).zip(&new).rev();
        for ((cell, below), other) in row {
            right = if word.is(*other) { below[1] + 1 } else { below[0].max(right) };
            *cell = right;
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i].is(new[j]) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Words, and what stands between them, each a token: together the whole text.
fn words(text: &str) -> Vec<&str> {
    if text.is_ascii() {
        return ascii_words(text);
    }
    let mut tokens = Vec::with_capacity(text.len() / 3);
    let mut start = 0;
    let mut inside = None;
    for (at, character) in text.char_indices() {
        let kind = Kind::of(character);
        if inside.is_some_and(|inside| Kind::parts(inside, kind)) {
            tokens.push(&text[start..at]);
            start = at;
        }
        inside = Some(kind);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// The same for most texts, with less work.
fn ascii_words(text: &str) -> Vec<&str> {
    let kinds = text.bytes().map(|byte| Kind::of(char::from(byte)));
    let mut tokens = Vec::with_capacity(text.len() / 3);
    let mut start = 0;
    for (at, (before, kind)) in kinds.clone().zip(kinds.skip(1)).enumerate() {
        if Kind::parts(before, kind) {
            tokens.push(&text[start..=at]);
            start = at + 1;
        }
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// What a character is part of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    Space,
    /// Always a token by itself.
    Sign,
}

impl Kind {
    /// Whether a token ends between two characters.
    fn parts(before: Self, after: Self) -> bool {
        before != after || after == Self::Sign
    }

    fn of(character: char) -> Self {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => Self::Word,
            ' ' => Self::Space,
            _ if character.is_alphanumeric() => Self::Word,
            _ if character.is_whitespace() => Self::Space,
            _ => Self::Sign,
        }
    }
}

/// Each run of tokens that changed in one mark, with what stands around all of them.
fn marked(
    (before, after): (&str, &str),
    (text, tokens, kept): (&str, &[&str], &[bool]),
    element: &'static str,
) -> Html {
    let mut out = Html::with_room(before.len() + text.len() + after.len() + 64);
    out.push_text(before);
    let (mut token, mut start) = (0, 0);
    for run in coarse(tokens, kept).chunk_by(|a, b| a == b) {
        let end = start + tokens[token..token + run.len()].iter().map(|token| token.len()).sum::<usize>();
        let words = &text[start..end];
        if run[0] {
            out.push_text(words)
        } else {
            push_change(&mut out, words, element)
        }
        (token, start) = (token + run.len(), end);
    }
    out.push_text(after);
    out
}

/// What is kept between two changes counts as changed if it is no more than a short word, so that a change reads as one.
fn coarse(tokens: &[&str], kept: &[bool]) -> Vec<bool> {
    let mut coarse = Vec::with_capacity(kept.len());
    for run in kept.chunk_by(|a, b| a == b) {
        let (start, end) = (coarse.len(), coarse.len() + run.len());
        let inside = start > 0 && end < kept.len();
        let is_short = || {
            let words = tokens[start..end].iter().filter(|token| token.contains(char::is_alphanumeric));
            words.map(|word| word.chars().count()).sum::<usize>() <= SHORT
        };
        coarse.resize(end, run[0] && !(inside && is_short()));
    }
    coarse
}

/// White space at the ends of a change stays outside of its mark.
fn push_change(out: &mut Html, text: &str, element: &'static str) {
    let words = text.trim();
    if words.is_empty() {
        return out.push_text(text);
    }
    let start = text.len() - text.trim_start().len();
    out.push_text(&text[..start]);
    out.push_marked(element, words);
    out.push_text(&text[start + words.len()..]);
}

#[cfg(test)]
mod tests {
    use super::Diff;

    fn check(old: &str, new: &str, expected: (&str, &str)) {
        let diff = Diff::of(old, new);
        assert_eq!((diff.old.as_str(), diff.new.as_str()), expected);
    }

    #[test]
    fn texts_that_nobody_would_compare_are_marked_whole() {
        let text = |word: &str| format!("first {} last", vec![word; 999].join(" "));
        let diff = Diff::of(&text("one"), &text("two"));
        assert!(diff.new.as_str().starts_with("first <ins>two two"), "{}", diff.new.as_str());
        assert!(diff.new.as_str().ends_with("two two</ins> last"), "{}", diff.new.as_str());
    }

    #[test]
    fn a_change_of_several_words_is_one_mark() {
        check(
            "Owns one small service.",
            "Owns several very large services.",
            ("Owns <del>one small service</del>.", "Owns <ins>several very large services</ins>."),
        );
        check("a & b", "a & <c>", ("a &amp; <del>b</del>", "a &amp; <ins>&lt;c&gt;</ins>"));
        check("5-25% of it", "15-40% of it", ("<del>5-25</del>% of it", "<ins>15-40</ins>% of it"));
        check("", "new", ("", "<ins>new</ins>"));
        check("same", "same", ("same", "same"));
    }
}
