//! A grade of a scale that is defined in two wordings.

use std::collections::BTreeMap;

use super::{Rule, Seeker, Seen};
use crate::check::{part, phrase};
use crate::resolve::{Criterion, DimensionRef, grade};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "grade-wordings",
    severity: Severity::Warning,
    finds: "A grade of a scale is defined in two wordings",
    why: "A grade is one thing, wherever it is asked for. Where its definition is copied to every level that asks for it, \
          the copies drift apart, and people are judged by different words under one name.",
    mend: "Give all definitions the same words, or define the grade in one place and only name it in the levels.",
    example: Some(example!("grade-wordings")),
    seeker: Seeker::Advice(find),
};

/// Shorter definitions are none.
const FEWEST: usize = 3;

/// The definition of a grade as it was met first, and what words it has.
struct Definition<'a> {
    criterion: Option<&'a Criterion>,
    text: String,
    found: Option<Diagnostic>,
}

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut definitions: BTreeMap<(DimensionRef, usize), Definition<'_>> = defined(seen);
    for (_, criterion) in seen.criteria() {
        let Some(of) = grade(seen.ladder, criterion) else { continue };
        let text = definition(criterion);
        if phrase::words(&text).len() < FEWEST {
            continue;
        }
        let first = definitions.entry(of).or_insert_with(|| Definition {
            criterion: Some(criterion),
            text: text.clone(),
            found: None,
        });
        if essence(&first.text) != essence(&text) {
            let found = first.found.take();
            first.found = Some(found.map_or_else(
                || diagnostic(seen, of, first, (criterion, &text)),
                |found| found.also(criterion.span, "nor is this the first wording"),
            ));
        }
    }
    definitions.into_values().filter_map(|definition| definition.found).collect()
}

/// What the scales themselves define.
fn defined<'a>(seen: &Seen<'_>) -> BTreeMap<(DimensionRef, usize), Definition<'a>> {
    let mut definitions = BTreeMap::new();
    for (at, dimension) in seen.ladder.dimensions.iter().enumerate() {
        for (grade, value) in dimension.scale.iter().flatten().enumerate() {
            let text = value.text.plain();
            if phrase::words(&text).len() >= FEWEST {
                definitions.insert((DimensionRef(at), grade), Definition { criterion: None, text, found: None });
            }
        }
    }
    definitions
}

/// What a criterion says behind the name of its grade.
fn definition(criterion: &Criterion) -> String {
    let text = criterion.text.plain();
    let label = criterion.label.as_deref().unwrap_or("");
    let rest = text.strip_prefix(label).unwrap_or(&text);
    rest.trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

/// What a definition says, without what stands in brackets: examples may differ.
fn essence(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    phrase::key(&outside)
}

fn diagnostic(
    seen: &Seen<'_>,
    (dimension, grade): (DimensionRef, usize),
    first: &Definition<'_>,
    (criterion, text): (&Criterion, &str),
) -> Diagnostic {
    let dimension = &seen.ladder.dimensions[dimension.0];
    let name = dimension.scale.iter().flatten().nth(grade).map_or("", |grade| grade.name.as_str());
    let how = phrase::told(&phrase::changes(text, &first.text), text, &first.text);
    let message = format!("the grade `{name}` of `{}` is defined in other words elsewhere: {how}", dimension.title);
    let whole = criterion.text.plain();
    let start = whole.len() - text.len().min(whole.len());
    let place = part(&criterion.text, start..whole.len()).unwrap_or(criterion.span);
    let found = RULE.finding(place, message).help("give all definitions the same words");
    match first.criterion {
        Some(earlier) => found.also(earlier.span, "the first wording"),
        None => match dimension.scale.iter().flatten().nth(grade).and_then(|grade| grade.text.span()) {
            Some(span) => found.also(span, "the wording of the scale"),
            None => found,
        },
    }
}
