//! A dimension that the level below and the level above speak of, and the level between them does not.

use std::collections::BTreeSet;

use super::{Rule, Seeker, Seen};
use crate::resolve::{DimensionRef, Level, Mode, Track};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "vanishing-dimension",
    severity: Severity::Note,
    finds: "A level says nothing on a dimension that its neighbours speak of",
    why: "In the table of the track its cell is empty. Readers cannot tell whether nothing more is asked there or whether \
          somebody forgot it; where levels restate the whole, nothing on that dimension is asked any longer.",
    mend: "Write what the level asks for there, or say in a bullet that it asks no more than the level below.",
    example: Some(example!("vanishing-dimension")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, track, levels) in seen.steps() {
        let spoken: Vec<(&Level, BTreeSet<DimensionRef>)> = levels
            .iter()
            .map(|(_, level)| (*level, dimensions(level)))
            .filter(|(_, spoken)| !spoken.is_empty())
            .collect();
        for at in 1..spoken.len() {
            let below = &spoken[at - 1].1;
            let gone = below.difference(&spoken[at].1).filter(|of| is_missed(track, **of, &spoken[at + 1..]));
            let gone: Vec<DimensionRef> = gone.copied().collect();
            // A heading over two levels says for both what each of them does not say again.
            let is_alike =
                spoken[at - 1..].iter().take(3).all(|(level, _)| seen.depth(level) == seen.depth(spoken[at].0));
            if !gone.is_empty() && is_alike {
                found.push(diagnostic(seen, spoken[at].0, &gone));
            }
        }
    }
    found
}

fn dimensions(level: &Level) -> BTreeSet<DimensionRef> {
    level.criteria.iter().filter_map(|criterion| criterion.dimension).collect()
}

/// Whether the level above takes it up again, or there is none and what is not restated no longer holds.
fn is_missed(track: &Track, of: DimensionRef, above: &[(&Level, BTreeSet<DimensionRef>)]) -> bool {
    match above.first() {
        Some((_, spoken)) => spoken.contains(&of),
        None => track.mode == Mode::Replacing,
    }
}

fn diagnostic(seen: &Seen<'_>, level: &Level, gone: &[DimensionRef]) -> Diagnostic {
    let names: Vec<String> = gone.iter().map(|of| format!("`{}`", seen.ladder.dimensions[of.0].title)).collect();
    let message = format!("`{}` says nothing on {}, of which its neighbours speak", level.heading, names.join(", "));
    let help = "write what it asks for there, or that it asks no more than the level below";
    RULE.finding(level.span, message).help(help)
}
