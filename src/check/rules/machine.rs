//! What the machine would not do.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "machine",
    severity: Severity::Error,
    finds: "A file or folder cannot be read or written",
    why: "The preview goes on with what it read last.",
    mend: "Look at the permissions of the file and at the space left on the disk.",
    example: None,
    seeker: Seeker::Elsewhere,
};
