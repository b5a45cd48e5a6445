//! The words of each language that the comparison knows, one file per language; to add one, write its file and name it
//! in [`LANGUAGES`].
//!
//! English is complete enough to carry the method. The other tables are short: words without content and the commonest
//! words of scale, found by their first letters. A language without a table is compared by its bare words and numbers.
//! All words come from general dictionaries of function words and of degree; none was taken from a ladder.

mod de;
mod en;
mod es;
mod fr;
mod pt;
mod ru;

use super::scale::Scale;
use super::stem;

/// A language: its words that carry no meaning of their own, its words on scales, its numbers.
#[derive(Debug)]
pub struct Language {
    /// With their commonest misspellings.
    pub stops: &'static str,
    /// Words of obligation and negation.
    pub duties: &'static str,
    /// Words of one rank of one scale; inflected forms need not be listed where they share the stem.
    pub scales: &'static [(Scale, u8, &'static str)],
    pub numbers: &'static [(&'static str, &'static str)],
    /// The word that counts a single thing where it is no article besides.
    pub one: Option<&'static str>,
    /// How much surer a raise must be than in English, as the words of scale are fewer and the stems coarser.
    pub caution: f32,
    pub stem: fn(&str) -> String,
    /// The form under which words of scale are found: plural and participle cut off, but no derivation.
    pub inflection: fn(&str) -> String,
    /// Whether a listed word is the participle of a verb that means something else: *defined* tasks are easy, to
    /// *define* is a large part. Such words are found as they are listed only.
    pub is_participle: fn(&str) -> bool,
}

/// Every language with a table; the first is taken where no other fits better.
pub const LANGUAGES: [&Language; 6] =
    [&en::ENGLISH, &es::SPANISH, &pt::PORTUGUESE, &fr::FRENCH, &de::GERMAN, &ru::RUSSIAN];
