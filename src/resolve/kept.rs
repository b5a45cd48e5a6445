//! A track as it was put together the last time, from a track of the framework that may be unchanged.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claim::TrackClaims;
use super::dimension::{find, titles};
use super::outcome::Outcome;
use super::{DimensionRef, Ladder, Track};
use crate::model;

/// What was made of one track, in its place among the tracks.
pub(super) struct Kept {
    /// As the documents tell it.
    pub written: Arc<model::Track>,
    /// The titles of dimensions that it names, each once, and where they led.
    pub dimensions: Arc<Vec<(String, Option<DimensionRef>)>>,
    pub claims: Arc<TrackClaims>,
    /// Without inheritance, with its mode.
    pub alone: Arc<Track>,
    /// What was found in its part.
    pub outcome: Arc<Outcome>,
    /// With inheritance.
    pub finished: Arc<Track>,
}

impl Kept {
    /// The finished track, if it was made from these: a track without inheritance and what was found in its part.
    pub fn finished(&self, alone: &Arc<Track>, outcome: &Arc<Outcome>) -> Option<&Arc<Track>> {
        (Arc::ptr_eq(&self.alone, alone) && Arc::ptr_eq(&self.outcome, outcome)).then_some(&self.finished)
    }
}

/// A track as written, alone and as it claims; then finished, and what was found in its part.
type Made = (((Arc<model::Track>, Arc<Track>), Arc<TrackClaims>), (Arc<Track>, Arc<Outcome>));

/// The tracks of a ladder before inheritance, each beside what it was made from.
pub(super) struct Alone {
    pub written: Vec<Arc<model::Track>>,
    pub tracks: Vec<Arc<Track>>,
    pub claims: Vec<Arc<TrackClaims>>,
}

impl Alone {
    /// What is to be remembered of every track of the finished ladder; `found` holds what was found in the part of each.
    pub fn kept(self, ladder: &Ladder, last: &[Kept], found: Vec<Arc<Outcome>>) -> Vec<Kept> {
        let mut ways: BTreeMap<String, Option<DimensionRef>> = BTreeMap::new();
        let mut led = |written: &model::Track| {
            let way = |title: String| {
                let led = *ways.entry(title.clone()).or_insert_with(|| find(ladder, &title));
                (title, led)
            };
            Arc::new(titles(written).into_iter().map(way).collect())
        };
        let finished = ladder.tracks.iter().cloned().zip(found);
        let made = self.written.into_iter().zip(self.tracks).zip(self.claims).zip(finished).enumerate();
        let kept = |(index, (((written, alone), claims), (finished, outcome))): (usize, Made)| {
            let known = last.get(index).filter(|kept: &&Kept| Arc::ptr_eq(&kept.alone, &alone));
            let dimensions = known.map_or_else(|| led(&written), |kept| Arc::clone(&kept.dimensions));
            Kept { written, dimensions, claims, alone, outcome, finished }
        };
        made.map(kept).collect()
    }
}
