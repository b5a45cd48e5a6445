//! What a rule is: its name, how much it weighs, what it says for itself, and who finds what breaks it.

use super::Seen;
use crate::text::{self, Diagnostic, Severity, Span};

/// A rule with everything that `--explain` tells of it.
#[derive(Debug)]
pub struct Rule {
    /// Stable: what is configured, silenced and explained.
    pub id: text::Rule,
    /// How much a finding weighs where the author sets nothing.
    pub severity: Severity,
    /// What it finds, in one line without a full stop.
    pub finds: &'static str,
    /// Why it matters, in a sentence or three.
    pub why: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// `None` where no document can show it.
    pub example: Option<Example>,
    pub seeker: Seeker,
}

/// The smallest text that breaks a rule, and the same text mended; both are run by the tests.
#[derive(Debug)]
pub struct Example {
    pub file: &'static str,
    pub wrong: &'static str,
    pub right: &'static str,
    /// What `check --format short` prints on the wrong one.
    pub says: &'static str,
}

/// Who finds what breaks a rule.
#[derive(Debug)]
pub enum Seeker {
    /// Whoever meets it: an earlier stage, or the edge.
    Elsewhere,
    /// This stage.
    Advice(fn(&Seen<'_>) -> Vec<Diagnostic>),
    /// This stage, where advice on style is wanted.
    Style(fn(&Seen<'_>) -> Vec<Diagnostic>),
}

impl Rule {
    /// Something that breaks the rule.
    pub fn finding(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        match self.severity {
            Severity::Note => Diagnostic::note(self.id, span, message),
            Severity::Warning => Diagnostic::warning(self.id, span, message),
            Severity::Error => Diagnostic::error(self.id, span, message),
        }
    }

    /// Whether it is about taste, and off until it is asked for.
    pub fn is_style(&self) -> bool {
        match self.seeker {
            Seeker::Style(_) => true,
            Seeker::Elsewhere | Seeker::Advice(_) => false,
        }
    }
}
