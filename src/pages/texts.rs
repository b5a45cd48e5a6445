//! The words of one track for scripts: what search looks through, and what a comparison is composed from.
//!
//! A criterion is named by its number on its track, counted over all levels; one of another track by the track's number
//! and its own. What is in force at a level is told as the difference to what is in force at the level it builds on, so
//! that the file grows with what the track states and not with what it carries on.

use serde::Serialize;

use super::Route;
use super::here::{Here, anchor_of};
use super::html::Html;
use super::plain::plain;
use super::wording::Wordings;
use crate::resolve::{BaseKind, Criterion, CriterionRef, Ladder, Level, LevelRef, RelationKind, Section, TrackRef};

/// `search/tracks/<track>.js`. Names are short, because every letter is loaded.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Texts {
    #[serde(rename = "l")]
    pub levels: Vec<LevelTexts>,
    #[serde(rename = "p")]
    pub passages: Vec<Passage>,
}

/// One level.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LevelTexts {
    /// Name and value of each fact.
    #[serde(rename = "f")]
    pub facts: Vec<(String, String)>,
    #[serde(rename = "c")]
    pub criteria: Vec<CriterionTexts>,
    /// The level from which the next two lists tell the difference: track and level.
    #[serde(rename = "b")]
    pub base: Option<(usize, usize)>,
    /// In force there and not here.
    #[serde(rename = "m")]
    pub without: Vec<Number>,
    /// In force here and not there, and not stated here.
    #[serde(rename = "a")]
    pub with: Vec<Number>,
    #[serde(rename = "p")]
    pub passages: Vec<Passage>,
}

/// Anchor, dimension, words, 0 to 2 for adds, repeats and raises, what it raises or repeats, and the same criterion on
/// other tracks.
pub type CriterionTexts = (String, Option<usize>, Html, u8, Option<Number>, Vec<Number>);

/// Address from the root of the site, heading, words.
pub type Passage = (String, String, String);

/// A criterion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// Of this track.
    Own(usize),
    /// Of another: track and number there.
    Foreign(usize, usize),
}

impl Texts {
    pub(super) fn of(here: &Here, at: TrackRef) -> Self {
        let track = here.ladder().track(at);
        Self {
            levels: here.ladder().levels(at).map(|(level, value)| LevelTexts::of(here, level, value)).collect(),
            passages: passages(here, &Route::Track(at).path(here.ladder()), &track.guidance),
        }
    }
}

impl LevelTexts {
    fn of(here: &Here, at: LevelRef, level: &Level) -> Self {
        let ladder = here.ladder();
        let own = sorted(level);
        let foreign = |it: &&CriterionRef| it.level != at;
        let base = base(ladder, level, &own);
        let below = base.map(|base| sorted(ladder.level(base))).unwrap_or_default();
        let number = |it: &CriterionRef| number(&here.site.wordings, at.track, *it);
        let missing = |list: &[CriterionRef], it: &CriterionRef| list.binary_search(it).is_err();
        let criterion = |(criterion, value)| self::criterion(here, CriterionRef { level: at, criterion }, value);
        Self {
            facts: level.facts.iter().map(|fact| (fact.name.clone(), fact.value.plain())).collect(),
            criteria: level.criteria.iter().enumerate().map(criterion).collect(),
            base: base.map(|base| (base.track.0, base.level)),
            without: below.iter().filter(|it| missing(&own, it)).map(number).collect(),
            with: own.iter().filter(foreign).filter(|it| missing(&below, it)).map(number).collect(),
            passages: passages(here, &Route::Level(at).path(ladder), &level.guidance),
        }
    }
}

fn criterion(here: &Here, at: CriterionRef, value: &Criterion) -> CriterionTexts {
    let ladder = here.ladder();
    let number = |it| number(&here.site.wordings, at.level.track, it);
    let kind = match value.relation.kind {
        RelationKind::Adds => 0,
        RelationKind::Repeats => 1,
        RelationKind::Raises => 2,
    };
    let shared = value.shared.iter().map(|shared| number(shared.criterion)).collect();
    let dimension = value.dimension.map(|dimension| dimension.0);
    let anchor = anchor_of(ladder, at).to_owned();
    (anchor, dimension, here.words(at), kind, value.relation.of.map(number), shared)
}

/// What is in force, in the order of references.
fn sorted(level: &Level) -> Vec<CriterionRef> {
    let mut criteria: Vec<CriterionRef> = level.in_force.iter().map(|entry| entry.criterion).collect();
    criteria.sort_unstable();
    criteria
}

/// The level below from which anything is carried on.
fn base(ladder: &Ladder, level: &Level, own: &[CriterionRef]) -> Option<LevelRef> {
    let below = level.builds_on.iter().find(|base| base.kind != BaseKind::Base)?.level?;
    let carried = ladder.level(below).in_force.iter().any(|entry| own.binary_search(&entry.criterion).is_ok());
    carried.then_some(below)
}

pub(super) fn number(wordings: &Wordings, from: TrackRef, at: CriterionRef) -> Number {
    let number = wordings.number(at);
    if from == at.level.track { Number::Own(number) } else { Number::Foreign(at.level.track.0, number) }
}

/// Sections of guidance that stand on a page.
pub(super) fn passages(here: &Here, page: &str, sections: &[Section]) -> Vec<Passage> {
    let passage = |section: &Section| {
        let heading = section.heading.as_ref().map(crate::text::Inlines::plain).unwrap_or_default();
        let address = match here.ladder().anchors.get(&section.span) {
            Some(anchor) => format!("{page}#{anchor}"),
            None => page.to_owned(),
        };
        (address, heading, plain(&section.blocks))
    };
    sections.iter().map(passage).filter(|(_, heading, words)| !heading.is_empty() || !words.is_empty()).collect()
}
