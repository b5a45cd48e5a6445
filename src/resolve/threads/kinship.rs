//! Which words differ by a slip of the pen or in their ending only.
//!
//! A word is compared with another only where both are known to have some kin: words one letter apart have a form in
//! common once at most one letter of each is left out (the idea of Mor and Fraenkel, *A hash code method for detecting
//! and correcting spelling errors*, CACM 1982), and words with the same long beginning have that beginning. So the table
//! is made in one pass over the vocabulary, and most pairs of words cost one look at it.

use std::hash::{Hash, Hasher};

use super::vocabulary::{Term, Vocabulary};
use crate::text::{Lookup, Mixing};

/// Letters that the beginnings of two forms of one word have in common.
const BEGINNING: usize = 6;

/// Words with more letters than this are always compared.
const LONGEST: usize = 28;

/// The letters of every word, and whether there is another one like it.
#[derive(Debug, Default)]
pub struct Kinship {
    letters: Vec<char>,
    /// Where the letters of each word end.
    ends: Vec<u32>,
    has_kin: Vec<bool>,
}

impl Kinship {
    /// Looks at every word once.
    pub fn new(words: &Vocabulary) -> Self {
        let mut kinship = Self { has_kin: vec![false; words.len()], ..Self::default() };
        let mut holders: Lookup<u64, usize> = Lookup::default();
        for (term, name) in words.names().enumerate() {
            let start = kinship.letters.len();
            kinship.letters.extend(name.chars());
            kinship.ends.push(u32::try_from(kinship.letters.len()).unwrap_or(u32::MAX));
            let letters = &kinship.letters[start..];
            if letters.len() > LONGEST {
                kinship.has_kin[term] = true;
                continue;
            }
            for form in forms(letters) {
                let holder = *holders.entry(form).or_insert(term);
                if holder != term {
                    kinship.has_kin[holder] = true;
                    kinship.has_kin[term] = true;
                }
            }
        }
        kinship
    }

    /// Whether any word may be kin to this one.
    pub fn has_any(&self, term: Term) -> bool {
        self.has_kin.get(term as usize).copied().unwrap_or_default()
    }

    /// Whether two words are kin.
    pub fn between(&self, one: Term, other: Term) -> bool {
        let (one, other) = (self.letters(one), self.letters(other));
        begin_alike(one, other) && are_kin(one, other)
    }

    fn letters(&self, term: Term) -> &[char] {
        let end = |term: usize| self.ends.get(term).map_or(self.letters.len(), |end| *end as usize);
        let start = (term as usize).checked_sub(1).map_or(0, end);
        &self.letters[start..end(term as usize)]
    }
}

/// The word itself, the word without each of its letters, and its beginning; as hashes.
fn forms(letters: &[char]) -> impl Iterator<Item = u64> {
    let without = move |left_out: usize| {
        let mut hash = Mixing::default();
        letters.iter().enumerate().filter(|(at, _)| *at != left_out).for_each(|(_, letter)| letter.hash(&mut hash));
        hash.finish()
    };
    let beginning = letters.get(..BEGINNING).map(|beginning| {
        let mut hash = Mixing::default();
        (true, beginning).hash(&mut hash);
        hash.finish()
    });
    (0..=letters.len()).map(without).chain(beginning)
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
        assert_eq!(kinship.has_any(one), kinship.has_any(other));
        kinship.has_any(one) && kinship.between(one, other)
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
