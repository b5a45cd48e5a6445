//! A dimension that the level below and the level above speak of, and the level between them does not.

use std::collections::{BTreeMap, BTreeSet};

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

/// A level and the dimensions that it speaks of.
type Spoken<'a> = (&'a Level, BTreeSet<DimensionRef>);

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, track, levels) in seen.steps() {
        let spoken: Vec<Spoken<'_>> = levels
            .iter()
            .map(|(_, level)| (*level, dimensions(level)))
            .filter(|(_, spoken)| !spoken.is_empty())
            .collect();
        let mut gaps: BTreeMap<usize, Vec<DimensionRef>> = BTreeMap::new();
        for dimension in &track.dimensions {
            if let Some(at) = gap(track, &spoken, *dimension).filter(|at| is_step(seen, &spoken, *at)) {
                gaps.entry(at).or_default().push(*dimension);
            }
        }
        found.extend(gaps.into_iter().map(|(at, gone)| diagnostic(seen, spoken[at].0, &gone)));
    }
    found
}

fn dimensions(level: &Level) -> BTreeSet<DimensionRef> {
    level.criteria.iter().filter_map(|criterion| criterion.dimension).collect()
}

/// The one level that says nothing on a dimension which all others speak of from the first to the last that does; where
/// what is not restated no longer holds, to the last of all. Dimensions that only a few levels have are no constant.
fn gap(track: &Track, spoken: &[Spoken<'_>], of: DimensionRef) -> Option<usize> {
    let holds = |(_, spoken): &Spoken<'_>| spoken.contains(&of);
    let first = spoken.iter().position(holds)?;
    let last = match track.mode {
        Mode::Cumulative => spoken.iter().rposition(holds)?,
        Mode::Replacing => spoken.len() - 1,
    };
    let mut silent = (first..=last).filter(|at| !holds(&spoken[*at]));
    let only = silent.next().filter(|_| silent.next().is_none())?;
    let speaking = last - first;
    (speaking >= FEWEST && 2 * speaking >= spoken.len()).then_some(only)
}

/// How many levels speak of a dimension that is missed.
const FEWEST: usize = 2;

/// A heading over two levels says for both what each of them does not say again.
fn is_step(seen: &Seen<'_>, spoken: &[Spoken<'_>], at: usize) -> bool {
    let neighbours = &spoken[at.saturating_sub(1)..spoken.len().min(at + 2)];
    neighbours.iter().all(|(level, _)| seen.depth(level) == seen.depth(spoken[at].0))
}

fn diagnostic(seen: &Seen<'_>, level: &Level, gone: &[DimensionRef]) -> Diagnostic {
    let names: Vec<String> = gone.iter().map(|of| format!("`{}`", seen.ladder.dimensions[of.0].title)).collect();
    let message = format!("`{}` says nothing on {}, of which its neighbours speak", level.heading, names.join(", "));
    let help = "write what it asks for there, or that it asks no more than the level below";
    RULE.finding(level.span, message).help(help)
}
