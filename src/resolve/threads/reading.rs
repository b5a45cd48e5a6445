//! What a word of a certain spelling is: looked up once for each spelling, however often it occurs.

use super::lexicon::{Class, Lexicon};
use super::prepared::Mark;
use super::vocabulary::{Term, Vocabulary};

/// What a word of a certain spelling is.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    pub kind: Kind,
    /// Equal for words of one family, and for figures and their words.
    pub term: Term,
    pub mark: Option<Mark>,
}

/// What part a word has in a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Stop,
    Duty,
    Number,
    Content,
}

/// The readings of all spellings, in their order; terms are added to `terms`.
pub fn readings(spellings: &Vocabulary, lexicon: &Lexicon, terms: &mut Vocabulary) -> Vec<Reading> {
    spellings.names().map(|word| reading(word, lexicon, terms)).collect()
}

fn reading(word: &str, lexicon: &Lexicon, terms: &mut Vocabulary) -> Reading {
    let (kind, term) = match lexicon.class(word) {
        Class::Stop => return Reading { kind: Kind::Stop, term: Term::MAX, mark: None },
        Class::Duty => (Kind::Duty, terms.term(word)),
        Class::Number(figure) => (Kind::Number, terms.term(figure)),
        Class::Content => (Kind::Content, terms.term(&lexicon.stem(word))),
    };
    Reading { kind, term, mark: lexicon.mark(word, term) }
}
