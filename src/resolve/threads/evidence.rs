//! Why a link holds, in words for a reader.

use super::Tie;
use super::difference::{Difference, Step, difference};
use super::prepared::{Book, Prepared};
use super::vocabulary::Term;

/// How many words of a kind are named.
const NAMED: usize = 6;

/// Two statements, for their spelling.
struct Both<'a> {
    book: &'a Book,
    lower: &'a Prepared,
    upper: &'a Prepared,
}

/// One line: what is shared, and what changed.
pub fn tell(book: &Book, lower: &Prepared, upper: &Prepared, tie: Tie) -> String {
    let both = Both { book, lower, upper };
    let difference = difference(book, lower, upper);
    match tie {
        Tie::Exact => "the same words".to_owned(),
        Tie::Near => both.wording(&difference),
        Tie::Raise => format!("{}; {}", both.common(&difference), both.changes(&difference)),
    }
}

impl Both<'_> {
    fn below(&self, term: Term) -> String {
        format!("`{}`", self.book.spelt(self.lower, term))
    }

    fn above(&self, term: Term) -> String {
        format!("`{}`", self.book.spelt(self.upper, term))
    }

    fn wording(&self, difference: &Difference) -> String {
        let mut parts: Vec<String> = Vec::new();
        let kin = |&(one, other): &(Term, Term)| format!("{} → {}", self.below(one), self.above(other));
        parts.extend(difference.kin.iter().map(kin));
        parts.extend(difference.gone.iter().map(|&term| format!("without {}", self.below(term))));
        parts.extend(difference.come.iter().map(|&term| format!("with {}", self.above(term))));
        if parts.is_empty() {
            return "the same words in another form".to_owned();
        }
        format!("nearly the same words: {}", parts.join(", "))
    }

    /// The heaviest shared words, in the order of the upper statement.
    fn common(&self, difference: &Difference) -> String {
        let is_shared =
            |term: &Term| difference.shared.contains(term) || difference.kin.iter().any(|pair| pair.1 == *term);
        let mut terms: Vec<Term> = Vec::new();
        for term in self.upper.order.iter().copied().filter(is_shared) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        let mut heaviest = terms.clone();
        heaviest.sort_by(|a, b| self.book.weight(*b).total_cmp(&self.book.weight(*a)));
        heaviest.truncate(NAMED);
        terms.retain(|term| heaviest.contains(term));
        format!("both speak of {}", terms.into_iter().map(|term| self.above(term)).collect::<Vec<_>>().join(", "))
    }

    fn changes(&self, difference: &Difference) -> String {
        let is_told = |step: &Step| {
            let told = |term: Option<Term>, numbers: &[Term]| term.is_none_or(|term| numbers.contains(&term));
            told(step.from, &difference.gone_numbers) && told(step.to, &difference.come_numbers)
        };
        let rises = difference.steps.iter().filter(|step| step.by > 0 && !is_told(step));
        let mut parts: Vec<String> = rises.map(|step| self.rise(step)).collect();
        parts.extend(self.number(difference));
        if parts.is_empty() {
            let come: Vec<String> = difference.come.iter().take(NAMED).map(|&term| self.above(term)).collect();
            parts.push(if come.is_empty() {
                "a limit is gone".to_owned()
            } else {
                format!("new: {}", come.join(", "))
            });
        }
        parts.join("; ")
    }

    fn rise(&self, step: &Step) -> String {
        let words = match (step.from, step.to) {
            (Some(from), Some(to)) => format!("{} → {}", self.below(from), self.above(to)),
            (Some(from), None) => format!("without {}", self.below(from)),
            (None, Some(to)) => self.above(to),
            (None, None) => return step.scale.rise().to_owned(),
        };
        format!("{} ({words})", step.scale.rise())
    }

    fn number(&self, difference: &Difference) -> Option<String> {
        let list = |terms: &[Term], of: &Prepared| {
            terms.iter().map(|&term| self.book.spelt(of, term)).collect::<Vec<_>>().join(" and ")
        };
        let (old, new) = (list(&difference.gone_numbers, self.lower), list(&difference.come_numbers, self.upper));
        match (old.is_empty(), new.is_empty()) {
            (true, true) => None,
            (true, false) => Some(format!("with a number ({new})")),
            (false, true) => Some(format!("without a number ({old})")),
            (false, false) => Some(format!("another number ({old} → {new})")),
        }
    }
}
