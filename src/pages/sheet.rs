//! What a level page adds for the talk about it: what the next level asks, and a mark by which two prints are told apart.

use serde::Serialize;

use super::here::Here;
use super::html::Html;
use super::lines::Lines;
use super::ways::neighbours;
use super::{Route, name};
use crate::resolve::{CriterionRef, LevelRef, RelationKind};
use crate::text::fingerprint;

/// The level above.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Ahead {
    pub name: String,
    /// What it adds and raises.
    pub lines: Lines,
}

/// What the next step of the track asks; `None` at its end.
pub(super) fn ahead(here: &Here, at: LevelRef) -> Option<Ahead> {
    let (_, next) = neighbours(here, at);
    let next = next?;
    let criteria = &here.ladder().level(next).criteria;
    let mut lines = Lines::with_room(criteria.len());
    for (criterion, value) in criteria.iter().enumerate() {
        if value.relation.kind != RelationKind::Repeats {
            lines.add_marked(here, CriterionRef { level: next, criterion });
        }
    }
    (lines.count > 0).then(|| Ahead { name: name::short(here.ladder().level(next)).to_owned(), lines })
}

/// A short name for all that is in force at a level: another one as soon as a word of it changes.
pub(super) fn version(here: &Here, at: LevelRef) -> String {
    let in_force = &here.ladder().level(at).in_force;
    let mut words = Html::with_room(in_force.len() * 128);
    for entry in in_force {
        here.push_words(&mut words, entry.criterion);
        words.push_ours("\n");
    }
    fingerprint(words.as_str().as_bytes())
}

/// Where the page stands on the web, where that is known.
pub(super) fn address(here: &Here, at: LevelRef) -> Option<String> {
    let base = here.site.settings.base_url.as_deref()?;
    Some(super::address::whole(base, &Route::Level(at).path(here.ladder())))
}
