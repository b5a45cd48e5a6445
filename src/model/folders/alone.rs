//! A file that is a ladder by itself: a sketch of its tracks, whatever the shapes are that it has.

use std::collections::BTreeSet;

use super::file::File;
use crate::model::beside;
use crate::model::shapes::{self, View};
use crate::model::sketch::{Sketch, TrackSketch};
use crate::model::wording::key;
use crate::text::Block;

/// How sure a second shape in one document must be.
const OTHER_SHAPE: f32 = 0.6;
/// Fewest levels of a second shape.
const OTHER_LEVELS: usize = 3;

/// The reading that is believed, and its shape; `None` where none is.
pub fn sketch<'a>(file: &File<'a>) -> Option<(&'static str, Sketch<'a>)> {
    let reading = file.best()?;
    let mut sketch = reading.sketch.clone();
    beside::take_facts(&mut sketch);
    Some((reading.shape.name, sketch))
}

/// What a sketch leaves over.
pub fn rest(sketch: &Sketch) -> Vec<Block> {
    sketch.rest.iter().map(|block| (*block).clone()).collect()
}

/// A document may hold tracks in several shapes: what one leaves over is looked at once more.
pub fn add_other_shapes<'a>(file: &File, rest: &'a [Block], sketch: &mut Sketch<'a>) {
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
