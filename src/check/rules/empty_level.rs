//! A level that is in use and says nothing.

use super::{Rule, Seeker, Seen};
use crate::resolve::Level;
use crate::text::{Block, Diagnostic, Severity};

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
    if let Some(what) = unread(level) {
        let message = format!("nothing of the {what} below `{}` was read as a criterion", level.heading);
        let help = "`ladder-site outline FILE` shows how it was read; bullets below the heading are always read";
        return RULE.finding(level.span, message).help(help);
    }
    let message = format!("the level `{}` has no criteria", level.heading);
    let help = "write what it asks for, `- N/A` where nobody holds it, or `TBD` where it is yet to be written";
    RULE.finding(level.span, message).help(help)
}

/// What stands below the level and looks as if it held criteria.
fn unread(level: &Level) -> Option<&'static str> {
    let blocks = level.summary.iter().chain(level.guidance.iter().flat_map(|section| &section.blocks));
    blocks.into_iter().find_map(|block| match block {
        Block::List(_) => Some("list"),
        Block::Table(_) => Some("table"),
        Block::Details(_)
        | Block::Heading(_)
        | Block::Paragraph(_)
        | Block::Quote { .. }
        | Block::Code { .. }
        | Block::Rule { .. } => None,
    })
}
