//! What a level carries on from below: in short lines, by the level that stated them first.

use serde::Serialize;

use super::frame::Link;
use super::here::Here;
use super::lines::Lines;
use super::name;
use crate::resolve::{CriterionRef, InForce, Ladder, LevelRef, RelationKind};

/// What is carried on from one level.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Origin {
    pub level: Link,
    pub lines: Lines,
}

/// By origin, the nearest first; a level's own criteria are not among them.
pub(super) fn carried(here: &Here, level: LevelRef) -> Vec<Origin> {
    let in_force = &here.ladder().level(level).in_force;
    origins(here, level, in_force.iter().filter(|entry| entry.criterion.level != level))
}

/// The same in a few words: `Level 5 (14); Delivery: Level 4 (6), Level 3 (3)`.
pub(super) fn told(here: &Here, level: LevelRef) -> String {
    let ladder = here.ladder();
    let entries = ladder.level(level).in_force.iter().filter(|entry| entry.criterion.level != level);
    let mut counts: Vec<(LevelRef, usize)> = Vec::new();
    for entry in entries {
        match counts.iter_mut().find(|(from, _)| *from == entry.from) {
            Some((_, count)) => *count += 1,
            None => counts.push((entry.from, 1)),
        }
    }
    let told = |(from, count): &(LevelRef, usize)| format!("{} ({count})", name::short(ladder.level(*from)));
    let tracks = counts.chunk_by(|(one, _), (other, _)| one.track == other.track).map(|counts| {
        let levels = counts.iter().map(told).collect::<Vec<_>>().join(", ");
        let track = counts[0].0.track;
        if track == level.track { levels } else { format!("{}: {levels}", ladder.track(track).title) }
    });
    tracks.collect::<Vec<_>>().join("; ")
}

/// Criteria in force, in the order given, by the level that stated them first; names as seen from the track of `from`.
pub(super) fn origins<'i>(here: &Here, from: LevelRef, entries: impl Iterator<Item = &'i InForce>) -> Vec<Origin> {
    let ladder = here.ladder();
    let mut origins: Vec<(LevelRef, Origin)> = Vec::new();
    for entry in entries {
        let index = origins.iter().rposition(|(level, _)| *level == entry.from).unwrap_or_else(|| {
            let level = Link::new(name::from(ladder, from.track, entry.from), here.level(entry.from));
            origins.push((entry.from, Origin { level, lines: Lines::default() }));
            origins.len() - 1
        });
        origins[index].1.lines.add_from(here, entry.criterion, first_statement(ladder, entry));
    }
    origins.into_iter().map(|(_, origin)| origin).collect()
}

/// The criterion that stated it first: of a repeat, what it repeats.
fn first_statement(ladder: &Ladder, entry: &InForce) -> CriterionRef {
    let mut at = entry.criterion;
    // Relations lead to levels below, so the walk ends; the count guards against a ladder made by other hands.
    for _ in 0..ladder.track(at.level.track).levels.len() + ladder.tracks.len() {
        let relation = &ladder.criterion(at).relation;
        match (relation.kind, relation.of) {
            (RelationKind::Repeats, Some(below)) if at.level != entry.from => at = below,
            (RelationKind::Adds | RelationKind::Repeats | RelationKind::Raises, _) => break,
        }
    }
    at
}
