//! A template that fails.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "template",
    severity: Severity::Error,
    finds: "A template of the theme fails",
    why: "It cannot be read, or asks for something that is not there. The old site stays as it is.",
    mend: "The message names the file and the line; the templates of the default theme show what each page is given.",
    example: None,
    seeker: Seeker::Elsewhere,
};
