//! Framework → ladder: names become ids, inheritance is applied, every criterion gets its origin and its relation to
//! what is in force below it (`docs` of each rule file tell the rule).
//!
//! Knows the rules of inheritance; refuses to know documents, pages and files.

mod anchor;
mod assemble;
mod base;
mod claim;
mod configured;
mod cycle;
mod dimension;
mod equivalent;
#[cfg(test)]
mod fixture;
mod force;
mod id;
mod inheritance;
mod kept;
mod ladder;
#[cfg(test)]
mod laws;
mod link;
mod memory;
mod mode;
mod name;
mod outcome;
mod part;
mod place;
mod position;
mod project;
mod reason;
mod relation;
mod scale;
mod shared;
mod statement;
mod target;
pub mod threads;
mod unions;
mod written_id;

use std::sync::Arc;

use crate::model::Framework;
use crate::text::Diagnostic;

pub use crate::model::{BaseBasis, BaseKind, Evidence, Fact, Mode, ModeBasis, Rank, Section, State, Title};
pub use id::RESERVED;
pub use ladder::{
    Base, Criterion, CriterionRef, Destination, Dimension, DimensionRef, EquivalenceBasis, Equivalent, Grade, Group,
    GroupRef, InForce, Ladder, Level, LevelRef, Page, PageRef, Relation, RelationBasis, RelationKind, Shared, Track,
    TrackRef,
};
pub use memory::Memory;
pub use project::Project;
pub use reason::{ModeReason, Reason};
pub use scale::grade;

use assemble::Assembled;
use claim::Claims;
use inheritance::Given;
use kept::Alone;

/// Resolves a framework, and tells what could not be resolved.
pub fn ladder(framework: Framework, project: Project<'_>) -> (Ladder, Vec<Diagnostic>) {
    let (ladder, diagnostics, _) = resolved(framework, project, None);
    (ladder, diagnostics)
}

/// The same, with less work where a part of the framework is as it was the last time.
pub fn ladder_again(framework: Framework, project: Project<'_>, last: &Memory) -> (Ladder, Vec<Diagnostic>, Memory) {
    let (ladder, diagnostics, memory) = resolved(framework, project, Some(last));
    (ladder, diagnostics, memory.unwrap_or_default())
}

fn resolved(
    framework: Framework,
    project: Project<'_>,
    last: Option<&Memory>,
) -> (Ladder, Vec<Diagnostic>, Option<Memory>) {
    let written = last.map(|_| framework.tracks.clone());
    let Assembled { ladder, claims, new } = assemble::assemble(framework, project.sources, last.map(Memory::tracks));
    let ladder = with_modes(ladder, &claims, &new);
    let alone = written.map(|written| Alone { written, tracks: ladder.tracks.clone(), claims: claims.tracks.clone() });
    let mut diagnostics = Vec::new();
    let places = place::places(&ladder, &claims.folders, project.sources);
    let targets = target::Targets::new(&ladder, &places, project);
    let links = link::links(&ladder, &targets, &mut diagnostics);
    let given = Given { claims: &claims, targets: &targets, project };
    let (inheritance, outcomes) = inheritance::inheritance(&ladder, given, last, &mut diagnostics);
    let found = outcomes.as_ref().map(|_| inheritance.of_tracks());
    let ladder = inheritance.write(ladder, last.map(Memory::tracks));
    let memory = outcomes.zip(alone).zip(found).map(|((outcomes, alone), found)| {
        Memory::new(outcomes, alone.kept(&ladder, last.map_or(&[], Memory::tracks), found))
    });
    (Ladder { links, anchors: places.anchors, ..ladder }, diagnostics, memory)
}

fn with_modes(mut ladder: Ladder, claims: &Claims, new: &[TrackRef]) -> Ladder {
    for track in new {
        let mode = mode::track_mode(&ladder, claims, *track);
        let track = Arc::make_mut(&mut ladder.tracks[track.0]);
        (track.mode, track.mode_basis, track.mode_reason) = (mode.mode, mode.basis, mode.reason);
    }
    ladder
}
