//! The negative side: words that head sections which are not levels, though levels may stand beside them.

use super::LevelName;
use super::cut::Cut;
use super::read::read_cut;
use super::title::ends_in_step;
use super::token::{Sign, Token};
use crate::model::language::lookup;
use crate::text::fold;

/// Whether a heading surely names no level: a question, a known section (`FAQ`, `Responsibilities`), a dimension-like
/// word. Says nothing about headings it does not know.
pub fn is_elsewhere(text: &str) -> bool {
    let Some(cut) = Cut::new(text) else { return true };
    is_cut_elsewhere(&cut, read_cut(&cut).as_ref())
}

/// The same for a name that is cut and read already.
pub(super) fn is_cut_elsewhere(cut: &Cut, read: Option<&LevelName>) -> bool {
    let asks = cut.tokens.iter().any(|token| token.is_sign(Sign::Prose));
    let first = cut.tokens.iter().find(|token| token.is_word());
    let starts_prose = first.is_some_and(|token| token.meaning().prose && !token.meaning().joint);
    read.is_none_or(|name| name.strength < 0.3) && (asks || starts_prose || names_elsewhere(&cut.tokens))
}

/// Whether a text is nothing but a word for step or its kin, as the header of a column of levels is: `Level`, `Grade`.
pub fn is_step_word(text: &str) -> bool {
    let Some(cut) = Cut::new(text) else { return false };
    let words = cut.words();
    words.len() <= 2 && words.iter().any(|token| token.meaning().step) && words.len() == cut.tokens.len()
}

/// Whether a field or row holds the names of levels: `Title`. A word that is also one for steps (`rank`) heads a number.
pub fn is_title_word(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or("");
    lookup(&fold(first)).is_some_and(|meaning| meaning.label && !meaning.step)
}

/// The words end, or start, with one that heads other sections. An ordinal before them does not count.
pub(super) fn names_elsewhere(tokens: &[Token]) -> bool {
    let words: Vec<&Token> = tokens.iter().filter(|token| token.is_word()).collect();
    let of_role = words
        .iter()
        .position(|token| token.meaning().joint)
        .is_some_and(|at| at > 0 && (words[at - 1].meaning().role || words[at - 1].meaning().management));
    let last = words.last().is_some_and(|token| heads_section(token)) && !ends_in_step(words.iter().copied());
    let first = words.iter().find(|token| !is_ordinal(token)).is_some_and(|token| heads_section(token));
    first || (last && !of_role)
}

fn heads_section(token: &Token) -> bool {
    let meaning = token.meaning();
    meaning.elsewhere && !meaning.role && !meaning.management && !meaning.seniority
}

fn is_ordinal(token: &Token) -> bool {
    token.folded().chars().all(|character| character.is_ascii_digit()) || token.folded().len() == 1
}
