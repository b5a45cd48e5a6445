//! Words of state: a level that does not exist, or is still to be written.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::State;
use crate::model::language::{ALL, Language, words};
use crate::text::fold;

/// Longest text that may be about the state of a level alone, in words.
const LONGEST: usize = 25;

/// The words of all languages, folded once: this is asked of every item of every list.
static NOT_APPLICABLE: LazyLock<HashSet<String>> = LazyLock::new(|| {
    folded(|language| language.not_applicable).map(|phrase| phrase.trim_matches('.').to_owned()).collect()
});
static DRAFT: LazyLock<Vec<String>> = LazyLock::new(|| folded(|language| language.draft).collect());

fn folded(list: fn(&Language) -> &'static str) -> impl Iterator<Item = String> {
    ALL.iter().flat_map(move |language| words(list(language))).map(fold)
}

/// The state that the only words of a level, or of its heading's remainder, give it: `N/A`, `TBD`, "to be written".
pub fn state_of(text: &str) -> Option<State> {
    if text.split_whitespace().nth(LONGEST).is_some() {
        return None;
    }
    let folded = fold(text);
    let whole = folded.trim_matches(|character: char| !character.is_alphanumeric());
    if whole.is_empty() {
        return None;
    }
    if NOT_APPLICABLE.contains(whole) {
        return Some(State::NotApplicable);
    }
    DRAFT.iter().any(|phrase| tells_draft(whole, phrase)).then_some(State::Draft)
}

/// A phrase of one word must be all there is; a longer one may stand in a sentence.
fn tells_draft(whole: &str, phrase: &str) -> bool {
    if whole == phrase {
        return true;
    }
    let spaced = phrase.contains(' ') && phrase.len() > 8;
    spaced && whole.find(phrase).is_some_and(|at| bounded(whole, at, at + phrase.len()))
}

fn bounded(text: &str, start: usize, end: usize) -> bool {
    let letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    !letter(text[..start].chars().next_back()) && !letter(text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::state_of;
    use crate::model::State;

    #[test]
    fn words_of_state() {
        let cases = [
            ("N/A", Some(State::NotApplicable)),
            ("- n/a -", Some(State::NotApplicable)),
            ("Not applicable.", Some(State::NotApplicable)),
            ("Entfällt", Some(State::NotApplicable)),
            ("該当なし", Some(State::NotApplicable)),
            ("TBD", Some(State::Draft)),
            ("[TODO]", Some(State::Draft)),
            ("This step is not yet defined.", Some(State::Draft)),
            ("à définir", Some(State::Draft)),
            ("Drafts the plan of a project", None),
            ("Keeps the to do list of the team", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(state_of(text), expected, "{text}");
        }
    }
}
