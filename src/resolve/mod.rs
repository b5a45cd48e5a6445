//! Framework → ladder: names become ids, inheritance is applied, every criterion gets its origin and its relation to
//! what is in force below it (`docs` of each rule file tell the rule).
//!
//! Knows the rules of inheritance; refuses to know documents, pages and files.

mod assemble;
mod base;
mod claim;
mod cycle;
mod dimension;
mod force;
mod id;
mod ladder;
mod mode;
mod position;
mod project;
mod relation;
mod scale;
mod shared;
mod statement;

use std::collections::BTreeMap;

use crate::model::Framework;
use crate::text::Diagnostic;
pub mod threads;

pub use crate::model::{BaseBasis, BaseKind, Evidence, Fact, Mode, ModeBasis, Rank, Section, State};
pub use id::RESERVED;
pub use ladder::{
    Base, Criterion, CriterionRef, Destination, Dimension, DimensionRef, EquivalenceBasis, Equivalent, Grade, Group,
    GroupRef, InForce, Ladder, Level, LevelRef, Page, PageRef, Relation, RelationBasis, RelationKind, Shared, Track,
    TrackRef,
};
pub use project::Project;

use claim::{Bases, Claims, PerLevel};
use force::{Force, Holding};
use relation::Relating;

/// Resolves a framework, and tells what could not be resolved.
pub fn ladder(framework: Framework, project: Project<'_>) -> (Ladder, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let (ladder, claims) = assemble::assemble(framework, project.sources);
    let ladder = with_modes(ladder, &claims);
    let bases = base::bases(&ladder);
    let (order, bases) = cycle::order(&ladder, bases, &mut diagnostics);
    let statements = statement::statements(&ladder);
    let holdings = {
        let relating = Relating::new(&ladder, &statements, BTreeMap::new());
        let modes = mode::level_modes(&ladder, &claims);
        Force { ladder: &ladder, bases: &bases, modes: &modes, relating: &relating }.holdings(&order)
    };
    let shared = shared::shared(&ladder, &statements);
    (with_shared(with_inheritance(ladder, bases, holdings), shared), diagnostics)
}

fn with_modes(mut ladder: Ladder, claims: &Claims) -> Ladder {
    let modes: Vec<_> = ladder.tracks().map(|(track, _)| mode::track_mode(&ladder, claims, track)).collect();
    for (track, mode) in ladder.tracks.iter_mut().zip(modes) {
        (track.mode, track.mode_basis, track.mode_evidence) = (mode.value, mode.basis, mode.evidence);
    }
    ladder
}

fn with_inheritance(mut ladder: Ladder, mut bases: Bases, mut holdings: PerLevel<Holding>) -> Ladder {
    let tracks = ladder.tracks.iter_mut().enumerate();
    let levels = tracks.flat_map(|(track, value)| {
        let of = move |level| LevelRef { track: TrackRef(track), level };
        value.levels.iter_mut().enumerate().map(move |(level, value)| (of(level), value))
    });
    for (of, level) in levels {
        let holding = std::mem::take(&mut holdings[of]);
        level.builds_on = std::mem::take(&mut bases[of]);
        (level.in_force, level.drops, level.complete) = (holding.in_force, holding.drops, holding.complete);
        for (criterion, relation) in level.criteria.iter_mut().zip(holding.relations) {
            criterion.relation = relation;
        }
    }
    ladder
}

fn with_shared(mut ladder: Ladder, shared: BTreeMap<CriterionRef, Vec<Shared>>) -> Ladder {
    for (of, shared) in shared {
        ladder.tracks[of.level.track.0].levels[of.level.level].criteria[of.criterion].shared = shared;
    }
    ladder
}
