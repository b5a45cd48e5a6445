//! The words of criteria as HTML, made once and shared by all pages that show them: a criterion stands on the page of
//! its level, of every level above, of its track and its dimension, and on every comparison of its track.
//!
//! This is the only thing that is kept from page to page. It depends on the criterion alone, so nothing can go stale.

use std::sync::OnceLock;

use super::diff::Diff;
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
    words: OnceLock<Html>,
    diff: OnceLock<Diff>,
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

    /// The words, without links: for inside of a link, and for lists.
    pub(super) fn words(&self, ladder: &Ladder, at: CriterionRef) -> &Html {
        self.cell(at).words.get_or_init(|| Html::inside_link(&ladder.criterion(at).text))
    }

    /// The words of a criterion against those of what it raises or repeats, `below`.
    pub(super) fn diff(&self, ladder: &Ladder, at: CriterionRef, below: CriterionRef) -> &Diff {
        let text = |at| ladder.criterion(at).text.plain();
        self.cell(at).diff.get_or_init(|| Diff::of(&text(below), &text(at)))
    }

    fn cell(&self, at: CriterionRef) -> &Cell {
        &self.cells[self.starts[at.level.track.0][at.level.level] + at.criterion]
    }
}
