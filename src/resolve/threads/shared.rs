//! The same or nearly the same statements on different tracks.
//!
//! Two statements that are nearly the same share some of their heaviest words, so only those are indexed (the prefix
//! filter of Chaudhuri, Ganti, Kaushik, *A primitive operator for similarity joins in data cleaning*, ICDE 2006).

use std::collections::HashMap;

use super::Pair;
use super::difference::Difference;
use super::likeness::Verdict;
use super::prepared::{Book, Prepared};
use super::vocabulary::Term;

/// The heaviest words that hold this share of a statement's weight are indexed, and a few more, for slips of the pen.
const PREFIX: f32 = 0.2;
const SLIPS: usize = 3;

/// The least share of weight in common, words with a slip of the pen not counted.
const ALIKE: f32 = 0.5;

/// How many statements before it one statement is compared with, by one word.
const MOST: usize = 64;

/// Every pair once, the earlier track first.
pub fn shared(book: &Book, tracks: &[Vec<usize>]) -> Vec<Pair> {
    let mut met: HashMap<Term, Vec<(usize, usize)>> = HashMap::new();
    let mut pairs = Vec::new();
    for (track, &second) in tracks.iter().enumerate().flat_map(|(track, all)| all.iter().map(move |one| (track, one))) {
        let statement = book.statement(second);
        let marks = signature(book, statement);
        let known = marks.iter().filter_map(|mark| met.get(mark));
        let mut firsts: Vec<usize> = known
            .flat_map(|earlier| earlier.iter().rev().take(MOST))
            .filter(|(other, _)| *other != track)
            .map(|(_, first)| *first)
            .collect();
        firsts.sort_unstable();
        firsts.dedup();
        pairs.extend(firsts.into_iter().filter_map(|first| pair(book, first, second)));
        for mark in marks {
            met.entry(mark).or_default().push((track, second));
        }
    }
    pairs.sort_by_key(|pair| (pair.first, pair.second));
    pairs
}

fn pair(book: &Book, first: usize, second: usize) -> Option<Pair> {
    if !may_be_near(book, book.statement(first), book.statement(second)) {
        return None;
    }
    match Difference::default().verdict(book, book.statement(first), book.statement(second)) {
        Verdict::Same => Some(Pair { first, second, exact: true }),
        Verdict::Nearly(_) => Some(Pair { first, second, exact: false }),
        Verdict::Alike(_) | Verdict::Apart => None,
    }
}

/// A cheap look first: whether most of the weight is in common, slips of the pen aside.
fn may_be_near(book: &Book, one: &Prepared, other: &Prepared) -> bool {
    let common = one.terms.iter().filter(|term| other.terms.binary_search(term).is_ok());
    let shared: f32 = common.map(|term| book.weight(*term)).sum();
    one.key == other.key || 2.0 * shared >= ALIKE * (one.weight + other.weight)
}

/// What two statements that are nearly the same have at least one of in common: the whole text, or a heavy word.
fn signature(book: &Book, statement: &Prepared) -> Vec<Term> {
    let mut terms = statement.terms.clone();
    terms.sort_by(|a, b| book.weight(*b).total_cmp(&book.weight(*a)).then(a.cmp(b)));
    let mut held = 0.0;
    let weights = terms.iter().map(|term| book.weight(*term));
    let heavy = weights.take_while(|weight| {
        let is_needed = held <= PREFIX * statement.weight;
        held += weight;
        is_needed
    });
    let count = heavy.count() + SLIPS;
    terms.truncate(count);
    terms.push(statement.key);
    terms
}
