//! A level that is in use and says nothing.

use super::Advice;
use crate::resolve::{Ladder, Level, State};
use crate::text::Diagnostic;

const RULE: &str = "empty-level";

pub(super) const ADVICE: Advice = Advice {
    rule: RULE,
    why: "A level without criteria adds nothing to the one below, so nobody can tell what it takes to get there. Either \
          its criteria stand where they are not recognised, or it is not in use yet.",
    find,
};

fn find(ladder: &Ladder) -> Vec<Diagnostic> {
    let levels = ladder.tracks.iter().flat_map(|track| &track.levels);
    levels.filter(|level| is_empty(level)).map(diagnostic).collect()
}

fn is_empty(level: &Level) -> bool {
    level.state == State::Defined && level.criteria.is_empty() && !level.is_base_layer
}

fn diagnostic(level: &Level) -> Diagnostic {
    let message = format!("the level `{}` has no criteria", level.heading);
    Diagnostic::warning(RULE, level.span, message)
        .help("write what it asks for, `- N/A` where nobody holds it, or `TBD` where it is yet to be written")
}
