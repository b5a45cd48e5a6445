//! Why a link holds, in words for a reader.

use super::Tie;
use super::book::Book;
use super::difference::{Difference, Step};
use super::prepared::Prepared;
use super::vocabulary::Term;

/// How many words of a kind are named.
const NAMED: usize = 6;

/// Two statements, for their spelling.
struct Both<'a> {
    book: &'a Book,
    lower: &'a Prepared,
    upper: &'a Prepared,
}

/// One line: what is shared, and what changed. `difference` is that of the two.
pub fn tell(book: &Book, (lower, upper): (&Prepared, &Prepared), difference: &Difference, tie: Tie) -> String {
    let both = Both { book, lower, upper };
    match tie {
        Tie::Exact => "the same words".to_owned(),
        Tie::Near => both.wording(difference),
        Tie::Raise => both.rise(difference),
    }
}

impl<'a> Both<'a> {
    fn below(&self, term: Term) -> &'a str {
        self.book.spelt(self.lower, term)
    }

    fn above(&self, term: Term) -> &'a str {
        self.book.spelt(self.upper, term)
    }

    fn wording(&self, difference: &Difference) -> String {
        let mut line = String::from("nearly the same words: ");
        let start = line.len();
        for &(one, other) in &difference.kin {
            push(&mut line, start, &["`", self.below(one), "` → `", self.above(other), "`"]);
        }
        difference.gone.iter().for_each(|&term| push(&mut line, start, &["without `", self.below(term), "`"]));
        difference.come.iter().for_each(|&term| push(&mut line, start, &["with `", self.above(term), "`"]));
        if line.len() == start { "the same words in another form".to_owned() } else { line }
    }

    fn rise(&self, difference: &Difference) -> String {
        let mut line = String::from("both speak of ");
        let start = line.len();
        self.common(difference).into_iter().for_each(|term| push(&mut line, start, &["`", self.above(term), "`"]));
        line.push_str("; ");
        self.push_changes(&mut line, difference);
        line
    }

    /// The heaviest shared words, in the order of the upper statement.
    fn common(&self, difference: &Difference) -> Vec<Term> {
        let is_shared = |term: Term| {
            difference.shared.binary_search(&term).is_ok() || difference.kin.iter().any(|pair| pair.1 == term)
        };
        let mut terms: Vec<Term> = Vec::new();
        for &term in &self.upper.order {
            if is_shared(term) && !terms.contains(&term) {
                terms.push(term);
            }
        }
        if terms.len() > NAMED {
            let mut heaviest = terms.clone();
            heaviest.sort_by(|a, b| self.book.weight(*b).total_cmp(&self.book.weight(*a)));
            heaviest.truncate(NAMED);
            terms.retain(|term| heaviest.contains(term));
        }
        terms
    }

    fn push_changes(&self, line: &mut String, difference: &Difference) {
        let start = line.len();
        let is_told = |step: &Step| {
            let told = |term: Option<Term>, numbers: &[Term]| term.is_none_or(|term| numbers.contains(&term));
            told(step.from, &difference.gone_numbers) && told(step.to, &difference.come_numbers)
        };
        for step in difference.steps.iter().filter(|step| step.by > 0 && !is_told(step)) {
            let name = step.scale.rise();
            match (step.from, step.to) {
                (Some(from), Some(to)) => {
                    push_after(line, start, &[name, " (`", self.below(from), "` → `", self.above(to), "`)"]);
                }
                (Some(from), None) => push_after(line, start, &[name, " (without `", self.below(from), "`)"]),
                (None, Some(to)) => push_after(line, start, &[name, " (`", self.above(to), "`)"]),
                (None, None) => push_after(line, start, &[name, " (", name, ")"]),
            }
        }
        self.push_number(line, start, difference);
        if line.len() == start {
            self.push_news(line, difference);
        }
    }

    fn push_news(&self, line: &mut String, difference: &Difference) {
        if difference.come.is_empty() {
            line.push_str("a limit is gone");
            return;
        }
        line.push_str("new: ");
        let start = line.len();
        difference.come.iter().take(NAMED).for_each(|&term| push(line, start, &["`", self.above(term), "`"]));
    }

    fn push_number(&self, line: &mut String, start: usize, difference: &Difference) {
        let list = |terms: &[Term], of: &Prepared| {
            terms.iter().map(|&term| self.book.spelt(of, term)).collect::<Vec<_>>().join(" and ")
        };
        let (old, new) = (list(&difference.gone_numbers, self.lower), list(&difference.come_numbers, self.upper));
        match (old.is_empty(), new.is_empty()) {
            (true, true) => {}
            (true, false) => push_after(line, start, &["with a number (", &new, ")"]),
            (false, true) => push_after(line, start, &["without a number (", &old, ")"]),
            (false, false) => push_after(line, start, &["another number (", &old, " → ", &new, ")"]),
        }
    }
}

/// Writes one more thing of a list that begins at `start`.
fn push(line: &mut String, start: usize, parts: &[&str]) {
    if line.len() > start {
        line.push_str(", ");
    }
    parts.iter().for_each(|part| line.push_str(part));
}

/// Writes one more sentence of a line that begins at `start`.
fn push_after(line: &mut String, start: usize, parts: &[&str]) {
    if line.len() > start {
        line.push_str("; ");
    }
    parts.iter().for_each(|part| line.push_str(part));
}
