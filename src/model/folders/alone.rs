//! A file that is a ladder by itself: its tracks, before anybody knows in which group they are.

use std::collections::BTreeSet;

use super::Outcome;
use super::file::File;
use crate::model::assemble::{self, Frame};
use crate::model::beside;
use crate::model::framework::Track;
use crate::model::guidance::{self, Guidance};
use crate::model::shapes::{self, View};
use crate::model::sketch::{Sketch, TrackSketch};
use crate::model::wording::key;
use crate::text::Block;

/// How sure a second shape in one document must be.
const OTHER_SHAPE: f32 = 0.6;
/// Fewest levels of a second shape.
const OTHER_LEVELS: usize = 3;

/// What a file by itself holds.
pub(super) struct Alone {
    pub outcome: Outcome,
    /// Their group is still to be set.
    pub tracks: Vec<Track>,
    /// What belongs to none of the tracks.
    pub rest: Guidance,
}

impl Alone {
    /// The tracks of the reading that is believed; `None` where none is.
    pub fn new(file: &File) -> Option<Self> {
        let reading = file.best()?;
        let mut sketch = reading.sketch.clone();
        beside::take_facts(&mut sketch);
        let rest: Vec<Block> = sketch.rest.iter().map(|block| (*block).clone()).collect();
        add_other_shapes(file, &rest, &mut sketch);
        let frame = Frame {
            title: file.title.clone(),
            group: 0,
            span: file.span,
            is_ordered: false,
            has_several: sketch.tracks.len() > 1,
        };
        let tracks = assemble::tracks(&sketch, &frame);
        Some(Self { outcome: Outcome::of(reading.shape.name, &sketch), tracks, rest: guidance::sort(&sketch.rest) })
    }
}

/// A document may hold tracks in several shapes: what one leaves over is looked at once more.
fn add_other_shapes<'a>(file: &File, rest: &'a [Block], sketch: &mut Sketch<'a>) {
    let view = View::new(rest, None, file.span);
    let readings = shapes::readings(&view);
    let Some(other) = readings.into_iter().next().filter(|other| other.sketch.confidence >= OTHER_SHAPE) else {
        return;
    };
    let known: BTreeSet<String> = levels_of(sketch).collect();
    let is_new = levels_of(&other.sketch).count() >= OTHER_LEVELS
        && levels_of(&other.sketch).all(|level| !known.contains(&level))
        && other.sketch.tracks.iter().all(|track| track.levels.len() > 1);
    if is_new {
        sketch.tracks.extend(other.sketch.tracks);
        sketch.evidence.extend(other.sketch.evidence);
        sketch.rest = other.sketch.rest;
        let start = |track: &TrackSketch| track.levels.first().map(|level| level.span.start);
        sketch.tracks.sort_by_key(start);
    }
}

fn levels_of(sketch: &Sketch<'_>) -> impl Iterator<Item = String> {
    sketch.tracks.iter().flat_map(|track| &track.levels).map(|level| key(&level.heading))
}
