//! A base that is not there.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unresolved-base",
    severity: Severity::Warning,
    finds: "What a level or track builds on was not found",
    why: "What it has in force is incomplete: the criteria of its base are missing, and its page says so.",
    mend: "Add the document it names, or name a track or level that is there: `builds_on: track/level` under `ladder:` in the front matter.",
    example: Some(example!("unresolved-base")),
    seeker: Seeker::Elsewhere,
};
