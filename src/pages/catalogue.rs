//! What the scripts of pages know of the whole site: the names of everything one can go to, and the interface's words.
//! It grows with the number of levels and not with their words; those are in `texts.rs`, a file for each track.

use serde::Serialize;

use super::connections::is_step;
use super::here::Here;
use super::texts::{Passage, passages};
use super::words::{Counted, Sentence, Word, Words};
use super::{Route, name};
use crate::resolve::{Level, LevelRef, PageRef, TrackRef};

/// `search/index.js`. Names are short, because every letter is loaded.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Catalogue {
    pub words: Spoken,
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

/// The words that scripts say.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Spoken {
    pub ask: Word,
    pub search: Word,
    pub matches: Counted,
    pub keys: Word,
    pub dimension: Word,
    pub guidance: Word,
    pub cite: Word,
    pub cited: Word,
    pub quoted: Sentence,
    pub pick: Word,
    pub whole: Word,
    pub first: Word,
    pub gained: Word,
    pub raised: Word,
    pub kept: Word,
    pub eased: Word,
    pub released: Word,
    pub on: Counted,
    pub other: Word,
    pub asked: Counted,
}

impl Spoken {
    fn of(words: &Words) -> Self {
        Self {
            ask: words.ask.clone(),
            search: words.search.clone(),
            matches: words.matches.clone(),
            keys: words.keys.clone(),
            dimension: words.dimension.clone(),
            guidance: words.guidance.clone(),
            cite: words.cite.clone(),
            cited: words.cited.clone(),
            quoted: words.quoted.clone(),
            pick: words.position.clone(),
            whole: words.whole_track.clone(),
            first: words.choose.clone(),
            gained: words.gained.clone(),
            raised: words.raised.clone(),
            kept: words.kept.clone(),
            eased: words.eased.clone(),
            released: words.released.clone(),
            on: words.on_all.clone(),
            other: words.without_dimension.clone(),
            asked: words.in_force.clone(),
        }
    }
}

impl Catalogue {
    pub(super) fn of(here: &Here) -> Self {
        let ladder = here.ladder();
        let pages = ladder.pages.iter().enumerate();
        Self {
            words: Spoken::of(here.say()),
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
        let group = here.title(&ladder.groups[track.group.0].title);
        Self {
            id: track.id.clone(),
            name: here.title(&track.title).to_owned(),
            group: group.to_owned(),
            summary: track.summary.clone(),
            levels: ladder.levels(at).map(level).collect(),
        }
    }
}

fn level((_, level): (LevelRef, &Level)) -> LevelEntry {
    let code = name::code_apart(level).map(str::to_owned);
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
