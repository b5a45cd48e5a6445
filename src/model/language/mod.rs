//! What the reader must know of each human language: words of level names, headings that are never levels, words of
//! state. One file per language; to add one, write its file and name it in [`ALL`].
//!
//! All languages are read at once, since ladders mix them ("Software Engineer Pleno", "Senior Entwickler").

mod de;
mod en;
mod es;
mod fr;
mod it;
mod ja;
mod lexicon;
mod nl;
mod pt;
mod ru;
mod zh;

pub use lexicon::{
    Meaning, ideographic_word, is_everybody, is_gender_ending, is_ideographic, is_yes, lookup, names_field,
    names_track, opens_phrase, phrase_at, words,
};

/// The vocabulary of one language: words and phrases between commas, with accents and capitals as people write them
/// (they are folded for comparison). Where standing counts, it comes first, from 0 (still learning the trade) over 3
/// (knows it) to 10 (leads it all): `2: junior, jr; 5: senior`.
pub struct Language {
    /// Seniority: `Junior`, `Staff`.
    pub seniority: &'static str,
    /// Proficiency: `Beginner`, `Expert`.
    pub proficiency: &'static str,
    /// Nouns for people by what they do: `engineer`, `designer`.
    pub roles: &'static str,
    /// Nouns for people by whom they lead: `manager`, `head`.
    pub management: &'static str,
    /// Nouns for people by their standing in a community or project, in the singular: `contributor`, `maintainer`.
    pub community: &'static str,
    /// Whether a role comes first and its field after it (`développeur web`).
    pub head_first: bool,
    /// What a numbered step is called: `level`, `grade`.
    pub steps: &'static str,
    /// Words of titles that say what follows is a track, in the singular: `career`, `ladder`.
    pub tracks: &'static str,
    /// Fields of work that have tracks of their own more often than they are a dimension of one.
    pub fields: &'static str,
    /// Words before a colon that say a name follows: `role`, `job title`.
    pub labels: &'static str,
    /// Number words from one upwards.
    pub numbers: &'static str,
    /// Words that join a role to its field or to another role: `of`, `and`.
    pub joints: &'static str,
    /// Words that put a role on top of a level: `with`.
    pub overlays: &'static str,
    /// Endings for the other gender: `Entwickler:in`, `desenvolvedor(a)`.
    pub gender_endings: &'static str,
    /// Words that stand between two levels of a step from one to the other: `to`.
    pub transitions: &'static str,
    /// Names of the pseudo level that holds for everybody.
    pub everybody: &'static str,
    /// Words of sentences and questions; no title has them.
    pub prose: &'static str,
    /// Words that head what a level is, not what it asks for, alone or with more words behind them: `description`,
    /// `objective of the role`.
    pub description: &'static str,
    /// Words and phrases that head the same, and only where they stand alone: `scope`, `typical experience`.
    pub summary: &'static str,
    /// Words that start the heading of illustrations.
    pub examples: &'static str,
    /// Words that head, or start the heading of, terms of use and credits.
    pub licence: &'static str,
    /// Headings of prose that belongs to no level: questions, references, other pages.
    pub asides: &'static str,
    /// All other words that head sections which are not levels, though levels may stand beside them.
    pub elsewhere: &'static str,
    /// Things that are numbered and are no levels: `step 2`, `figure 3`.
    pub counted: &'static str,
    /// What is written into a cell to say that a criterion holds.
    pub yes: &'static str,
    /// Whole texts that say a level does not exist.
    pub not_applicable: &'static str,
    /// Phrases that say a level is still to be written.
    pub draft: &'static str,
    /// Words that turn a statement round.
    pub negations: &'static str,
    /// Words in front of a name that do not belong to it.
    pub articles: &'static str,
    /// Words beside a name that do not belong to it, and words for all that a level asks.
    pub generic: &'static str,
    /// How prose says what a level builds on and how levels add up: one pattern a line, see [`super::claims`].
    pub claims: &'static str,
}

/// Every language that the reader knows.
pub static ALL: [&Language; 10] = [
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
