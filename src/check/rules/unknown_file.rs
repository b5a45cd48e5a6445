//! A document that does not exist.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "unknown-file",
    severity: Severity::Error,
    finds: "`[files]` declares something of a document that does not exist",
    why: "What is declared has no effect, most often because the document was renamed.",
    mend: "Write the path of the document below the folder that holds them all.",
    example: Some(example!("unknown-file", "site.toml")),
    seeker: Seeker::Elsewhere,
};
