//! A level that the document does not have.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unknown-level",
    severity: Severity::Error,
    finds: "Something is declared of a level that the document does not have",
    why: "It has no effect, most often because the heading was changed.",
    mend: "Write the heading as it stands in the document.",
    example: Some(example!("unknown-level")),
    seeker: Seeker::Elsewhere,
};
