//! The grades of a level as a drawing: an axis for each dimension that has a scale, the level over the one it builds on.
//! Only where the source defines scales, and for three to twelve of them: with fewer there is no surface, with more no
//! room for their names. The same stands in a table beside it.

use std::f64::consts::TAU;

use serde::Serialize;

use super::here::Here;
use crate::resolve::{BaseKind, Criterion, Dimension, DimensionRef, Ladder, LevelRef, TrackRef};
use crate::text::slug;

const AXES: std::ops::RangeInclusive<usize> = 3..=12;
const WIDTH: f64 = 520.0;
const HEIGHT: f64 = 340.0;
/// Of the outermost ring.
const RADIUS: f64 = 124.0;
/// How far from the middle a name begins.
const NAMES: f64 = 142.0;
/// How many characters of a name are shown, and how many in a small drawing.
const LONGEST: usize = 15;
const TINY: usize = 10;

/// A drawing, in units of a pixel.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Radar {
    pub level: String,
    /// The level below, where there is one.
    pub below: Option<String>,
    /// Corners of each ring, from the inside.
    pub rings: Vec<String>,
    pub axes: Vec<Axis>,
    /// Corners of the level.
    pub now: String,
    /// Corners of the level below.
    pub was: Option<String>,
}

/// One dimension.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Axis {
    pub name: String,
    /// The name as far as there is room.
    pub short: String,
    /// The same in a small drawing.
    pub tiny: String,
    /// Where the axis ends.
    pub end: Point,
    /// Where its name stands, and which end of the name: `start`, `middle` or `end`.
    pub at: Point,
    pub anchor: &'static str,
    /// The names of the grades; `None` where nothing is asked.
    pub grade: Option<String>,
    pub before: Option<String>,
}

/// A place in a drawing.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// The drawing of a level, where its track has scales.
pub(super) fn radar(here: &Here, at: LevelRef) -> Option<Radar> {
    let ladder = here.ladder();
    let scaled = scaled(ladder, at.track);
    if !AXES.contains(&scaled.len()) || ladder.level(at).in_force.is_empty() {
        return None;
    }
    let below = below(ladder, at);
    let grades = |level: LevelRef| scaled.iter().map(|axis| grade(ladder, level, *axis)).collect::<Vec<_>>();
    let (now, was) = (grades(at), below.map(grades));
    if now.iter().all(Option::is_none) {
        return None;
    }
    let steps = scaled.iter().map(|axis| length(ladder, *axis)).max().unwrap_or(1);
    let ring = |step: usize| corners(&vec![fraction(step, steps); scaled.len()]);
    let reach = |grades: &[Option<usize>]| {
        let reached = grades.iter().zip(&scaled);
        corners(
            &reached
                .map(|(grade, axis)| grade.map_or(0.0, |it| fraction(it + 1, length(ladder, *axis))))
                .collect::<Vec<_>>(),
        )
    };
    let axis = |(index, dimension): (usize, &DimensionRef)| {
        let before = was.as_ref().and_then(|was| was[index]);
        axis(&ladder.dimensions[dimension.0], (index, scaled.len()), (now[index], before))
    };
    Some(Radar {
        level: super::name::short(ladder.level(at)).to_owned(),
        below: below.map(|below| super::name::from(here, at.track, below)),
        rings: (1..=steps).map(ring).collect(),
        axes: scaled.iter().enumerate().map(axis).collect(),
        now: reach(&now),
        was: was.as_deref().map(reach),
    })
}

/// The dimensions of a track that have a scale.
fn scaled(ladder: &Ladder, track: TrackRef) -> Vec<DimensionRef> {
    let dimensions = ladder.track(track).dimensions.iter().copied();
    dimensions.filter(|dimension| length(ladder, *dimension) > 1).collect()
}

fn length(ladder: &Ladder, dimension: DimensionRef) -> usize {
    ladder.dimensions[dimension.0].scale.as_ref().map_or(0, Vec::len)
}

fn below(ladder: &Ladder, at: LevelRef) -> Option<LevelRef> {
    ladder.level(at).builds_on.iter().find(|base| base.kind != BaseKind::Base)?.level
}

/// The highest grade of a dimension that is in force at a level.
fn grade(ladder: &Ladder, at: LevelRef, dimension: DimensionRef) -> Option<usize> {
    let in_force = ladder.level(at).in_force.iter().map(|entry| ladder.criterion(entry.criterion));
    let here = in_force.filter(|criterion| criterion.dimension == Some(dimension));
    here.filter_map(|criterion| named(&ladder.dimensions[dimension.0], criterion)).max()
}

/// The grade that a criterion names, by its label or as its whole text.
fn named(dimension: &Dimension, criterion: &Criterion) -> Option<usize> {
    let name = criterion.label.as_deref().map_or_else(|| slug(&criterion.text.plain()), slug);
    dimension.scale.iter().flatten().position(|grade| slug(&grade.name) == name)
}

#[expect(clippy::cast_precision_loss, reason = "a scale has few grades")]
fn fraction(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A place on an axis, as a part of the whole radius; the first axis points up, the others follow like the hours.
fn point((index, count): (usize, usize), radius: f64) -> Point {
    let angle = fraction(index, count) * TAU;
    let round = |value: f64| (value * 10.0).round() / 10.0;
    Point { x: round(WIDTH / 2.0 + radius * angle.sin()), y: round(HEIGHT / 2.0 - radius * angle.cos()) }
}

fn corners(reach: &[f64]) -> String {
    let corner = |(index, part): (usize, &f64)| {
        let Point { x, y } = point((index, reach.len()), RADIUS * part);
        format!("{x},{y}")
    };
    reach.iter().enumerate().map(corner).collect::<Vec<_>>().join(" ")
}

fn axis(dimension: &Dimension, place: (usize, usize), (now, before): (Option<usize>, Option<usize>)) -> Axis {
    let name = |grade: usize| dimension.scale.as_ref().map(|grades| grades[grade].name.clone());
    let at = point(place, NAMES);
    let side = at.x - WIDTH / 2.0;
    Axis {
        name: dimension.title.clone(),
        short: short(&dimension.title, LONGEST),
        tiny: short(&dimension.title, TINY),
        end: point(place, RADIUS),
        anchor: if side.abs() < 12.0 {
            "middle"
        } else if side < 0.0 {
            "end"
        } else {
            "start"
        },
        at,
        grade: now.and_then(name),
        before: before.and_then(name),
    }
}

fn short(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let start: String = name.chars().take(longest - 1).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{NAMES, point};

    #[test]
    fn the_names_of_twelve_axes_do_not_touch() {
        let places: Vec<_> = (0..12).map(|index| point((index, 12), NAMES)).collect();
        let neighbours = places.iter().zip(places.iter().cycle().skip(1));
        for (one, other) in neighbours {
            // Letters of 15 units need a line of 18.
            assert!((one.y - other.y).abs() > 18.0, "{one:?} {other:?}");
        }
    }
}
