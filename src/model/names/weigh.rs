//! How sure a name is that was read alone changes with what stands beside it: each rule raises or lowers the strength of
//! some names of a run.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::community::weigh_community;
use super::run::{Read, counts_on};
use super::{LevelName, NameKind};

/// Weighs the names of a run by their siblings.
pub(super) fn weigh(read: &mut [Read]) {
    weigh_numbers(read);
    weigh_codes(read);
    weigh_roles(read);
    weigh_community(read);
    weigh_proficiency(read);
}

/// Bare numbers are levels where nothing else is, and they count on.
fn weigh_numbers(read: &mut [Read]) {
    let alone = read.iter().flatten().all(|name| matches!(name.kind, NameKind::Number | NameKind::Everybody));
    let numbers: Vec<f64> = read.iter().flatten().filter_map(|name| name.rank).map(|rank| rank.0).collect();
    let lifted = if alone && numbers.len() > 2 && counts_on(numbers.iter().copied()) { 0.5 } else { 0.2 };
    for name in read.iter_mut().flatten().filter(|name| name.kind == NameKind::Number && name.strength < 0.5) {
        set(name, lifted);
    }
}

/// Codes lift one another where several levels carry one prefix with different numbers.
fn weigh_codes(read: &mut [Read]) {
    let mut numbers: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for code in read.iter().flatten().flat_map(|name| &name.codes) {
        let number = code.number.unwrap_or_default().to_bits();
        numbers.entry(code.prefix.clone()).or_default().insert(number);
    }
    for name in read.iter_mut().flatten() {
        let several = name.codes.iter().any(|code| numbers.get(&code.prefix).is_some_and(|numbers| numbers.len() > 1));
        if several {
            set(name, (name.strength + 0.35).min(0.97));
        }
    }
}

/// A plain role is a level beside a numbered or senior one of the same role; not beside numbered steps, and in front of
/// them a role that leads is none either: there stand overviews.
fn weigh_roles(read: &mut [Read]) {
    let numbered =
        |name: &&Arc<LevelName>| matches!(name.kind, NameKind::Step | NameKind::Code | NameKind::CodeAndTitle);
    let strong = read.iter().flatten().filter(numbered).filter(|name| name.strength > 0.8).count();
    let others = read.iter().flatten().count() - strong;
    let steps = strong > 1 && strong * 2 >= others;
    let senior: HashSet<String> = read
        .iter()
        .flatten()
        .filter(|name| matches!(name.kind, NameKind::SeniorityTitle | NameKind::NumberedTitle | NameKind::CodeAndTitle))
        .map(|name| role_of(name).to_owned())
        .collect();
    let alone = read.iter().flatten().count() == 1;
    // `Junior`, `Tester`, `Senior`: the one plain role is the step without a word of standing.
    let count = |kind: NameKind| read.iter().flatten().filter(|name| name.kind == kind).count();
    let between_words = count(NameKind::Seniority) > 1 && count(NameKind::Role) == 1;
    let first_step = read.iter().position(|name| name.as_ref().is_some_and(|name| numbered(&name)));
    for (index, name) in read.iter_mut().enumerate() {
        let Some(name) = name else { continue };
        let before_steps = steps && first_step.is_some_and(|first| index < first);
        let strength = match name.kind {
            NameKind::Management if before_steps => 0.1,
            NameKind::Role if steps => 0.1,
            NameKind::Role | NameKind::Community if senior.contains(role_of(name)) => 0.65,
            NameKind::Role if between_words => 0.5,
            NameKind::Role if !alone && senior.is_empty() => 0.3,
            _ => name.strength,
        };
        set(name, strength);
    }
}

/// One word of proficiency among other headings may be an ordinary word (`Mastery`); two are a scale.
fn weigh_proficiency(read: &mut [Read]) {
    let graded = |name: &&Arc<LevelName>| matches!(name.kind, NameKind::Proficiency | NameKind::Seniority);
    let siblings = read.iter().flatten().filter(graded).count();
    if siblings > 1 || read.len() == 1 {
        return;
    }
    for name in read.iter_mut().flatten().filter(|name| name.kind == NameKind::Proficiency) {
        set(name, 0.3);
    }
}

pub(super) fn set(name: &mut Arc<LevelName>, strength: f32) {
    if name.strength != strength {
        Arc::make_mut(name).strength = strength;
    }
}

/// The last word of what is left without standing: the role itself.
pub(super) fn role_of(name: &LevelName) -> &str {
    name.stem.rsplit(' ').next().unwrap_or("")
}
