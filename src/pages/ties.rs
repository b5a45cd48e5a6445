//! What ties a level to levels of other tracks: what it branches from, what it is worn on, what it equals. The map draws
//! them, and the table below it says them.

use serde::Serialize;

use super::frame::Link;
use super::here::Here;
use super::name;
use crate::resolve::{BaseKind, EquivalenceBasis, LevelRef};

/// How two levels hang together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TieKind {
    /// The level begins where the other one is.
    Branch,
    /// The level is a role on top of the other one.
    Overlay,
    /// Both are of equal standing although their ranks do not say so.
    Equivalent,
}

/// One tie of a level, in words.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Tie {
    pub kind: TieKind,
    pub level: Link,
    pub other: Link,
}

/// The ties of a level; an equivalence is told once, by the later of the two.
pub(super) fn ties(here: &Here, at: LevelRef) -> Vec<(TieKind, LevelRef)> {
    let level = here.ladder().level(at);
    let bases = level.builds_on.iter().filter_map(|base| Some((kind_of(base.kind)?, base.level?)));
    let equals = level.equivalents.iter().filter(|equal| equal.basis != EquivalenceBasis::Rank);
    let equals = equals.map(|equal| (TieKind::Equivalent, equal.level)).filter(|(_, other)| *other < at);
    bases.chain(equals).collect()
}

/// The same in words, seen from the home page.
pub(super) fn told(here: &Here, at: LevelRef) -> Vec<Tie> {
    let ladder = here.ladder();
    let tie = |(kind, other)| Tie {
        kind,
        level: Link::new(name::short(ladder.level(at)), here.level(at)),
        other: Link::new(name::from(here, at.track, other), here.level(other)),
    };
    ties(here, at).into_iter().map(tie).collect()
}

fn kind_of(kind: BaseKind) -> Option<TieKind> {
    match kind {
        BaseKind::Branch => Some(TieKind::Branch),
        BaseKind::Overlay => Some(TieKind::Overlay),
        BaseKind::Previous | BaseKind::Base => None,
    }
}
