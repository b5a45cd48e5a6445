//! How much two statements look like one thread: a weighted sum of what can be seen in their words.
//!
//! The weights come from a logistic regression over pairs of statements of real ladders, read and labelled by hand
//! (`tests/threads.rs` holds those that may be named), rounded, and a search around them for the most clear raises found at
//! a precision of 0.96. What a pair must reach stands in `matching`.

use super::book::Book;
use super::difference::Difference;
use super::place::Cell;
use super::prepared::{Prepared, bit};
use super::signature::rarest;
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

/// What speaks for one thread, and against it, as far as the words alone tell, whatever their order. Weights of words are
/// those of [`Book`].
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Likeness {
    /// The share of weight that both have (Dice): what rivals are compared by.
    pub overlap: f32,
    /// How many words both have.
    count: f32,
    /// No run of neighbouring words that both have weighs more.
    most_run: f32,
    /// The weight that both have, beyond their first word.
    mass: f32,
    /// Whether the first words are the same.
    head: f32,
    /// 1 for the same dimension, -1 for two different ones.
    dimension: f32,
    /// 1 for the same label.
    label: f32,
    /// How far the upper one goes beyond the lower one, over all scales, and how far it stays behind.
    rise: f32,
    fall: f32,
    /// The rarest word that only the upper one has weighs at least this much.
    newest: f32,
    /// Whether each says what part one plays, in words of its own: *assists*, *coordinates*.
    parts: f32,
}

/// What both have to be read for.
struct Reading {
    /// The weight of the rarest word that only the upper one has.
    newest: f32,
    /// The weight of neighbouring words that are neighbours in both.
    run: f32,
    /// The share of weight that the words which follow the first ones have in common.
    object: f32,
    /// 1 where the two begin with other deeds, and other things done to: none of their first words is in both.
    foreign: f32,
    /// The weight of the rarest word that each has for itself at its level, in one dimension.
    alone: f32,
}

impl Likeness {
    /// Whether hardly more than the first word is shared: two things that are done alike.
    pub fn is_bare(&self) -> bool {
        self.mass <= 0.0 && self.overlap < ENOUGH
    }

    /// More than [`Difference::points`] of the same pair can be: what may still be added is taken at its best.
    pub fn most_points(&self) -> f32 {
        let alone = if self.dimension > 0.0 { 1.0 } else { 0.0 };
        self.points(&Reading { newest: self.newest, run: self.most_run, object: 1.0, foreign: 0.0, alone }) + ROUNDING
    }

    fn points(&self, reading: &Reading) -> f32 {
        let same = 0.5 * self.overlap + 0.32 * self.count.min(MOST_WORDS) + 1.15 * reading.run.min(MOST_RUN);
        let place = 0.31 * self.head + 2.04 * reading.object + 0.6 * self.dimension + self.label + 0.4 * self.parts;
        let slope = 0.04 * self.rise.min(MOST_SLOPE) - 0.14 * self.fall.min(MOST_SLOPE);
        same + place + slope + 1.11 * reading.alone - 0.77 * reading.newest - FOREIGN * reading.foreign
    }
}

/// More than sums of some tens of small numbers can be off.
const ROUNDING: f32 = 0.01;

/// The part of the weight of both statements by which near repeats may differ.
const SLACK: f32 = 0.08;

/// Where nothing but the first word is shared, it must be this share of the weight.
const ENOUGH: f32 = 0.5;

/// How many words after the first one are the object.
const OBJECT: usize = 4;

/// How many words are the beginning.
const BEGINNING: usize = 2;

/// What it costs to begin otherwise.
const FOREIGN: f32 = 0.95;

/// Heavier evidence than this counts no more.
const MOST_WORDS: f32 = 8.0;
const MOST_RUN: f32 = 3.0;
const MOST_SLOPE: f32 = 2.0;

/// What is known of a pair before it is read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Common {
    /// The weight of the words that both have, summed up in ascending order.
    pub weight: f32,
    /// How many words both have.
    pub count: usize,
}

impl Difference {
    /// Compares two statements, in place of what was compared before.
    pub fn verdict(&mut self, book: &Book, pair: (&Prepared, &Prepared), common: Option<Common>) -> Verdict {
        let (lower, upper) = pair;
        if lower.key == upper.key && lower.lead == upper.lead {
            return Verdict::Same;
        }
        let at_a_glance = common.and_then(|common| self.glance(book, pair, common));
        at_a_glance.unwrap_or_else(|| {
            self.compare(book, lower, upper);
            verdict(book, pair, self)
        })
    }

    /// The verdict of a pair that differs in more than a little, has no kin, and does not go down; others must be read.
    fn glance(&mut self, book: &Book, (lower, upper): (&Prepared, &Prepared), common: Common) -> Option<Verdict> {
        let weights = Weights { shared: common.weight, both: lower.weight + upper.weight, other: 0.0 };
        let may_be_near = lower.stance == upper.stance && weights.overlap() >= 1.0 - 2.0 * SLACK;
        if may_be_near || common.count >= upper.terms.len() || !lower.has_no_kin_in(upper) {
            return None;
        }
        self.climb(lower, upper);
        let (rise, fall) = self.slope();
        if fall > rise && lower.numbers == upper.numbers || common.weight <= 0.0 {
            return None;
        }
        Some(Verdict::Alike(likeness(book, (lower, upper), (rise, fall), (&weights, common.count))))
    }

    /// The verdict of a pair that stands in the same place of a matrix: one thread, unless it goes down.
    pub fn verdict_in_place(&mut self, book: &Book, pair: (&Prepared, &Prepared), cell: Cell) -> Verdict {
        let (lower, upper) = pair;
        let verdict = self.verdict(book, pair, None);
        if verdict != Verdict::Apart {
            return verdict;
        }
        self.compare(book, lower, upper);
        let (rise, fall) = self.slope();
        if rise <= fall && self.come_numbers.is_empty() && self.come.iter().all(|term| upper.is_marked(*term)) {
            return Verdict::Apart;
        }
        let weights = Weights::of(book, lower, upper, self);
        if weights.shared <= 0.0 && (cell < Cell::Matrix || rise <= fall) {
            return Verdict::Apart;
        }
        let count = self.shared.len() + self.kin.len();
        Verdict::Alike(likeness(book, pair, self.slope(), (&weights, count)))
    }

    /// Everything but the rivals, of a pair whose verdict is this likeness. None where the same is said of something
    /// else, and where another deed is done to another thing in another dimension, however alike the circumstances: such
    /// a pair is a rival of others, but no thread.
    pub fn points(&mut self, book: &Book, (lower, upper): (&Prepared, &Prepared), likeness: Likeness) -> Option<f32> {
        let is_foreign = is_foreign(lower, upper);
        if is_foreign && likeness.dimension < 0.0 {
            return None;
        }
        self.compare(book, lower, upper);
        if has_other_object((lower, upper), self) {
            return None;
        }
        let newest = self.come.iter().map(|&term| book.weight(term)).fold(0.0, f32::max);
        Some(likeness.points(&Reading {
            newest,
            run: run(book, lower, upper),
            object: object(book, lower, upper),
            foreign: f32::from(is_foreign),
            alone: if likeness.dimension > 0.0 { rarest(book, (lower, upper), &self.shared) } else { 0.0 },
        }))
    }

    /// Whether two statements that are not the same are nearly the same.
    pub fn nearly(&mut self, book: &Book, lower: &Prepared, upper: &Prepared) -> bool {
        self.compare(book, lower, upper);
        let weights = Weights::of(book, lower, upper, self);
        is_near(book, (lower, upper), (self, &weights))
    }
}

/// What two statements are to each other that are not the same.
fn verdict(book: &Book, (lower, upper): (&Prepared, &Prepared), difference: &Difference) -> Verdict {
    let weights = Weights::of(book, lower, upper, difference);
    if is_near(book, (lower, upper), (difference, &weights)) {
        return Verdict::Nearly(weights.overlap());
    }
    if weights.shared <= 0.0 || is_lowering(lower, upper, difference) {
        return Verdict::Apart;
    }
    let count = difference.shared.len() + difference.kin.len();
    Verdict::Alike(likeness(book, (lower, upper), difference.slope(), (&weights, count)))
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

fn likeness(
    book: &Book,
    (lower, upper): (&Prepared, &Prepared),
    (rise, fall): (f32, f32),
    (weights, count): (&Weights, usize),
) -> Likeness {
    let same_head = lower.head == upper.head && lower.head.is_some();
    let first = lower.head.filter(|_| same_head).map_or(0.0, |term| book.weight(term));
    let dimension = match (lower.dimension, upper.dimension) {
        (Some(one), Some(other)) if one == other => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    };
    Likeness {
        overlap: weights.overlap(),
        count: count as f32,
        most_run: if is_varied(lower) || is_varied(upper) { weights.shared } else { MOST_RUN },
        mass: weights.shared - first,
        head: f32::from(same_head),
        dimension,
        label: f32::from(lower.label.is_some() && lower.label == upper.label),
        rise,
        fall,
        newest: newest_at_least(book, lower, upper),
        parts: f32::from(!same_head && lower.plays_part() && upper.plays_part()),
    }
}

/// The weight of a word that is certainly new, the first one found from the heaviest on: one that is kin to a word below
/// is none.
fn newest_at_least(book: &Book, lower: &Prepared, upper: &Prepared) -> f32 {
    let is_new = |term: &&Term| {
        lower.bits & bit(**term) == 0
            && !upper.kindred.iter().any(|(kindred, _)| kindred == *term)
            && !book.is_one(**term)
    };
    upper.heaviest.iter().find(is_new).map_or(0.0, |term| book.weight(*term))
}

/// Whether no word occurs twice, so that each belongs to two pairs of neighbours at most.
fn is_varied(statement: &Prepared) -> bool {
    statement.order.len() == statement.terms.len()
}

/// The weight of neighbouring words that are neighbours in both.
fn run(book: &Book, lower: &Prepared, upper: &Prepared) -> f32 {
    let (mut one, mut other) = (&*lower.pairs, &*upper.pairs);
    let mut run = 0.0;
    while let (Some(first), Some(second)) = (one.first(), other.first()) {
        if first == second {
            let (before, behind) = first.terms();
            run += f32::midpoint(book.weight(before), book.weight(behind));
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

/// Other wording or a typo: no lead, number, scope or obligation differs, and what differs weighs little.
fn is_near(book: &Book, (lower, upper): (&Prepared, &Prepared), change: (&Difference, &Weights)) -> bool {
    let (difference, weights) = change;
    let plain = |terms: &[Term]| terms.iter().all(|term| !book.is_on_scale(*term));
    lower.stance == upper.stance
        && !upper.terms.is_empty()
        && weights.other <= SLACK * weights.both
        && plain(&difference.gone)
        && plain(&difference.come)
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
    fall > rise && 2 * news <= difference.steps.len()
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
    let is_frame = may_have_other_object(lower, upper) && (lower.order.len() == upper.order.len() || replaced >= 2);
    let is_other = |of: &Prepared, others: &[Term]| {
        of.order.last().is_some_and(|term| others.contains(term) && !of.is_marked(*term))
    };
    let ends_otherwise = is_other(lower, &difference.gone) && is_other(upper, &difference.come);
    is_level && is_frame && ends_otherwise
}

/// Whether they begin alike and are about as long.
fn may_have_other_object(lower: &Prepared, upper: &Prepared) -> bool {
    lower.head == upper.head && lower.order.len().abs_diff(upper.order.len()) <= LONGER
}

fn sum(book: &Book, terms: &[Term]) -> f32 {
    terms.iter().map(|&term| book.weight(term)).sum()
}
