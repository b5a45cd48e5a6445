//! A character that nobody sees.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "invisible-character",
    severity: Severity::Note,
    finds: "A character that nobody sees stands between the words",
    why: "Searches, links and copies trip over it: two words that look the same are not.",
    mend: "Delete it. Most come with text that was copied from a web page or a word processor.",
    example: Some(example!("invisible-character")),
    seeker: Seeker::Elsewhere,
};
