//! A level that asks for exactly what the one below it asks.

use std::collections::BTreeSet;

use super::{Rule, Seeker, Seen};
use crate::check::phrase::key;
use crate::resolve::{Criterion, Level};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "identical-level",
    severity: Severity::Warning,
    finds: "A level asks for exactly what the level below it asks",
    why: "Nobody can be promoted to a level that differs in nothing but its name. Most such levels are copies that were \
          never rewritten.",
    mend: "Write what is new at the level; mark it `TBD` until then.",
    example: Some(example!("identical-level")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, _, levels) in seen.steps() {
        let twins = levels.windows(2).filter(|pair| is_copy(pair[0].1, pair[1].1));
        found.extend(twins.map(|pair| diagnostic(pair[0].1, pair[1].1)));
    }
    found
}

/// Whether two levels ask for the same, in whatever order.
pub(super) fn is_copy(lower: &Level, upper: &Level) -> bool {
    lower.criteria.len() == upper.criteria.len() && may_be_copy(lower, upper) && keys(lower) == keys(upper)
}

/// A cheap look first: whether some statement of the lower level begins as the first one of the upper level does.
fn may_be_copy(lower: &Level, upper: &Level) -> bool {
    let Some(first) = upper.criteria.first() else { return false };
    let first = beginning(&first.text.plain());
    let begins_alike = |it: &Criterion| match (first, beginning(&it.text.plain())) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    lower.criteria.iter().any(begins_alike)
}

/// The first letter or digit of a text; none where folding may make another one of it.
fn beginning(text: &str) -> Option<u8> {
    let first = text.bytes().find(u8::is_ascii_alphanumeric).filter(|_| text.is_ascii())?;
    Some(first.to_ascii_lowercase())
}

fn keys(level: &Level) -> BTreeSet<(Option<String>, String)> {
    let lead = |lead: &crate::text::Inlines| key(&lead.plain());
    level.criteria.iter().map(|it| (it.lead.as_ref().map(lead), key(&it.text.plain()))).collect()
}

fn diagnostic(lower: &Level, upper: &Level) -> Diagnostic {
    let message = format!("`{}` asks for exactly what `{}` asks", upper.heading, lower.heading);
    let help = "write what is new here, or mark the level `TBD` until that is written";
    RULE.finding(upper.span, message).also(lower.span, "the level below it").help(help)
}
