//! A statement made ready for comparison: its words as numbers, sorted once, with what holds of it as a whole.

use std::hash::{Hash, Hasher};

use super::kinship::{Family, Kinship};
use super::place::Stand;
use super::scale::Scale;
use super::signature::Signature;
use super::vocabulary::Term;
use crate::text::Mixing;

/// How many words of content belong to the head of a statement, where the verb says what part one plays, or that one
/// only begins. Further on, the same words are mostly nouns, or speak of others: *tech leads*, *before work begins*.
const HEAD: usize = 3;

/// How many pairs of words are looked at to find none that are kin.
const MANY: usize = 256;

/// A statement ready for comparison.
#[derive(Debug, Default)]
pub struct Prepared {
    /// Equal for statements that are equal when normalised.
    pub key: Term,
    pub lead: Option<Term>,
    pub label: Option<Term>,
    pub dimension: Option<usize>,
    pub level: usize,
    pub stand: Stand,
    pub signature: Signature,
    /// Words of content and of scale, each once, ascending.
    pub terms: Box<[Term]>,
    /// The first word that says what is done, not how.
    pub head: Option<Term>,
    /// In the order of the text, with repetitions.
    pub order: Box<[Term]>,
    /// Ascending.
    pub numbers: Box<[Term]>,
    /// Words of obligation and negation, ascending.
    pub duties: Box<[Term]>,
    pub marks: Box<[Mark]>,
    /// The scales of the marks.
    pub scales: u16,
    /// Neighbours in `order`, ascending.
    pub pairs: Box<[Neighbours]>,
    /// Every word as it is spelt here, in the order of the text.
    pub spellings: Box<[Term]>,
    /// Stands for all in which near repeats must agree: the lead, numbers, obligations and words of scale.
    pub stance: u64,
    /// Sum of the weights of `terms`.
    pub weight: f32,
    /// The terms, the heaviest first.
    pub heaviest: Box<[Term]>,
    /// A bit for each term, one of 64 by its number: two terms may have the same.
    pub bits: u64,
    /// Those terms that have kin.
    pub kindred: Box<[(Term, Family)]>,
}

/// A term's bit in [`Prepared::bits`].
pub fn bit(term: Term) -> u64 {
    1 << (term % 64)
}

/// A word that stands on a scale.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Mark {
    pub scale: Scale,
    pub rank: u8,
    pub term: Term,
}

/// Two words that follow one another, as one number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Neighbours(u64);

impl Neighbours {
    fn new(first: Term, second: Term) -> Self {
        Self(u64::from(first) << 32 | u64::from(second))
    }

    /// The first word and the second.
    pub fn terms(self) -> (Term, Term) {
        ((self.0 >> 32) as Term, self.0 as Term)
    }
}

impl Prepared {
    /// Completes it with what is known once all statements are read.
    pub fn weigh(&mut self, weights: &[f32], kinship: &Kinship) {
        let weight = |term: Term| weights[term as usize];
        self.weight = self.terms.iter().map(|&term| weight(term)).sum();
        self.heaviest = self.terms.clone();
        self.heaviest.sort_unstable_by(|a, b| weight(*b).total_cmp(&weight(*a)).then(a.cmp(b)));
        self.bits = self.terms.iter().fold(0, |bits, term| bits | bit(*term));
        self.kindred = self.terms.iter().filter_map(|term| Some((*term, kinship.family(*term)?))).collect();
    }

    /// Whether no word of it can be kin to a word of another statement; of two that have very many such words, it is not
    /// known.
    pub fn has_no_kin_in(&self, other: &Prepared) -> bool {
        if self.kindred.len() * other.kindred.len() > MANY {
            return false;
        }
        let is_of = |(term, family): &(Term, Family)| {
            other.kindred.iter().any(|(other, its_family)| family == its_family && term != other)
        };
        !self.kindred.iter().any(is_of)
    }

    /// Whether it says what part one plays.
    pub fn plays_part(&self) -> bool {
        self.scales & Scale::Part.bit() != 0
    }

    /// Whether a word of it holds it on its scale: any word of scale, but of the parts one plays only the first.
    pub fn is_limited_by(&self, term: Term) -> bool {
        let limits = |mark: &Mark| mark.scale != Scale::Part || self.head == Some(term);
        self.marks.iter().any(|mark| mark.term == term && limits(mark))
    }

    /// Whether a word of it stands on a scale here.
    pub fn is_marked(&self, term: Term) -> bool {
        self.marks.iter().any(|mark| mark.term == term)
    }
}

/// A statement while its words are read; one serves any number of statements.
#[derive(Debug, Default)]
pub struct Draft {
    pub order: Vec<Term>,
    pub numbers: Vec<Term>,
    pub duties: Vec<Term>,
    pub marks: Vec<Mark>,
    head: Option<Term>,
    sorted: Vec<Term>,
    ranked: Vec<Mark>,
    pairs: Vec<Neighbours>,
}

impl Draft {
    /// Takes up a word of content.
    pub fn push_content(&mut self, term: Term, mark: Option<Mark>) {
        let plays_part = mark.is_some_and(|mark| mark.scale == Scale::Part);
        if self.head.is_none() && (mark.is_none() || plays_part) {
            self.head = Some(term);
        }
        let is_head = self.order.len() < HEAD;
        let begins = mark.is_some_and(|mark| mark.scale == Scale::Mastery && mark.rank == 0);
        self.marks.extend(mark.filter(|_| is_head || !plays_part && !begins));
        self.order.push(term);
    }

    /// Completes a statement with the words taken up, and is empty again.
    pub fn finish(&mut self, statement: &mut Prepared) {
        statement.head = self.head.take();
        statement.scales = self.marks.iter().fold(0, |scales, mark| scales | mark.scale.bit());
        statement.numbers = ascending(&mut self.numbers);
        statement.duties = ascending(&mut self.duties);
        self.sorted.clone_from(&self.order);
        statement.terms = ascending(&mut self.sorted);
        self.pairs.extend(self.order.windows(2).map(|pair| Neighbours::new(pair[0], pair[1])));
        statement.pairs = ascending(&mut self.pairs);
        self.ranked.clone_from(&self.marks);
        let marks = ascending(&mut self.ranked);
        let mut stance = Mixing::default();
        (statement.lead, &statement.numbers, &statement.duties, marks).hash(&mut stance);
        statement.stance = stance.finish();
        statement.order = self.order.as_slice().into();
        statement.marks = self.marks.as_slice().into();
        self.order.clear();
        self.marks.clear();
    }
}

/// Sorted, each once; the list is empty again.
fn ascending<T: Ord + Copy>(list: &mut Vec<T>) -> Box<[T]> {
    list.sort_unstable();
    list.dedup();
    let sorted = list.as_slice().into();
    list.clear();
    sorted
}
