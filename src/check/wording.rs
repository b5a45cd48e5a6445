//! A criterion as rules compare it: read once, for all of them.

use std::borrow::Cow;

use super::phrase::key;
use crate::resolve::Criterion;

/// What a criterion says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wording<'a> {
    /// As plain text of one line.
    pub text: Cow<'a, str>,
    /// Its words, folded, with a space between.
    pub key: String,
    /// The words of the parent bullet, likewise.
    pub lead: Option<String>,
}

impl<'a> Wording<'a> {
    /// Reads a criterion.
    pub fn of(criterion: &'a Criterion) -> Self {
        let text = criterion.text.line();
        Self { key: key(&text), text, lead: criterion.lead.as_ref().map(|lead| key(&lead.line())) }
    }

    /// What two criteria must have in common to say the same.
    pub fn essence(&self) -> (Option<&str>, &str) {
        (self.lead.as_deref(), &self.key)
    }
}
