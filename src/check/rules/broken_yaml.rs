//! Front matter that is no YAML.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "broken-yaml",
    severity: Severity::Error,
    finds: "The front matter cannot be understood",
    why: "The document is read as if it had no front matter, so that everything declared there is missing.",
    mend: "Correct the line; put values that hold `: ` or start with a special letter into quotes.",
    example: Some(example!("broken-yaml")),
    seeker: Seeker::Elsewhere,
};
