//! Why a link holds, in words for a reader.

use super::Tie;
use super::compare::{Comparison, Difference, difference};
use super::prepared::{Book, Prepared, Term};

/// How many shared words are named.
const NAMED: usize = 6;

/// One line: what is shared, and what changed.
pub fn tell(book: &Book, lower: &Prepared, upper: &Prepared, comparison: &Comparison) -> String {
    let difference = difference(book, lower, upper);
    match comparison.tie {
        Tie::Exact => "the same words".to_owned(),
        Tie::Near => format!("nearly the same words{}", wording(book, &difference)),
        Tie::Raise => format!("{}{}", common(book, upper, &difference), changes(book, &difference)),
    }
}

fn wording(book: &Book, difference: &Difference) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(difference.kin.iter().map(|&(one, other)| arrow(book, Some(one), Some(other))));
    parts.extend(difference.gone.iter().map(|&term| arrow(book, Some(term), None)));
    parts.extend(difference.come.iter().map(|&term| arrow(book, None, Some(term))));
    if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) }
}

/// The heaviest shared words, in the order of the upper statement.
fn common(book: &Book, upper: &Prepared, difference: &Difference) -> String {
    let shared = |term: &Term| difference.shared.contains(term) || difference.kin.iter().any(|pair| pair.1 == *term);
    let mut terms: Vec<Term> = Vec::new();
    for term in upper.order.iter().copied().filter(shared) {
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    let mut heaviest = terms.clone();
    heaviest.sort_by(|a, b| book.weight(*b).total_cmp(&book.weight(*a)));
    heaviest.truncate(NAMED);
    terms.retain(|term| heaviest.contains(term));
    let words: Vec<String> = terms.into_iter().map(|term| format!("`{}`", book.form(term))).collect();
    format!("both speak of {}", words.join(", "))
}

fn changes(book: &Book, difference: &Difference) -> String {
    let mut parts: Vec<String> = Vec::new();
    for step in difference.steps.iter().filter(|step| step.by > 0) {
        parts.push(format!("{} ({})", step.scale.rise(), arrow(book, step.from, step.to)));
    }
    if !difference.gone_numbers.is_empty() || !difference.come_numbers.is_empty() {
        let list = |terms: &[Term]| terms.iter().map(|&term| book.form(term)).collect::<Vec<_>>().join(" and ");
        let (old, new) = (list(&difference.gone_numbers), list(&difference.come_numbers));
        parts.push(match (old.is_empty(), new.is_empty()) {
            (false, true) => format!("without the number {old}"),
            (true, _) => format!("with the number {new}"),
            (false, false) => format!("another number ({old} → {new})"),
        });
    }
    if parts.is_empty() {
        let come: Vec<String> =
            difference.come.iter().take(NAMED).map(|&term| format!("`{}`", book.form(term))).collect();
        parts.push(if come.is_empty() { "less is left open".to_owned() } else { format!("new: {}", come.join(", ")) });
    }
    format!("; {}", parts.join("; "))
}

fn arrow(book: &Book, from: Option<Term>, to: Option<Term>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("`{}` → `{}`", book.form(from), book.form(to)),
        (Some(from), None) => format!("without `{}`", book.form(from)),
        (None, Some(to)) => format!("`{}`", book.form(to)),
        (None, None) => String::new(),
    }
}
