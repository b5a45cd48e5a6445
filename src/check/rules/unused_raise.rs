//! A raise of what is not in force.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unused-raise",
    severity: Severity::Warning,
    finds: "`raises` pairs two criteria of which the lower is not in force below the upper",
    why: "There is nothing to raise, so that what is declared has no effect.",
    mend: "Look at the order of the two, and at what the level of the upper one builds on.",
    example: Some(example!("unused-raise")),
    seeker: Seeker::Elsewhere,
};
