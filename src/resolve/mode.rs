//! How levels accumulate (design rule 3.2): as the level, then the track declares or states it. Otherwise *replacing*
//! is inferred where every level restates the whole; everything else is shown as cumulative, with the basis *default*:
//! the source does not say. Repetition alone infers nothing, since many cumulative ladders repeat themselves.

use super::claim::{Claims, PerLevel};
use super::position::{Restatement, restatement};
use super::{Ladder, Mode, ModeBasis, ModeReason, TrackRef};
use crate::model::Stated;

/// How the criteria of a track add up, and why.
pub(super) struct Adding {
    pub mode: Mode,
    pub basis: ModeBasis,
    pub reason: Option<ModeReason>,
}

/// How the criteria of a track add up.
pub(super) fn track_mode(ladder: &Ladder, claims: &Claims, track: TrackRef) -> Adding {
    let written =
        |Stated { value, basis, evidence }| Adding { mode: value, basis, reason: evidence.map(ModeReason::Written) };
    let stated = claims.of_track(track).accumulates.clone();
    let unsaid = Adding { mode: Mode::Cumulative, basis: ModeBasis::Default, reason: None };
    stated.map(written).or_else(|| inferred(ladder, track)).unwrap_or(unsaid)
}

/// How the criteria of each level add up to those below it.
pub(super) fn level_modes(ladder: &Ladder, claims: &Claims) -> PerLevel<Mode> {
    PerLevel::new(ladder, |level| {
        let own = claims.of_level(level).accumulates.as_ref().map(|mode| mode.value);
        own.unwrap_or(ladder.track(level.track).mode)
    })
}

fn inferred(ladder: &Ladder, track: TrackRef) -> Option<Adding> {
    let Restatement { levels, statements, first_repeat, .. } =
        restatement(ladder, track).filter(|restatement| restatement.all_neighbours_repeat)?;
    let reason = Some(ModeReason::Restated { levels, statements, first: first_repeat? });
    Some(Adding { mode: Mode::Replacing, basis: ModeBasis::Inferred, reason })
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::resolved;

    fn check(text: &str, expected: &str) {
        let (ladder, _) = resolved(text);
        let track = &ladder.tracks[0];
        assert_eq!(format!("{:?} {:?}", track.mode, track.mode_basis).to_lowercase(), expected, "{text}");
        assert_eq!(track.mode_reason.is_some(), expected.ends_with("inferred"));
    }

    #[test]
    fn replacing_is_inferred_only_from_restated_labelled_statements() {
        let one = "# T\n ## One\n - A: x\n - B: y\n - C: z\n";
        check(&format!("{one} ## Two\n - A: x\n - D: w\n - E: v"), "replacing inferred");
        check(&format!("{one} ## Two\n - D: w\n - A: x\n - E: v"), "cumulative default");
        check(&format!("{one} ## Two\n - A: x\n - D: w"), "cumulative default");
        check(&format!("{one} ## Two\n - A: x\n - D: w\n - without a label"), "cumulative default");
        check(
            &format!("{one} ## Two\n - A: x\n - D: w\n - E: v\n ## Three\n - F: u\n - G: t\n - H: s"),
            "cumulative default",
        );
        check("# T\n ## One\n - A: x\n - B: y\n ## Two\n - A: x\n - C: z", "cumulative default");
        check(one, "cumulative default");
    }

    #[test]
    fn what_the_author_says_holds() {
        check("# T | replaces\n ## One\n - a\n ## Two\n - a", "replacing configured");
        check(
            "# T | adds-up\n ## One\n - A: x\n - B: y\n - C: z\n ## Two\n - A: x\n - B: y\n - C: z",
            "cumulative configured",
        );
    }
}
