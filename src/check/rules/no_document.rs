//! A folder without a document.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "no-document",
    severity: Severity::Error,
    finds: "There is nothing to make a site of",
    why: "No file of a known kind was found where documents are looked for.",
    mend: "Name the folder that holds the documents, or put them into `content/` beside `site.toml`.",
    example: None,
    seeker: Seeker::Elsewhere,
};
