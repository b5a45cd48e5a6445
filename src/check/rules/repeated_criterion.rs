//! What a level asks again although the levels below it ask it already.

use super::identical_level::is_copy;
use super::{Rule, Seeker, Seen};
use crate::resolve::{Criterion, CriterionRef, Level, LevelRef, Mode, RelationBasis, RelationKind, grade};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "repeated-criterion",
    severity: Severity::Note,
    finds: "A level asks, word for word, what the levels below it ask already",
    why: "Where levels add up, saying it again makes a level look larger than it is, and hides what is new. Copies also \
          drift apart: one is mended, the other one is not.",
    mend: "Leave out what the levels below ask already. Where every level is meant to restate the whole, say so: \
           `accumulates: replacing` under `ladder:` in the front matter.",
    example: Some(example!("repeated-criterion")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, _, levels) in seen.steps().filter(|(_, track, _)| track.mode == Mode::Cumulative) {
        for (at, (of, level)) in levels.iter().enumerate() {
            let is_twin = at.checked_sub(1).is_some_and(|below| is_copy(seen, levels[below].0, *of));
            found.extend(if is_twin { None } else { of_level(seen, *of, level) });
        }
    }
    found
}

/// One finding for the level, however much it says again.
fn of_level(seen: &Seen<'_>, of: LevelRef, level: &Level) -> Option<Diagnostic> {
    let again: Vec<(&Criterion, CriterionRef)> =
        level.criteria.iter().filter(|it| grade(seen.ladder, it).is_none()).filter_map(repeats).collect();
    let (first, origin) = *again.first()?;
    let below = seen.name(origin.level, of);
    let message = match again.len() {
        1 => format!("`{}` asks again for what {below} asks already", level.heading),
        count if count == level.criteria.len() => {
            format!(
                "`{}` asks for nothing that is not asked below: all {count} of its criteria stand there too",
                level.heading
            )
        }
        count => {
            let all = level.criteria.len();
            format!("{count} of the {all} criteria of `{}` are asked by the levels below already", level.heading)
        }
    };
    let found = RULE.finding(first.span, message).also(seen.ladder.criterion(origin).span, "asked here first");
    let found = again.iter().skip(1).fold(found, |found, (criterion, _)| found.also(criterion.span, "this one too"));
    Some(
        found.help(
            "leave out what is asked below, or declare `accumulates: replacing` if each level restates the whole",
        ),
    )
}

fn repeats(criterion: &Criterion) -> Option<(&Criterion, CriterionRef)> {
    let relation = &criterion.relation;
    let is_copy = relation.kind == RelationKind::Repeats && relation.basis == Some(RelationBasis::Exact);
    relation.of.filter(|_| is_copy).map(|of| (criterion, of))
}
