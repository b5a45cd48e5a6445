//! A key that is not known.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unknown-key",
    severity: Severity::Error,
    finds: "A key is not known",
    why: "It has no effect, most often because it is misspelt.",
    mend: "Write the key that is meant; the message tells the nearest one. Keys of other programs belong outside `ladder:`.",
    example: Some(example!("unknown-key")),
    seeker: Seeker::Elsewhere,
};
