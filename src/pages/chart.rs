//! The tracks of a group by rank, as a drawing: a lane for each track, a column for each rank, a curve for each branch.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Route;
use super::frame::Link;
use super::grid::{is_shown, ranks};
use super::here::Here;
use super::name;
use crate::resolve::{BaseKind, EquivalenceBasis, GroupRef, LevelRef, Rank, State, TrackRef};

const TOP: usize = 34;
const LANE: usize = 58;
const BOX: usize = 32;
const GAP: usize = 26;
/// How many characters of a name a box shows.
const LONGEST: usize = 18;
/// How many characters of a track's title stand before its lane.
const LONGEST_TRACK: usize = 44;
/// Units of width that one character of a track's bold title takes at most, in the widest of the usual fonts.
const BOLD: usize = 9;

/// A drawing, in units of a pixel.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Chart {
    pub width: usize,
    pub height: usize,
    pub columns: Vec<Column>,
    pub lanes: Vec<Lane>,
    pub boxes: Vec<LevelBox>,
    pub curves: Vec<Curve>,
}

/// The rank that a column stands for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Column {
    pub x: usize,
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
    /// `branch`, `overlay` or `equivalent`.
    pub kind: &'static str,
    pub path: String,
    pub name: String,
}

pub(super) fn chart(here: &Here, group: GroupRef) -> Chart {
    let ranks = ranks(here, group);
    let tracks = &here.ladder().groups[group.0].tracks;
    let width = box_width(here, tracks);
    let gutter = gutter(here, tracks);
    let columns = columns(here, tracks, ranks.len());
    let middle = |column: usize| gutter + column * (width + GAP) + width / 2;
    let boxes = boxes(here, tracks, &ranks);
    let place = |at: &LevelRef| boxes.get(at).map(|(lane, column)| (middle(*column), TOP + lane * LANE + LANE / 2));
    Chart {
        width: gutter + columns * (width + GAP),
        height: TOP + tracks.len() * LANE,
        columns: ranks
            .iter()
            .enumerate()
            .map(|(column, rank)| Column { x: middle(column), rank: rank.0.to_string() })
            .collect(),
        lanes: lanes(here, tracks, gutter, &place),
        boxes: boxes.keys().filter_map(|at| Some(level_box(here, *at, width, place(at)?))).collect(),
        curves: curves(here, &boxes, width, &place),
    }
}

/// Wide enough for the longest title of a track that is shown.
fn gutter(here: &Here, tracks: &[TrackRef]) -> usize {
    let longest = tracks.iter().map(|track| here.ladder().track(*track).title.chars().count()).max();
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

fn lanes(here: &Here, tracks: &[TrackRef], gutter: usize, place: Place) -> Vec<Lane> {
    let lane = |(lane, at): (usize, &TrackRef)| {
        let track = here.ladder().track(*at);
        let xs: Vec<usize> = here.ladder().levels(*at).filter_map(|(level, _)| place(&level)).map(|(x, _)| x).collect();
        Lane {
            track: Link::new(track.title.clone(), here.href(&Route::Track(*at))),
            short: clip(&track.title, LONGEST_TRACK),
            y: TOP + lane * LANE + LANE / 2,
            from: xs.iter().copied().min().unwrap_or(gutter),
            to: xs.iter().copied().max().unwrap_or(gutter),
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
        name: name::whole(here.ladder(), at),
        href: here.level(at),
        state: level.state,
    }
}

/// Branches, overlays, and levels that are equal although their ranks differ.
fn curves(here: &Here, boxes: &BTreeMap<LevelRef, (usize, usize)>, width: usize, place: Place) -> Vec<Curve> {
    let ladder = here.ladder();
    let mut curves = Vec::new();
    for at in boxes.keys() {
        let level = ladder.level(*at);
        let bases = level.builds_on.iter().filter_map(|base| Some((kind_of(base.kind)?, base.level?)));
        let equals = level.equivalents.iter().filter(|equal| equal.basis != EquivalenceBasis::Rank);
        let equals = equals.map(|equal| ("equivalent", equal.level)).filter(|(_, other)| other < at);
        for (kind, other) in bases.chain(equals) {
            if let (Some(from), Some(to)) = (place(&other), place(at)) {
                let name = format!("{} to {}", name::whole(ladder, other), name::whole(ladder, *at));
                curves.push(Curve { kind, path: path(from, to, width / 2), name });
            }
        }
    }
    curves
}

fn kind_of(kind: BaseKind) -> Option<&'static str> {
    match kind {
        BaseKind::Branch => Some("branch"),
        BaseKind::Overlay => Some("overlay"),
        BaseKind::Previous | BaseKind::Base => None,
    }
}

/// From the right of one box to the left of the other, or straight down where they share a column.
fn path(from: (usize, usize), to: (usize, usize), half: usize) -> String {
    let ((x, y), (to_x, to_y)) = (from, to);
    if x + half < to_x {
        let (start, end) = (x + half, to_x - half);
        let middle = usize::midpoint(start, end);
        return format!("M{start} {y}C{middle} {y} {middle} {to_y} {end} {to_y}");
    }
    let (start, end) = if y < to_y { (y + BOX / 2, to_y - BOX / 2) } else { (y - BOX / 2, to_y + BOX / 2) };
    format!("M{x} {start}L{to_x} {end}")
}

fn clip(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let mut clipped: String = name.chars().take(longest - 1).collect();
    clipped.truncate(clipped.trim_end().len());
    clipped + "…"
}
