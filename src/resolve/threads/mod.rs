//! Which statement of one level takes up which statement of another: design rules 3.3 and 3.4.
//!
//! In go plain statements; out come links with their evidence in words. Nothing here knows levels, tracks or documents:
//! the caller says which statements are a level's own and which are in force below it.

mod candidates;
mod compare;
mod evidence;
mod prepared;
mod scale;
mod stem;
mod words;

use candidates::candidates;
use compare::{Comparison, compare};
use prepared::Book;

/// A statement as its ladder words it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Statement<'a> {
    /// Plain text of one line, the label included.
    pub text: &'a str,
    /// The words of the parent bullet, if any: two statements are one only where these agree too.
    pub lead: Option<&'a str>,
    /// The short lead-in that is part of the text.
    pub label: Option<&'a str>,
    /// Any number that is the same for the same dimension.
    pub dimension: Option<usize>,
}

/// What one statement does to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tie {
    /// The same words once normalised.
    Exact,
    /// Other wording or a typo, but the same numbers, scope and obligation.
    Near,
    /// The same thread with a wider scope, a higher bar or another number.
    Raise,
}

/// A tie from one statement to another, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Index of the other statement.
    pub of: usize,
    pub tie: Tie,
    /// In plain words: what is shared and what changed.
    pub evidence: String,
}

/// Two statements of different tracks that say the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    pub first: usize,
    pub second: usize,
    /// Whether the words are equal once normalised.
    pub exact: bool,
}

/// All statements of a framework, made ready once for any number of comparisons.
#[derive(Debug)]
pub struct Threads {
    book: Book,
}

impl Threads {
    /// Statements keep the index that they have in the order given.
    pub fn new<'a>(statements: impl IntoIterator<Item = Statement<'a>>) -> Threads {
        Threads { book: Book::new(statements) }
    }

    /// For each of `own`, in order: the statement of `below` that it repeats or raises, if any.
    ///
    /// Repeats pair off one to one; several statements may raise the same one. A statement that is repeated is raised
    /// by no other. Indices that were never given are passed over.
    pub fn relate(&self, own: &[usize], below: &[usize]) -> Vec<Option<Link>> {
        let mut links: Vec<Option<Link>> = vec![None; own.len()];
        let mut state: Vec<BelowState> = vec![BelowState::Free; below.len()];
        for (at, to, score) in self.ranked(own, below) {
            let tie = score.tie;
            if links[at].is_some() || !state[to].admits(&score) {
                continue;
            }
            let (upper, lower) = (self.book.statement(own[at]), self.book.statement(below[to]));
            let evidence = evidence::tell(&self.book, lower, upper, &score);
            links[at] = Some(Link { of: below[to], tie, evidence });
            state[to] = if tie == Tie::Raise { BelowState::Raised } else { BelowState::Repeated };
        }
        links
    }

    /// The same or nearly the same statements on different tracks; each track by its statements. Every pair once, the
    /// earlier track first.
    pub fn shared(&self, tracks: &[Vec<usize>]) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (index, track) in tracks.iter().enumerate() {
            let others: Vec<usize> = tracks[index + 1..].iter().flatten().copied().collect();
            for (at, to, score) in self.ranked(track, &others) {
                if score.tie != Tie::Raise {
                    pairs.push(Pair { first: track[at], second: others[to], exact: score.tie == Tie::Exact });
                }
            }
        }
        pairs.sort_by_key(|pair| (pair.first, pair.second));
        pairs
    }

    /// Every tie that holds, the surest first: exact, then near, then raises by score.
    fn ranked(&self, own: &[usize], below: &[usize]) -> Vec<(usize, usize, Comparison)> {
        let mut ties: Vec<(usize, usize, Comparison)> = candidates(&self.book, own, below)
            .into_iter()
            .filter_map(|(at, to)| {
                let (upper, lower) = (self.book.statement(own[at]), self.book.statement(below[to]));
                compare(&self.book, lower, upper).map(|score| (at, to, score))
            })
            .collect();
        ties.sort_by(|(a, b, left), (c, d, right)| {
            let order = (left.tie as u8).cmp(&(right.tie as u8));
            order.then(right.score.total_cmp(&left.score)).then((a, b).cmp(&(c, d)))
        });
        ties
    }
}

/// What has already been decided about a statement below.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BelowState {
    Free,
    Raised,
    Repeated,
}

impl BelowState {
    fn admits(self, comparison: &Comparison) -> bool {
        match self {
            BelowState::Free => true,
            BelowState::Raised => comparison.tie == Tie::Raise && comparison.score >= compare::SECOND,
            BelowState::Repeated => false,
        }
    }
}
