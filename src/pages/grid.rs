//! The tracks of a group by rank, as a table: the same as the chart, in words.

use serde::Serialize;

use super::Route;
use super::frame::Link;
use super::here::Here;
use super::name;
use super::ties::{Tie, told};
use crate::resolve::{GroupRef, Level, LevelRef, Rank, State, TrackRef};

/// Rows are tracks, columns are ranks.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Grid {
    pub ranks: Vec<String>,
    pub rows: Vec<GridRow>,
    /// Whether a level has no rank, so that a last column is needed.
    pub is_loose: bool,
}

/// One track.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GridRow {
    pub track: Link,
    pub summary: Option<String>,
    /// A cell for each rank.
    pub cells: Vec<Vec<Link>>,
    /// Levels without a rank, lowest first.
    pub unranked: Vec<Link>,
    /// What ties its levels to other tracks.
    pub ties: Vec<Tie>,
}

/// The ranks that some level of a group in use has, lowest first.
pub(super) fn ranks(here: &Here, group: GroupRef) -> Vec<Rank> {
    let ladder = here.ladder();
    let tracks = ladder.groups[group.0].tracks.iter();
    let levels = tracks.flat_map(|track| &ladder.track(*track).levels);
    let mut ranks: Vec<Rank> = levels.filter(|level| is_shown(level)).filter_map(|level| level.rank).collect();
    ranks.sort_by(|a, b| a.0.total_cmp(&b.0));
    ranks.dedup();
    ranks
}

/// Levels that are not applicable are no place to stand on.
pub(super) fn is_shown(level: &Level) -> bool {
    level.state != State::NotApplicable
}

pub(super) fn grid(here: &Here, group: GroupRef) -> Grid {
    let ranks = ranks(here, group);
    let tracks = &here.ladder().groups[group.0].tracks;
    let rows: Vec<GridRow> = tracks.iter().map(|track| row(here, *track, &ranks)).collect();
    let is_loose = ranks.is_empty() || rows.iter().any(|row| !row.unranked.is_empty());
    Grid { rows, is_loose, ranks: ranks.iter().map(|rank| rank.0.to_string()).collect() }
}

fn row(here: &Here, at: TrackRef, ranks: &[Rank]) -> GridRow {
    let track = here.ladder().track(at);
    let mut cells = vec![Vec::new(); ranks.len()];
    let mut unranked = Vec::new();
    for (level, value) in here.ladder().levels(at).filter(|(_, level)| is_shown(level)) {
        let column = value.rank.and_then(|rank| ranks.iter().position(|other| *other == rank));
        let list = column.map_or(&mut unranked, |column| &mut cells[column]);
        list.push(link(here, level, value));
    }
    GridRow {
        track: Link::new(here.title(&track.title), here.href(&Route::Track(at))),
        summary: track.summary.clone(),
        cells,
        unranked,
        ties: here.ladder().levels(at).flat_map(|(level, _)| told(here, level)).collect(),
    }
}

fn link(here: &Here, at: LevelRef, level: &Level) -> Link {
    Link::new(name::full(level), here.level(at))
}
