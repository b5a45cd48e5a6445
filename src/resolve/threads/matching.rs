//! Who takes up whom, over all statements of a level at once.
//!
//! Exact repeats pair off first, then near ones. The rest compete: a pair is worth more the farther each of the two is
//! from its second best, so that a statement that looks a little like many takes up none. The surest pairs are settled
//! first; a statement may be raised by several, but each further one must be surer.

use super::Tie;
use super::likeness::{Likeness, Verdict};
use super::prepared::Prepared;

/// A pair worth a decision: positions among the own statements and among those below.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub at: usize,
    pub to: usize,
    pub verdict: Verdict,
}

/// The two sides of a level.
pub struct Sides<'a> {
    pub own: Vec<&'a Prepared>,
    pub below: Vec<&'a Prepared>,
    /// How much surer a raise must be in this language.
    pub caution: f32,
}

/// A decided link.
#[derive(Clone, Copy, Debug)]
pub struct Settled {
    pub at: usize,
    pub to: usize,
    pub tie: Tie,
}

/// What a pair must score, and what it must score where another statement raises the same one already.
const BAR: f32 = 4.25;
const SECOND_BAR: f32 = 5.2;

/// What a distance from the second best is worth, for the upper and for the lower statement.
const AHEAD: f32 = 4.15;
const WANTED: f32 = 2.25;

/// What it is worth to be the only statements of a dimension at both levels, as in a matrix of one statement a cell.
const ALONE: f32 = 4.9;

/// Decides every link. `points` are those of a pair that is alike, if it may be a thread at all.
pub fn settle(
    sides: &Sides,
    alone: &Alone,
    candidates: &[Candidate],
    points: impl FnMut(&Candidate, Likeness) -> Option<f32>,
) -> Vec<Settled> {
    let mut standing = Standing { linked: vec![false; sides.own.len()], taken: vec![Taken::Free; sides.below.len()] };
    let mut settled = Vec::new();
    let same = candidates.iter().filter(|candidate| candidate.verdict == Verdict::Same);
    standing.repeat(same.map(|candidate| (candidate, Tie::Exact)), &mut settled);
    let mut near: Vec<(f32, &Candidate)> = candidates
        .iter()
        .filter_map(|candidate| match candidate.verdict {
            Verdict::Nearly(overlap) => Some((overlap, candidate)),
            Verdict::Same | Verdict::Alike(_) | Verdict::Apart => None,
        })
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    standing.repeat(near.into_iter().map(|(_, candidate)| (candidate, Tie::Near)), &mut settled);
    let ranked = standing.ranked((sides, alone), candidates, points);
    for (at, to) in standing.raises(sides, ranked) {
        settled.push(Settled { at, to, tie: Tie::Raise });
    }
    settled
}

/// What has been decided so far.
struct Standing {
    linked: Vec<bool>,
    taken: Vec<Taken>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    Free,
    Raised,
    Repeated,
}

impl Standing {
    fn repeat<'a>(&mut self, pairs: impl Iterator<Item = (&'a Candidate, Tie)>, settled: &mut Vec<Settled>) {
        for (&Candidate { at, to, .. }, tie) in pairs {
            if !self.linked[at] && self.taken[to] == Taken::Free {
                self.linked[at] = true;
                self.taken[to] = Taken::Repeated;
                settled.push(Settled { at, to, tie });
            }
        }
    }

    fn raises(&mut self, sides: &Sides, mut ranked: Vec<(f32, usize, usize)>) -> Vec<(usize, usize)> {
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut raises = Vec::new();
        for (score, at, to) in ranked {
            let bar = sides.caution + if self.taken[to] == Taken::Raised { SECOND_BAR } else { BAR };
            if !self.linked[at] && score >= bar {
                self.linked[at] = true;
                self.taken[to] = Taken::Raised;
                raises.push((at, to));
            }
        }
        raises
    }

    /// Score, own, below of every pair that may still become a raise.
    fn ranked(
        &self,
        (sides, alone): (&Sides, &Alone),
        candidates: &[Candidate],
        mut points: impl FnMut(&Candidate, Likeness) -> Option<f32>,
    ) -> Vec<(f32, usize, usize)> {
        let open: Vec<(&Candidate, Likeness)> = candidates
            .iter()
            .filter(|candidate| !self.linked[candidate.at] && self.taken[candidate.to] == Taken::Free)
            .filter_map(|candidate| match candidate.verdict {
                Verdict::Alike(likeness) => Some((candidate, likeness)),
                Verdict::Same | Verdict::Nearly(_) | Verdict::Apart => None,
            })
            .collect();
        let ahead = Lead::new(sides.own.len(), open.iter().map(|(pair, likeness)| (pair.at, likeness.overlap)));
        let wanted = Lead::new(sides.below.len(), open.iter().map(|(pair, likeness)| (pair.to, likeness.overlap)));
        let mut score = |(pair, likeness): (&Candidate, Likeness)| {
            let Candidate { at, to, .. } = *pair;
            let lead = AHEAD * ahead.of(at, likeness.overlap) + WANTED * wanted.of(to, likeness.overlap);
            let is_alone = alone.partner(at) == Some(to);
            let place = if is_alone { ALONE } else { 0.0 };
            // Most pairs end here, unread.
            if !is_alone && likeness.is_bare() || likeness.most_points() + lead + place < BAR + sides.caution {
                return None;
            }
            Some((points(pair, likeness)? + lead + place, at, to))
        };
        open.into_iter().filter_map(&mut score).collect()
    }
}

/// The statements that are the only ones of their dimension, at a level and below it.
pub struct Alone(Vec<Option<usize>>);

impl Alone {
    pub fn of(sides: &Sides) -> Self {
        let below = only(&sides.below);
        let mut partners = vec![None; sides.own.len()];
        for (dimension, at) in only(&sides.own) {
            let found = below.binary_search_by_key(&dimension, |entry| entry.0);
            partners[at] = found.ok().map(|found| below[found].1);
        }
        Self(partners)
    }

    /// Position below of the only statement of the same dimension.
    pub fn partner(&self, at: usize) -> Option<usize> {
        self.0.get(at).copied().flatten()
    }

    /// All pairs of such statements, where there are enough of them to speak of a matrix.
    pub fn matrix(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let pairs = || self.0.iter().enumerate().filter_map(|(at, to)| to.map(|to| (at, to)));
        let is_matrix = pairs().nth(MATRIX - 1).is_some();
        pairs().filter(move |_| is_matrix)
    }
}

/// From this number of dimensions on, one statement each makes a matrix.
const MATRIX: usize = 3;

/// Dimension and position, for dimensions with one statement; ascending.
fn only(side: &[&Prepared]) -> Vec<(usize, usize)> {
    let places = side.iter().enumerate().filter_map(|(position, statement)| Some((statement.dimension?, position)));
    let mut places: Vec<(usize, usize)> = places.collect();
    places.sort_unstable();
    let mut alone = Vec::new();
    for same in places.chunk_by(|one, other| one.0 == other.0) {
        if let [only] = same {
            alone.push(*only);
        }
    }
    alone
}

/// Best and second best overlap of each statement.
struct Lead(Vec<(f32, f32)>);

impl Lead {
    fn new(count: usize, overlaps: impl Iterator<Item = (usize, f32)>) -> Self {
        let mut best = vec![(0.0_f32, 0.0_f32); count];
        for (index, overlap) in overlaps {
            let (first, second) = best[index];
            best[index] = if overlap > first { (overlap, first) } else { (first, second.max(overlap)) };
        }
        Self(best)
    }

    /// How far an overlap is ahead of its strongest rival; below zero behind it.
    fn of(&self, index: usize, overlap: f32) -> f32 {
        let (first, second) = self.0[index];
        if overlap >= first { overlap - second } else { overlap - first }
    }
}
