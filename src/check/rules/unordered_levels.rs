//! Levels that stand in another order than their numbers.

use super::{Rule, Seeker, Seen};
use crate::resolve::{Level, Track};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "unordered-levels",
    severity: Severity::Warning,
    finds: "A level stands behind one with a higher number",
    why: "A level builds on the one before it. Where the order of a document and its numbers disagree, one of the two is \
          wrong, and with it what the level builds on.",
    mend: "Put the levels into the order of their numbers, or correct the number.",
    example: Some(example!("unordered-levels")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    seen.ladder.tracks().flat_map(|(_, track)| of_track(track)).collect()
}

fn of_track(track: &Track) -> Vec<Diagnostic> {
    let numbered: Vec<&Level> =
        track.levels.iter().filter(|level| level.rank.is_some() && !level.is_base_layer).collect();
    let falls = numbered.windows(2).filter(|pair| pair[1].rank < pair[0].rank && prefix(pair[0]) == prefix(pair[1]));
    falls.map(|pair| diagnostic(pair[0], pair[1])).collect()
}

/// The letters before the number of a code; two numberings are never compared.
fn prefix(level: &Level) -> Option<String> {
    let code = level.code.as_deref()?;
    Some(code.chars().take_while(|letter| letter.is_alphabetic()).collect())
}

fn diagnostic(before: &Level, level: &Level) -> Diagnostic {
    let message = format!("`{}` stands above `{}`, which has a higher number", level.heading, before.heading);
    let help = "put the levels into the order of their numbers, lowest first or highest first throughout";
    RULE.finding(level.span, message).also(before.span, "the level below it, as it is read").help(help)
}
