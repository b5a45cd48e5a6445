//! The levels of a track as steps, beside every page of the track.

use serde::Serialize;

use super::here::Here;
use super::level::Counts;
use super::name;
use crate::resolve::{Level, LevelRef, State};

/// One level of the track.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Step {
    pub name: String,
    /// The title, where the name is the code.
    pub title: Option<String>,
    pub href: String,
    pub state: State,
    pub is_base_layer: bool,
    pub current: bool,
    pub new: usize,
    pub raised: usize,
}

/// All levels of the track of `current`, lowest first.
pub(super) fn rail(here: &Here, current: LevelRef) -> Vec<Step> {
    let step = |(at, level): (LevelRef, &Level)| Step { current: at == current, ..step(here, at, level) };
    here.ladder().levels(current.track).map(step).collect()
}

/// One level, seen from another page.
pub(super) fn step(here: &Here, at: LevelRef, level: &Level) -> Step {
    let name = name::short(level);
    let counts = Counts::of(level);
    Step {
        name: name.to_owned(),
        title: (level.title != name).then(|| level.title.clone()),
        href: here.level(at),
        state: level.state,
        is_base_layer: level.is_base_layer,
        current: false,
        new: counts.new,
        raised: counts.raised,
    }
}
