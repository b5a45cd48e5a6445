//! A file in another encoding.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "not-utf8",
    severity: Severity::Error,
    finds: "A file is not UTF-8",
    why: "Its words would come out broken, so that it is passed over until it is saved as UTF-8.",
    mend: "Save the file as UTF-8; every editor offers it under \"save with encoding\".",
    example: None,
    seeker: Seeker::Elsewhere,
};
