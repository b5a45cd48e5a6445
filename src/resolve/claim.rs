//! What the documents claim about inheritance, by name, taken out of the framework before its names become ids.

use std::sync::Arc;

use super::{Base, Ladder, LevelRef, TrackRef};
use crate::model::{self, Mode, ModeBasis, Stated};

/// The claims of every track, and where the groups lie.
pub(super) struct Claims {
    /// In the order of the ladder's tracks.
    pub tracks: Vec<Arc<TrackClaims>>,
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

/// A value for every level of a ladder, or of some of its tracks.
#[derive(Clone)]
pub(super) struct PerLevel<T> {
    /// Ascending.
    tracks: Vec<TrackRef>,
    values: Vec<Vec<T>>,
}

impl<T> PerLevel<T> {
    /// One value per level, made in the order of the tracks and levels.
    pub fn new(ladder: &Ladder, value: impl FnMut(LevelRef) -> T) -> Self {
        Self::of(ladder, ladder.tracks().map(|(track, _)| track).collect(), value)
    }

    /// One value per level of these tracks, which ascend.
    pub fn of(ladder: &Ladder, tracks: Vec<TrackRef>, mut value: impl FnMut(LevelRef) -> T) -> Self {
        let of_track = |track: &TrackRef| ladder.levels(*track).map(|(level, _)| value(level)).collect();
        Self { values: tracks.iter().map(of_track).collect(), tracks }
    }

    /// Other values in the place of these.
    pub fn map<R>(self, mut value: impl FnMut(T) -> R) -> PerLevel<R> {
        let mut of_track = |values: Vec<T>| values.into_iter().map(&mut value).collect();
        PerLevel { values: self.values.into_iter().map(&mut of_track).collect(), tracks: self.tracks }
    }

    /// Every value with its level, in the order of the tracks and levels.
    pub fn iter(&self) -> impl Iterator<Item = (LevelRef, &T)> {
        let tracks = self.tracks.iter().zip(&self.values);
        tracks.flat_map(|(&track, values)| {
            values.iter().enumerate().map(move |(level, value)| (LevelRef { track, level }, value))
        })
    }

    /// Every value with its level, in the order of the tracks and levels.
    pub fn into_iter(self) -> impl Iterator<Item = (LevelRef, T)> {
        let of_track = |(track, values): (TrackRef, Vec<T>)| {
            values.into_iter().enumerate().map(move |(level, value)| (LevelRef { track, level }, value))
        };
        self.tracks.into_iter().zip(self.values).flat_map(of_track)
    }

    /// Where the values of a track lie: at its own place, if those of all tracks are here.
    fn place(&self, track: TrackRef) -> usize {
        match self.tracks.get(track.0) {
            Some(found) if *found == track => track.0,
            _ => self.tracks.binary_search(&track).expect("a level of these tracks"),
        }
    }
}

impl<T> std::ops::Index<LevelRef> for PerLevel<T> {
    type Output = T;

    fn index(&self, level: LevelRef) -> &T {
        &self.values[self.place(level.track)][level.level]
    }
}

impl<T> std::ops::IndexMut<LevelRef> for PerLevel<T> {
    fn index_mut(&mut self, level: LevelRef) -> &mut T {
        let place = self.place(level.track);
        &mut self.values[place][level.level]
    }
}

/// What every level builds on.
pub(super) type Bases = PerLevel<Vec<Base>>;
