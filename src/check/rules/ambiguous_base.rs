//! What is named fits more than one track or level.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "ambiguous-base",
    severity: Severity::Warning,
    finds: "What a level or track builds on fits more than one",
    why: "A level that builds on nobody-knows-which shows only a part of what it asks for, and says so.",
    mend: "Name one: `builds_on: track` or `builds_on: track/level` under `ladder:` in the front matter.",
    example: Some(example!("ambiguous-base", "baker.md")),
    seeker: Seeker::Elsewhere,
};
