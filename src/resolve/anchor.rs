//! Anchors: what a heading is called in the fragment of a link, as the places where people read Markdown do it: lower
//! case, punctuation gone, spaces as hyphens, a number behind what occurred before.

use std::collections::{BTreeMap, BTreeSet};

/// Names given out on one page, so that each is given once.
#[derive(Default)]
pub(super) struct Anchors {
    given: BTreeSet<String>,
    numbers: BTreeMap<String, usize>,
}

impl Anchors {
    /// The anchor itself the first time, then with `-1`, `-2` … behind it.
    pub fn next(&mut self, anchor: String) -> String {
        let mut candidate = anchor.clone();
        while self.given.contains(&candidate) {
            let number = self.numbers.entry(anchor.clone()).or_insert(0);
            *number += 1;
            candidate = format!("{anchor}-{number}");
        }
        self.given.insert(candidate.clone());
        candidate
    }
}

/// The anchor of a heading before numbering; see `github/markup` and its reading by other tools.
pub(super) fn anchor(heading: &str) -> String {
    let kept = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | ' ');
    let hyphen = |character: char| if character == ' ' { '-' } else { character };
    heading.trim().chars().filter(|character| kept(*character)).map(hyphen).flat_map(char::to_lowercase).collect()
}

/// The anchor without the number that tells it from earlier ones.
pub(super) fn without_number(anchor: &str) -> &str {
    match anchor.rsplit_once('-') {
        Some((stem, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => stem,
        _ => anchor,
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchors, anchor};

    #[test]
    fn headings_are_called_as_elsewhere() {
        let cases = [
            ("Level 4", "level-4"),
            ("Scope & Impact", "scope--impact"),
            ("T5/L5 = Senior", "t5l5--senior"),
            ("Ответственность", "ответственность"),
        ];
        for (heading, expected) in cases {
            assert_eq!(anchor(heading), expected);
        }
    }

    #[test]
    fn what_occurred_before_is_numbered() {
        let mut anchors = Anchors::default();
        let given: Vec<String> = ["a", "a", "a-1", "a"].map(|it| anchors.next(it.to_owned())).into();
        assert_eq!(given, ["a", "a-1", "a-1-1", "a-2"]);
    }
}
