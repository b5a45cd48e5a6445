//! A track that does not say whether a level includes the ones below.

use super::Advice;
use crate::resolve::{Ladder, ModeBasis, State, Track};
use crate::text::Diagnostic;

const RULE: &str = "unstated-accumulation";

pub(super) const ADVICE: Advice = Advice {
    rule: RULE,
    why: "Whether a level includes everything below it, or restates the whole, decides what is asked of the people on \
          it. Where the source does not say so, its levels are shown as adding up, and the page says that this is a \
          guess.",
    find,
};

fn find(ladder: &Ladder) -> Vec<Diagnostic> {
    ladder.tracks.iter().filter(|track| is_unstated(track)).map(diagnostic).collect()
}

fn is_unstated(track: &Track) -> bool {
    let defined = track.levels.iter().filter(|level| level.state == State::Defined && !level.is_base_layer);
    track.mode_basis == ModeBasis::Default && defined.count() > 1
}

fn diagnostic(track: &Track) -> Diagnostic {
    let message =
        format!("the levels of `{}` are taken to add up; the source does not say whether they do", track.title);
    Diagnostic::note(RULE, track.span, message)
        .help("write `accumulates: cumulative` or `accumulates: replacing` under `ladder:` in its front matter")
}
