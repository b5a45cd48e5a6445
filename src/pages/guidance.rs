//! A document without a ladder.

use serde::Serialize;

use super::blocks::{blocks, sections};
use super::frame::{Frame, Link};
use super::here::Here;
use super::html::Html;
use super::place::Place;
use super::source::Source;
use crate::resolve::PageRef;

/// What `guidance.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GuidanceView {
    pub frame: Frame,
    pub title: String,
    pub text: Html,
    pub navigation: Html,
    pub place: Place,
    pub source: Source,
}

impl GuidanceView {
    pub(super) fn of(here: &Here, at: PageRef) -> Self {
        let page = &here.ladder().pages[at.0];
        let group = &here.ladder().groups[page.group.0];
        let crumb = Link::new(here.title(&group.title), here.group(page.group));
        Self {
            frame: Frame::new(here, page.title.clone(), vec![crumb]),
            title: page.title.clone(),
            text: sections(here, &page.sections, 2),
            navigation: blocks(here, &page.navigation, 2),
            place: Place::of(here, page.span),
            source: Source::of(here, &page.title, page.span).with_change(here, [page.span.file]),
        }
    }
}
