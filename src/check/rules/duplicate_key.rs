//! A key that stands twice.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "duplicate-key",
    severity: Severity::Error,
    finds: "A key stands twice in one table",
    why: "Only the first one counts, so that a value somebody wrote has no effect.",
    mend: "Remove one of the two.",
    example: Some(example!("duplicate-key")),
    seeker: Seeker::Elsewhere,
};
