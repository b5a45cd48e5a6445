//! A table of words and phrases, read once: asked for nearly every word of a ladder.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::check::phrase::words;
use crate::text::fold;

/// Words and phrases between commas.
#[derive(Debug)]
pub struct Table {
    text: &'static str,
    /// First word → the entries that begin with it, the longest first; folded.
    read: OnceLock<BTreeMap<String, Vec<String>>>,
}

impl Table {
    /// A table of this text.
    pub const fn of(text: &'static str) -> Self {
        Self { text, read: OnceLock::new() }
    }

    /// Every entry, folded.
    pub fn entries(&self) -> impl Iterator<Item = &String> + use<'_> {
        self.read().values().flatten()
    }

    /// Whether a folded word is an entry.
    pub fn holds(&self, word: &str) -> bool {
        self.read().get(word).is_some_and(|entries| entries.iter().any(|entry| entry == word))
    }

    /// The longest entry with which the words from here on begin, in bytes of the text. A word begins there.
    pub fn phrase_at(&self, text: &str, at: usize) -> Option<usize> {
        let rest = &text[at..text[at..].char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| at + end)];
        let first = fold(&rest[words(rest).into_iter().next()?]);
        let rest = fold(rest);
        let fits = |entry: &&String| {
            let behind = rest.strip_prefix(entry.as_str());
            behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
        };
        let letters = self.read().get(&first)?.iter().find(fits)?.chars().count();
        Some(text[at..].char_indices().nth(letters).map_or(text.len() - at, |(end, _)| end))
    }

    fn read(&self) -> &BTreeMap<String, Vec<String>> {
        self.read.get_or_init(|| {
            let mut read: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for entry in self.text.split(',').map(|entry| fold(entry.trim())).filter(|entry| !entry.is_empty()) {
                let first = words(&entry).into_iter().next().map_or_else(String::new, |word| entry[word].to_owned());
                read.entry(first).or_default().push(entry);
            }
            for entries in read.values_mut() {
                entries.sort_by_key(|entry| std::cmp::Reverse(entry.len()));
            }
            read
        })
    }
}

/// No phrase is longer, in letters.
const LONGEST: usize = 48;

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn phrases_are_whole_words_and_the_longest_counts() {
        let table = Table::of("can, is able, is able to, and/or, peut");
        assert_eq!(table.phrase_at("Is able to cook", 0), Some(10));
        assert_eq!(table.phrase_at("Cancels", 0), None);
        assert_eq!(table.phrase_at("Peut-être", 0), None);
        assert_eq!(table.phrase_at("salt and/or pepper", 5), Some(6));
        assert!(table.holds("can") && !table.holds("is"));
    }
}
