//! Words of state: a level that does not exist, or is still to be written.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::State;
use crate::model::language::{ALL, Language, words};
use crate::text::{Lookup, fold};

/// Longest text that may be about the state of a level alone, in words.
const LONGEST: usize = 25;

/// A phrase must be longer than this to be looked for in a sentence, in bytes.
const SHORTEST_PHRASE: usize = 8;

/// The words of all languages, folded once: this is asked of every item of every list.
static NOT_APPLICABLE: LazyLock<HashSet<String>> = LazyLock::new(|| {
    folded(|language| language.not_applicable).map(|phrase| phrase.trim_matches('.').to_owned()).collect()
});
/// Whole texts.
static DRAFT: LazyLock<HashSet<String>> = LazyLock::new(|| folded(|language| language.draft).collect());
/// Phrases that may stand in a sentence, by their first words.
static DRAFT_PHRASES: LazyLock<Lookup<String, Vec<String>>> = LazyLock::new(|| {
    let mut phrases: Lookup<String, Vec<String>> = Lookup::default();
    for phrase in folded(|language| language.draft).filter(|phrase| phrase.len() > SHORTEST_PHRASE) {
        if let Some((first, _)) = phrase.split_once(' ') {
            phrases.entry(first.to_owned()).or_default().push(phrase);
        }
    }
    phrases
});

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
    (DRAFT.contains(whole) || tells_draft(whole)).then_some(State::Draft)
}

/// A phrase of one word must be all there is; a longer one may stand in a sentence.
fn tells_draft(whole: &str) -> bool {
    let mut before = None;
    whole.char_indices().any(|(at, letter)| {
        let starts = !before.replace(letter).is_some_and(char::is_alphanumeric) && letter.is_alphanumeric();
        starts && starts_with_draft(&whole[at..])
    })
}

fn starts_with_draft(text: &str) -> bool {
    let phrases = text.split_once(' ').and_then(|(first, _)| DRAFT_PHRASES.get(first));
    let ends = |phrase: &String| {
        text.strip_prefix(phrase.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    phrases.is_some_and(|phrases| phrases.iter().any(ends))
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
