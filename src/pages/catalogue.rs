//! What the scripts of pages know of the whole site: the names of everything one can go to, and the interface's words.
//! It grows with the number of levels and not with their words; those are in `texts.rs`, a file for each track.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Route;
use super::connections::is_step;
use super::here::Here;
use super::texts::{Passage, passages};
use crate::resolve::{Level, LevelRef, PageRef, TrackRef};

/// `search/index.js`. Names are short, because every letter is loaded.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Catalogue {
    /// The words that scripts say, by name.
    pub words: BTreeMap<&'static str, &'static str>,
    pub tracks: Vec<TrackEntry>,
    /// Id and title.
    pub dimensions: Vec<(String, String)>,
    /// Documents without a ladder: address from the root of the site, and title.
    pub pages: Vec<(String, String)>,
}

/// A track and its levels.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TrackEntry {
    #[serde(rename = "i")]
    pub id: String,
    #[serde(rename = "n")]
    pub name: String,
    #[serde(rename = "g")]
    pub group: String,
    #[serde(rename = "s")]
    pub summary: Option<String>,
    #[serde(rename = "l")]
    pub levels: Vec<LevelEntry>,
}

/// Id, code where there is one, title, and whether someone can stand on it.
pub type LevelEntry = (String, Option<String>, String, bool);

/// `search/guidance.js`: guidance that belongs to no track.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Guidance {
    #[serde(rename = "p")]
    pub passages: Vec<Passage>,
}

/// What scripts say.
const WORDS: [(&str, &str); 20] = [
    ("ask", "Level, criterion, anything …"),
    ("search", "Search"),
    ("hit", "match"),
    ("hits", "matches"),
    ("keys", "↑ ↓ to choose, Enter to go, Esc to close"),
    ("dimension", "Dimension"),
    ("guidance", "Guidance"),
    ("cite", "Copy"),
    ("cited", "Copied, with its source"),
    ("pick", "Position"),
    ("whole", "whole track"),
    ("first", "Choose two to four levels or tracks."),
    ("gained", "gained"),
    ("raised", "raised"),
    ("kept", "kept"),
    ("eased", "asked less"),
    ("released", "released"),
    ("on", "on all of them"),
    ("other", "Without a dimension"),
    ("asked", "in force"),
];

impl Catalogue {
    pub(super) fn of(here: &Here) -> Self {
        let ladder = here.ladder();
        let pages = ladder.pages.iter().enumerate();
        Self {
            words: WORDS.into_iter().collect(),
            tracks: ladder.tracks().map(|(track, _)| TrackEntry::of(here, track)).collect(),
            dimensions: ladder.dimensions.iter().map(|it| (it.id.clone(), it.title.clone())).collect(),
            pages: pages.map(|(at, page)| (path(here, &Route::Guidance(PageRef(at))), page.title.clone())).collect(),
        }
    }
}

impl TrackEntry {
    fn of(here: &Here, at: TrackRef) -> Self {
        let ladder = here.ladder();
        let track = ladder.track(at);
        let group = &ladder.groups[track.group.0].title;
        Self {
            id: track.id.clone(),
            name: track.title.clone(),
            group: group.clone(),
            summary: track.summary.clone(),
            levels: ladder.levels(at).map(level).collect(),
        }
    }
}

fn level((_, level): (LevelRef, &Level)) -> LevelEntry {
    let code = level.code.clone().filter(|code| *code != level.title);
    (level.id.clone(), code, level.title.as_str().to_owned(), is_step(level))
}

impl Guidance {
    pub(super) fn of(here: &Here) -> Self {
        let ladder = here.ladder();
        let home = path(here, &Route::Home);
        let mut found = passages(here, &home, &ladder.guidance);
        ladder.groups.iter().for_each(|group| found.extend(passages(here, &home, &group.guidance)));
        for (at, page) in ladder.pages.iter().enumerate() {
            found.extend(passages(here, &path(here, &Route::Guidance(PageRef(at))), &page.sections));
        }
        Self { passages: found }
    }
}

fn path(here: &Here, route: &Route) -> String {
    route.path(here.ladder())
}
