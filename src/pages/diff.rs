//! Two wordings of one statement, word by word. The only file that knows `similar`.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::html::Html;

/// Letters of a word that may stand inside of a change.
const SHORT: usize = 4;

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
        let (old, new) = (words(old), words(new));
        let steps = capture_diff_slices(Algorithm::Myers, &old, &new);
        let mut kept = (vec![false; old.len()], vec![false; new.len()]);
        for step in steps {
            if let DiffOp::Equal { old_index, new_index, len } = step {
                kept.0[old_index..old_index + len].fill(true);
                kept.1[new_index..new_index + len].fill(true);
            }
        }
        Self { new: marked(&new, &kept.1, "ins"), old: marked(&old, &kept.0, "del") }
    }
}

/// Words, and what stands between them, each a token: together the whole text.
fn words(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut inside = None;
    for (at, character) in text.char_indices() {
        let kind = (character.is_alphanumeric(), character.is_whitespace());
        if inside.is_some_and(|inside| inside != kind || kind == (false, false)) {
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

/// Each run of tokens that changed in one mark.
fn marked(tokens: &[&str], kept: &[bool], element: &'static str) -> Html {
    let mut out = Html::default();
    let mut start = 0;
    for run in coarse(tokens, kept).chunk_by(|a, b| a == b) {
        let text = tokens[start..start + run.len()].concat();
        start += run.len();
        if run[0] { out.push_text(&text) } else { push_change(&mut out, &text, element) }
    }
    out
}

/// What is kept between two changes counts as changed if it is no more than a short word, so that a change reads as one.
fn coarse(tokens: &[&str], kept: &[bool]) -> Vec<bool> {
    let mut coarse = Vec::with_capacity(kept.len());
    for run in kept.chunk_by(|a, b| a == b) {
        let (start, end) = (coarse.len(), coarse.len() + run.len());
        let inside = start > 0 && end < kept.len();
        let words = tokens[start..end].iter().filter(|token| token.contains(char::is_alphanumeric));
        let letters: usize = words.map(|word| word.chars().count()).sum();
        coarse.extend(run.iter().map(|kept| *kept && !(inside && letters <= SHORT)));
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
