//! Which words differ by a slip of the pen or in their ending only.
//!
//! A word is compared with another only where both are of one family: words one letter apart have a form in common once
//! at most one letter of each is left out (the idea of Mor and Fraenkel, *A hash code method for detecting and correcting
//! spelling errors*, CACM 1982), and words with the same long beginning have that beginning. So the families are made in
//! one pass over the vocabulary, and most pairs of words cost one look at them.

use std::hash::{Hash, Hasher};

use super::super::unions::Unions;
use super::vocabulary::{Term, Vocabulary};
use crate::text::{Lookup, Mixing};

/// Letters that the beginnings of two forms of one word have in common.
const BEGINNING: usize = 6;

/// Words with more letters than this are one family.
const LONGEST: usize = 28;

/// The letters of every word, and its family.
#[derive(Debug, Default)]
pub struct Kinship {
    letters: Vec<char>,
    /// Where the letters of each word end.
    ends: Vec<u32>,
    /// By word; none of a word that is like no other.
    families: Vec<Option<Family>>,
}

/// Words of which each may be kin to some other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Family(u32);

impl Kinship {
    /// Looks at every word once.
    pub fn new(words: &Vocabulary) -> Self {
        let mut kinship = Self::default();
        let mut families = Unions::new(words.len());
        let mut holders: Lookup<u64, usize> = Lookup::default();
        for (term, name) in words.names().enumerate() {
            let start = kinship.letters.len();
            kinship.letters.extend(name.chars());
            kinship.ends.push(u32::try_from(kinship.letters.len()).unwrap_or(u32::MAX));
            for form in forms(&kinship.letters[start..]) {
                families.join(*holders.entry(form).or_insert(term), term);
            }
        }
        let roots: Vec<usize> = (0..words.len()).map(|term| families.root(term)).collect();
        let mut sizes = vec![0_u32; words.len()];
        roots.iter().for_each(|root| sizes[*root] += 1);
        kinship.families = roots.iter().map(|root| (sizes[*root] > 1).then_some(Family(*root as u32))).collect();
        kinship
    }

    /// The words that a word may be kin to, if any.
    pub fn family(&self, term: Term) -> Option<Family> {
        self.families.get(term as usize).copied().flatten()
    }

    /// Whether two words are kin.
    pub fn between(&self, one: Term, other: Term) -> bool {
        if self.family(one).is_none() || self.family(one) != self.family(other) {
            return false;
        }
        let (one, other) = (self.letters(one), self.letters(other));
        begin_alike(one, other) && are_kin(one, other)
    }

    fn letters(&self, term: Term) -> &[char] {
        let end = |term: usize| self.ends.get(term).map_or(self.letters.len(), |end| *end as usize);
        let start = (term as usize).checked_sub(1).map_or(0, end);
        &self.letters[start..end(term as usize)]
    }
}

/// The word itself, the word without each of its letters, and its beginning; as hashes. Very long words have none of
/// them but one in common.
fn forms(letters: &[char]) -> impl Iterator<Item = u64> {
    let is_long = letters.len() > LONGEST;
    let without = move |left_out: usize| {
        let mut hash = Mixing::default();
        letters.iter().enumerate().filter(|(at, _)| *at != left_out).for_each(|(_, letter)| letter.hash(&mut hash));
        hash.finish()
    };
    let beginning = letters.get(..BEGINNING).filter(|_| !is_long).map(|beginning| {
        let mut hash = Mixing::default();
        (true, beginning).hash(&mut hash);
        hash.finish()
    });
    let count = if is_long { 0 } else { 1 + letters.len() };
    (0..count).map(without).chain(beginning).chain(is_long.then_some(u64::MAX))
}

/// Whether the first letter is the same, or the first two are swapped.
fn begin_alike(one: &[char], other: &[char]) -> bool {
    match (one, other) {
        ([a, ..], [c, ..]) if a == c => true,
        ([a, b, ..], [c, d, ..]) => a == d && b == c,
        _ => false,
    }
}

/// One slip of the pen (a letter more, less, other, or two swapped) in a word of some length, or a long common beginning.
fn are_kin(one: &[char], other: &[char]) -> bool {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let end = one[start..].iter().rev().zip(other[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (one.len() - start - end, other.len() - start - end);
    let swapped = left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
    let slipped = left <= 1 && right <= 1 && start > 0 && one.len() + other.len() >= 10;
    swapped || slipped || (start >= BEGINNING && one.len().min(other.len()) - start <= 2)
}

#[cfg(test)]
mod tests {
    use super::{Kinship, Vocabulary};

    fn kin(one: &str, other: &str) -> bool {
        let mut words = Vocabulary::default();
        let (one, other) = (words.term(one), words.term(other));
        let kinship = Kinship::new(&words);
        assert_eq!(kinship.between(one, other), kinship.between(other, one));
        kinship.between(one, other)
    }

    #[test]
    fn slips_of_the_pen() {
        for (one, other) in [("hte", "the"), ("recieve", "receive"), ("follw", "follow"), ("implements", "implemants")]
        {
            assert!(kin(one, other), "{one} {other}");
        }
    }

    #[test]
    fn families() {
        assert!(kin("strategy", "strategic"));
        assert!(kin(&"long".repeat(20), &format!("{}er", "long".repeat(20))));
    }

    #[test]
    fn other_words() {
        for (one, other) in [("tool", "pool"), ("one", "ones"), ("plan", "plant"), ("alignment", "aligned"), ("", "a")]
        {
            assert!(!kin(one, other), "{one} {other}");
        }
    }
}
