//! A rule that does not exist.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unknown-rule",
    severity: Severity::Warning,
    finds: "A comment allows a rule that does not exist",
    why: "It allows nothing, most often because the name is misspelt.",
    mend: "Write the name of the rule that is meant: it stands in brackets in every finding.",
    example: Some(example!("unknown-rule")),
    seeker: Seeker::Elsewhere,
};
