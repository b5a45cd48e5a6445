//! A level of equal standing that is not there.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unresolved-equivalent",
    severity: Severity::Warning,
    finds: "A level is declared to stand beside one that was not found, or found twice",
    why: "The two are not shown side by side.",
    mend: "Name the level by its track and its code, heading or title: `track/level`.",
    example: Some(example!("unresolved-equivalent")),
    seeker: Seeker::Elsewhere,
};
