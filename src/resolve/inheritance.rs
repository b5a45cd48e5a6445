//! All rules of inheritance, one after the other, and their answers written into the ladder.

use std::collections::BTreeMap;

use super::base::{Lookup, bases};
use super::claim::{Bases, Claims, PerLevel};
use super::configured::{configured_raises, report_unused};
use super::cycle::order;
use super::equivalent::equivalents;
use super::force::{Force, Holding};
use super::mode::level_modes;
use super::name::Names;
use super::relation::Relating;
use super::shared::shared;
use super::statement::statements;
use super::target::Targets;
use super::{CriterionRef, Equivalent, Ladder, Level, LevelRef, Project, RelationBasis, Shared, TrackRef};
use crate::text::Diagnostic;

/// What the rules found.
pub(super) struct Inheritance {
    bases: Bases,
    holdings: PerLevel<Holding>,
    equivalents: PerLevel<Vec<Equivalent>>,
    shared: BTreeMap<CriterionRef, Vec<Shared>>,
}

/// What the rules read beside the ladder.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub claims: &'a Claims,
    pub targets: &'a Targets<'a>,
    pub project: Project<'a>,
}

/// Applies every rule.
pub(super) fn inheritance(ladder: &Ladder, given: Given<'_>, diagnostics: &mut Vec<Diagnostic>) -> Inheritance {
    let Given { claims, targets, project } = given;
    let names = Names::new(ladder, project.sources);
    let lookup = Lookup { ladder, claims, names: &names, targets };
    let named = bases(lookup, diagnostics);
    let (order, bases) = order(ladder, named, diagnostics);
    let statements = statements(ladder);
    let raises = configured_raises(ladder, claims, diagnostics);
    let relating = Relating::new(ladder, &statements, &raises);
    let modes = level_modes(ladder, claims);
    let holdings = Force { ladder, bases: &bases, modes: &modes, relating: &relating }.holdings(&order);
    let basis = |of: CriterionRef| holdings[of.level].relations[of.criterion].basis;
    diagnostics.extend(report_unused(ladder, &raises, |of| basis(of) == Some(RelationBasis::Configured)));
    let equivalents = equivalents(ladder, claims, &names, diagnostics);
    let shared = shared(ladder, &bases, &statements);
    Inheritance { bases, holdings, equivalents, shared }
}

impl Inheritance {
    /// The ladder with what the rules found.
    pub fn write(mut self, mut ladder: Ladder) -> Ladder {
        for (track, value) in ladder.tracks.iter_mut().enumerate() {
            for (level, value) in value.levels.iter_mut().enumerate() {
                self.write_level(LevelRef { track: TrackRef(track), level }, value);
            }
        }
        ladder
    }

    fn write_level(&mut self, of: LevelRef, level: &mut Level) {
        let holding = std::mem::take(&mut self.holdings[of]);
        level.builds_on = std::mem::take(&mut self.bases[of]);
        level.equivalents = std::mem::take(&mut self.equivalents[of]);
        (level.in_force, level.drops, level.complete) = (holding.in_force, holding.drops, holding.complete);
        for (criterion, (value, relation)) in level.criteria.iter_mut().zip(holding.relations).enumerate() {
            value.relation = relation;
            value.shared = self.shared.remove(&CriterionRef { level: of, criterion }).unwrap_or_default();
        }
    }
}
