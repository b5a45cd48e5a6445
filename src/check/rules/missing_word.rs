//! A word of the interface that the language of the site does not say.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "missing-word",
    severity: Severity::Warning,
    finds: "A word of the interface is not said in the language of the site, or not for every number",
    why: "It is shown in English between words of the site's language, or in a form that is wrong for some numbers.",
    mend: "Write the word into the table of that language, such as `themes/words/fr.toml`. A word with a number has a form \
           for each plural of the language: `one`, `few`, `many` and so on, and always `other`.",
    example: Some(example!("missing-word", "themes/words/de-AT.toml")),
    seeker: Seeker::Elsewhere,
};
