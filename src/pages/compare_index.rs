//! All comparisons, by group.

use serde::Serialize;

use super::Route;
use super::frame::{Frame, Link};
use super::here::Here;
use crate::resolve::TrackRef;

/// What `compare_index.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CompareIndexView {
    pub frame: Frame,
    pub tracks: Vec<Compared>,
}

/// One track, and those it can be read beside.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Compared {
    pub group: String,
    pub track: Link,
    pub beside: Vec<Link>,
}

impl CompareIndexView {
    pub(super) fn of(here: &Here) -> Self {
        let tracks = here.site.connections.beside.iter().map(|(track, beside)| compared(here, *track, beside));
        Self { frame: Frame::new(here, here.say().compare.as_str(), Vec::new()), tracks: tracks.collect() }
    }
}

fn compared<'t>(here: &Here, track: TrackRef, beside: impl IntoIterator<Item = &'t TrackRef>) -> Compared {
    let ladder = here.ladder();
    let title = |track: TrackRef| here.track_title(track);
    let link =
        |other: &TrackRef| Link::new(title(*other), here.href(&Route::Compare(track.min(*other), track.max(*other))));
    Compared {
        group: here.title(&ladder.groups[ladder.track(track).group.0].title).to_owned(),
        track: Link::new(title(track), here.href(&Route::Track(track))),
        beside: beside.into_iter().map(link).collect(),
    }
}
