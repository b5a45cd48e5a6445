//! The words of the interface, in the language of the site: what is ours on a page, and not the author's.
//!
//! In go the language and the tables that a project has of its own; out come the [`Words`], a field for each, and what is
//! wrong with those tables. The structure is made of `themes/default/words/en.toml` when the program is compiled, so that a
//! word that does not exist does not compile. Whatever a language does not say is said in English, word by word.
//!
//! Refuses to know files, templates, and what the words are said about.

mod plural;
mod sentence;
mod table;

pub use plural::category;
pub(super) use sentence::Part;
pub use sentence::{Counted, Sentence, Word};
pub use table::{Given, WordFile};
use table::{Kind, Tables};

use std::sync::LazyLock;

use crate::text::{Diagnostic, Span};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The language of the words that everything falls back to.
const ENGLISH: &str = "en";

impl Words {
    /// The words of a language, a BCP 47 tag with its place, and what is wrong with the tables of the project.
    pub fn of(language: Option<(&str, Span)>, files: &[WordFile]) -> (Self, Vec<Diagnostic>) {
        if language.is_none_or(|(tag, _)| tag == ENGLISH) && files.is_empty() {
            return (Self::default(), Vec::new());
        }
        let (tables, mut found) = Tables::of(language.map_or(ENGLISH, |(tag, _)| tag), files);
        found.extend(language.into_iter().flat_map(|(tag, span)| tables.missing((tag, span), files)));
        (Self::gather(&tables), found)
    }

    /// The words in English.
    pub(super) fn english() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::gather(&Tables::of(ENGLISH, &[]).0));
        &WORDS
    }

    /// Whether all of it is in English.
    pub(super) fn is_english(&self) -> bool {
        is_english(&self.language)
    }
}

/// Whether a tag names a kind of English.
pub(super) fn is_english(tag: &str) -> bool {
    tag.split(['-', '_']).next().is_some_and(|language| language.eq_ignore_ascii_case(ENGLISH))
}

impl Default for Words {
    fn default() -> Self {
        Self::english().clone()
    }
}

#[cfg(test)]
mod tests;
