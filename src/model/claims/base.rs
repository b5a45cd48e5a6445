//! Names of what something builds on: what belongs to the name, and whether it can be one.

use std::ops::Range;

use super::flat::Flat;
use super::sentence::Word;
use super::{Claim, Named, Says};
use crate::model::language::{Meaning, lookup};
use crate::model::names;
use crate::model::{BaseKind, Evidence};

/// What a name must reach to be taken for a level's.
const NAMES_LEVEL: f32 = 0.35;
/// What it must reach where it stands alone before a plus sign.
const SURELY: f32 = 0.4;

/// The words of a name without articles before and words for role or level behind.
pub(super) fn trimmed(words: &[Word]) -> &[Word] {
    let meaning = |word: &Word| lookup(&word.folded).unwrap_or(Meaning::nothing());
    let start = words.iter().take_while(|word| meaning(word).article && !word.capitals).count();
    let kept = &words[start..];
    let outer = |meaning: &Meaning| meaning.generic && !meaning.role && !meaning.management && !meaning.seniority;
    let end = kept.iter().rev().take_while(|word| outer(meaning(word))).count();
    // `the lead role` keeps its role, `level 3` its step; a name that is nothing else is kept whole.
    if end == kept.len() { kept } else { &kept[..kept.len() - end] }
}

/// The text of some words, brackets and signs between them included; a bracket that they open is closed.
pub(super) fn written<'a>(flat: &'a Flat, words: &[Word]) -> Option<(&'a str, Range<usize>)> {
    let (start, mut end) = (words.first()?.at.start, words.last()?.at.end);
    let open = flat.text[start..end].matches('(').count();
    let closed = flat.text[start..end].matches(')').count();
    if open > closed && flat.text[end..].starts_with(')') {
        end += 1;
    }
    Some((&flat.text[start..end], start..end))
}

/// The levels that some words name: by links, else by a name that reads as a level.
pub(super) fn levels(flat: &Flat, words: &[Word]) -> Vec<(String, Option<String>)> {
    let Some((_, whole)) = written(flat, words) else { return Vec::new() };
    let linked = flat.links.iter().filter(|(at, _)| at.start < whole.end && at.end > whole.start);
    let linked: Vec<_> =
        linked.map(|(at, target)| (flat.text[at.clone()].trim().to_owned(), Some(target.clone()))).collect();
    if !linked.is_empty() {
        return linked;
    }
    let words = trimmed(words);
    let Some((name, _)) = written(flat, words) else { return Vec::new() };
    let joined = words.first().is_some_and(is_joint);
    let level = names::read(name).filter(|read| read.strength >= NAMES_LEVEL && !joined);
    level.map(|_| (name.to_owned(), None)).into_iter().collect()
}

fn is_joint(word: &Word) -> bool {
    !word.capitals && lookup(&word.folded).is_some_and(|meaning| meaning.joint)
}

/// The levels that some words name, or capitals that stand for the name of one: `a DA`.
pub(super) fn roles(flat: &Flat, words: &[Word]) -> Vec<(String, Option<String>)> {
    let levels = levels(flat, words);
    let name = trimmed(words);
    match (levels.is_empty(), written(flat, name)) {
        (true, Some((text, _))) if name.len() == 1 && is_acronym(text) => vec![(text.to_owned(), None)],
        _ => levels,
    }
}

fn is_acronym(text: &str) -> bool {
    (2..=5).contains(&text.chars().count()) && text.chars().all(char::is_uppercase)
}

/// A line that is nothing but a level and a plus sign: what follows comes on top of that level.
pub(super) fn plus_line(flat: &Flat) -> Option<Claim> {
    let line = flat.text.trim().trim_start_matches(['•', '-', '*', ' ']);
    let line = line.trim_end_matches([':', '.', ' ']);
    let name = line.strip_suffix('+').filter(|name| name.ends_with(' ')).map(str::trim)?;
    names::read(name).filter(|read| read.strength >= SURELY && !read.codes.iter().any(|code| code.number.is_none()))?;
    let whole = 0..flat.text.len();
    let within = flat.links.iter().find(|(at, _)| flat.text[at.clone()].contains(name));
    let link = within.map(|(_, target)| target.clone());
    let named = Named { name: name.to_owned(), link, kind: BaseKind::Previous, dimension: None };
    let evidence = Evidence { text: flat.text.trim().to_owned(), span: flat.span(whole) };
    Some(Claim { says: Says::BuildsOn(named), evidence })
}

/// The full name of a base that a sentence calls by its letters, where the heading over it spells them out:
/// `DA` under `Data Analyst (DA) with Mentor Role` is `Data Analyst (DA)`.
pub fn full_name(name: &str, heading: &str) -> String {
    let base = names::read(heading).and_then(|read| read.overlay_on);
    let spelled = base.filter(|base| {
        let read = names::read(base);
        read.is_some_and(|read| read.codes.iter().any(|code| code.text == name) || read.title == name)
    });
    spelled.unwrap_or_else(|| name.to_owned())
}
