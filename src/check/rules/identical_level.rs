//! A level that asks for exactly what the one below it asks.

use std::collections::BTreeSet;

use super::{Rule, Seeker, Seen};
use crate::check::wording::Wording;
use crate::resolve::{Level, LevelRef};
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
        let twins = levels.windows(2).filter(|pair| is_copy(seen, pair[0].0, pair[1].0));
        found.extend(twins.map(|pair| diagnostic(pair[0].1, pair[1].1)));
    }
    found
}

/// Whether two levels ask for the same, in whatever order.
pub(super) fn is_copy(seen: &Seen<'_>, lower: LevelRef, upper: LevelRef) -> bool {
    let (lower, upper) = (seen.wordings(lower), seen.wordings(upper));
    // Most levels end at the first criterion.
    let is_below = |first: &Wording<'_>| lower.iter().any(|it| it.essence() == first.essence());
    lower.len() == upper.len() && upper.first().is_some_and(is_below) && keys(lower) == keys(upper)
}

fn keys<'a>(wordings: &'a [Wording<'_>]) -> BTreeSet<(Option<&'a str>, &'a str)> {
    wordings.iter().map(Wording::essence).collect()
}

fn diagnostic(lower: &Level, upper: &Level) -> Diagnostic {
    let message = format!("`{}` asks for exactly what `{}` asks", upper.heading, lower.heading);
    let help = "write what is new here, or mark the level `TBD` until that is written";
    RULE.finding(upper.span, message).also(lower.span, "the level below it").help(help)
}
