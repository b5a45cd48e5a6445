//! Blocks that nest too deep.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "nested-too-deep",
    severity: Severity::Warning,
    finds: "Lists or elements nest deeper than anyone reads",
    why: "What lies deeper is flattened; its words stay.",
    mend: "Close what was opened, or nest less.",
    example: None,
    seeker: Seeker::Elsewhere,
};
