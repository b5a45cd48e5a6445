//! Which pairs are worth comparing: those that share enough weight of words.
//!
//! The own statements are indexed by word; the statements below stream past the index. Words that are common among the
//! own statements open no pair by themselves, so that the work stays near linear in the number of words.

use std::collections::BTreeMap;

use super::prepared::Book;
use super::vocabulary::Term;

/// A word that more own statements have than this opens no pair.
const COMMON: usize = 48;

/// The share of the weight of both that the two must have in common.
const FLOOR: f32 = 0.07;

/// How many statements below one own statement is compared with, the closest ones.
const CLOSEST: usize = 8;

/// How many own statements of one wording are paired with a statement below of that wording; the second one below
/// begins with the second own one.
const TWINS: usize = 4;

/// Positions in `own` and `below` of the pairs worth comparing.
pub fn candidates(book: &Book, own: &[usize], below: &[usize]) -> Vec<(usize, usize)> {
    let words = Index::new(own, |index| book.statement(index).terms.iter().copied());
    let keys = Index::new(own, |index| std::iter::once(book.statement(index).key));
    let mut closest: Vec<Vec<(f32, usize)>> = vec![Vec::new(); own.len()];
    let mut met: BTreeMap<Term, usize> = BTreeMap::new();
    let mut shared = vec![0.0_f32; own.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (to, &index) in below.iter().enumerate() {
        let lower = book.statement(index);
        for &term in &lower.terms {
            let holders = words.holders(term);
            for &(_, at) in if holders.len() > COMMON { &[] } else { holders } {
                if shared[at] == 0.0 {
                    touched.push(at);
                }
                shared[at] += book.weight(term);
            }
        }
        let twins = if lower.key == Term::MAX { &[] } else { keys.holders(lower.key) };
        let before = if twins.is_empty() { 0 } else { next(&mut met, lower.key) };
        for &(_, at) in twins.iter().skip(before).take(TWINS) {
            if shared[at] == 0.0 {
                touched.push(at);
            }
            shared[at] = f32::INFINITY;
        }
        for at in touched.drain(..) {
            let both = lower.weight + book.statement(own[at]).weight;
            let overlap = 2.0 * std::mem::take(&mut shared[at]) / both.max(f32::MIN_POSITIVE);
            if overlap >= FLOOR && own[at] != index {
                keep(&mut closest[at], (overlap, to));
            }
        }
    }
    let pairs = closest.into_iter().enumerate();
    pairs.flat_map(|(at, all)| all.into_iter().map(move |(_, to)| (at, to))).collect()
}

/// Keeps the closest ones.
fn keep(closest: &mut Vec<(f32, usize)>, next: (f32, usize)) {
    if closest.len() < CLOSEST {
        closest.push(next);
        return;
    }
    let farthest = closest.iter_mut().min_by(|a, b| a.0.total_cmp(&b.0));
    if let Some(farthest) = farthest.filter(|farthest| farthest.0 < next.0) {
        *farthest = next;
    }
}

/// How often a key was met before.
fn next(met: &mut BTreeMap<Term, usize>, key: Term) -> usize {
    let count = met.entry(key).or_default();
    *count += 1;
    *count - 1
}

/// Term → positions that hold it.
struct Index {
    entries: Vec<(Term, usize)>,
    /// One bit per remainder of the terms that occur: most words of other statements end here.
    filter: [u64; 64],
}

impl Index {
    fn new<T: Iterator<Item = Term>>(own: &[usize], terms: impl Fn(usize) -> T) -> Index {
        let mut entries: Vec<(Term, usize)> =
            own.iter().enumerate().flat_map(|(at, &index)| terms(index).map(move |term| (term, at))).collect();
        entries.sort_unstable();
        let mut filter = [0_u64; 64];
        for (term, _) in &entries {
            filter[(term / 64 % 64) as usize] |= 1 << (term % 64);
        }
        Index { entries, filter }
    }

    fn holders(&self, term: Term) -> &[(Term, usize)] {
        if self.filter[(term / 64 % 64) as usize] & (1 << (term % 64)) == 0 {
            return &[];
        }
        let start = self.entries.partition_point(|entry| entry.0 < term);
        let count = self.entries[start..].iter().take_while(|entry| entry.0 == term).count();
        &self.entries[start..start + count]
    }
}
