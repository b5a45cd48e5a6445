//! The edges of a ladder that pages need in both directions: who builds on a level, who raises a criterion, which
//! tracks are compared and which moves get a page of their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::{BaseKind, CriterionRef, EquivalenceBasis, Ladder, LevelRef, RelationKind, State, TrackRef};

/// In a group of up to this many tracks every pair of tracks gets its page of comparison, and every pair of equivalent
/// levels its page of moves. In larger groups only those that have to do with one another do, and the reader's browser
/// puts the others together: the number of files stays linear in the levels.
const SMALL_GROUP: usize = 8;
/// With how many tracks of a larger group each is compared because they share most criteria with it.
const CLOSEST: usize = 3;

/// Found once per ladder.
#[derive(Clone, Default, Debug)]
pub(super) struct Connections {
    /// Level → the levels of other tracks, or overlays, that build on it.
    pub(super) branches: BTreeMap<LevelRef, Vec<LevelRef>>,
    /// Criterion → those that raise it.
    pub(super) raised_by: BTreeMap<CriterionRef, Vec<CriterionRef>>,
    /// Pairs of tracks that are compared, in the order of the ladder.
    pub(super) comparisons: BTreeSet<(TrackRef, TrackRef)>,
    /// For each track, the tracks that it is compared with.
    pub(super) beside: BTreeMap<TrackRef, BTreeSet<TrackRef>>,
    /// From and to.
    pub(super) moves: BTreeSet<(LevelRef, LevelRef)>,
}

impl Connections {
    pub(super) fn of(ladder: &Ladder) -> Self {
        let mut found = Self::default();
        found.compare_groups(ladder);
        for (track, _) in ladder.tracks() {
            found.step_up(ladder, track);
            for (level, _) in ladder.levels(track) {
                found.build_on(ladder, level);
                found.raise(ladder, level);
                found.stand_beside(ladder, level);
            }
        }
        found
    }

    /// Every pair of tracks of a small group; of a larger one each track and those that are closest to it.
    fn compare_groups(&mut self, ladder: &Ladder) {
        for group in &ladder.groups {
            for (index, first) in group.tracks.iter().enumerate() {
                let beside = match group.tracks.len() <= SMALL_GROUP {
                    true => group.tracks[index + 1..].to_vec(),
                    false => closest(ladder, *first),
                };
                beside.into_iter().for_each(|second| self.compare(ladder, *first, second));
            }
        }
    }

    fn compare(&mut self, ladder: &Ladder, one: TrackRef, other: TrackRef) {
        let speaks = |track: TrackRef| ladder.track(track).levels.iter().any(|level| level.state == State::Defined);
        if one != other && speaks(one) && speaks(other) {
            self.comparisons.insert((one.min(other), one.max(other)));
            self.beside.entry(one).or_default().insert(other);
            self.beside.entry(other).or_default().insert(one);
        }
    }

    /// From each level in use to the next one of its track.
    fn step_up(&mut self, ladder: &Ladder, track: TrackRef) {
        let in_use = |(_, level): &(LevelRef, &crate::resolve::Level)| is_step(level);
        let steps: Vec<LevelRef> = ladder.levels(track).filter(in_use).map(|(level, _)| level).collect();
        self.moves.extend(steps.windows(2).map(|pair| (pair[0], pair[1])));
    }

    /// What a level builds on outside of its own track, and roles worn on a level.
    fn build_on(&mut self, ladder: &Ladder, level: LevelRef) {
        for base in &ladder.level(level).builds_on {
            let Some(below) = base.level else { continue };
            if matches!(base.kind, BaseKind::Branch | BaseKind::Overlay) {
                self.branches.entry(below).or_default().push(level);
                self.moves.insert((below, level));
                self.compare(ladder, below.track, level.track);
            }
        }
    }

    fn raise(&mut self, ladder: &Ladder, level: LevelRef) {
        for (criterion, value) in ladder.level(level).criteria.iter().enumerate() {
            if let (RelationKind::Raises, Some(below)) = (value.relation.kind, value.relation.of) {
                self.raised_by.entry(below).or_default().push(CriterionRef { level, criterion });
            }
        }
    }

    fn stand_beside(&mut self, ladder: &Ladder, level: LevelRef) {
        for equivalent in &ladder.level(level).equivalents {
            let pair = (level.track.min(equivalent.level.track), level.track.max(equivalent.level.track));
            let group = &ladder.groups[ladder.track(level.track).group.0];
            if group.tracks.len() <= SMALL_GROUP || equivalent.basis != EquivalenceBasis::Rank {
                self.moves.insert((level, equivalent.level));
                self.compare(ladder, pair.0, pair.1);
            }
        }
    }
}

/// The tracks of the same group that share most criteria with a track; of equals the first.
fn closest(ladder: &Ladder, track: TrackRef) -> Vec<TrackRef> {
    let group = ladder.track(track).group;
    let shared = ladder.levels(track).flat_map(|(_, level)| &level.criteria).flat_map(|criterion| &criterion.shared);
    let mut counts: BTreeMap<TrackRef, usize> = BTreeMap::new();
    for other in shared.map(|shared| shared.criterion.level.track).filter(|other| ladder.track(*other).group == group) {
        *counts.entry(other).or_default() += 1;
    }
    let mut closest: Vec<(TrackRef, usize)> = counts.into_iter().collect();
    closest.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
    closest.into_iter().take(CLOSEST).map(|(other, _)| other).collect()
}

/// Whether someone can stand on this level: it is in use, and no layer that all levels share.
pub(super) fn is_step(level: &crate::resolve::Level) -> bool {
    level.state == State::Defined && !level.is_base_layer
}
