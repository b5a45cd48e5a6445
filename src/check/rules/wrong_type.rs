//! A value of the wrong type.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "wrong-type",
    severity: Severity::Error,
    finds: "A value has the wrong type",
    why: "It has no effect: a list where one word is expected, a word where a number is.",
    mend: "Write it as the message says.",
    example: Some(example!("wrong-type")),
    seeker: Seeker::Elsewhere,
};
