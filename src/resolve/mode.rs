//! How levels accumulate (design rule 3.2): as the level, then the track declares or states it. Otherwise *replacing*
//! is inferred where every level restates the whole; everything else is shown as cumulative, with the basis *default*:
//! the source does not say. Repetition alone infers nothing, since many cumulative ladders repeat themselves.

use super::claim::{Claims, PerLevel};
use super::position::restatement;
use super::{Evidence, Ladder, Mode, ModeBasis, TrackRef};
use crate::model::Stated;

/// How the criteria of a track add up.
pub(super) fn track_mode(ladder: &Ladder, claims: &Claims, track: TrackRef) -> Stated<Mode, ModeBasis> {
    let stated = claims.of_track(track).accumulates.clone();
    stated.or_else(|| inferred(ladder, track)).unwrap_or(Stated {
        value: Mode::Cumulative,
        basis: ModeBasis::Default,
        evidence: None,
    })
}

/// How the criteria of each level add up to those below it.
pub(super) fn level_modes(ladder: &Ladder, claims: &Claims) -> PerLevel<Mode> {
    PerLevel::new(ladder, |level| {
        let own = claims.of_level(level).accumulates.as_ref().map(|mode| mode.value);
        own.unwrap_or(ladder.track(level.track).mode)
    })
}

fn inferred(ladder: &Ladder, track: TrackRef) -> Option<Stated<Mode, ModeBasis>> {
    let restatement = restatement(ladder, track).filter(|restatement| restatement.all_neighbours_repeat)?;
    let text = format!(
        "each of {} levels has {} labelled statements and repeats some of the level below word for word in the same place",
        restatement.levels, restatement.statements
    );
    let evidence = Some(Evidence { text, span: restatement.first_repeat? });
    Some(Stated { value: Mode::Replacing, basis: ModeBasis::Inferred, evidence })
}
