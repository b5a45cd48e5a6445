//! A comment that allows nothing.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unused-allow",
    severity: Severity::Note,
    finds: "A comment allows something that nothing breaks",
    why: "What it was written for is gone, or it stands at the wrong line. Left alone, it hides what comes next.",
    mend: "Remove it, or move it to the line before what it is meant for.",
    example: Some(example!("unused-allow")),
    seeker: Seeker::Elsewhere,
};
