//! What a level builds on and how levels accumulate, with the reason for each: configured, stated, inferred, default.

use serde::Serialize;

use super::frame::Link;
use super::here::Here;
use super::name;
use super::place::{Place, Quote};
use super::reason::restated;
use crate::resolve::{Base, BaseBasis, BaseKind, LevelRef, Mode, ModeBasis, ModeReason, Track, TrackRef};

/// One base of a level.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Ground {
    pub kind: BaseKind,
    pub basis: BaseBasis,
    /// As the source names it.
    pub name: String,
    /// `None` where the name was not found.
    pub level: Option<Link>,
    pub quote: Option<Quote>,
}

/// How the levels of a track accumulate.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Accumulation {
    pub mode: Mode,
    pub basis: ModeBasis,
    pub quote: Option<Quote>,
}

impl Ground {
    pub(super) fn of(here: &Here, track: TrackRef, base: &Base) -> Self {
        let level = |at: LevelRef| Link::new(name::from(here, track, at), here.level(at));
        Self {
            kind: base.kind,
            basis: base.basis,
            name: base.name.clone(),
            level: base.level.map(level),
            quote: base.evidence.as_ref().map(|evidence| Quote::of(here, evidence)),
        }
    }
}

impl Accumulation {
    pub(super) fn of(here: &Here, track: &Track) -> Self {
        let quote = track.mode_reason.as_ref().map(|reason| match reason {
            ModeReason::Written(evidence) => Quote::of(here, evidence),
            ModeReason::Restated { levels, statements, first } => {
                Quote { text: restated(here.say(), *levels, *statements), place: Place::of(here, *first) }
            }
        });
        Self { mode: track.mode, basis: track.mode_basis, quote }
    }
}
