//! Two pages of one name.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "path-collision",
    severity: Severity::Error,
    finds: "Two pages would be written to one file",
    why: "One of the two would be lost, at least where upper and lower case are the same.",
    mend: "Give one of the documents, tracks or levels another title.",
    example: None,
    seeker: Seeker::Elsewhere,
};
