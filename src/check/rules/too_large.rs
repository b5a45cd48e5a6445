//! A file that is too large.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "too-large",
    severity: Severity::Error,
    finds: "A file is larger than any document",
    why: "It is passed over.",
    mend: "Split it.",
    example: None,
    seeker: Seeker::Elsewhere,
};
