//! What the rules must know of each human language. One file per language; to add one, write its file and name it in
//! [`ALL`].
//!
//! A rule asks the words of the language that a track is written in, since a word of one language is another one in the
//! next (`die`, `en`, `e`). Abbreviations that everybody knows are known in every language.

mod de;
mod en;
mod es;
mod fr;
mod it;
mod ja;
mod nl;
mod pt;
mod ru;
mod zh;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::phrase::words;
use crate::text::fold;

/// The vocabulary of one language: words and phrases between commas, with accents and capitals as people write them
/// (they are folded for comparison).
#[derive(Debug)]
pub struct Language {
    /// Words that nearly every sentence has, by which the language is known.
    pub common: &'static str,
    /// Words that join two demands: `and`.
    pub joints: &'static str,
    /// Words that may stand between such a word and what it joins: `also`.
    pub adverbs: &'static str,
    /// Words that say somebody could do something, in the place of that they do: `can`, `is able to`.
    pub abilities: &'static str,
    /// Words that two people judge in two ways: `good`, `appropriate`.
    pub vague: &'static str,
    /// Short words that people write in capitals to stress them, and that are no abbreviations: `not`.
    pub stressed: &'static str,
    /// Abbreviations that need no explanation.
    pub abbreviations: &'static str,
}

/// Every language that the rules know.
static ALL: [&Language; 10] = [
    &en::ENGLISH,
    &de::GERMAN,
    &fr::FRENCH,
    &es::SPANISH,
    &pt::PORTUGUESE,
    &it::ITALIAN,
    &nl::DUTCH,
    &ru::RUSSIAN,
    &ja::JAPANESE,
    &zh::CHINESE,
];

/// The language in which most of these texts are written; `None` where too little speaks for any.
pub fn of(texts: impl Iterator<Item = String>) -> Option<&'static Language> {
    static COMMON: LazyLock<BTreeMap<String, Vec<usize>>> = LazyLock::new(|| {
        let mut common: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, language) in ALL.iter().enumerate() {
            for word in entries(language.common) {
                common.entry(word).or_default().push(index);
            }
        }
        common
    });
    let mut counts = [0_usize; ALL.len()];
    for text in texts.take(ENOUGH) {
        for word in words(&text) {
            let found = COMMON.get(&fold(&text[word]));
            found.into_iter().flatten().for_each(|index| counts[*index] += 1);
        }
    }
    let (best, count) = counts.iter().enumerate().max_by_key(|(index, count)| (**count, ALL.len() - index))?;
    (*count >= FEWEST).then_some(ALL[best])
}

/// How many texts tell the language of a track.
const ENOUGH: usize = 400;
/// The fewest common words that do.
const FEWEST: usize = 3;

/// Whether something in capitals needs no explanation in any language.
pub fn is_known(abbreviation: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let all = |language: &&'static Language| [language.abbreviations, language.stressed].map(entries);
        ALL.iter().flat_map(all).flatten().collect()
    });
    KNOWN.contains(&fold(abbreviation))
}

/// The entries of a table, folded.
pub fn entries(table: &'static str) -> impl Iterator<Item = String> {
    table.split(',').map(str::trim).filter(|entry| !entry.is_empty()).map(fold)
}

/// The longest phrase of a table with which the words from here on begin, in bytes of the text.
pub fn phrase_at(table: &'static str, text: &str, at: usize) -> Option<usize> {
    let rest = fold(&text[at..text[at..].char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| at + end)]);
    let fits = |entry: &String| {
        let behind = rest.strip_prefix(entry.as_str());
        behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    };
    let phrase = entries(table).filter(fits).max_by_key(String::len)?;
    let letters = phrase.chars().count();
    Some(text[at..].char_indices().nth(letters).map_or(text.len() - at, |(end, _)| end))
}

/// No phrase is longer, in letters.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::{ALL, of, phrase_at};

    #[test]
    fn languages_are_told_apart() {
        let cases = [
            ("Writes the tests of the team and keeps them green", Some(0)),
            ("Schreibt die Tests für das Team und hält sie grün", Some(1)),
            ("Écrit les tests de l'équipe et les garde dans le vert", Some(2)),
            ("Escribe las pruebas del equipo y las mantiene con los demás", Some(3)),
            ("Escreve os testes do time e não os deixa com erros", Some(4)),
            ("Schrijft de tests van het team en houdt ze groen", Some(6)),
            ("Пишет тесты для команды и не оставляет их на потом", Some(7)),
            ("OK", None),
        ];
        for (text, expected) in cases {
            let found = of(std::iter::once(text.to_owned()));
            let found = found.and_then(|found| ALL.iter().position(|language| std::ptr::eq(*language, found)));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        assert_eq!(phrase_at("can, is able to", "Is able to cook", 0), Some(10));
        assert_eq!(phrase_at("can", "Cancels", 0), None);
        assert_eq!(phrase_at("peut", "Peut-être", 0), Some(4));
    }
}
