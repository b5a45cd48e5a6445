//! Two tracks side by side, level by level: what both ask, and what only one of them asks.

use serde::Serialize;

use super::beside::{Row, rows};
use super::frame::{Frame, Link};
use super::here::Here;
use super::{Route, name};
use crate::resolve::{Ladder, LevelRef, TrackRef};

/// What `compare.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CompareView {
    pub frame: Frame,
    pub left: Link,
    pub right: Link,
    pub rows: Vec<Row>,
    /// To each row of this page.
    pub jumps: Vec<Link>,
}

impl CompareView {
    pub(super) fn of(here: &Here, left: TrackRef, right: TrackRef) -> Self {
        let link = |track| Link::new(here.track_title(track), here.href(&Route::Track(track)));
        let (left_link, right_link) = (link(left), link(right));
        let title = [&left_link.name, here.say().and.as_str(), &right_link.name].join(" ");
        let rows = rows(here, left, right);
        let jump = |row: &Row| {
            let side = row.left.as_ref().or(row.right.as_ref())?;
            Some(Link::new(side.name.clone(), format!("#{}", side.anchor)))
        };
        Self {
            frame: Frame::new(
                here,
                title,
                vec![Link::new(here.say().compare.as_str(), here.href(&Route::CompareIndex))],
            ),
            left: left_link,
            right: right_link,
            jumps: rows.iter().filter_map(jump).collect(),
            rows,
        }
    }
}

/// Where a level stands on every page that compares its track. No slug holds a full stop.
pub(super) fn row_anchor(ladder: &Ladder, at: LevelRef) -> String {
    format!("{}.{}", ladder.track(at.track).id, ladder.level(at).id)
}

/// The name of a level on a page where its track heads the column.
pub(super) fn column_name(ladder: &Ladder, at: LevelRef) -> String {
    name::full(ladder.level(at))
}
