//! A level that asks for several times as much that is new as the level below it.

use super::{Rule, Seeker, Seen};
use crate::resolve::{Level, Mode, RelationKind};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "uneven-jump",
    severity: Severity::Note,
    finds: "A level asks for three times as much that is new as the level below it",
    why: "People who climb a ladder whose steps are uneven wait for years at one of them. Such a step is often two levels in \
          one, or the level below it was never finished.",
    mend: "Move some of what is asked to the level below, or split the level in two.",
    example: Some(example!("uneven-jump")),
    seeker: Seeker::Advice(find),
};

/// How many times as much is uneven.
const TIMES: usize = 3;
/// And how many criteria more, so that one is not held against three.
const MORE: usize = 5;

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, track, levels) in seen.steps() {
        let jumps = levels.windows(2).filter_map(|pair| {
            let (lower, upper) = (asked(pair[0].1, track.mode), asked(pair[1].1, track.mode));
            let is_uneven = lower > 0 && upper >= TIMES * lower && upper >= lower + MORE;
            // A heading over two levels shares what it asks for between them.
            let is_alike = seen.depth(pair[0].1) == seen.depth(pair[1].1);
            (is_uneven && is_alike).then(|| diagnostic((pair[0].1, lower), (pair[1].1, upper), track.mode))
        });
        found.extend(jumps);
    }
    found
}

/// How much a level asks for: what is new, where levels add up; all of it, where each restates the whole.
fn asked(level: &Level, mode: Mode) -> usize {
    let is_new = |kind: RelationKind| match kind {
        RelationKind::Adds | RelationKind::Raises => true,
        RelationKind::Repeats => mode == Mode::Replacing,
    };
    level.criteria.iter().filter(|criterion| is_new(criterion.relation.kind)).count()
}

fn diagnostic((below, lower): (&Level, usize), (level, upper): (&Level, usize), mode: Mode) -> Diagnostic {
    let things = match mode {
        Mode::Cumulative => "new things",
        Mode::Replacing => "things",
    };
    let message = format!("`{}` asks for {upper} {things}, `{}` below it for {lower}", level.heading, below.heading);
    let help = "move some of it to the level below, or split the level in two";
    RULE.finding(level.span, message).also(below.span, "the level below it").help(help)
}
