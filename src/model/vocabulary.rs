//! What a heading announces where it heads neither a level nor a dimension, by the words of every language: it is, or
//! starts with, one of them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::language::{ALL, Language, words};
use super::wording::key;

/// What a heading inside or beside a ladder announces, where its words alone tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Announces {
    /// What a level is, not what it asks for: description, objective, scope, typical experience.
    Summary,
    /// Illustrations.
    Examples,
    /// Questions, credits, references, other pages: prose that belongs to no level.
    Prose,
    /// Where it may be used, and by whom it was made.
    Licence,
}

/// What the words of a heading announce.
pub fn announces(heading: &str) -> Option<Announces> {
    let found = key(heading);
    let first = heading.split(|character: char| !character.is_alphanumeric()).find(|word| !word.is_empty()).map(key);
    let starts = |words: &HashSet<String>| first.as_ref().is_some_and(|first| words.contains(first));
    let keys = &*KEYS;
    if keys.summary.contains(&found) || keys.description.contains(&found) || starts(&keys.description) {
        Some(Announces::Summary)
    } else if starts(&keys.examples) {
        Some(Announces::Examples)
    } else if keys.licence.contains(&found) || starts(&keys.licence) {
        Some(Announces::Licence)
    } else if keys.asides.contains(&found) {
        Some(Announces::Prose)
    } else {
        None
    }
}

/// Whether a heading says that what follows describes, and not what it is about.
pub fn is_description(heading: &str) -> bool {
    let mut words = heading.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(|first| KEYS.description.contains(&key(first)))
}

/// The words of all languages, made comparable once: this is asked of every heading and lead-in.
struct Keys {
    description: HashSet<String>,
    summary: HashSet<String>,
    examples: HashSet<String>,
    licence: HashSet<String>,
    asides: HashSet<String>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys {
    description: keys(|language| language.description),
    summary: keys(|language| language.summary),
    examples: keys(|language| language.examples),
    licence: keys(|language| language.licence),
    asides: keys(|language| language.asides),
});

fn keys(list: fn(&Language) -> &'static str) -> HashSet<String> {
    ALL.iter().flat_map(|language| words(list(language))).map(key).collect()
}
