//! All vocabularies in one index: what a word or phrase can mean in a level name, in any language.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::{ALL, Language};
use crate::text::{Lookup, Mixing, fold};

/// What a word can mean in a level name; a word of several meanings has several.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Meaning {
    /// How far up the words stand, for seniority, proficiency and management.
    pub standing: Option<f32>,
    pub seniority: bool,
    pub proficiency: bool,
    pub role: bool,
    pub management: bool,
    /// How far up a word for standing in a community stands.
    pub community: Option<f32>,
    /// The plural of such a word, which heads a list of people as often as a role.
    pub many: bool,
    /// A role that may come before its field.
    pub head_first: bool,
    pub step: bool,
    pub label: bool,
    pub number: Option<u8>,
    pub joint: bool,
    pub overlay: bool,
    pub transition: bool,
    pub prose: bool,
    pub elsewhere: bool,
    pub counted: bool,
    pub negation: bool,
    pub article: bool,
    pub generic: bool,
}

impl Meaning {
    /// What a word means that no vocabulary has.
    pub fn nothing() -> &'static Self {
        &NOTHING
    }

    /// Whether a name that holds the word can name a level by it.
    pub fn can_name_level(&self) -> bool {
        self.seniority
            || self.proficiency
            || self.role
            || self.management
            || self.community.is_some()
            || self.head_first
            || self.step
            || self.number.is_some()
    }
}

/// Longest phrase, in words, and longest word of a script without spaces, in characters.
const LONGEST_PHRASE: usize = 4;
const LONGEST_IDEOGRAPHIC: usize = 8;
/// Shortest role that is recognised as the end of a longer word (`Softwareentwickler`), in characters.
const SHORTEST_ENDING: usize = 7;

/// Words that are asked for very often.
type WordSet<K> = HashSet<K, BuildHasherDefault<Mixing>>;

static NOTHING: LazyLock<Meaning> = LazyLock::new(Meaning::default);
static INDEX: LazyLock<Lookup<String, Meaning>> = LazyLock::new(index);
static EVERYBODY: LazyLock<WordSet<String>> = LazyLock::new(|| set(|language| language.everybody));
static TRACKS: LazyLock<WordSet<String>> = LazyLock::new(|| set(|language| language.tracks));
static FIELDS: LazyLock<WordSet<String>> = LazyLock::new(|| set(|language| language.fields));
static YES: LazyLock<WordSet<String>> = LazyLock::new(|| set(|language| language.yes));
/// First words of phrases of several words.
static OPENINGS: LazyLock<WordSet<&str>> =
    LazyLock::new(|| INDEX.keys().filter_map(|phrase| phrase.split_once(' ')).map(|(first, _)| first).collect());
static ENDINGS: LazyLock<Endings> = LazyLock::new(endings);
static GENDER_ENDINGS: LazyLock<WordSet<String>> = LazyLock::new(|| set(|language| language.gender_endings));

/// Bytes at the end of a word by which endings are found.
const TAIL: usize = 4;
/// Endings by their last bytes, which are all that most words need to be compared with.
type Endings = HashMap<[u8; TAIL], Vec<(String, Meaning)>>;

/// The meaning of a folded word or phrase. A long word that ends in a role is that role.
pub fn lookup(folded: &str) -> Option<&'static Meaning> {
    if let Some(meaning) = INDEX.get(folded) {
        return Some(meaning);
    }
    if folded.len() <= SHORTEST_ENDING {
        return None;
    }
    let endings = ENDINGS.get(folded.as_bytes().last_chunk()?)?;
    let compound = endings.iter().find(|(ending, _)| folded.len() > ending.len() && folded.ends_with(ending.as_str()));
    compound.map(|(_, meaning)| meaning)
}

/// Whether phrases of several words start with a folded word.
pub fn opens_phrase(folded: &str) -> bool {
    OPENINGS.contains(folded)
}

/// The longest phrase of the vocabulary that the words start with: how many of them, and its meaning.
pub fn phrase_at<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, &'static Meaning)> {
    let mut phrase = String::new();
    let mut best = None;
    for (index, word) in words.take(LONGEST_PHRASE).enumerate() {
        if index > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        if let Some(meaning) = if index == 0 { lookup(&phrase) } else { INDEX.get(&phrase) } {
            best = Some((index + 1, meaning));
        }
    }
    best
}

/// Cuts the longest known word from the front of text in a script without spaces: its length in bytes and its meaning.
pub fn ideographic_word(text: &str) -> Option<(usize, &'static Meaning)> {
    let ends = text.char_indices().map(|(at, character)| at + character.len_utf8()).take(LONGEST_IDEOGRAPHIC);
    ends.filter_map(|end| INDEX.get(&text[..end]).map(|meaning| (end, meaning))).last()
}

/// Whether a folded ending marks the other gender in some language: the `in` of `Tester:in`.
pub fn is_gender_ending(folded: &str) -> bool {
    GENDER_ENDINGS.contains(folded)
}

/// Whether a folded text names what holds for everybody.
pub fn is_everybody(folded: &str) -> bool {
    EVERYBODY.contains(folded)
}

/// Whether a folded word of a title, in the singular or plural, says that a track follows.
pub fn names_track(folded: &str) -> bool {
    TRACKS.contains(folded) || folded.strip_suffix('s').is_some_and(|singular| TRACKS.contains(singular))
}

/// Whether a folded word of a title is a field of work that has a track of its own.
pub fn names_field(folded: &str) -> bool {
    FIELDS.contains(folded)
}

/// Whether a folded text says yes.
pub fn is_yes(folded: &str) -> bool {
    YES.contains(folded)
}

/// Letters of scripts that put no spaces between words.
pub fn is_ideographic(character: char) -> bool {
    matches!(character, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn set(list: fn(&Language) -> &'static str) -> WordSet<String> {
    ALL.iter().flat_map(|language| words(list(language))).map(fold).collect()
}

fn index() -> Lookup<String, Meaning> {
    let mut index = Lookup::default();
    for language in ALL {
        add_standings(&mut index, language);
        add_words(&mut index, language);
    }
    index
}

/// Gives a word the meaning of its list.
type Mark = fn(&mut Meaning);

fn add_standings(index: &mut Lookup<String, Meaning>, language: &Language) {
    let lists: [(&str, Mark); 3] = [
        (language.seniority, |meaning| meaning.seniority = true),
        (language.proficiency, |meaning| meaning.proficiency = true),
        (language.management, |meaning| meaning.management = true),
    ];
    for (list, mark) in lists {
        for (standing, word) in standings(list) {
            let meaning = index.entry(fold(word)).or_default();
            meaning.standing.get_or_insert(standing);
            mark(meaning);
            meaning.head_first |= language.head_first && meaning.management;
        }
    }
    for (standing, word) in standings(language.community) {
        index.entry(fold(word)).or_default().community.get_or_insert(standing);
        let plural = index.entry(fold(word) + "s").or_default();
        plural.community.get_or_insert(standing);
        plural.many = true;
    }
}

fn add_words(index: &mut Lookup<String, Meaning>, language: &Language) {
    let lists: [(&str, Mark); 17] = [
        (language.roles, |meaning| meaning.role = true),
        (language.steps, |meaning| meaning.step = true),
        (language.labels, |meaning| meaning.label = true),
        (language.joints, |meaning| meaning.joint = true),
        (language.overlays, |meaning| meaning.overlay = true),
        (language.transitions, |meaning| meaning.transition = true),
        (language.prose, |meaning| meaning.prose = true),
        (language.description, |meaning| meaning.elsewhere = true),
        (language.summary, |meaning| meaning.elsewhere = true),
        (language.examples, |meaning| meaning.elsewhere = true),
        (language.licence, |meaning| meaning.elsewhere = true),
        (language.asides, |meaning| meaning.elsewhere = true),
        (language.elsewhere, |meaning| meaning.elsewhere = true),
        (language.counted, |meaning| meaning.counted = true),
        (language.negations, |meaning| meaning.negation = true),
        (language.articles, |meaning| meaning.article = true),
        (language.generic, |meaning| meaning.generic = true),
    ];
    for (list, mark) in lists {
        for word in words(list) {
            mark(index.entry(fold(word)).or_default());
        }
    }
    for word in words(language.roles) {
        index.entry(fold(word)).or_default().head_first |= language.head_first;
    }
    for (number, word) in (1..).zip(words(language.numbers)) {
        index.entry(fold(word)).or_default().number.get_or_insert(number);
    }
}

/// Long single words for people, which other words may be glued to.
fn endings() -> Endings {
    let people = ALL.iter().flat_map(|language| {
        let managers = standings(language.management).map(|(_, word)| word);
        words(language.roles).chain(managers)
    });
    let long = people.map(fold).filter(|word| word.chars().count() >= SHORTEST_ENDING && !word.contains(' '));
    let mut endings = Endings::new();
    for word in long {
        if let (Some(meaning), Some(tail)) = (INDEX.get(&word), word.as_bytes().last_chunk()) {
            endings.entry(*tail).or_default().push((word.clone(), *meaning));
        }
    }
    endings
}

/// The words of a list of the vocabulary.
pub fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// The words of a list with their standings.
fn standings(list: &'static str) -> impl Iterator<Item = (f32, &'static str)> {
    let groups = list.split(';').filter_map(|group| group.split_once(':'));
    groups
        .filter_map(|(standing, list)| Some((standing.trim().parse().ok()?, list)))
        .flat_map(|(standing, list)| words(list).map(move |word| (standing, word)))
}

#[cfg(test)]
mod tests {
    use super::{ALL, lookup, standings};

    #[test]
    fn every_standing_is_a_number() {
        for list in ALL.iter().flat_map(|language| [language.seniority, language.proficiency, language.management]) {
            let groups: Vec<&str> = list.split(';').collect();
            for group in groups {
                let number = group.split(':').next().unwrap_or("").trim().parse::<f32>();
                assert!(number.is_ok(), "{group}");
            }
            assert!(standings(list).count() > 1, "{list}");
        }
    }

    #[test]
    fn compounds_are_known_by_their_end() {
        assert!(lookup("datenbankentwickler").is_some_and(|meaning| meaning.role));
        assert!(lookup("stellwerksabteilungsleiter").is_some_and(|meaning| meaning.management));
        assert!(lookup("quark").is_none());
    }
}
