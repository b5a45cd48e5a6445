//! What two statements share, and what changed from the lower to the upper one.

use std::cmp::Ordering;

use super::book::Book;
use super::kinship::Kinship;
use super::prepared::{Mark, Prepared};
use super::scale::Scale;
use super::vocabulary::Term;

/// What changed from the lower statement to the upper one.
#[derive(Debug, Default)]
pub struct Difference {
    pub shared: Vec<Term>,
    /// Words that differ in a letter or an ending: lower, upper.
    pub kin: Vec<(Term, Term)>,
    pub gone: Vec<Term>,
    pub come: Vec<Term>,
    pub gone_numbers: Vec<Term>,
    pub come_numbers: Vec<Term>,
    pub steps: Vec<Step>,
}

/// A move on a scale.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Step {
    pub scale: Scale,
    /// `None` where the lower statement does not say.
    pub from: Option<Term>,
    pub to: Option<Term>,
    /// Above zero upwards.
    pub by: i16,
}

impl Difference {
    /// Compares word by word, in place of what was compared before: one such table serves any number of pairs.
    pub fn compare(&mut self, book: &Book, lower: &Prepared, upper: &Prepared) {
        self.clear();
        split(&lower.terms, &upper.terms, |term, side| match side {
            Side::Both => self.shared.push(term),
            Side::Lower => self.gone.push(term),
            Side::Upper => self.come.push(term),
        });
        split(&lower.numbers, &upper.numbers, |term, side| match side {
            Side::Both => {}
            Side::Lower => self.gone_numbers.push(term),
            Side::Upper => self.come_numbers.push(term),
        });
        if !lower.has_no_kin_in(upper) {
            self.find_kin(book.kinship());
        }
        self.take_one(book);
        self.climb(lower, upper);
    }

    /// Compares the words of scale alone.
    pub fn climb(&mut self, lower: &Prepared, upper: &Prepared) {
        self.steps.clear();
        if lower.marks != upper.marks {
            for scale in Scale::of(lower.scales | upper.scales) {
                self.steps.extend(step(scale, &lower.marks, &upper.marks));
            }
        }
    }

    fn clear(&mut self) {
        self.kin.clear();
        for list in [&mut self.shared, &mut self.gone, &mut self.come, &mut self.gone_numbers, &mut self.come_numbers] {
            list.clear();
        }
    }

    /// *One* is a number where the other side has one in its place.
    fn take_one(&mut self, book: &Book) {
        let Self { gone, come, gone_numbers, come_numbers, .. } = self;
        if gone_numbers.is_empty() != come_numbers.is_empty() {
            let (words, numbers) = if gone_numbers.is_empty() { (gone, gone_numbers) } else { (come, come_numbers) };
            if let Some(at) = words.iter().position(|&term| book.is_one(term)) {
                numbers.push(words.remove(at));
            }
        }
    }

    /// Takes words out of both lists that differ only in a letter or an ending.
    fn find_kin(&mut self, kinship: &Kinship) {
        let Self { kin, gone, come, .. } = self;
        if gone.len() > TRIED || come.len() > TRIED {
            return;
        }
        gone.retain(|&one| {
            let found = come.iter().position(|&other| kinship.between(one, other));
            if let Some(at) = found {
                kin.push((one, come.remove(at)));
            }
            found.is_none()
        });
    }

    /// Whether a number was put in, taken out or put in place of another.
    pub fn has_other_number(&self) -> bool {
        !self.gone_numbers.is_empty() || !self.come_numbers.is_empty()
    }

    /// How far it goes up, and how far down, over all scales; a step counts one at most.
    pub fn slope(&self) -> (f32, f32) {
        let sum = |sign: i16| self.steps.iter().map(|step| f32::from((sign * step.by).clamp(0, 2)) / 2.0).sum();
        (sum(1), sum(-1))
    }
}

/// Where a word stands.
enum Side {
    Lower,
    Upper,
    Both,
}

/// Tells of every word of two ascending lists where it stands.
fn split(mut lower: &[Term], mut upper: &[Term], mut tell: impl FnMut(Term, Side)) {
    while let (Some(&one), Some(&other)) = (lower.first(), upper.first()) {
        match one.cmp(&other) {
            Ordering::Less => tell(one, Side::Lower),
            Ordering::Equal => tell(one, Side::Both),
            Ordering::Greater => tell(other, Side::Upper),
        }
        lower = &lower[usize::from(one <= other)..];
        upper = &upper[usize::from(other <= one)..];
    }
    lower.iter().for_each(|&term| tell(term, Side::Lower));
    upper.iter().for_each(|&term| tell(term, Side::Upper));
}

/// How many leftover words on either side are tried for kinship.
const TRIED: usize = 24;

/// The move on a scale, if the two differ on it.
fn step(scale: Scale, lower: &[Mark], upper: &[Mark]) -> Option<Step> {
    let (mut from, mut to, mut shared): (Option<Mark>, Option<Mark>, Option<u8>) = (None, None, None);
    let is_higher = |mark: &Mark, than: Option<Mark>| than.is_none_or(|than| mark.rank >= than.rank);
    for mark in lower.iter().filter(|mark| mark.scale == scale) {
        if upper.contains(mark) {
            shared = shared.max(Some(mark.rank));
        } else if is_higher(mark, from) {
            from = Some(*mark);
        }
    }
    for mark in upper.iter().filter(|mark| mark.scale == scale) {
        if is_higher(mark, to) && !lower.contains(mark) {
            to = Some(*mark);
        }
    }
    if from.is_none() && to.is_none() {
        return None;
    }
    let unsaid = shared.unwrap_or(scale.unsaid());
    let rank = |mark: Option<Mark>| i16::from(mark.map_or(unsaid, |mark| mark.rank));
    // What is no longer said is not taken back, and what is said besides takes nothing back.
    let is_besides = from.is_none() && shared.is_some();
    // Nor does it go down to name the thing that was meant before.
    let is_named = from.is_none() && scale == Scale::Size;
    let lowest = if to.is_none() || is_besides || is_named { 0 } else { i16::MIN };
    let by = (rank(to) - rank(from)).max(lowest);
    Some(Step { scale, from: from.map(|mark| mark.term), to: to.map(|mark| mark.term), by })
}
