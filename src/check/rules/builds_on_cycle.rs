//! Levels that build on one another.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "builds-on-cycle",
    severity: Severity::Error,
    finds: "Levels build on one another in a circle",
    why: "Nothing is at the bottom of a circle, so that nobody can say what is asked for. No level of it gets anything from the others.",
    mend: "Let one of them build on a level outside the circle, or on nothing but its previous level.",
    example: Some(example!("builds-on-cycle")),
    seeker: Seeker::Elsewhere,
};
