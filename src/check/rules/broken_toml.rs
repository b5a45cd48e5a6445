//! `site.toml` that is no TOML.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "broken-toml",
    severity: Severity::Error,
    finds: "`site.toml` cannot be understood at this place",
    why: "What cannot be understood has no effect; the rest of the file holds.",
    mend: "Correct the line; the message says what was expected.",
    example: Some(example!("broken-toml", "site.toml")),
    seeker: Seeker::Elsewhere,
};
