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
mod table;
mod zh;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::text::{Lookup, fold};
pub use table::Table;

/// The vocabulary of one language: words and phrases between commas, with accents and capitals as people write them
/// (they are folded for comparison).
#[derive(Debug)]
pub struct Language {
    /// Words that nearly every sentence has, by which the language is known.
    pub common: Table,
    /// Words that join two demands: `and`.
    pub joints: Table,
    /// Words that may stand between such a word and what it joins: `also`.
    pub adverbs: Table,
    /// Words that say somebody could do something, in the place of that they do: `can`, `is able to`.
    pub abilities: Table,
    /// Words that two people judge in two ways: `good`, `appropriate`.
    pub vague: Table,
    /// Short words that people write in capitals to stress them, and that are no abbreviations: `not`.
    pub stressed: Table,
    /// Abbreviations that need no explanation.
    pub abbreviations: Table,
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

/// The language in which most of these texts are written, each given by its words as `phrase::key` has them; `None` where
/// too little speaks for any.
pub fn of<'a>(keys: impl Iterator<Item = &'a str>) -> Option<&'static Language> {
    static COMMON: LazyLock<Lookup<String, Vec<usize>>> = LazyLock::new(|| {
        let mut common: Lookup<String, Vec<usize>> = Lookup::default();
        for (index, language) in ALL.iter().enumerate() {
            for word in language.common.entries() {
                common.entry(word.clone()).or_default().push(index);
            }
        }
        common
    });
    let mut counts = [0_usize; ALL.len()];
    for word in keys.take(ENOUGH).flat_map(|key| key.split(' ')) {
        COMMON.get(word).into_iter().flatten().for_each(|index| counts[*index] += 1);
    }
    let (best, count) = counts.iter().enumerate().max_by_key(|(index, count)| (**count, ALL.len() - index))?;
    (*count >= FEWEST).then_some(ALL[best])
}

/// How many texts tell the language of a track.
const ENOUGH: usize = 100;
/// The fewest common words that do.
const FEWEST: usize = 3;

/// Whether something in capitals needs no explanation in any language.
pub fn is_known(abbreviation: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let all = |language: &&'static Language| [&language.abbreviations, &language.stressed].map(Table::entries);
        ALL.iter().flat_map(all).flatten().cloned().collect()
    });
    KNOWN.contains(&fold(abbreviation))
}

#[cfg(test)]
mod tests {
    use super::{ALL, of};
    use crate::check::phrase::key;

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
            let found = of(std::iter::once(key(text).as_str()));
            let found = found.and_then(|found| ALL.iter().position(|language| std::ptr::eq(*language, found)));
            assert_eq!(found, expected, "{text}");
        }
    }
}
