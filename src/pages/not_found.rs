//! What a host shows for an address that leads nowhere: ways back in.

use serde::Serialize;

use super::Route;
use super::frame::{Frame, Link};
use super::here::Here;

/// What `not_found.html` shows.
///
/// It may stand at any address, so its links are followed from `frame.base`.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct NotFoundView {
    pub frame: Frame,
    pub title: String,
    pub tracks: Vec<Link>,
}

impl NotFoundView {
    pub(super) fn of(here: &Here) -> Self {
        let title = here.say().not_found.as_str();
        let tracks = here.ladder().tracks();
        let link = |(at, track): (_, &crate::resolve::Track)| {
            Link::new(here.title(&track.title), here.href(&Route::Track(at)))
        };
        Self { frame: Frame::new(here, title, Vec::new()), title: title.to_owned(), tracks: tracks.map(link).collect() }
    }
}
