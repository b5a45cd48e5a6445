//! Two wordings of one statement, word by word. The only file that knows `similar`.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::html::Html;

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

/// A change swallows a space between two changed words, so that it reads as one.
fn marked(tokens: &[&str], kept: &[bool], element: &'static str) -> Html {
    let mut out = Html::default();
    let mut run = String::new();
    for (index, token) in tokens.iter().enumerate() {
        let between =
            token.trim().is_empty() && index > 0 && !kept[index - 1] && kept.get(index + 1).is_some_and(|kept| !kept);
        if !kept[index] || between {
            run.push_str(token);
            continue;
        }
        flush(&mut out, &mut run, element);
        out.push_text(token);
    }
    flush(&mut out, &mut run, element);
    out
}

/// White space at the ends of a change stays outside of its mark.
fn flush(out: &mut Html, run: &mut String, element: &'static str) {
    let words = run.trim();
    if words.is_empty() {
        out.push_text(run);
    } else {
        let start = run.len() - run.trim_start().len();
        out.push_text(&run[..start]);
        out.push_marked(element, words);
        out.push_text(&run[start + words.len()..]);
    }
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::Diff;

    fn check(old: &str, new: &str, expected: (&str, &str)) {
        let diff = serde_json::to_value(Diff::of(old, new)).unwrap();
        assert_eq!((diff["old"].as_str().unwrap(), diff["new"].as_str().unwrap()), expected);
    }

    #[test]
    fn a_change_of_several_words_is_one_mark() {
        check(
            "Owns one small service.",
            "Owns several very large services.",
            ("Owns <del>one small service</del>.", "Owns <ins>several very large services</ins>."),
        );
        check("a & b", "a & <c>", ("a &amp; <del>b</del>", "a &amp; <ins>&lt;c&gt;</ins>"));
        check("", "new", ("", "<ins>new</ins>"));
        check("same", "same", ("same", "same"));
    }
}
