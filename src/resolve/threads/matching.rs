//! Who takes up whom, over all statements of a level at once.
//!
//! Exact repeats pair off first, then near ones. The rest compete: a pair is worth more the farther each of the two is
//! from its second best, so that a statement that looks a little like many takes up none. The surest pairs are settled
//! first; a statement may be raised by several, but each further one must be surer.

use std::collections::BTreeMap;

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

/// Decides every link.
pub fn settle(sides: &Sides, candidates: &[Candidate]) -> Vec<Settled> {
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
    for (at, to) in standing.raises(sides, candidates) {
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

    fn raises(&mut self, sides: &Sides, candidates: &[Candidate]) -> Vec<(usize, usize)> {
        let mut ranked = self.ranked(sides, candidates);
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
    fn ranked(&self, sides: &Sides, candidates: &[Candidate]) -> Vec<(f32, usize, usize)> {
        let open: Vec<(usize, usize, Likeness)> = candidates
            .iter()
            .filter(|candidate| !self.linked[candidate.at] && self.taken[candidate.to] == Taken::Free)
            .filter_map(|candidate| match candidate.verdict {
                Verdict::Alike(likeness) => Some((candidate.at, candidate.to, likeness)),
                Verdict::Same | Verdict::Nearly(_) | Verdict::Apart => None,
            })
            .collect();
        let ahead = Lead::new(sides.own.len(), open.iter().map(|(at, _, likeness)| (*at, likeness.overlap)));
        let wanted = Lead::new(sides.below.len(), open.iter().map(|(_, to, likeness)| (*to, likeness.overlap)));
        let alone = Alone::of(sides);
        let score = |(at, to, likeness): (usize, usize, Likeness)| {
            let lead = AHEAD * ahead.of(at, likeness.overlap) + WANTED * wanted.of(to, likeness.overlap);
            let is_alone = alone.partner(at) == Some(to);
            let points = likeness.points() + lead + if is_alone { ALONE } else { 0.0 };
            (is_alone || !likeness.is_bare()).then_some((points, at, to))
        };
        open.into_iter().filter_map(score).collect()
    }
}

/// The statements that are the only ones of their dimension, at a level and below it.
pub struct Alone(Vec<Option<usize>>);

impl Alone {
    pub fn of(sides: &Sides) -> Self {
        let below = only(&sides.below);
        let mut partners = vec![None; sides.own.len()];
        for (dimension, at) in only(&sides.own) {
            partners[at] = below.get(&dimension).copied();
        }
        Self(partners)
    }

    /// Position below of the only statement of the same dimension.
    pub fn partner(&self, at: usize) -> Option<usize> {
        self.0.get(at).copied().flatten()
    }

    /// All pairs of such statements, where there are enough of them to speak of a matrix.
    pub fn matrix(&self) -> Vec<(usize, usize)> {
        let pairs: Vec<(usize, usize)> =
            self.0.iter().enumerate().filter_map(|(at, to)| to.map(|to| (at, to))).collect();
        if pairs.len() < MATRIX { Vec::new() } else { pairs }
    }
}

/// From this number of dimensions on, one statement each makes a matrix.
const MATRIX: usize = 3;

/// Dimension → position, for dimensions with one statement.
fn only(side: &[&Prepared]) -> BTreeMap<usize, usize> {
    let mut positions: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for (position, statement) in side.iter().enumerate() {
        let Some(dimension) = statement.dimension else { continue };
        positions.entry(dimension).and_modify(|only| *only = None).or_insert(Some(position));
    }
    positions.into_iter().filter_map(|(dimension, only)| only.map(|position| (dimension, position))).collect()
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
