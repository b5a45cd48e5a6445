//! What the documents claim about inheritance, by name, taken out of the framework before its names become ids.

use super::{Base, LevelRef, TrackRef};
use crate::model::{self, Mode, ModeBasis, Stated};

/// The claims of every track, and where the groups lie.
pub(super) struct Claims {
    /// In the order of the ladder's tracks.
    pub tracks: Vec<TrackClaims>,
    /// The folders of the ladder's groups, below the root of the documents.
    pub folders: Vec<String>,
}

/// What one track claims.
pub(super) struct TrackClaims {
    pub accumulates: Option<Stated<Mode, ModeBasis>>,
    pub builds_on: Vec<model::Base>,
    /// Id of a criterion → id of the one that it raises.
    pub raises: Vec<(Stated<String, ()>, Stated<String, ()>)>,
    pub levels: Vec<LevelClaims>,
}

/// What one level claims.
pub(super) struct LevelClaims {
    pub accumulates: Option<Stated<Mode, ModeBasis>>,
    pub builds_on: Vec<model::Base>,
    pub equivalents: Vec<Stated<String, ()>>,
}

impl Claims {
    /// What a track claims.
    pub fn of_track(&self, track: TrackRef) -> &TrackClaims {
        &self.tracks[track.0]
    }

    /// What a level claims.
    pub fn of_level(&self, level: LevelRef) -> &LevelClaims {
        &self.tracks[level.track.0].levels[level.level]
    }
}

/// A value for every level of a ladder.
pub(super) struct PerLevel<T>(Vec<Vec<T>>);

impl<T> PerLevel<T> {
    /// One value per level, made in the order of the tracks and levels.
    pub fn new(ladder: &super::Ladder, mut value: impl FnMut(LevelRef) -> T) -> Self {
        let of_track = |(track, _)| ladder.levels(track).map(|(level, _)| value(level)).collect();
        Self(ladder.tracks().map(of_track).collect())
    }
}

impl<T> std::ops::Index<LevelRef> for PerLevel<T> {
    type Output = T;

    fn index(&self, level: LevelRef) -> &T {
        &self.0[level.track.0][level.level]
    }
}

impl<T> std::ops::IndexMut<LevelRef> for PerLevel<T> {
    fn index_mut(&mut self, level: LevelRef) -> &mut T {
        &mut self.0[level.track.0][level.level]
    }
}

/// What every level builds on.
pub(super) type Bases = PerLevel<Vec<Base>>;
