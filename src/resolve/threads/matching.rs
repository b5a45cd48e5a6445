//! Who takes up whom, over all statements of a level at once.
//!
//! Exact repeats pair off first, then near ones. The rest compete: a pair is worth more the farther each of the two is
//! from its second best, so that a statement that looks a little like many takes up none. The surest pairs are settled
//! first; a statement may be raised by several, but each further one must be surer.

use super::Tie;
use super::likeness::{Likeness, Verdict};
use super::place::{Cell, Places};
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
const BAR: f32 = 4.1;
const SECOND_BAR: f32 = 4.5;

/// What it costs where the lower statement is not of the nearest level.
const FAR: f32 = -1.1;

/// What it is worth, in one dimension, to stand in the same place of it, and to do so where both levels say as many things.
const ALIKE: f32 = 1.65;
const ABREAST: f32 = 1.12;

/// What a distance from the second best is worth, for the upper and for the lower statement.
const AHEAD: f32 = 3.68;
const WANTED: f32 = 4.36;

/// What it is worth to be the only statements of a dimension at both levels, as in a matrix of one statement a cell.
const ALONE: f32 = 2.1;

/// What it is worth to stand in the same place of a matrix: enough by itself.
const MATRIX: f32 = 9.0;

/// Decides every link. `points` are those of a pair that is alike, if it may be a thread at all.
pub fn settle(
    sides: &Sides,
    places: &Places,
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
    let ranked = standing.ranked((sides, places), candidates, points);
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
        (sides, places): (&Sides, &Places),
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
            let cell = places.cell(at, to);
            let is_alone = cell.is_some();
            if cell.is_some_and(|cell| cell > Cell::Lone) {
                let points = points(pair, likeness).unwrap_or_default();
                return Some((points + lead.max(0.0) + MATRIX, at, to));
            }
            let place = if is_alone { ALONE } else { 0.0 } + standing_points(sides, at, to);
            // Most pairs end here, unread.
            if !is_alone && likeness.is_bare() || likeness.most_points() + lead + place < BAR + sides.caution {
                return None;
            }
            Some((points(pair, likeness)? + lead + place, at, to))
        };
        open.into_iter().filter_map(&mut score).collect()
    }
}

/// What the places of two statements in their levels are worth.
fn standing_points(sides: &Sides, at: usize, to: usize) -> f32 {
    let (own, below) = (sides.own[at], sides.below[to]);
    let is_near = sides.below.first().is_some_and(|nearest| nearest.level == below.level);
    let far = if is_near { 0.0 } else { FAR };
    if own.dimension.is_none() || own.dimension != below.dimension {
        return far;
    }
    let abreast = if is_near && own.stand.is_beside(&below.stand) { ABREAST } else { 0.0 };
    far + ALIKE * own.stand.closeness(&below.stand) + abreast
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
