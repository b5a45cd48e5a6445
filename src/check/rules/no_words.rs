//! A site in a language in which the interface says nothing.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "no-words",
    severity: Severity::Note,
    finds: "The interface has no words in the language of the site",
    why: "The ladders are in that language, and what stands around them (`new here`, `builds on`) is in English.",
    mend: "Begin a table of words: an empty file named after the language in the project's theme, such as \
           `themes/words/fr.toml`. `check` then names each word that it lacks, with the English one.",
    example: Some(example!("no-words", "site.toml")),
    seeker: Seeker::Elsewhere,
};
