//! What one statement is to another: the decision.

use super::Tie;
use super::prepared::{Book, Mark, Prepared, Term};
use super::scale::Scale;

/// How two statements compare.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Comparison {
    pub tie: Tie,
    /// How alike they are; higher is surer.
    pub score: f32,
}

/// From this score on, a statement may raise one that another raises already.
pub const SECOND: f32 = 0.75;

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

/// The tie from `upper` to `lower`, if there is one.
pub fn compare(book: &Book, lower: &Prepared, upper: &Prepared) -> Option<Comparison> {
    let same_lead = lower.lead == upper.lead;
    if lower.key == upper.key && same_lead {
        return Some(Comparison { tie: Tie::Exact, score: 2.0 });
    }
    let difference = difference(book, lower, upper);
    let likeness = likeness(book, lower, upper, &difference);
    if same_lead && is_near(book, lower, upper, &difference) {
        return Some(Comparison { tie: Tie::Near, score: likeness });
    }
    let score = likeness + context(lower, upper);
    let content = difference.shared.len() + difference.kin.len();
    let holds = content >= 2 && score >= bar(&difference)?;
    holds.then_some(Comparison { tie: Tie::Raise, score })
}

/// How like two statements must be for the upper one to raise the lower one, given what changed.
fn bar(difference: &Difference) -> Option<f32> {
    let direction: f32 = difference.steps.iter().map(|step| f32::from(step.by.clamp(-2, 2)) / 2.0).sum();
    let other_number = !difference.gone_numbers.is_empty() || !difference.come_numbers.is_empty();
    if direction > 0.0 {
        Some(0.62)
    } else if other_number {
        Some(0.66)
    } else if direction < 0.0 {
        None
    } else {
        Some(0.75)
    }
}

fn context(lower: &Prepared, upper: &Prepared) -> f32 {
    let dimension = match (lower.dimension, upper.dimension) {
        (Some(one), Some(other)) if one == other => 0.05,
        (Some(_), Some(_)) => -0.1,
        _ => 0.0,
    };
    let label = if lower.label.is_some() && lower.label == upper.label { 0.1 } else { 0.0 };
    dimension + label
}

/// Between 0 and 1: the shared weight beside both, and beside the lighter of the two.
fn likeness(book: &Book, lower: &Prepared, upper: &Prepared, difference: &Difference) -> f32 {
    let shared: f32 = difference.shared.iter().map(|&term| book.weight(term)).sum::<f32>()
        + difference.kin.iter().map(|&(one, other)| (book.weight(one) + book.weight(other)) * 0.4).sum::<f32>();
    let lighter = lower.weight.min(upper.weight);
    if lighter <= 0.0 {
        return 0.0;
    }
    (shared / (lower.weight + upper.weight) * 2.0 + shared / lighter) / 2.0
}

/// Other wording or a typo: no number, scope or obligation differs, and what differs weighs little.
fn is_near(book: &Book, lower: &Prepared, upper: &Prepared, difference: &Difference) -> bool {
    let same_scope = difference.steps.iter().all(|step| step.by == 0);
    let same_numbers = lower.numbers == upper.numbers && lower.duties == upper.duties;
    let weight = |terms: &[Term]| terms.iter().map(|&term| book.weight(term)).sum::<f32>();
    let other = weight(&difference.gone) + weight(&difference.come);
    same_scope && same_numbers && !upper.terms.is_empty() && other <= 0.08 * (lower.weight + upper.weight)
}

/// What is shared and what is not.
pub fn difference(book: &Book, lower: &Prepared, upper: &Prepared) -> Difference {
    let (shared, mut gone, mut come) = split(&lower.terms, &upper.terms);
    let kin = kin(book, &mut gone, &mut come);
    let (_, gone_numbers, come_numbers) = split(&lower.numbers, &upper.numbers);
    let steps = steps(&lower.marks, &upper.marks);
    Difference { shared, kin, gone, come, gone_numbers, come_numbers, steps }
}

/// Of two ascending lists: in both, only in the first, only in the second.
fn split(first: &[Term], second: &[Term]) -> (Vec<Term>, Vec<Term>, Vec<Term>) {
    let (mut both, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < first.len() && j < second.len() {
        match first[i].cmp(&second[j]) {
            std::cmp::Ordering::Equal => {
                both.push(first[i]);
                i += 1;
                j += 1;
            }
            std::cmp::Ordering::Less => {
                left.push(first[i]);
                i += 1;
            }
            std::cmp::Ordering::Greater => {
                right.push(second[j]);
                j += 1;
            }
        }
    }
    left.extend_from_slice(&first[i..]);
    right.extend_from_slice(&second[j..]);
    (both, left, right)
}

/// How many leftover words on either side are tried for kinship.
const TRIED: usize = 24;

/// Takes words out of both lists that differ only in a letter or an ending.
fn kin(book: &Book, gone: &mut Vec<Term>, come: &mut Vec<Term>) -> Vec<(Term, Term)> {
    let mut kin = Vec::new();
    if gone.len() > TRIED || come.len() > TRIED {
        return kin;
    }
    gone.retain(|&one| {
        let found = come.iter().position(|&other| are_kin(book.form(one), book.form(other)));
        if let Some(at) = found {
            kin.push((one, come.remove(at)));
        }
        found.is_none()
    });
    kin
}

/// One slip of the pen in a word of five letters or more, or a long common beginning.
fn are_kin(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let end = one[start..].iter().rev().zip(other[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (one.len() - start - end, other.len() - start - end);
    let slip = left <= 1 && right <= 1 || left == 2 && right == 2 && one[start] == other[start + 1];
    let shortest = one.len().min(other.len());
    (shortest >= 3 && slip && one.len() + other.len() >= 9 && start > 0)
        || (start >= 6 && shortest - start <= 2)
        || (left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start])
}

/// The moves on every scale on which the two differ.
fn steps(lower: &[Mark], upper: &[Mark]) -> Vec<Step> {
    let mut scales: Vec<Scale> = lower.iter().chain(upper).map(|mark| mark.scale).collect();
    scales.sort_unstable();
    scales.dedup();
    scales.into_iter().filter_map(|scale| step(scale, lower, upper)).collect()
}

fn step(scale: Scale, lower: &[Mark], upper: &[Mark]) -> Option<Step> {
    let only = |marks: &[Mark], others: &[Mark]| {
        let mine = marks.iter().filter(|mark| mark.scale == scale && !others.contains(mark));
        mine.max_by_key(|mark| mark.rank).copied()
    };
    let (from, to) = (only(lower, upper), only(upper, lower));
    if from.is_none() && to.is_none() {
        return None;
    }
    let shared = lower.iter().filter(|mark| mark.scale == scale && upper.contains(mark)).map(|mark| mark.rank).max();
    let unsaid = shared.unwrap_or(scale.unsaid());
    let rank = |mark: Option<Mark>| i16::from(mark.map_or(unsaid, |mark| mark.rank));
    Some(Step { scale, from: from.map(|mark| mark.term), to: to.map(|mark| mark.term), by: rank(to) - rank(from) })
}
