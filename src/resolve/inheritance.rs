//! All rules of inheritance, one after the other, and their answers written into the ladder.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::base::{Lookup, bases};
use super::claim::{Bases, Claims, PerLevel};
use super::configured::{configured_raises, report_unused};
use super::cycle::order;
use super::equivalent::equivalents;
use super::kept::Kept;
use super::memory::{Memory, Outcomes, fingerprint};
use super::mode::level_modes;
use super::name::Names;
use super::outcome::{Outcome, Rules};
use super::part::{Part, parts};
use super::target::Targets;
use super::{CriterionRef, Equivalent, Ladder, LevelRef, Project, RelationBasis, Track};
use crate::text::{Diagnostic, parallel};

/// What the rules found.
pub(super) struct Inheritance {
    bases: Bases,
    equivalents: PerLevel<Vec<Equivalent>>,
    /// Part by part.
    outcomes: Vec<Arc<Outcome>>,
    /// The part of each track.
    part_of: Vec<usize>,
}

/// What the rules read beside the ladder.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub claims: &'a Claims,
    pub targets: &'a Targets<'a>,
    pub project: Project<'a>,
}

/// Applies every rule; to parts that are remembered, by what they gave the last time. Gives what is to be remembered
/// the next time, if anything was this time.
pub(super) fn inheritance(
    ladder: &Ladder,
    given: Given<'_>,
    last: Option<&Memory>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Inheritance, Option<Outcomes>) {
    let Given { claims, targets, project } = given;
    let names = Names::new(ladder, project.sources);
    let lookup = Lookup { ladder, claims, names: &names, targets };
    let named = bases(lookup, diagnostics);
    let (order, bases) = order(ladder, named, diagnostics);
    let raises = configured_raises(ladder, claims, diagnostics);
    let modes = level_modes(ladder, claims);
    let parts = parts(ladder, &bases, &order);
    let rules = Rules { ladder, bases: &bases, modes: &modes, raises: &raises };
    let (outcomes, remembered) = outcomes(rules, &parts, last);
    if !raises.is_empty() {
        let used = configured(&outcomes);
        diagnostics.extend(report_unused(ladder, &raises, |of| used.contains(&of)));
    }
    let equivalents = equivalents(ladder, claims, &names, diagnostics);
    let part_of = part_of(ladder, &parts);
    (Inheritance { bases, equivalents, outcomes, part_of }, remembered)
}

fn outcomes(rules: Rules<'_>, parts: &[Part], last: Option<&Memory>) -> (Vec<Arc<Outcome>>, Option<Outcomes>) {
    let Some(last) = last else {
        return (parallel::map(parts, |part| Arc::new(rules.outcome(part))), None);
    };
    let outcome = |part: &Part| {
        let fingerprint = fingerprint(rules, part);
        (fingerprint, last.of(fingerprint).unwrap_or_else(|| Arc::new(rules.outcome(part))))
    };
    let outcomes = parallel::map(parts, outcome);
    (outcomes.iter().map(|(_, outcome)| Arc::clone(outcome)).collect(), Some(outcomes.into_iter().collect()))
}

fn part_of(ladder: &Ladder, parts: &[Part]) -> Vec<usize> {
    let mut part_of = vec![0; ladder.tracks.len()];
    for (index, part) in parts.iter().enumerate() {
        part.tracks.iter().for_each(|track| part_of[track.0] = index);
    }
    part_of
}

/// The criteria that raise what the author says they raise.
fn configured(outcomes: &[Arc<Outcome>]) -> BTreeSet<CriterionRef> {
    let levels = outcomes.iter().flat_map(|outcome| &outcome.holdings).flat_map(PerLevel::iter);
    let of_level = levels.flat_map(|(level, holding)| {
        let relations = holding.relations.iter().enumerate();
        let configured = relations.filter(|(_, relation)| relation.basis == Some(RelationBasis::Configured));
        configured.map(move |(criterion, _)| CriterionRef { level, criterion })
    });
    of_level.collect()
}

impl Inheritance {
    /// What was found in the part of each track.
    pub fn of_tracks(&self) -> Vec<Arc<Outcome>> {
        self.part_of.iter().map(|part| Arc::clone(&self.outcomes[*part])).collect()
    }

    /// The ladder with what the rules found. Tracks that would be what they were the last time are shared with it.
    pub fn write(self, mut ladder: Ladder, last: Option<&[Kept]>) -> Ladder {
        let finished = self.finished(&ladder, last.unwrap_or_default());
        let is_open = |of: LevelRef| finished[of.track.0].is_none();
        for (of, bases) in self.bases.into_iter().filter(|(of, _)| is_open(*of)) {
            level(&mut ladder, of).builds_on = bases;
        }
        for (of, equivalents) in self.equivalents.into_iter().filter(|(of, _)| is_open(*of)) {
            level(&mut ladder, of).equivalents = equivalents;
        }
        let mut open = vec![false; self.outcomes.len()];
        let parts = self.part_of.iter().zip(&finished);
        parts.filter(|(_, finished)| finished.is_none()).for_each(|(part, _)| open[*part] = true);
        for (outcome, _) in self.outcomes.into_iter().zip(open).filter(|(_, open)| *open) {
            Arc::unwrap_or_clone(outcome).write(&mut ladder, is_open);
        }
        for (track, finished) in ladder.tracks.iter_mut().zip(&finished) {
            finished.iter().for_each(|finished| *track = Arc::clone(finished));
        }
        ladder
    }

    /// Of each track, what it was the last time, if it was made from the same.
    fn finished(&self, ladder: &Ladder, last: &[Kept]) -> Vec<Option<Arc<Track>>> {
        let kept = |(index, part): (usize, &usize)| {
            let kept = last.get(index)?;
            kept.finished(&ladder.tracks[index], &self.outcomes[*part]).map(Arc::clone)
        };
        let mut finished: Vec<Option<Arc<Track>>> = self.part_of.iter().enumerate().map(kept).collect();
        for ((of, bases), (_, equivalents)) in self.bases.iter().zip(self.equivalents.iter()) {
            let is_so = |track: &mut Arc<Track>| {
                let level = &track.levels[of.level];
                level.builds_on == *bases && level.equivalents == *equivalents
            };
            finished[of.track.0].take_if(|track| !is_so(track));
        }
        finished
    }
}

fn level(ladder: &mut Ladder, of: LevelRef) -> &mut super::Level {
    &mut Arc::make_mut(&mut ladder.tracks[of.track.0]).levels[of.level]
}

impl Outcome {
    fn write(self, ladder: &mut Ladder, is_open: impl Fn(LevelRef) -> bool) {
        let holdings = self.holdings.into_iter().flat_map(PerLevel::into_iter);
        for (of, holding) in holdings.filter(|(of, _)| is_open(*of)) {
            let level = level(ladder, of);
            (level.in_force, level.drops, level.complete) = (holding.in_force, holding.drops, holding.complete);
            for (criterion, relation) in level.criteria.iter_mut().zip(holding.relations) {
                criterion.relation = relation;
            }
        }
        for (of, shared) in self.shared.into_iter().filter(|(of, _)| is_open(*of)) {
            for (criterion, shared) in level(ladder, of).criteria.iter_mut().zip(shared) {
                criterion.shared = shared;
            }
        }
    }
}
