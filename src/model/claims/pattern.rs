//! Patterns of sentences: how the languages' tables are read, and how a sentence is matched.

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Named;
use super::base::{levels, roles, trimmed, written};
use super::flat::Flat;
use super::sentence::{Sentence, Word, words};
use crate::model::language::{ALL, lookup};
use crate::model::{BaseKind, Mode};

/// What a pattern found.
pub(super) enum Found {
    Accumulates(Mode),
    BuildsOn(Named),
}

/// Words that may stand between two others, for `..` and `...`.
const SMALL_GAP: usize = 5;
const LARGE_GAP: usize = 12;
/// Most words of a name.
const LONGEST_NAME: usize = 9;
/// Most candidates for names that are looked at in one sentence; sentences that need more are made to.
const MOST_NAMES: usize = 200;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Accumulates(Mode),
    BuildsOn(BaseKind),
}

#[derive(Clone, PartialEq, Debug)]
enum Element {
    /// One of several words; each may be several words itself.
    Words {
        any: Vec<Vec<String>>,
        optional: bool,
    },
    Gap(usize),
    Slot(Slot),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Slot {
    Level,
    /// A level, or capitals that stand for one.
    Role,
    Track,
    Dimension,
}

struct Pattern {
    kind: Kind,
    elements: Vec<Element>,
}

static PATTERNS: LazyLock<Vec<Pattern>> =
    LazyLock::new(|| ALL.iter().flat_map(|language| language.claims.lines()).filter_map(compile).collect());
/// Patterns by the first word of their first element, so that a sentence without it costs one look.
static BY_FIRST: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut index: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, pattern) in PATTERNS.iter().enumerate() {
        let Some(Element::Words { any, .. }) = pattern.elements.first() else { continue };
        for word in any.iter().filter_map(|words| words.first()) {
            index.entry(word).or_default().push(number);
        }
    }
    index
});

/// What a sentence says, by every pattern that matches it.
pub(super) fn find(flat: &Flat, sentence: &Sentence) -> Vec<Found> {
    let mut found = Vec::new();
    let matching = Matching { flat, words: &sentence.words, left: Cell::new(MOST_NAMES) };
    for at in 0..sentence.words.len() {
        for number in BY_FIRST.get(sentence.words[at].folded.as_str()).into_iter().flatten() {
            let pattern = &PATTERNS[*number];
            let Some((end, slots)) = matching.run(&pattern.elements, at, &Slots::default()) else { continue };
            if !is_negated(&sentence.words, at..end) {
                found.extend(claim(flat, &sentence.words, pattern.kind, &slots));
            }
        }
    }
    found
}

/// Words that a pattern's slots took.
#[derive(Clone, Default)]
struct Slots {
    level: Option<Range<usize>>,
    track: Option<Range<usize>>,
    dimension: Option<Range<usize>>,
}

struct Matching<'a> {
    flat: &'a Flat,
    words: &'a [Word],
    /// How many more candidates for names are looked at.
    left: Cell<usize>,
}

impl Matching<'_> {
    /// The end of a match of `elements` from word `at` on, and what the slots took. Depth is the length of the pattern.
    fn run(&self, elements: &[Element], at: usize, slots: &Slots) -> Option<(usize, Slots)> {
        let Some((element, rest)) = elements.split_first() else { return Some((at, slots.clone())) };
        match element {
            Element::Words { any, optional } => {
                let ends = any.iter().filter_map(|alternative| self.literal(alternative, at));
                let skipped = if *optional { Some(at) } else { None };
                ends.chain(skipped).find_map(|end| self.run(rest, end, slots))
            }
            Element::Gap(most) => {
                let last = (at + most).min(self.words.len());
                (at..=last).find_map(|next| self.run(rest, next, slots))
            }
            Element::Slot(slot) => {
                let mut fitting = self.ends(*slot, at).into_iter().filter(|end| self.fits(*slot, at..*end));
                fitting.find_map(|end| self.run(rest, end, &slots.with(*slot, at..end)))
            }
        }
    }

    fn literal(&self, alternative: &[String], at: usize) -> Option<usize> {
        let here = self.words.get(at..at + alternative.len())?;
        here.iter().zip(alternative).all(|(word, wanted)| word.folded == *wanted).then_some(at + alternative.len())
    }

    /// Where a slot may end: the longest name first, but a track's the shortest, since its own word follows.
    fn ends(&self, slot: Slot, at: usize) -> Vec<usize> {
        let clause = if slot == Slot::Dimension { self.words.len() } else { self.clause_end(at) };
        let longest = clause.min(at + LONGEST_NAME);
        let mut ends: Vec<usize> = (at + 1..=longest).collect();
        if matches!(slot, Slot::Level | Slot::Role) {
            ends.reverse();
        }
        ends
    }

    /// The word before which a sign ends the clause of word `at`.
    fn clause_end(&self, at: usize) -> usize {
        let from = self.words.iter().enumerate().skip(at + 1);
        from.clone().find(|(_, word)| word.parted).map_or(self.words.len(), |(index, _)| index)
    }

    fn fits(&self, slot: Slot, range: Range<usize>) -> bool {
        let words = &self.words[range];
        let named = matches!(slot, Slot::Level | Slot::Role);
        if named && self.left.replace(self.left.get().saturating_sub(1)) == 0 {
            return false;
        }
        match slot {
            Slot::Level => !levels(self.flat, words).is_empty(),
            Slot::Role => !roles(self.flat, words).is_empty(),
            Slot::Track => {
                let name = trimmed(words);
                let pointing =
                    |word: &Word| lookup(&word.folded).is_some_and(|meaning| meaning.prose || meaning.generic);
                !name.is_empty() && !name.iter().all(pointing)
            }
            Slot::Dimension => words.len() <= 6,
        }
    }
}

impl Slots {
    /// The same with one more taken.
    fn with(&self, slot: Slot, range: Range<usize>) -> Self {
        let mut slots = self.clone();
        match slot {
            Slot::Level | Slot::Role => slots.level = Some(range),
            Slot::Track => slots.track = Some(range),
            Slot::Dimension => slots.dimension = Some(range),
        }
        slots
    }
}

fn is_negated(words: &[Word], matched: Range<usize>) -> bool {
    let near = matched.start.saturating_sub(2)..matched.end;
    words[near].iter().any(|word| lookup(&word.folded).is_some_and(|meaning| meaning.negation))
}

fn claim(flat: &Flat, words: &[Word], kind: Kind, slots: &Slots) -> Vec<Found> {
    let kind = match kind {
        Kind::Accumulates(mode) => return vec![Found::Accumulates(mode)],
        Kind::BuildsOn(kind) => kind,
    };
    let dimension = slots.dimension.clone().and_then(|range| dimension(flat, &words[range]));
    let named = match (&slots.level, &slots.track) {
        (Some(range), _) => roles(flat, &words[range.clone()]),
        (None, Some(range)) => track(flat, &words[range.clone()]),
        (None, None) => Vec::new(),
    };
    let base = |(name, link)| Found::BuildsOn(Named { name, link, kind, dimension: dimension.clone() });
    named.into_iter().map(base).collect()
}

fn track(flat: &Flat, words: &[Word]) -> Vec<(String, Option<String>)> {
    let Some((name, at)) = written(flat, trimmed(words)) else { return Vec::new() };
    let link = flat.links.iter().find(|(link, _)| link.start < at.end && link.end > at.start);
    vec![(name.to_owned(), link.map(|(_, target)| target.clone()))]
}

/// The name of one dimension, `None` where the words stand for all that is asked.
fn dimension(flat: &Flat, words: &[Word]) -> Option<String> {
    let general = |word: &Word| lookup(&word.folded).is_some_and(|meaning| meaning.generic || meaning.article);
    if words.iter().all(general) {
        return None;
    }
    let named = trimmed(words);
    written(flat, if named.is_empty() { words } else { named }).map(|(name, _)| name.to_owned())
}

/// Reads one line of a language's table, `None` for an empty one.
fn compile(line: &str) -> Option<Pattern> {
    let (kind, pattern) = line.split_once(':')?;
    let kind = match kind.trim() {
        "cumulative" => Kind::Accumulates(Mode::Cumulative),
        "replacing" => Kind::Accumulates(Mode::Replacing),
        "branch" => Kind::BuildsOn(BaseKind::Branch),
        "overlay" => Kind::BuildsOn(BaseKind::Overlay),
        "previous" => Kind::BuildsOn(BaseKind::Previous),
        _ => return None,
    };
    Some(Pattern { kind, elements: pattern.split_whitespace().map(element).collect() })
}

fn element(token: &str) -> Element {
    match token {
        ".." => Element::Gap(SMALL_GAP),
        "..." => Element::Gap(LARGE_GAP),
        "{level}" => Element::Slot(Slot::Level),
        "{role}" => Element::Slot(Slot::Role),
        "{track}" => Element::Slot(Slot::Track),
        "{dimension}" => Element::Slot(Slot::Dimension),
        _ => {
            let optional = token.ends_with('?');
            let spelled = |word: &str| words(&word.replace('_', " "), 0).into_iter().map(|word| word.folded).collect();
            Element::Words { any: token.trim_end_matches('?').split('|').map(spelled).collect(), optional }
        }
    }
}
