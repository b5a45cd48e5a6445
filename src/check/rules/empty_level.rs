//! A level that is in use and says nothing.

use super::{Rule, Seeker, Seen};
use crate::resolve::Level;
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "empty-level",
    severity: Severity::Warning,
    finds: "A level that is in use has no criteria",
    why: "A level without criteria adds nothing to the one below, so nobody can tell what it takes to get there. Either \
          its criteria stand where they are not recognised, or it is not in use yet.",
    mend: "Write what it asks for, `- N/A` where nobody holds it, or `TBD` where it is yet to be written.",
    example: Some(example!("empty-level")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let levels = seen.steps().flat_map(|(_, _, levels)| levels);
    levels.filter(|(_, level)| level.criteria.is_empty()).map(|(_, level)| diagnostic(level)).collect()
}

fn diagnostic(level: &Level) -> Diagnostic {
    let message = format!("the level `{}` has no criteria", level.heading);
    let help = "write what it asks for, `- N/A` where nobody holds it, or `TBD` where it is yet to be written";
    RULE.finding(level.span, message).help(help)
}
