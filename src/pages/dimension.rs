//! One dimension over all tracks and levels.

use serde::Serialize;

use super::frame::{Frame, Link};
use super::here::Here;
use super::html::Html;
use super::lines::Lines;
use super::{Route, name};
use crate::resolve::{CriterionRef, DimensionRef, Level, LevelRef, TrackRef};

/// What `dimension.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DimensionView {
    pub frame: Frame,
    pub title: String,
    /// Lowest grade first; empty where the source defines none.
    pub scale: Vec<GradeView>,
    pub tracks: Vec<OnTrack>,
}

/// One grade of the scale.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GradeView {
    pub name: String,
    pub html: Html,
}

/// The dimension on one track.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OnTrack {
    pub track: Link,
    pub levels: Vec<AtLevel>,
}

/// What one level asks in the dimension.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AtLevel {
    pub level: Link,
    pub lines: Lines,
}

impl DimensionView {
    pub(super) fn of(here: &Here, at: DimensionRef) -> Self {
        let dimension = &here.ladder().dimensions[at.0];
        let grades = dimension.scale.iter().flatten();
        let grade = |grade: &crate::resolve::Grade| GradeView {
            name: grade.name.clone(),
            html: Html::inlines(here, &grade.text),
        };
        let tracks = here.ladder().tracks().filter_map(|(track, _)| on_track(here, track, at));
        Self {
            frame: Frame::new(
                here,
                dimension.title.clone(),
                vec![Link::new(here.say().dimensions.as_str(), here.href(&Route::DimensionIndex))],
            ),
            title: dimension.title.clone(),
            scale: grades.map(grade).collect(),
            tracks: tracks.collect(),
        }
    }
}

fn on_track(here: &Here, track: TrackRef, at: DimensionRef) -> Option<OnTrack> {
    let ladder = here.ladder();
    let level = |(level, value): (LevelRef, &Level)| AtLevel {
        level: Link::new(name::short(value), here.level(level)),
        lines: marked(here, level, Some(at)),
    };
    let levels: Vec<AtLevel> = ladder.levels(track).map(level).filter(|level| level.lines.count > 0).collect();
    let link = Link::new(here.track_title(track), here.href(&Route::Track(track)));
    (!levels.is_empty()).then_some(OnTrack { track: link, levels })
}

/// The criteria of a level in one dimension, or without any.
pub(super) fn marked(here: &Here, level: LevelRef, dimension: Option<DimensionRef>) -> Lines {
    let criteria = &here.ladder().level(level).criteria;
    let mut lines = Lines::with_room(criteria.iter().filter(|criterion| criterion.dimension == dimension).count());
    for (criterion, value) in criteria.iter().enumerate() {
        if value.dimension == dimension {
            lines.add_marked(here, CriterionRef { level, criterion });
        }
    }
    lines
}
