//! A level that asks for a lower grade of a dimension than the level below it.

use std::collections::BTreeMap;

use super::{Rule, Seeker, Seen};
use crate::check::part;
use crate::resolve::{Criterion, DimensionRef, Level, grade};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "falling-grade",
    severity: Severity::Warning,
    finds: "A level asks for a lower grade of a dimension than the level below it",
    why: "A promotion that lowers what is asked is rarely meant. Where it is (leaders who write less code), readers will \
          stumble over it unless the text says so.",
    mend: "Correct the grade, or say in the text why less is asked, and allow it in place.",
    example: Some(example!("falling-grade")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, _, levels) in seen.steps() {
        let mut below: BTreeMap<DimensionRef, (usize, &Criterion, &Level)> = BTreeMap::new();
        for (_, level) in levels {
            let mut own: BTreeMap<DimensionRef, (usize, &Criterion, &Level)> = BTreeMap::new();
            for criterion in &level.criteria {
                let Some((dimension, at)) = grade(seen.ladder, criterion) else { continue };
                let highest = own.entry(dimension).or_insert((at, criterion, level));
                if highest.0 < at {
                    *highest = (at, criterion, level);
                }
            }
            for (dimension, upper) in own {
                match below.insert(dimension, upper) {
                    Some(lower) if lower.0 > upper.0 => found.push(diagnostic(seen, dimension, lower, upper)),
                    Some(_) | None => {}
                }
            }
        }
    }
    found
}

fn diagnostic(
    seen: &Seen<'_>,
    dimension: DimensionRef,
    (higher, before, lower_level): (usize, &Criterion, &Level),
    (lower, criterion, level): (usize, &Criterion, &Level),
) -> Diagnostic {
    let dimension = &seen.ladder.dimensions[dimension.0];
    let name = |at: usize| dimension.scale.iter().flatten().nth(at).map_or("", |grade| grade.name.as_str());
    let message = format!(
        "`{}` falls back to `{}` of `{}`; `{}` asks for `{}`",
        level.heading,
        name(lower),
        dimension.title,
        lower_level.heading,
        name(higher)
    );
    let label = criterion.label.as_ref().map_or(0, String::len);
    let place = part(&criterion.text, 0..label).filter(|_| label > 0).unwrap_or(criterion.span);
    let help = format!("write `{}` or a higher grade, or say why less is asked", name(higher));
    RULE.finding(place, message).also(before.span, "the higher grade below").help(help)
}
