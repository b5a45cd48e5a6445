//! What two statements share, and what changed from the lower to the upper one.

use super::prepared::{Book, Mark, Prepared};
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

/// Compares word by word.
pub fn difference(book: &Book, lower: &Prepared, upper: &Prepared) -> Difference {
    let (shared, mut gone, mut come) = split(&lower.terms, &upper.terms);
    let kin = kin(book, &mut gone, &mut come);
    let (_, gone_numbers, come_numbers) = split(&lower.numbers, &upper.numbers);
    let steps = steps(&lower.marks, &upper.marks);
    Difference { shared, kin, gone, come, gone_numbers, come_numbers, steps }
}

impl Difference {
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

/// Of two ascending lists: in both, only in the first, only in the second.
fn split(first: &[Term], second: &[Term]) -> (Vec<Term>, Vec<Term>, Vec<Term>) {
    if first.is_empty() && second.is_empty() {
        return (Vec::new(), Vec::new(), Vec::new());
    }
    let both = first.iter().copied().filter(|term| second.binary_search(term).is_ok()).collect();
    let left = first.iter().copied().filter(|term| second.binary_search(term).is_err()).collect();
    let right = second.iter().copied().filter(|term| first.binary_search(term).is_err()).collect();
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
        let letters = book.letters(one);
        let found = come.iter().position(|&other| are_kin(letters, book.letters(other)));
        if let Some(at) = found {
            kin.push((one, come.remove(at)));
        }
        found.is_none()
    });
    kin
}

/// One slip of the pen (a letter more, less, other, or two swapped) in a word of some length, or a long common beginning.
fn are_kin(one: &[char], other: &[char]) -> bool {
    // Most words part at the first letter; two letters may be swapped there.
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return false };
    if first != second && one.get(1) != Some(second) {
        return false;
    }
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let end = one[start..].iter().rev().zip(other[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (one.len() - start - end, other.len() - start - end);
    let swapped = left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
    let slipped = left <= 1 && right <= 1 && start > 0 && one.len() + other.len() >= 10;
    swapped || slipped || (start >= 6 && one.len().min(other.len()) - start <= 2)
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
    // What is no longer said is not taken back, and what is said besides takes nothing back.
    let is_besides = from.is_none() && shared.is_some();
    let lowest = if to.is_none() || is_besides { 0 } else { i16::MIN };
    let by = (rank(to) - rank(from)).max(lowest);
    Some(Step { scale, from: from.map(|mark| mark.term), to: to.map(|mark| mark.term), by })
}

#[cfg(test)]
mod tests {
    use super::are_kin;

    fn kin(one: &str, other: &str) -> bool {
        are_kin(&one.chars().collect::<Vec<char>>(), &other.chars().collect::<Vec<char>>())
    }

    #[test]
    fn slips_of_the_pen() {
        for (one, other) in [("hte", "the"), ("recieve", "receive"), ("follw", "follow"), ("implements", "implemants")]
        {
            assert!(kin(one, other), "{one} {other}");
        }
    }

    #[test]
    fn families() {
        assert!(kin("strategy", "strategic"));
    }

    #[test]
    fn other_words() {
        for (one, other) in [("tool", "pool"), ("one", "ones"), ("plan", "plant"), ("alignment", "aligned")] {
            assert!(!kin(one, other), "{one} {other}");
        }
    }
}
