//! Ladder → advice, one rule per file: what it finds, why that matters, an example, and what to write instead.
//!
//! Knows taste. What is unresolved or broken is found, with the same names for rules, by the stages that meet it; every
//! rule of theirs has its file here too, so that `--explain`, `[check.rules]` and the comments in documents that allow
//! something know them all.

mod allow;
mod explain;
mod language;
mod phrase;
mod reference;
mod rule;
mod rules;
mod seen;
mod texts;
mod weight;
mod wording;

pub use allow::allowed;
pub use explain::{explained, listed};
pub use reference::{reference, rule_texts};
pub use rule::{Example, Rule, Seeker};
pub use rules::ALL as RULES;
pub use seen::Seen;
use seen::part;
pub use weight::{Weight, weighed};

use crate::resolve::Ladder;
use crate::text::{Diagnostic, Sources, parallel};

/// Whether advice on style is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taste {
    Plain,
    Style,
}

/// Everything that the rules of this stage find.
pub fn advice(ladder: &Ladder, sources: &Sources, taste: Taste) -> Vec<Diagnostic> {
    let seen = Seen::new(ladder, sources);
    let found = |rule: &'static Rule| match rule.seeker {
        Seeker::Elsewhere => Vec::new(),
        Seeker::Style(_) if taste == Taste::Plain => Vec::new(),
        Seeker::Advice(find) | Seeker::Style(find) => find(&seen),
    };
    parallel::map(RULES, found).into_iter().flatten().collect()
}

/// The rule of a name.
fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
