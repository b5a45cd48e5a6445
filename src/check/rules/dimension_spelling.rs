//! Two dimensions whose names differ only in spelling: `Team work` and `Teamwork`, `Comunication` and `Communication`.

use std::collections::BTreeMap;

use super::{Rule, Seeker, Seen};
use crate::check::phrase::is_slip;
use crate::resolve::{Criterion, Dimension, DimensionRef};
use crate::text::{Diagnostic, Severity, Span, fold};

pub(super) const RULE: Rule = Rule {
    id: "dimension-spelling",
    severity: Severity::Warning,
    finds: "Two dimensions have names that differ only in spelling",
    why: "They get a row and a page each, so that what belongs together stands apart, and each has gaps where the other one \
          is used.",
    mend: "Write the name in one way throughout.",
    example: Some(example!("dimension-spelling")),
    seeker: Seeker::Advice(find),
};

/// Names that are shorter differ in a letter without being misspelt.
const SHORTEST: usize = 6;

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<String, Vec<DimensionRef>> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, dimension) in seen.ladder.dimensions.iter().enumerate() {
        let letters = letters(&dimension.title);
        let keys = keys(&letters);
        let others = keys.iter().filter_map(|key| first.get(key)).flatten();
        let twin = others.copied().find(|other| is_alike(&seen.ladder.dimensions[other.0], &letters));
        found.extend(twin.and_then(|twin| diagnostic(seen, twin, DimensionRef(at))));
        for key in keys {
            first.entry(key).or_default().push(DimensionRef(at));
        }
    }
    found
}

/// The letters of a name, with words and signs for *and* left out.
fn letters(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| *word != "and");
    words.collect()
}

/// The name, and the name without each one of its letters: two names with a letter's difference have one in common.
fn keys(letters: &str) -> Vec<String> {
    let mut keys = vec![letters.to_owned()];
    let count = letters.chars().count();
    if (SHORTEST..LONGEST).contains(&count) {
        let without =
            |at: usize| letters.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, it)| it).collect();
        keys.extend((0..count).map(without));
    }
    keys
}

/// Longer names are sentences.
const LONGEST: usize = 60;

fn is_alike(other: &Dimension, name: &str) -> bool {
    let other = letters(&other.title);
    other == name || (name.chars().count() >= SHORTEST && is_slip(&other, name))
}

fn diagnostic(seen: &Seen<'_>, first: DimensionRef, second: DimensionRef) -> Option<Diagnostic> {
    let title = |of: DimensionRef| seen.ladder.dimensions[of.0].title.as_str();
    let message = format!("the dimension `{}` is also written `{}`", title(first), title(second));
    let help = format!("write it in one way throughout, such as `{}`", title(first));
    let (first, second) = (place(seen, first)?, place(seen, second)?);
    Some(RULE.finding(second, message).also(first, "written so here").help(help))
}

/// Where the name of a dimension stands: the last time it is written before its first criterion, or on the criterion.
fn place(seen: &Seen<'_>, dimension: DimensionRef) -> Option<Span> {
    let is_of = |criterion: &&Criterion| criterion.dimension == Some(dimension);
    let criterion = seen.criteria().map(|(_, criterion)| criterion).find(is_of)?;
    let span = criterion.span;
    let source = seen.sources.get(span.file).text();
    let title = &seen.ladder.dimensions[dimension.0].title;
    let before = source.get(..span.end as usize).unwrap_or("");
    let named = before.rfind(title.as_str()).map(|at| Span::new(span.file, at, at + title.len()));
    Some(named.unwrap_or(span))
}
