//! How much two statements look like one thread: a weighted sum of what can be seen in their words.
//!
//! The weights come from a logistic regression over pairs of statements of real ladders, read and labelled by hand
//! (`tests/threads.rs`: the tuning half, then, once its figures were taken, the held half too; never the fresh ladders),
//! rounded. What a pair must reach stands in `matching`.

use super::difference::Difference;
use super::prepared::{Book, Prepared};
use super::vocabulary::Term;

/// What two statements are to each other, seen alone.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Verdict {
    /// Equal when normalised.
    Same,
    /// Other wording or a typo; the share of weight that both have.
    Nearly(f32),
    /// Perhaps one thread.
    Alike(Likeness),
    Apart,
}

/// What speaks for one thread, and against it. Weights of words are those of [`Book`].
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Likeness {
    /// The share of weight that both have (Dice): what rivals are compared by.
    pub overlap: f32,
    /// How many words both have.
    pub count: f32,
    /// The weight that both have, beyond their first word.
    pub mass: f32,
    /// The weight of neighbouring words that are neighbours in both.
    pub run: f32,
    /// Whether the first words are the same.
    pub head: f32,
    /// The share of weight that the words which follow the first ones have in common.
    pub object: f32,
    /// 1 for the same dimension, -1 for two different ones.
    pub dimension: f32,
    /// 1 for the same label.
    pub label: f32,
    /// How far the upper one goes beyond the lower one, over all scales, and how far it stays behind.
    pub rise: f32,
    pub fall: f32,
    /// The weight of the rarest word that only the upper one has.
    pub newest: f32,
    /// Whether each says what part one plays, in words of its own: *assists*, *coordinates*.
    pub parts: f32,
    /// 1 where the two begin with other deeds, and other things done to: none of their first words is in both.
    pub foreign: f32,
    /// Whether the same is said of something else: a rival of other pairs, but no thread.
    pub is_elsewhere: bool,
}

impl Likeness {
    /// Whether hardly more than the first word is shared: two things that are done alike.
    pub fn is_bare(&self) -> bool {
        self.mass <= 0.0 && self.overlap < ENOUGH
    }

    /// Everything but the rivals.
    pub fn points(&self) -> f32 {
        if self.is_elsewhere {
            return f32::NEG_INFINITY;
        }
        let same = 2.6 * self.overlap + 0.52 * self.count.min(MOST_WORDS) + 1.5 * self.run.min(MOST_RUN);
        let place = 1.3 * self.head + 1.5 * self.object + 0.95 * self.dimension + self.label + 0.4 * self.parts;
        let slope = 0.12 * self.rise.min(MOST_SLOPE) - 0.36 * self.fall.min(MOST_SLOPE);
        same + place + slope - 1.05 * self.newest - FOREIGN * self.foreign
    }
}

/// The part of the weight of both statements by which near repeats may differ.
const SLACK: f32 = 0.08;

/// Where nothing but the first word is shared, it must be this share of the weight.
const ENOUGH: f32 = 0.5;

/// How many words after the first one are the object.
const OBJECT: usize = 4;

/// How many words are the beginning.
const BEGINNING: usize = 2;

/// What it costs to begin otherwise.
const FOREIGN: f32 = 0.5;

/// Heavier evidence than this counts no more.
const MOST_WORDS: f32 = 8.0;
const MOST_RUN: f32 = 3.0;
const MOST_SLOPE: f32 = 2.0;

impl Difference {
    /// Compares two statements, in place of what was compared before.
    pub fn verdict(&mut self, book: &Book, lower: &Prepared, upper: &Prepared) -> Verdict {
        if lower.key == upper.key && lower.lead == upper.lead {
            return Verdict::Same;
        }
        self.compare(book, lower, upper);
        verdict(book, (lower, upper), self)
    }
}

/// What two statements are to each other that are not the same.
fn verdict(book: &Book, (lower, upper): (&Prepared, &Prepared), difference: &Difference) -> Verdict {
    let weights = Weights::of(book, lower, upper, difference);
    if lower.lead == upper.lead && is_near(book, lower, upper, (difference, &weights)) {
        return Verdict::Nearly(weights.overlap());
    }
    if weights.shared <= 0.0 || is_lowering(lower, upper, difference) {
        return Verdict::Apart;
    }
    Verdict::Alike(likeness(book, (lower, upper), difference, &weights))
}

/// Sums of weights.
struct Weights {
    shared: f32,
    both: f32,
    other: f32,
}

impl Weights {
    fn of(book: &Book, lower: &Prepared, upper: &Prepared, difference: &Difference) -> Self {
        let kin: f32 = difference.kin.iter().map(|&(one, other)| book.weight(one) + book.weight(other)).sum();
        let shared = sum(book, &difference.shared) + 0.4 * kin;
        let other = sum(book, &difference.gone) + sum(book, &difference.come);
        Self { shared, both: lower.weight + upper.weight, other }
    }

    fn overlap(&self) -> f32 {
        if self.both > 0.0 { 2.0 * self.shared / self.both } else { 0.0 }
    }
}

fn likeness(book: &Book, pair: (&Prepared, &Prepared), difference: &Difference, weights: &Weights) -> Likeness {
    let (lower, upper) = pair;
    let same_head = lower.head == upper.head && lower.head.is_some();
    let first = lower.head.filter(|_| same_head).map_or(0.0, |term| book.weight(term));
    let (rise, fall) = difference.slope();
    let dimension = match (lower.dimension, upper.dimension) {
        (Some(one), Some(other)) if one == other => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    };
    Likeness {
        overlap: weights.overlap(),
        count: (difference.shared.len() + difference.kin.len()) as f32,
        mass: weights.shared - first,
        run: run(book, lower, upper),
        head: f32::from(same_head),
        object: object(book, lower, upper),
        dimension,
        label: f32::from(lower.label.is_some() && lower.label == upper.label),
        rise,
        fall,
        newest: difference.come.iter().map(|&term| book.weight(term)).fold(0.0, f32::max),
        is_elsewhere: has_other_object(pair, difference),
        foreign: f32::from(is_foreign(lower, upper)),
        parts: f32::from(!same_head && lower.plays_part() && upper.plays_part()),
    }
}

/// The weight of neighbouring words that are neighbours in both.
fn run(book: &Book, lower: &Prepared, upper: &Prepared) -> f32 {
    let (mut one, mut other) = (lower.pairs.as_slice(), upper.pairs.as_slice());
    let mut run = 0.0;
    while let (Some(first), Some(second)) = (one.first(), other.first()) {
        if first == second {
            run += f32::midpoint(book.weight(first.0), book.weight(first.1));
        }
        let (is_behind, is_ahead) = (first <= second, second <= first);
        one = &one[usize::from(is_behind)..];
        other = &other[usize::from(is_ahead)..];
    }
    run
}

/// How far the words right after the first one are the same: what is done, or to what.
fn object(book: &Book, lower: &Prepared, upper: &Prepared) -> f32 {
    let (one, other) = (after_first(lower), after_first(upper));
    let lighter = sum(book, one).min(sum(book, other));
    let common: f32 = one.iter().filter(|term| other.contains(term)).map(|&term| book.weight(term)).sum();
    if lighter > 0.0 { (common / lighter).min(1.0) } else { 0.0 }
}

fn after_first(statement: &Prepared) -> &[Term] {
    let last = statement.order.len().min(1 + OBJECT);
    statement.order.get(1..last).unwrap_or_default()
}

/// Other wording or a typo: no number, scope or obligation differs, and what differs weighs little.
fn is_near(book: &Book, lower: &Prepared, upper: &Prepared, change: (&Difference, &Weights)) -> bool {
    let (difference, weights) = change;
    let plain = |terms: &[Term]| terms.iter().all(|term| !book.is_on_scale(*term));
    let same_scope = difference.steps.is_empty() && plain(&difference.gone) && plain(&difference.come);
    let same_numbers = lower.numbers == upper.numbers && lower.duties == upper.duties;
    same_scope && same_numbers && !upper.terms.is_empty() && weights.other <= SLACK * weights.both
}

/// Where hardly anything but words of scale changed, their direction decides; where nothing is new, something that
/// limited the lower statement must be gone.
fn is_lowering(lower: &Prepared, upper: &Prepared, difference: &Difference) -> bool {
    if difference.has_other_number() {
        return false;
    }
    let (rise, fall) = difference.slope();
    if difference.come.is_empty() {
        return rise <= 0.0 || difference.gone.iter().any(|term| !lower.is_limited_by(*term));
    }
    let news = difference.come.iter().filter(|term| !upper.is_marked(**term)).count();
    fall > rise && news <= difference.steps.len()
}

/// How many words longer a frame may become with another object in it, where several words were replaced.
const LONGER: usize = 1;

/// Whether they begin with other words, and neither begins with a word that the other one has further on.
fn is_foreign(lower: &Prepared, upper: &Prepared) -> bool {
    let begin = |one: &Prepared, other: &Prepared| {
        let known = |term: &Term| other.order.iter().take(BEGINNING).any(|other| other == term);
        one.order.iter().take(BEGINNING).any(known)
            || one.head.is_some_and(|head| other.terms.binary_search(&head).is_ok())
    };
    let play = lower.plays_part() && upper.plays_part();
    !play && !begin(lower, upper) && !begin(upper, lower)
}

/// Whether the frame of a sentence is kept and its object replaced: the same number of words of content, beginning alike
/// and ending otherwise, and nothing that goes up. Such a sentence says the same of something else.
fn has_other_object((lower, upper): (&Prepared, &Prepared), difference: &Difference) -> bool {
    let is_level = difference.slope().0 <= 0.0 && !difference.has_other_number();
    let replaced = difference.gone.len().min(difference.come.len());
    let longer = lower.order.len().abs_diff(upper.order.len());
    let is_frame = lower.head == upper.head && (longer == 0 || longer <= LONGER && replaced >= 2);
    let is_other = |of: &Prepared, others: &[Term]| {
        of.order.last().is_some_and(|term| others.contains(term) && !of.is_marked(*term))
    };
    let ends_otherwise = is_other(lower, &difference.gone) && is_other(upper, &difference.come);
    is_level && is_frame && ends_otherwise
}

fn sum(book: &Book, terms: &[Term]) -> f32 {
    terms.iter().map(|&term| book.weight(term)).sum()
}
