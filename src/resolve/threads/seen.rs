//! What was seen where a link holds: what two statements have in common, and what changed from the lower to the upper one.
//! Whoever shows it finds the sentences.

use std::sync::Arc;

use super::Tie;
use super::book::Book;
use super::difference::{Difference, Step};
use super::prepared::Prepared;
use super::scale::Scale;
use super::vocabulary::Term;

/// How many words of a kind are named.
const NAMED: usize = 6;

/// What speaks for a link; every word as its statement spells it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Seen {
    /// The same words.
    Same,
    /// Nearly the same words; where nothing is named, they differ in their form alone.
    Near(Vec<Edit>),
    /// A raise, which has one change at least.
    Rise {
        /// The heaviest words of both, in the order of the upper statement.
        common: Vec<Arc<str>>,
        changes: Vec<Change>,
    },
}

/// Where nearly the same words differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// The lower word, and the upper one in its place.
    Replaced(Arc<str>, Arc<str>),
    Removed(Arc<str>),
    Added(Arc<str>),
}

/// What makes one statement ask for more than another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A step up on a scale, and the words that say so, where any do.
    Step { scale: Scale, from: Option<Arc<str>>, to: Option<Arc<str>> },
    /// Other numbers; at most one side has none.
    Number { from: Vec<Arc<str>>, to: Vec<Arc<str>> },
    /// Words that the lower statement has not; told where nothing else tells.
    New(Vec<Arc<str>>),
    /// The lower statement only says more of what holds it back.
    Unlimited,
    /// It stands where the lower one stands: each is the only one of its dimension or label at its level.
    InPlace,
}

impl Seen {
    /// Tells that two statements stand in the same place, if one raises the other.
    pub fn add_place(&mut self) {
        if let Seen::Rise { changes, .. } = self {
            changes.push(Change::InPlace);
        }
    }
}

/// Two statements, for their spelling.
struct Both<'a> {
    book: &'a Book,
    lower: &'a Prepared,
    upper: &'a Prepared,
}

/// What is shared, and what changed. `difference` is that of the two.
pub fn seen(book: &Book, (lower, upper): (&Prepared, &Prepared), difference: &Difference, tie: Tie) -> Seen {
    let both = Both { book, lower, upper };
    match tie {
        Tie::Exact => Seen::Same,
        Tie::Near => Seen::Near(both.edits(difference)),
        Tie::Raise => Seen::Rise { common: both.common(difference), changes: both.changes(difference) },
    }
}

impl Both<'_> {
    fn below(&self, term: Term) -> Arc<str> {
        self.book.spelt(self.lower, term)
    }

    fn above(&self, term: Term) -> Arc<str> {
        self.book.spelt(self.upper, term)
    }

    fn edits(&self, difference: &Difference) -> Vec<Edit> {
        let replaced = difference.kin.iter().map(|&(one, other)| Edit::Replaced(self.below(one), self.above(other)));
        let removed = difference.gone.iter().map(|&term| Edit::Removed(self.below(term)));
        let added = difference.come.iter().map(|&term| Edit::Added(self.above(term)));
        replaced.chain(removed).chain(added).collect()
    }

    fn common(&self, difference: &Difference) -> Vec<Arc<str>> {
        let is_shared = |term: Term| {
            difference.shared.binary_search(&term).is_ok() || difference.kin.iter().any(|pair| pair.1 == term)
        };
        let mut terms: Vec<Term> = Vec::new();
        for &term in &self.upper.order {
            if is_shared(term) && !terms.contains(&term) {
                terms.push(term);
            }
        }
        if terms.len() > NAMED {
            let mut heaviest = terms.clone();
            heaviest.sort_by(|a, b| self.book.weight(*b).total_cmp(&self.book.weight(*a)));
            heaviest.truncate(NAMED);
            terms.retain(|term| heaviest.contains(term));
        }
        terms.into_iter().map(|term| self.above(term)).collect()
    }

    fn changes(&self, difference: &Difference) -> Vec<Change> {
        let is_told = |step: &Step| {
            let told = |term: Option<Term>, numbers: &[Term]| term.is_none_or(|term| numbers.contains(&term));
            told(step.from, &difference.gone_numbers) && told(step.to, &difference.come_numbers)
        };
        let steps = difference.steps.iter().filter(|step| step.by > 0 && !is_told(step));
        let step = |step: &Step| Change::Step {
            scale: step.scale,
            from: step.from.map(|term| self.below(term)),
            to: step.to.map(|term| self.above(term)),
        };
        let mut changes: Vec<Change> = steps.map(step).collect();
        if difference.has_other_number() {
            changes.push(self.number(difference));
        }
        if changes.is_empty() {
            changes.push(self.news(difference));
        }
        changes
    }

    fn number(&self, difference: &Difference) -> Change {
        Change::Number {
            from: difference.gone_numbers.iter().map(|&term| self.below(term)).collect(),
            to: difference.come_numbers.iter().map(|&term| self.above(term)).collect(),
        }
    }

    fn news(&self, difference: &Difference) -> Change {
        match difference.come.as_slice() {
            [] => Change::Unlimited,
            come => Change::New(come.iter().take(NAMED).map(|&term| self.above(term)).collect()),
        }
    }
}
