//! All rules of inheritance, one after the other, and their answers written into the ladder.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::base::{Lookup, bases};
use super::claim::{Bases, Claims, PerLevel};
use super::configured::{configured_raises, report_unused};
use super::cycle::order;
use super::equivalent::equivalents;
use super::memory::{Memory, fingerprint};
use super::mode::level_modes;
use super::name::Names;
use super::outcome::{Outcome, Rules};
use super::part::{Part, parts};
use super::target::Targets;
use super::{CriterionRef, Equivalent, Ladder, LevelRef, Project, RelationBasis};
use crate::text::{Diagnostic, parallel};

/// What the rules found.
pub(super) struct Inheritance {
    bases: Bases,
    equivalents: PerLevel<Vec<Equivalent>>,
    /// Part by part.
    outcomes: Vec<Arc<Outcome>>,
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
) -> (Inheritance, Option<Memory>) {
    let Given { claims, targets, project } = given;
    let names = Names::new(ladder, project.sources);
    let lookup = Lookup { ladder, claims, names: &names, targets };
    let named = bases(lookup, diagnostics);
    let (order, bases) = order(ladder, named, diagnostics);
    let raises = configured_raises(ladder, claims, diagnostics);
    let modes = level_modes(ladder, claims);
    let parts = parts(ladder, &bases, &order);
    let rules = Rules { ladder, bases: &bases, modes: &modes, raises: &raises };
    let (outcomes, memory) = outcomes(rules, &parts, last);
    if !raises.is_empty() {
        let used = configured(&outcomes);
        diagnostics.extend(report_unused(ladder, &raises, |of| used.contains(&of)));
    }
    let equivalents = equivalents(ladder, claims, &names, diagnostics);
    (Inheritance { bases, equivalents, outcomes }, memory)
}

fn outcomes(rules: Rules<'_>, parts: &[Part], last: Option<&Memory>) -> (Vec<Arc<Outcome>>, Option<Memory>) {
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
    /// The ladder with what the rules found.
    pub fn write(self, mut ladder: Ladder) -> Ladder {
        for (of, bases) in self.bases.into_iter() {
            level(&mut ladder, of).builds_on = bases;
        }
        for (of, equivalents) in self.equivalents.into_iter() {
            level(&mut ladder, of).equivalents = equivalents;
        }
        for outcome in self.outcomes {
            Arc::unwrap_or_clone(outcome).write(&mut ladder);
        }
        ladder
    }
}

fn level(ladder: &mut Ladder, of: LevelRef) -> &mut super::Level {
    &mut Arc::make_mut(&mut ladder.tracks[of.track.0]).levels[of.level]
}

impl Outcome {
    fn write(self, ladder: &mut Ladder) {
        for (of, holding) in self.holdings.into_iter().flat_map(PerLevel::into_iter) {
            let level = level(ladder, of);
            (level.in_force, level.drops, level.complete) = (holding.in_force, holding.drops, holding.complete);
            for (criterion, relation) in level.criteria.iter_mut().zip(holding.relations) {
                criterion.relation = relation;
            }
        }
        for (of, shared) in self.shared.into_iter() {
            for (criterion, shared) in level(ladder, of).criteria.iter_mut().zip(shared) {
                criterion.shared = shared;
            }
        }
    }
}
