//! Ladder → advice, one rule per file: what it finds, why that matters, and what to write instead.
//!
//! Knows taste. What is unresolved or broken is found, with the same names for rules, by the stages that meet it; every
//! rule of theirs has its reason here too (`explain`), so that `--explain` and `[check.rules]` know them all.

mod duplicate_title;
mod empty_level;
mod explain;
mod unstated_accumulation;
mod weight;

pub use explain::explained;
pub use weight::{Weight, weighed};

use crate::resolve::Ladder;
use crate::text::{Diagnostic, Rule};

/// A rule that gives advice.
struct Advice {
    rule: Rule,
    /// Why it matters, in a sentence or two.
    why: &'static str,
    find: fn(&Ladder) -> Vec<Diagnostic>,
}

/// Every rule of this stage.
const ADVICE: [Advice; 3] = [duplicate_title::ADVICE, empty_level::ADVICE, unstated_accumulation::ADVICE];

/// Everything that the rules find.
pub fn advice(ladder: &Ladder) -> Vec<Diagnostic> {
    ADVICE.iter().flat_map(|advice| (advice.find)(ladder)).collect()
}
