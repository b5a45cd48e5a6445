//! A file that was left out.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "passed-over",
    severity: Severity::Warning,
    finds: "A file was left out",
    why: "What is left out is on no page; the message says why.",
    mend: "Rename or remove what is named, or leave it: the rest is read.",
    example: None,
    seeker: Seeker::Elsewhere,
};
