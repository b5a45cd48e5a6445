//! Two levels that are given one code.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "duplicate-id",
    severity: Severity::Error,
    finds: "Two levels are given the same code in the front matter or in `site.toml`",
    why: "Ids are made of codes. Where two levels are given one, a name that is declared elsewhere may mean either, and \
          the address of the second changes when the first one goes.",
    mend: "Give one of the two another code.",
    example: Some(example!("duplicate-id")),
    seeker: Seeker::Elsewhere,
};
