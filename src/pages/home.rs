//! The first page: the map of all tracks by rank, and the guidance of the whole.

use serde::Serialize;

use super::Route;
use super::blocks::{blocks, sections};
use super::chart::{Chart, chart};
use super::frame::{Frame, Link};
use super::grid::{Grid, grid};
use super::here::{Here, group_anchor, is_shown};
use super::html::Html;
use crate::resolve::{GroupRef, PageRef};

/// What `home.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct HomeView {
    pub frame: Frame,
    pub title: String,
    pub tracks: usize,
    pub levels: usize,
    pub criteria: usize,
    pub groups: Vec<GroupView>,
    pub guidance: Html,
    /// Documents without a ladder.
    pub pages: Vec<Link>,
}

/// One group of tracks: its map, the same as a table, and its guidance.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GroupView {
    pub anchor: String,
    pub title: String,
    /// `None` for a group without a track.
    pub chart: Option<Chart>,
    pub grid: Grid,
    pub guidance: Html,
    pub navigation: Html,
}

impl HomeView {
    pub(super) fn of(here: &Here) -> Self {
        let ladder = here.ladder();
        let levels = || ladder.tracks.iter().flat_map(|track| &track.levels);
        let shown = ladder.groups.iter().enumerate().filter(|(_, group)| is_shown(group));
        let groups = shown.map(|(index, _)| GroupView::of(here, GroupRef(index)));
        let pages = ladder.pages.iter().enumerate();
        Self {
            frame: Frame::new(here, here.title(&ladder.title), Vec::new()),
            title: here.title(&ladder.title).to_owned(),
            tracks: ladder.tracks.len(),
            levels: levels().filter(|level| super::connections::is_step(level)).count(),
            criteria: levels().map(|level| level.criteria.len()).sum(),
            groups: groups.collect(),
            guidance: sections(here, &ladder.guidance, 3),
            pages: pages
                .map(|(index, page)| Link::new(page.title.clone(), here.href(&Route::Guidance(PageRef(index)))))
                .collect(),
        }
    }
}

impl GroupView {
    fn of(here: &Here, at: GroupRef) -> Self {
        let group = &here.ladder().groups[at.0];
        Self {
            anchor: group_anchor(here.ladder(), at),
            title: here.title(&group.title).to_owned(),
            chart: (!group.tracks.is_empty()).then(|| chart(here, at)),
            grid: grid(here, at),
            guidance: sections(here, &group.guidance, 3),
            navigation: blocks(here, &group.navigation, 3),
        }
    }
}
