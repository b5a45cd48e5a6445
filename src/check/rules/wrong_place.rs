//! A word of the interface that has lost what stands in it, or holds what is not there.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "wrong-place",
    severity: Severity::Error,
    finds: "A word of the interface has other places in braces than in English",
    why: "What stands in braces is filled in when the page is made. The word is not used; English is shown.",
    mend: "Write the same places as the English word has, in the order that the language wants.",
    example: Some(example!("wrong-place", "themes/words/de-AT.toml")),
    seeker: Seeker::Elsewhere,
};
