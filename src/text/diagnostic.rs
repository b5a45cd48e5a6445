//! What a stage has to tell the author: a rule, a severity, a place, and what to write instead.

use super::Span;

/// A stable name such as `unresolved-base`; what is configured, silenced and explained.
pub type Rule = &'static str;

/// How much a finding weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; changes no exit code.
    Note,
    /// Doubtful, unresolved or broken in the prose; fails only a strict run.
    Warning,
    /// The content or the configuration is wrong.
    Error,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    pub rule: Rule,
    pub severity: Severity,
    /// Lower case, the word in question in backticks, no full stop.
    pub message: String,
    /// Where; `None` where the finding is about no single place (an empty project).
    pub span: Option<Span>,
    /// What to write instead.
    pub help: Option<String>,
    /// Other places that belong to it ("first stated here").
    pub notes: Vec<Note>,
}

/// A further place that explains a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    pub span: Span,
    pub message: String,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Error, Some(span), message.into())
    }

    /// A warning at a place.
    pub fn warning(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, Some(span), message.into())
    }

    /// A note at a place.
    pub fn note(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Note, Some(span), message.into())
    }

    /// A finding about no single place.
    pub fn without_place(rule: Rule, severity: Severity, message: impl Into<String>) -> Self {
        Self::new(rule, severity, None, message.into())
    }

    /// The same with a line that says what to write instead.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with a further place.
    pub fn also(mut self, span: Span, message: impl Into<String>) -> Self {
        self.notes.push(Note { span, message: message.into() });
        self
    }

    fn new(rule: Rule, severity: Severity, span: Option<Span>, message: String) -> Self {
        Self { rule, severity, message, span, help: None, notes: Vec::new() }
    }
}
