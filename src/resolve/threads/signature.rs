//! Which words of a statement no other one of its level and dimension has.
//!
//! Such a word that comes back at the next level, and is again in one statement only, tells which two belong together,
//! as lines that are unique on both sides anchor a comparison of files (patience diff, Cohen).

use super::book::Book;
use super::prepared::Prepared;
use super::vocabulary::Term;

/// The words of a statement that it has for itself, by their places among its terms; those behind the first 64 are none.
#[derive(Clone, Copy, Default, Debug)]
pub struct Signature(u64);

/// Gives statements their signatures, group by group.
pub struct Signing {
    /// By word: in which group it was met last, and whether once.
    met: Vec<(u32, bool)>,
    group: u32,
}

impl Signing {
    /// `terms` counts all words.
    pub fn new(terms: usize) -> Self {
        Self { met: vec![(0, true); terms], group: 0 }
    }

    /// Signs the statements of one dimension of a level.
    pub fn sign(&mut self, level: &mut [Prepared], same: &[usize]) {
        self.group += 1;
        for term in same.iter().flat_map(|at| &level[*at].terms) {
            let last = &mut self.met[*term as usize];
            *last = (self.group, last.0 != self.group);
        }
        for at in same {
            let bits = level[*at].terms.iter().take(64).enumerate();
            let is_alone = |term: &Term| u64::from(self.met[*term as usize].1);
            level[*at].signature = Signature(bits.fold(0, |bits, (place, term)| bits | is_alone(term) << place));
        }
    }
}

/// The weight of the rarest of some words that both statements have for themselves.
pub fn rarest(book: &Book, (lower, upper): (&Prepared, &Prepared), shared: &[Term]) -> f32 {
    let both = shared.iter().filter(|term| lower.has_alone(**term) && upper.has_alone(**term));
    both.map(|term| book.weight(*term)).fold(0.0, f32::max)
}

impl Prepared {
    fn has_alone(&self, term: Term) -> bool {
        self.terms.binary_search(&term).is_ok_and(|place| place < 64 && self.signature.0 >> place & 1 == 1)
    }
}
