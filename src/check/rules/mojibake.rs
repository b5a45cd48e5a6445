//! Letters in a wrong encoding.

use super::{Rule, Seeker};
use crate::text::Severity;

pub(super) const RULE: Rule = Rule {
    id: "mojibake",
    severity: Severity::Warning,
    finds: "Letters were saved in one encoding and read in another",
    why: "People read `â€™` where an apostrophe was meant. The site shows them repaired; the source should be repaired too, since other programs show it as it is.",
    mend: "Write the letters that are meant; the message tells them. Save the file as UTF-8.",
    example: Some(example!("mojibake")),
    seeker: Seeker::Elsewhere,
};
