//! A language's table, looked up by word.

use std::sync::LazyLock;

use super::language::{LANGUAGES, Language};
use super::prepared::Mark;
use super::scale::Scale;
use super::vocabulary::{Term, Vocabulary};
use super::words::is_number;
use crate::text::Lookup;

/// What kind of word it is.
#[derive(Clone, Copy)]
pub enum Class<'a> {
    Stop,
    Duty,
    Number(&'a str),
    Content,
}

/// One language, ready for lookups.
pub struct Lexicon {
    language: &'static Language,
    functions: Lookup<&'static str, Class<'static>>,
    words: Lookup<&'static str, (Scale, u8)>,
    stems: Lookup<String, (Scale, u8)>,
}

static LEXICONS: LazyLock<Vec<Lexicon>> =
    LazyLock::new(|| LANGUAGES.iter().map(|language| Lexicon::new(language)).collect());

/// Words without content → the languages that have them, one bit each.
static STOPS: LazyLock<Lookup<&'static str, Languages>> = LazyLock::new(|| {
    let mut stops: Lookup<&str, Languages> = Lookup::default();
    for (place, language) in LANGUAGES.iter().enumerate() {
        language.stops.split_whitespace().for_each(|word| *stops.entry(word).or_default() |= 1 << place);
    }
    stops
});

/// A set of languages by their places in [`LANGUAGES`].
type Languages = u16;

/// How many statements are looked at to tell the language.
const SAMPLE: usize = 400;

/// How many words without content of each language the first statements have.
#[derive(Default)]
pub struct Tally {
    statements: usize,
    counts: [usize; LANGUAGES.len()],
    /// By spelling.
    languages: Vec<Languages>,
}

impl Tally {
    /// Counts the words of the next statement.
    pub fn count(&mut self, words: &[Term], spellings: &Vocabulary) {
        self.statements += 1;
        if self.statements > SAMPLE {
            return;
        }
        let known = self.languages.len()..spellings.len();
        let languages = |spelling: usize| STOPS.get(spellings.name(spelling as Term)).copied().unwrap_or_default();
        self.languages.extend(known.map(languages));
        for word in words {
            let languages = self.languages[*word as usize];
            let counts = self.counts.iter_mut().enumerate();
            counts.for_each(|(place, count)| *count += usize::from(languages >> place & 1));
        }
    }
}

impl Lexicon {
    /// The language whose words without content are the most frequent in the texts; the first of equals.
    pub fn of(tally: Tally) -> &'static Lexicon {
        let most = tally.counts.into_iter().max().unwrap_or_default();
        let place = tally.counts.into_iter().position(|count| count == most);
        &LEXICONS[place.unwrap_or_default()]
    }

    fn new(language: &'static Language) -> Lexicon {
        let listed = || {
            let ranked = |(scale, rank, list): &(Scale, u8, &'static str)| {
                let (scale, rank) = (*scale, *rank);
                list.split_whitespace().map(move |word| (word, (scale, rank)))
            };
            language.scales.iter().flat_map(ranked)
        };
        let mut stems = Lookup::default();
        for (word, place) in listed().filter(|(word, _)| !(language.is_participle)(word)) {
            stems.entry((language.inflection)(word)).or_insert(place);
        }
        let stops = language.stops.split_whitespace().map(|word| (word, Class::Stop));
        let duties = language.duties.split_whitespace().map(|word| (word, Class::Duty));
        let numbers = language.numbers.iter().map(|(word, figure)| (*word, Class::Number(figure)));
        // The later ones count.
        let functions = stops.chain(duties).chain(numbers).collect();
        Lexicon { language, functions, words: listed().collect(), stems }
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

    pub fn class<'a>(&self, word: &'a str) -> Class<'a> {
        if is_number(word) {
            return Class::Number(word);
        }
        self.functions.get(word).copied().unwrap_or(Class::Content)
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
