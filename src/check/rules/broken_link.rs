//! A link that leads nowhere.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "broken-link",
    severity: Severity::Warning,
    finds: "A link or image leads to a file or heading that is not there",
    why: "Readers who follow it end nowhere. The site shows the words followed by their target, so that nothing is lost, but nobody gets there.",
    mend: "Correct the path (it is relative to the document), the heading behind `#`, or remove the link.",
    example: Some(example!("broken-link")),
    seeker: Seeker::Elsewhere,
};
