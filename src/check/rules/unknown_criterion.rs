//! An id that no criterion has.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unknown-criterion",
    severity: Severity::Error,
    finds: "`raises` names a criterion by an id that no criterion has",
    why: "What is declared has no effect. Ids are made from words, so that they change with them.",
    mend: "Copy the id from the permanent link of the criterion on the site, or from `ladder-site export`.",
    example: Some(example!("unknown-criterion")),
    seeker: Seeker::Elsewhere,
};
