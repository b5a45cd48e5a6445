//! The same criterion twice in one level, word for word or with a slip of the pen.

use std::hash::Hasher;

use super::{Rule, Seeker, Seen};
use crate::check::language::Language;
use crate::check::part;
use crate::check::phrase::{self, Change, is_slip, words};
use crate::check::wording::Wording;
use crate::resolve::{Criterion, Level, LevelRef, TrackRef};
use crate::text::{Diagnostic, Lookup, Mixing, Severity, fold, parallel};

pub(super) const RULE: Rule = Rule {
    id: "repeated-in-level",
    severity: Severity::Warning,
    finds: "A level asks for the same thing twice",
    why: "People look for the difference between the two, and find none. Where one of them is mended later, the other one \
          keeps the old words.",
    mend: "Remove one of the two, or say how they differ.",
    example: Some(example!("repeated-in-level")),
    seeker: Seeker::Advice(find),
};

/// Shorter statements (`Yes`, a grade) say something only together with where they stand.
const FEWEST: usize = 3;

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let tracks: Vec<TrackRef> = seen.ladder.tracks().map(|(track, _)| track).collect();
    let of_track = |track: TrackRef| -> Vec<Diagnostic> {
        let levels = seen.ladder.levels(track);
        levels.flat_map(|(of, level)| of_level(seen, of, level)).collect()
    };
    parallel::map(tracks, of_track).into_iter().flatten().collect()
}

fn of_level(seen: &Seen<'_>, of: LevelRef, level: &Level) -> Vec<Diagnostic> {
    let language = seen.language(of.track);
    let mut asked: Vec<Asked<'_>> = seen.wordings(of).iter().map(Asked::of).collect();
    mark_alike(&mut asked);
    let common = in_several(&asked);
    let mut met: Lookup<(&str, &str), usize> = Lookup::default();
    let mut met_nearly: Lookup<u64, Vec<usize>> = Lookup::default();
    let mut found = Vec::new();
    for (at, (criterion, one)) in level.criteria.iter().zip(&asked).enumerate().filter(|(_, (_, one))| one.is_whole) {
        if let Some(first) = met.insert((one.lead, one.whole), at) {
            found.push(again(level, &level.criteria[first], criterion));
            continue;
        }
        let marks = || one.marks.iter().filter(|mark| common.binary_search(mark).is_ok());
        let others = marks().filter_map(|mark| met_nearly.get(mark)).flatten();
        let is_slip = |other: usize| Some((other, slip(one.text, asked[other].text, language)?));
        if let Some((other, change)) = others.copied().find_map(is_slip) {
            let texts = (one.text, asked[other].text);
            found.push(nearly_again((criterion, &level.criteria[other]), &change, texts));
        }
        for mark in marks() {
            let met = met_nearly.entry(*mark).or_default();
            met.truncate(MOST - 1);
            met.push(at);
        }
    }
    found
}

/// What a criterion asks for.
struct Asked<'a> {
    text: &'a str,
    lead: &'a str,
    /// The words, folded.
    whole: &'a str,
    /// Whether there are enough words to say something.
    is_whole: bool,
    /// A bit for each word, one of 64 by its beginning, end and length.
    bits: u64,
    /// Equal to one of a statement with the same lead that differs in a word; none where no statement looks alike.
    marks: Vec<u64>,
}

impl<'a> Asked<'a> {
    fn of(wording: &'a Wording<'_>) -> Self {
        let Wording { text, key, .. } = wording;
        let lead = wording.lead.as_deref().unwrap_or_default();
        let mut words = 0;
        let mut bits = 0;
        for word in key.as_bytes().split(|byte| *byte == b' ') {
            words += 1;
            bits |= bit(word);
        }
        Self { text, lead, whole: key, is_whole: words >= FEWEST, bits, marks: Vec::new() }
    }
}

fn bit(word: &[u8]) -> u64 {
    let ends = word.first().zip(word.last()).map_or(0, |(first, last)| 7 * usize::from(*first) + usize::from(*last));
    1 << ((ends + 11 * word.len()) % 64)
}

/// Marks the statements of which another one may differ in a word. Levels are short, and a look at two numbers is cheap;
/// in a long level every statement is marked, so that the work stays linear.
fn mark_alike(asked: &mut [Asked<'_>]) {
    // Another word takes away one bit at most, and adds one.
    let is_alike = |one: u64, other: u64| (one ^ other).count_ones() <= 2;
    let bits: Vec<u64> = asked.iter().filter(|one| one.is_whole).map(|one| one.bits).collect();
    let has_twin = |one: u64| bits.len() > SHORT || bits.iter().filter(|other| is_alike(one, **other)).count() > 1;
    for one in asked.iter_mut().filter(|one| one.is_whole && has_twin(one.bits)) {
        one.marks = without_each(one.whole, mark(one.lead.as_bytes()));
    }
}

/// How many statements of a level are compared each with each.
const SHORT: usize = 200;

/// The marks that stand more than once, ascending: the others lead to nothing.
fn in_several(asked: &[Asked<'_>]) -> Vec<u64> {
    let mut marks: Vec<u64> = asked.iter().flat_map(|one| &one.marks).copied().collect();
    marks.sort_unstable();
    marks.chunk_by(|one, other| one == other).filter(|same| same.len() > 1).map(|same| same[0]).collect()
}

/// A mark of the words, and one of the words without each one of them: two statements that differ in a word have one in
/// common, if their leads have the same mark.
fn without_each(key: &str, lead: u64) -> Vec<u64> {
    let marks: Vec<u64> = key.as_bytes().split(|byte| *byte == b' ').map(mark).collect();
    let join = |sum: u64, mark: &u64| sum.wrapping_mul(PRIME).wrapping_add(*mark);
    let mut front = Vec::with_capacity(marks.len() + 1);
    front.push(lead);
    marks.iter().for_each(|mark| front.push(join(front[front.len() - 1], mark)));
    let mut back = Vec::with_capacity(marks.len() + 1);
    back.push(0_u64);
    marks.iter().rev().for_each(|mark| back.push(join(back[back.len() - 1], mark)));
    let count = marks.len();
    let without = |at: usize| front[at].wrapping_mul(ODD) ^ back[count - 1 - at];
    let mut all = Vec::with_capacity(2 * count + 1);
    all.extend((0..count).map(without));
    // The whole is what another one with a word more is without it: cut anywhere, it reads the same.
    all.extend((0..=count).map(|at| front[at].wrapping_mul(ODD) ^ back[count - at]));
    all
}

const PRIME: u64 = 0x0000_0100_0000_01b3;
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

fn mark(word: &[u8]) -> u64 {
    let mut hash = Mixing::default();
    hash.write(word);
    hash.finish()
}

/// How many statements that are alike but for a word one statement is compared with.
const MOST: usize = 8;

/// What two statements differ in, where that is a slip of the pen or a word without content.
fn slip(one: &str, other: &str, language: Option<&'static Language>) -> Option<Change> {
    let [change] = phrase::changes(one, other).try_into().ok()?;
    let change: Change = change;
    let (here, there) = (fold(&one[change.one.clone()]), fold(&other[change.other.clone()]));
    let is_empty_word = |word: &str| language.is_some_and(|it| it.common.holds(word));
    let is_slip = match (here.is_empty(), there.is_empty()) {
        (true, _) => is_empty_word(&there),
        (_, true) => is_empty_word(&here),
        _ => words(&here).len() == 1 && words(&there).len() == 1 && is_slip(&here, &there),
    };
    is_slip.then_some(change)
}

fn again(level: &Level, first: &Criterion, second: &Criterion) -> Diagnostic {
    let message = format!("`{}` asks for this twice", level.heading);
    RULE.finding(second.span, message).also(first.span, "the first time").help("remove one of the two")
}

fn nearly_again((second, first): (&Criterion, &Criterion), change: &Change, (here, there): (&str, &str)) -> Diagnostic {
    let message = format!(
        "this is nearly the same as another criterion of the level: {}",
        phrase::told(std::slice::from_ref(change), here, there)
    );
    let place = part(&second.text, change.one.clone()).filter(|_| !change.one.is_empty()).unwrap_or(second.span);
    RULE.finding(place, message).also(first.span, "the other one").help("remove one of the two, or say how they differ")
}
