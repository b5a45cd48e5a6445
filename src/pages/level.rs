//! The page of a level: what is new here, what is raised, what is carried on and from where.

use serde::Serialize;

use super::blocks::{blocks, sections};
use super::carried::{Carried, carried, told};
use super::frame::{Frame, Link};
use super::here::Here;
use super::html::Html;
use super::inheritance::{Accumulation, Ground};
use super::lines::Lines;
use super::place::Place;
use super::radar::{Radar, radar};
use super::rail::rail;
use super::sheet::{Ahead, address, ahead, version};
use super::source::Source;
use super::topic::topics;
use super::ways::{Ways, ways};
use super::{Route, name};
use crate::resolve::{Fact, Level, LevelRef, RelationKind, State};

/// What `level.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LevelView {
    pub frame: Frame,
    pub track: Link,
    pub title: String,
    /// Whether the title says already which track it is of.
    pub names_track: bool,
    /// Where the title does not begin with it.
    pub code: Option<String>,
    pub aliases: Vec<String>,
    pub state: State,
    /// Whether it is the layer that holds at all levels of its track.
    pub is_base_layer: bool,
    pub summary: Html,
    pub facts: Vec<FactView>,
    pub counts: Counts,
    pub builds_on: Vec<Ground>,
    pub accumulates: Accumulation,
    /// False where something it builds on is not known.
    pub complete: bool,
    /// Own criteria by dimension, each with its permanent link.
    pub new: Html,
    pub raised: Html,
    pub restated: Html,
    /// In short, by the level that stated them first.
    pub carried: Carried,
    /// Where they come from, in a few words.
    pub carried_from: String,
    pub dropped: Lines,
    /// Its grades over those of the level below, where the track has scales.
    pub radar: Option<Radar>,
    /// What the next level asks.
    pub ahead: Option<Ahead>,
    /// Another one as soon as a word that is in force changes.
    pub version: String,
    /// Where the page stands on the web.
    pub address: Option<String>,
    /// Where a script compares it with any other level.
    pub free: Option<String>,
    /// The name by which that script knows it.
    pub pick: String,
    pub guidance: Html,
    /// The levels of the track: the items of a list.
    pub steps: Html,
    pub ways: Ways,
    /// The heading as the author wrote it.
    pub written: String,
    pub place: Place,
    pub source: Source,
}

/// How many criteria a level adds, raises and carries on; together all that it has in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Counts {
    pub new: usize,
    pub raised: usize,
    /// Those that the level states again are among them.
    pub carried: usize,
    pub restated: usize,
    pub in_force: usize,
    pub dropped: usize,
}

/// A named property.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FactView {
    pub name: String,
    pub html: Html,
}

impl LevelView {
    pub(super) fn of(here: &Here, at: LevelRef) -> Self {
        let ladder = here.ladder();
        let (track, level) = (ladder.track(at.track), ladder.level(at));
        let track_link = Link::new(here.title(&track.title), here.href(&Route::Track(at.track)));
        let of_kind = |kind| topics(here, at, kind);
        Self {
            frame: Frame::new(here, name::whole(here, at), vec![track_link.clone()]),
            track: track_link,
            title: level.title.clone(),
            names_track: name::names_track(&level.title, here.title(&track.title)),
            code: name::code_apart(level).map(str::to_owned),
            aliases: level.aliases.iter().filter(|alias| !level.title.contains(alias.as_str())).cloned().collect(),
            state: level.state,
            is_base_layer: level.is_base_layer,
            summary: blocks(here, &level.summary, 2),
            facts: level.facts.iter().map(|fact| FactView::of(here, fact)).collect(),
            counts: Counts::of(level),
            builds_on: level.builds_on.iter().map(|base| Ground::of(here, at.track, base)).collect(),
            accumulates: Accumulation::of(here, track),
            complete: level.complete,
            new: of_kind(RelationKind::Adds),
            raised: of_kind(RelationKind::Raises),
            restated: of_kind(RelationKind::Repeats),
            carried: carried(here, at),
            carried_from: told(here, at),
            dropped: dropped(here, level),
            radar: radar(here, at),
            ahead: ahead(here, at),
            version: version(here, at),
            address: address(here, at),
            free: here.site.compares().then(|| here.anchor(&Route::CompareIndex, "picks_")),
            pick: format!("{}/{}", track.id, level.id),
            guidance: sections(here, &level.guidance, 3),
            steps: rail(here, at),
            ways: ways(here, at),
            written: level.heading.clone(),
            place: Place::of(here, level.span),
            source: Source::of(here, &name::whole(here, at), level.span),
        }
    }
}

fn dropped(here: &Here, level: &Level) -> Lines {
    let mut lines = Lines::default();
    level.drops.iter().for_each(|criterion| lines.add(here, *criterion));
    lines
}

impl FactView {
    pub(super) fn of(here: &Here, fact: &Fact) -> Self {
        Self { name: fact.name.clone(), html: Html::inlines(here, &fact.value) }
    }
}

impl Counts {
    pub(super) fn of(level: &Level) -> Self {
        let count = |kind| level.criteria.iter().filter(|criterion| criterion.relation.kind == kind).count();
        let (new, raised) = (count(RelationKind::Adds), count(RelationKind::Raises));
        let restated = count(RelationKind::Repeats);
        let in_force = level.in_force.len();
        Self {
            new,
            raised,
            carried: in_force.saturating_sub(new + raised),
            restated,
            in_force,
            dropped: level.drops.len(),
        }
    }
}
