//! Everything that pages are made from: immutable, loaded once.

use std::collections::BTreeMap;

use super::connections::{Connections, is_step};
use super::forge::Repository;
use super::wording::Wordings;
use super::words::Words;
use crate::resolve::Ladder;
use crate::text::{Sources, parallel};

/// The site as a whole; the commands differ only in what they read from it.
#[derive(Clone, Debug)]
pub struct Site {
    pub ladder: Ladder,
    pub settings: Settings,
    /// For places: the file, line and column of what is shown.
    pub sources: Sources,
    /// The edges of the ladder read backwards: found once, asked by many pages.
    pub(super) connections: Connections,
    pub(super) wordings: Wordings,
}

/// What the author set for the whole site.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// With a slash at the end; only for what needs an absolute address.
    pub base_url: Option<String>,
    /// A BCP 47 tag; English where nothing is set.
    pub language: Option<String>,
    /// The words of the interface.
    pub words: Words,
    /// The repository that holds the documents, where it is on the web.
    pub repository: Option<Repository>,
    /// Path of a document → the day of its last change: `2026-11-21`.
    pub changed: BTreeMap<String, String>,
}

impl Site {
    /// A site of a resolved ladder and the sources it was read from.
    pub fn new(ladder: Ladder, settings: Settings, sources: Sources) -> Self {
        let (connections, wordings) = parallel::both(|| Connections::of(&ladder), || Wordings::of(&ladder));
        Self { ladder, settings, sources, connections, wordings }
    }

    /// Whether there are two levels to compare.
    pub(super) fn compares(&self) -> bool {
        self.ladder.tracks.iter().flat_map(|track| &track.levels).filter(|level| is_step(level)).nth(1).is_some()
    }
}
