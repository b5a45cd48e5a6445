//! A value that is not known.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unknown-value",
    severity: Severity::Error,
    finds: "A value is not known",
    why: "It has no effect, most often because it is misspelt.",
    mend: "Write one of the values that the message tells.",
    example: Some(example!("unknown-value")),
    seeker: Seeker::Elsewhere,
};
