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

/// How many of the indexed words two statements must have in common, where both have more than that.
const COMMON: u8 = 2;

/// Every pair once, the earlier track first.
pub fn shared(book: &Book, tracks: &[Vec<usize>]) -> Vec<Pair> {
    let mut met: HashMap<Term, Vec<(usize, usize)>> = HashMap::new();
    let mut pairs = Vec::new();
    let mut difference = Difference::default();
    let mut counts = Counts { of: Vec::new(), touched: Vec::new() };
    for (track, &second) in tracks.iter().enumerate().flat_map(|(track, all)| all.iter().map(move |one| (track, one))) {
        let marks = signature(book, book.statement(second));
        for earlier in marks.iter().filter_map(|mark| met.get(mark)) {
            let others = earlier.iter().rev().take(MOST).filter(|(other, _)| *other != track);
            others.for_each(|(_, first)| counts.add(*first));
        }
        let enough = if marks.len() > 1 + usize::from(COMMON) { COMMON } else { 1 };
        for (first, count) in counts.take() {
            let is_same = book.statement(first).key == book.statement(second).key;
            if count >= enough || is_same {
                pairs.extend(pair(book, &mut difference, (first, second)));
            }
        }
        for mark in marks {
            met.entry(mark).or_default().push((track, second));
        }
    }
    pairs.sort_by_key(|pair| (pair.first, pair.second));
    pairs
}

/// How many words each earlier statement has in common with the one that is looked at.
struct Counts {
    of: Vec<u8>,
    touched: Vec<usize>,
}

impl Counts {
    fn add(&mut self, statement: usize) {
        if self.of.len() <= statement {
            self.of.resize(statement + 1, 0);
        }
        if self.of[statement] == 0 {
            self.touched.push(statement);
        }
        self.of[statement] = self.of[statement].saturating_add(1);
    }

    /// Every statement counted, and its count; the next one begins with none.
    fn take(&mut self) -> impl Iterator<Item = (usize, u8)> + '_ {
        let of = &mut self.of;
        self.touched.drain(..).map(|statement| (statement, std::mem::take(&mut of[statement])))
    }
}

fn pair(book: &Book, difference: &mut Difference, (first, second): (usize, usize)) -> Option<Pair> {
    if !may_be_near(book, book.statement(first), book.statement(second)) {
        return None;
    }
    match difference.verdict(book, book.statement(first), book.statement(second)) {
        Verdict::Same => Some(Pair { first, second, exact: true }),
        Verdict::Nearly(_) => Some(Pair { first, second, exact: false }),
        Verdict::Alike(_) | Verdict::Apart => None,
    }
}

/// A cheap look first: whether most of the weight is in common, slips of the pen aside.
fn may_be_near(book: &Book, one: &Prepared, other: &Prepared) -> bool {
    let enough = ALIKE * (one.weight + other.weight);
    let shared = || -> f32 {
        let common = one.terms.iter().filter(|term| other.terms.binary_search(term).is_ok());
        common.map(|term| book.weight(*term)).sum()
    };
    one.key == other.key || (2.0 * one.weight.min(other.weight) >= enough && 2.0 * shared() >= enough)
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
