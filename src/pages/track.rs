//! The page of a track: its levels as a matrix, how they accumulate, what it branches from, its guidance.

use serde::Serialize;

use super::blocks::{blocks, sections};
use super::dimension::marked;
use super::frame::{Frame, Link};
use super::here::Here;
use super::html::Html;
use super::inheritance::{Accumulation, Ground};
use super::lines::Lines;
use super::place::Place;
use super::radar::{Radar, radar};
use super::rail::{Step, step};
use super::source::Source;
use super::topic::dimension_link;
use super::{Route, name};
use crate::resolve::{BaseKind, DimensionRef, Level, LevelRef, Section, State, Track, TrackRef};
use crate::text::{Block, FileId, Inline};

/// What `track.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TrackView {
    pub frame: Frame,
    pub title: String,
    pub summary: Option<String>,
    pub licence: Option<String>,
    pub accumulates: Accumulation,
    /// What its levels build on outside of the track.
    pub branches: Vec<Branch>,
    /// Columns of the matrix.
    pub levels: Vec<Step>,
    pub rows: Vec<Row>,
    /// Levels that the track does not have.
    pub absent: Vec<Link>,
    pub comparisons: Vec<Link>,
    /// The grades of its levels, where it has scales.
    pub radars: Vec<Radar>,
    pub guidance: Html,
    pub navigation: Html,
    pub place: Place,
    pub source: Source,
}

/// A level that builds on something outside of the track.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Branch {
    pub level: Link,
    pub ground: Ground,
}

/// One row of the matrix: a fact, a dimension, or what has no dimension. A cell for each level.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Row {
    pub title: Option<String>,
    pub href: Option<String>,
    pub cells: Vec<Cell>,
}

/// One cell: the value of a fact, or criteria.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Cell {
    pub fact: Html,
    pub lines: Lines,
}

impl TrackView {
    pub(super) fn of(here: &Here, at: TrackRef) -> Self {
        let ladder = here.ladder();
        let track = ladder.track(at);
        let (absent, shown): (Vec<_>, Vec<_>) =
            ladder.levels(at).partition(|(_, level)| level.state == State::NotApplicable);
        let group = &ladder.groups[track.group.0];
        let crumb = Link::new(here.title(&group.title), here.group(track.group));
        let link = |(at, level): &(LevelRef, &Level)| Link::new(name::short(level), here.level(*at));
        Self {
            frame: Frame::new(here, here.title(&track.title), vec![crumb]),
            title: here.title(&track.title).to_owned(),
            summary: track.summary.clone(),
            licence: track.licence.clone(),
            accumulates: Accumulation::of(here, track),
            branches: shown.iter().flat_map(|(at, level)| branches(here, *at, level)).collect(),
            levels: shown.iter().map(|(at, level)| step(here, *at, level)).collect(),
            rows: rows(here, track, &shown),
            absent: absent.iter().map(link).collect(),
            comparisons: comparisons(here, at),
            radars: shown.iter().filter_map(|(level, _)| radar(here, *level)).collect(),
            guidance: if is_said(track) { Html::default() } else { sections(here, &track.guidance, 3) },
            navigation: blocks(here, &track.navigation, 2),
            place: Place::of(here, track.span),
            source: Source::of(here, here.title(&track.title), track.span).with_change(here, files(track)),
        }
    }
}

/// Whether the summary at the head of the page says all that the guidance does: one paragraph of nothing but words.
fn is_said(track: &Track) -> bool {
    let [Section { heading: None, blocks, .. }] = track.guidance.as_slice() else { return false };
    let [Block::Paragraph(paragraph)] = blocks.as_slice() else { return false };
    let is_words = |inline: &Inline| matches!(inline, Inline::Text(_) | Inline::Break { .. });
    paragraph.content.0.iter().all(is_words) && track.summary.as_deref() == Some(paragraph.content.plain().as_str())
}

fn branches(here: &Here, at: LevelRef, level: &Level) -> Vec<Branch> {
    let link = Link::new(name::short(level), here.level(at));
    let outside = level.builds_on.iter().filter(|base| matches!(base.kind, BaseKind::Branch | BaseKind::Overlay));
    outside.map(|base| Branch { level: link.clone(), ground: Ground::of(here, at.track, base) }).collect()
}

fn rows(here: &Here, track: &Track, shown: &[(LevelRef, &Level)]) -> Vec<Row> {
    let mut rows = fact_rows(here, shown);
    rows.extend(track.dimensions.iter().map(|dimension| criteria_row(here, shown, Some(*dimension))));
    rows.push(criteria_row(here, shown, None));
    rows.retain(|row| row.cells.iter().any(|cell| cell.lines.count > 0 || !cell.fact.is_empty()));
    rows
}

/// One row for every name of a fact, in the order of first appearance.
fn fact_rows(here: &Here, shown: &[(LevelRef, &Level)]) -> Vec<Row> {
    let mut names: Vec<&str> = Vec::new();
    for fact in shown.iter().flat_map(|(_, level)| &level.facts) {
        if !names.contains(&fact.name.as_str()) {
            names.push(&fact.name);
        }
    }
    let cell = |level: &Level, name: &str| {
        let fact = level.facts.iter().find(|fact| fact.name == name);
        Cell { fact: fact.map(|fact| Html::inlines(here, &fact.value)).unwrap_or_default(), lines: Lines::default() }
    };
    let row = |name: &str| Row {
        title: Some(name.to_owned()),
        href: None,
        cells: shown.iter().map(|(_, level)| cell(level, name)).collect(),
    };
    names.into_iter().map(row).collect()
}

fn criteria_row(here: &Here, shown: &[(LevelRef, &Level)], dimension: Option<DimensionRef>) -> Row {
    let link = dimension.map(|dimension| dimension_link(here, dimension));
    let cell = |(at, _): &(LevelRef, &Level)| Cell { fact: Html::default(), lines: marked(here, *at, dimension) };
    let (title, href) = link.map(|link| (link.name, link.href)).unzip();
    Row { title, href, cells: shown.iter().map(cell).collect() }
}

/// The documents that a track is made from.
fn files(track: &Track) -> impl Iterator<Item = FileId> {
    let levels = track.levels.iter().map(|level| level.span.file);
    levels.chain([track.span.file])
}

fn comparisons(here: &Here, at: TrackRef) -> Vec<Link> {
    let beside = here.site.connections.beside.get(&at).into_iter().flatten();
    let link = |other: &TrackRef| {
        let route = Route::Compare(at.min(*other), at.max(*other));
        Link::new(here.track_title(*other), here.href(&route))
    };
    beside.map(link).collect()
}
