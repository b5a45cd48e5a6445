//! A language's table, looked up by word.

use std::collections::{HashMap, HashSet};

use super::language::{LANGUAGES, Language};
use super::prepared::Mark;
use super::scale::Scale;
use super::vocabulary::Term;
use super::words::words;

/// What kind of word it is.
pub enum Class<'a> {
    Stop,
    Duty,
    Number(&'a str),
    Content,
}

/// One language, ready for lookups.
pub struct Lexicon {
    language: &'static Language,
    stops: HashSet<&'static str>,
    duties: HashSet<&'static str>,
    numbers: HashMap<&'static str, &'static str>,
    words: HashMap<&'static str, (Scale, u8)>,
    stems: HashMap<String, (Scale, u8)>,
}

/// How many statements are looked at to tell the language.
const SAMPLE: usize = 400;

impl Lexicon {
    /// The language whose words without content are the most frequent in the texts.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Lexicon {
        let sample: Vec<String> =
            texts.take(SAMPLE).flat_map(|text| words(text).into_iter().map(|word| word.text)).collect();
        let share = |language: &Language| {
            let stops: HashSet<&str> = language.stops.split_whitespace().collect();
            sample.iter().filter(|word| stops.contains(word.as_str())).count()
        };
        let best = LANGUAGES.into_iter().rev().max_by_key(|language| share(language));
        Lexicon::new(best.unwrap_or(LANGUAGES[0]))
    }

    fn new(language: &'static Language) -> Lexicon {
        let listed = || {
            let ranked = |(scale, rank, list): &(Scale, u8, &'static str)| {
                let (scale, rank) = (*scale, *rank);
                list.split_whitespace().map(move |word| (word, (scale, rank)))
            };
            language.scales.iter().flat_map(ranked)
        };
        let mut stems = HashMap::new();
        for (word, place) in listed().filter(|(word, _)| !(language.is_participle)(word)) {
            stems.entry((language.inflection)(word)).or_insert(place);
        }
        Lexicon {
            language,
            stops: language.stops.split_whitespace().collect(),
            duties: language.duties.split_whitespace().collect(),
            numbers: language.numbers.iter().copied().collect(),
            words: listed().collect(),
            stems,
        }
    }

    /// The word that counts a single thing.
    pub fn one(&self) -> Option<&'static str> {
        self.language.one
    }

    pub fn caution(&self) -> f32 {
        self.language.caution
    }

    pub fn stem(&self, word: &str) -> String {
        (self.language.stem)(word)
    }

    pub fn class(&self, word: &str) -> Class<'static> {
        if let Some(figure) = self.numbers.get(word) {
            Class::Number(figure)
        } else if self.duties.contains(word) {
            Class::Duty
        } else if self.stops.contains(word) {
            Class::Stop
        } else {
            Class::Content
        }
    }

    /// Where a word stands; one listed as it is goes before one that only shares a stem. Several groups of people reach
    /// farther than one.
    pub fn mark(&self, word: &str, term: Term) -> Option<Mark> {
        let listed = self.words.get(word);
        let &(scale, rank) = listed.or_else(|| self.stems.get(&(self.language.inflection)(word)))?;
        let is_plural = listed.is_none() && scale == Scale::Reach && word.ends_with('s');
        Some(Mark { scale, rank: rank + u8::from(is_plural), term })
    }
}
