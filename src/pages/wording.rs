//! The words of criteria as HTML, made once and shared by all pages that show them: a criterion stands on the page of
//! its level, of every level above, of its track and its dimension, and on every comparison of its track.
//!
//! This is the only thing that is kept from page to page. It depends on the criterion alone, so nothing can go stale.

use std::ops::Range;
use std::sync::OnceLock;

use super::diff::Diff;
use super::here::anchor_of;
use super::html::Html;
use crate::resolve::{CriterionRef, Ladder};

/// A place for the words of every criterion of a ladder, filled when a page first asks.
#[derive(Clone, Default, Debug)]
pub(super) struct Wordings {
    /// Track → level → index of its first criterion.
    starts: Vec<Vec<usize>>,
    cells: Vec<Cell>,
}

#[derive(Clone, Default, Debug)]
struct Cell {
    wording: OnceLock<Wording>,
    diff: OnceLock<Diff>,
}

/// A criterion as the end of a link to it: `track/level.html#anchor">words</a>`. What comes before depends on the page.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    html: Html,
    level: usize,
    anchor: usize,
    words: Range<usize>,
}

impl Wordings {
    pub(super) fn of(ladder: &Ladder) -> Self {
        let mut next = 0;
        let mut start = |criteria: usize| {
            next += criteria;
            next - criteria
        };
        let mut starts = Vec::with_capacity(ladder.tracks.len());
        for track in &ladder.tracks {
            starts.push(track.levels.iter().map(|level| start(level.criteria.len())).collect());
        }
        Self { starts, cells: vec![Cell::default(); next] }
    }

    pub(super) fn get(&self, ladder: &Ladder, at: CriterionRef) -> &Wording {
        self.cell(at).wording.get_or_init(|| Wording::of(ladder, at))
    }

    /// The words of a criterion against those of what it raises or repeats, `below`.
    pub(super) fn diff(&self, ladder: &Ladder, at: CriterionRef, below: CriterionRef) -> &Diff {
        let text = |at| ladder.criterion(at).text.line();
        self.cell(at).diff.get_or_init(|| Diff::of(&text(below), &text(at)))
    }

    /// The number of a criterion on its track, counted over all levels.
    pub(super) fn number(&self, at: CriterionRef) -> usize {
        let starts = &self.starts[at.level.track.0];
        starts[at.level.level] - starts[0] + at.criterion
    }

    fn cell(&self, at: CriterionRef) -> &Cell {
        &self.cells[self.starts[at.level.track.0][at.level.level] + at.criterion]
    }
}

impl Wording {
    fn of(ladder: &Ladder, at: CriterionRef) -> Self {
        let (track, level, criterion) =
            (&ladder.track(at.level.track).id, &ladder.level(at.level).id, ladder.criterion(at));
        let words = (criterion.span.end - criterion.span.start).min(1024) as usize;
        // The id of a criterion begins with those of its track and level.
        let mut html = Html::with_room(criterion.id.len() + words + 32);
        html.push_text(track);
        html.push_ours("/");
        let start = html.len();
        html.push_text(level);
        html.push_ours(".html");
        let anchor = html.len();
        html.push_ours("#");
        html.push_text(anchor_of(ladder, at));
        html.push_ours("\">");
        let words = html.len();
        html.push_words(&criterion.text);
        let words = words..html.len();
        html.push_ours("</a>");
        Self { html, level: start, anchor, words }
    }

    /// The words, without links: for inside of a link, and for lists.
    pub(super) fn push_words(&self, out: &mut Html) {
        out.push_part(&self.html, self.words.clone());
    }

    /// The address, from where it begins to differ.
    pub(super) fn push_address(&self, out: &mut Html, from: From) {
        out.push_part(&self.html, self.start(from)..self.words.start - "\">".len());
    }

    /// The anchor, without its sign.
    pub(super) fn push_anchor(&self, out: &mut Html) {
        out.push_part(&self.html, self.anchor + 1..self.words.start - "\">".len());
    }

    /// The address, the words, and the end of the link.
    pub(super) fn push_link(&self, out: &mut Html, from: From) {
        out.push_part(&self.html, self.start(from)..self.html.len());
    }

    /// Whether two criteria have the same words with the same marks.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.html.as_str()[self.words.clone()] == other.html.as_str()[other.words.clone()]
    }

    fn start(&self, from: From) -> usize {
        match from {
            From::Elsewhere => 0,
            From::Track => self.level,
            From::Level => self.anchor,
        }
    }
}

/// What a page has in common with the page of a criterion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum From {
    Elsewhere,
    Track,
    Level,
}
