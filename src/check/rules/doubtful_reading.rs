//! A document that was read on weak evidence.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "doubtful-reading",
    severity: Severity::Warning,
    finds: "A document can be read in more than one way, and no way explains it well",
    why: "Levels or criteria may be missing or stand in the wrong place, and the site then tells people something that you did not write.",
    mend: "`ladder-site outline FILE` shows how it was read, and on what evidence. A line or two of front matter settle it: `is: track`, `is: page`, or the `levels:` by their headings.",
    example: Some(example!("doubtful-reading")),
    seeker: Seeker::Elsewhere,
};
