//! The tracks of a group by rank, as a drawing: a lane for each track, a column for each rank, a curve for each branch.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Route;
use super::frame::Link;
use super::grid::{is_shown, ranks};
use super::here::Here;
use super::name;
use super::ties::{TieKind, ties};
use super::words::Slot;
use crate::resolve::{GroupRef, LevelRef, Rank, State, TrackRef};

const TOP: usize = 34;
/// Height of a lane; of many lanes that of each is less.
const LANE: usize = 60;
const LOW_LANE: usize = 46;
const MANY: usize = 8;
const BOX: usize = 32;
const GAP: usize = 30;
/// Radius of the bends of a curve.
const BEND: usize = 9;
/// How many characters of a name a box shows.
const LONGEST: usize = 18;
/// How many characters of a track's title stand before its lane.
const LONGEST_TRACK: usize = 30;
/// Units of width that one character of a track's bold title takes at most, in the widest of the usual fonts.
const BOLD: usize = 9;

/// A drawing, in units of a pixel.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Chart {
    pub lane: usize,
    pub width: usize,
    pub height: usize,
    pub columns: Vec<Column>,
    pub lanes: Vec<Lane>,
    pub boxes: Vec<LevelBox>,
    pub curves: Vec<Curve>,
    /// The kinds of curves that it holds, for its legend.
    pub kinds: BTreeSet<TieKind>,
}

/// The rank that a column stands for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Column {
    /// Its middle.
    pub x: usize,
    pub left: usize,
    pub width: usize,
    pub rank: String,
}

/// One track: its name, and the line from its first to its last level.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Lane {
    pub track: Link,
    pub short: String,
    pub y: usize,
    pub from: usize,
    pub to: usize,
}

/// One level.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LevelBox {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
    pub label: String,
    /// The whole name.
    pub name: String,
    pub href: String,
    pub state: State,
}

/// A line between two levels of different tracks.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Curve {
    pub kind: TieKind,
    pub path: String,
    pub name: String,
}

pub(super) fn chart(here: &Here, group: GroupRef) -> Chart {
    let ranks = ranks(here, group);
    let tracks = &here.ladder().groups[group.0].tracks;
    let frame = Measures::of(here, tracks);
    let boxes = boxes(here, tracks, &ranks);
    let place = |at: &LevelRef| boxes.get(at).map(|(lane, column)| frame.middle(*lane, *column));
    let curves = curves(here, &boxes, frame, &place);
    Chart {
        lane: frame.lane,
        width: frame.gutter + columns(here, tracks, ranks.len()) * (frame.width + GAP),
        height: TOP + tracks.len() * frame.lane,
        columns: ranks.iter().enumerate().map(|(column, rank)| frame.column(column, *rank)).collect(),
        lanes: lanes(here, tracks, frame, &place),
        boxes: boxes.keys().filter_map(|at| Some(level_box(here, *at, frame.width, place(at)?))).collect(),
        kinds: curves.iter().map(|curve| curve.kind).collect(),
        curves,
    }
}

/// What everything in a drawing is measured by.
#[derive(Clone, Copy)]
struct Measures {
    /// Before the first column.
    gutter: usize,
    /// Of a box.
    width: usize,
    lane: usize,
}

impl Measures {
    fn of(here: &Here, tracks: &[TrackRef]) -> Self {
        let lane = if tracks.len() > MANY { LOW_LANE } else { LANE };
        Self { gutter: gutter(here, tracks), width: box_width(here, tracks), lane }
    }

    /// The middle of a box.
    fn middle(self, lane: usize, column: usize) -> (usize, usize) {
        let x = self.gutter + column * (self.width + GAP) + self.width / 2;
        (x, TOP + lane * self.lane + self.lane / 2)
    }

    fn column(self, column: usize, rank: Rank) -> Column {
        let (x, _) = self.middle(0, column);
        Column { x, left: x - self.width / 2 - GAP / 2, width: self.width + GAP, rank: rank.0.to_string() }
    }
}

/// Wide enough for the longest title of a track that is shown.
fn gutter(here: &Here, tracks: &[TrackRef]) -> usize {
    let longest = tracks.iter().map(|track| here.track_title(*track).chars().count()).max();
    longest.unwrap_or(0).min(LONGEST_TRACK) * BOLD + 22
}

/// Wide enough for the longest name that is shown.
fn box_width(here: &Here, tracks: &[TrackRef]) -> usize {
    let levels = tracks.iter().flat_map(|track| &here.ladder().track(*track).levels);
    let longest = levels.filter(|level| is_shown(level)).map(|level| name::short(level).chars().count()).max();
    longest.unwrap_or(0).min(LONGEST) * 8 + 22
}

/// Lane and column of every level. A level without a rank stands behind the ranks, in its own order.
fn boxes(here: &Here, tracks: &[TrackRef], ranks: &[Rank]) -> BTreeMap<LevelRef, (usize, usize)> {
    let mut boxes: BTreeMap<LevelRef, (usize, usize)> = BTreeMap::new();
    for (lane, track) in tracks.iter().enumerate() {
        let mut next = ranks.len();
        for (at, level) in here.ladder().levels(*track).filter(|(_, level)| is_shown(level)) {
            let ranked = level.rank.and_then(|rank| ranks.iter().position(|other| *other == rank));
            let taken = |column: &usize| boxes.range(LevelRef { level: 0, ..at }..at).any(|(_, at)| at.1 == *column);
            let column = ranked.filter(|column| !taken(column)).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            boxes.insert(at, (lane, column));
        }
    }
    boxes
}

fn columns(here: &Here, tracks: &[TrackRef], ranks: usize) -> usize {
    let loose = |track: &TrackRef| {
        let levels = here.ladder().track(*track).levels.iter().filter(|level| is_shown(level));
        let ranked: Vec<Rank> = levels.clone().filter_map(|level| level.rank).collect();
        let distinct = ranked.iter().enumerate().filter(|(index, rank)| !ranked[..*index].contains(rank)).count();
        levels.count() - distinct
    };
    ranks + tracks.iter().map(loose).max().unwrap_or(0)
}

type Place<'p> = &'p dyn Fn(&LevelRef) -> Option<(usize, usize)>;

fn lanes(here: &Here, tracks: &[TrackRef], frame: Measures, place: Place) -> Vec<Lane> {
    let lane = |(lane, at): (usize, &TrackRef)| {
        let track = here.ladder().track(*at);
        let xs: Vec<usize> = here.ladder().levels(*at).filter_map(|(level, _)| place(&level)).map(|(x, _)| x).collect();
        Lane {
            track: Link::new(here.title(&track.title), here.href(&Route::Track(*at))),
            short: clip(here.title(&track.title), LONGEST_TRACK),
            y: frame.middle(lane, 0).1,
            from: xs.iter().copied().min().unwrap_or(frame.gutter),
            to: xs.iter().copied().max().unwrap_or(frame.gutter),
        }
    };
    tracks.iter().enumerate().map(lane).collect()
}

fn level_box(here: &Here, at: LevelRef, width: usize, (x, y): (usize, usize)) -> LevelBox {
    let level = here.ladder().level(at);
    LevelBox {
        x: x - width / 2,
        y: y - BOX / 2,
        width,
        height: BOX,
        label: clip(name::short(level), LONGEST),
        name: spoken(name::short(level), name::whole(here, at)),
        href: here.level(at),
        state: level.state,
    }
}

/// Branches, overlays, and levels that are equal although their ranks differ.
fn curves(here: &Here, boxes: &BTreeMap<LevelRef, (usize, usize)>, frame: Measures, place: Place) -> Vec<Curve> {
    let mut curves = Vec::new();
    for at in boxes.keys() {
        for (kind, other) in ties(here, *at) {
            if let (Some(from), Some(to)) = (place(&other), place(at)) {
                let names = (name::whole(here, other), name::whole(here, *at));
                let name = here.say().tie.with(&[(Slot::From, &names.0), (Slot::To, &names.1)]);
                curves.push(Curve { kind, path: path(from, to, frame), name });
            }
        }
    }
    curves
}

type Point = (usize, usize);

/// From box to box through the gaps between columns and between lanes, so that no line runs through a box.
fn path(from: Point, to: Point, frame: Measures) -> String {
    let ((x, y), (to_x, to_y)) = (from, to);
    let half = frame.width / 2;
    if to_x < x {
        return path(to, from, frame);
    }
    if y == to_y {
        let (low, high) = (y - BOX / 2, y - BOX / 2 - 12);
        return format!("M{x} {low}C{x} {high} {to_x} {high} {to_x} {low}");
    }
    if x == to_x {
        let (side, out) = (x + half, x + half + GAP);
        return format!("M{side} {y}C{out} {y} {out} {to_y} {side} {to_y}");
    }
    let (first, last) = (x + half + GAP / 2, to_x - half - GAP / 2);
    let between = if y < to_y { to_y - frame.lane / 2 } else { to_y + frame.lane / 2 };
    let mut path = format!("M{} {y}", x + half) + &bend((first, y), to_y);
    if first < last {
        path.push_str(&turn((first, between), y));
        path.push_str(&bend((last, between), to_y));
    }
    path + &turn((last, to_y), y) + &format!("H{}", to_x - half)
}

/// Along to a corner, and round it toward a height.
fn bend((x, y): Point, toward: usize) -> String {
    format!("H{}Q{x} {y} {x} {}", x - BEND, near(y, toward))
}

/// From a height up or down to a corner, and round it.
fn turn((x, y): Point, from: usize) -> String {
    format!("V{}Q{x} {y} {} {y}", near(y, from), x + BEND)
}

fn near(y: usize, other: usize) -> usize {
    if other < y { y - BEND } else { y + BEND }
}

/// A whole name that begins with what is seen, so that who speaks to a browser can say it.
fn spoken(short: &str, whole: String) -> String {
    if whole.contains(short) { whole } else { format!("{short}, {whole}") }
}

fn clip(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let mut clipped: String = name.chars().take(longest - 1).collect();
    // A whole word can be said, half of one cannot.
    if let Some(blank) = clipped.rfind(' ').filter(|blank| *blank > 0) {
        clipped.truncate(blank);
    }
    clipped.truncate(clipped.trim_end().len());
    clipped + "…"
}
