//! How much a rule weighs for this project: `[check.rules]` in `site.toml`.

use super::explain::instead;
use super::rule;
use crate::text::{Diagnostic, Severity, Span};

/// What the author sets for a rule; `None` silences it.
#[derive(Clone, Copy, Debug)]
pub struct Weight<'a> {
    pub rule: &'a str,
    /// Where the rule is named.
    pub span: Span,
    pub severity: Option<Severity>,
}

/// The diagnostics with the severities that the author wants; a weight of a rule that does not exist is an error.
pub fn weighed(mut diagnostics: Vec<Diagnostic>, weights: &[Weight<'_>]) -> Vec<Diagnostic> {
    let weight = |finding: &Diagnostic| weights.iter().find(|weight| weight.rule == finding.rule);
    diagnostics.retain(|finding| weight(finding).is_none_or(|weight| weight.severity.is_some()));
    for finding in &mut diagnostics {
        if let Some(severity) = weight(finding).and_then(|weight| weight.severity) {
            finding.severity = severity;
        }
    }
    diagnostics.extend(weights.iter().filter(|weight| rule(weight.rule).is_none()).map(unknown));
    diagnostics
}

fn unknown(weight: &Weight<'_>) -> Diagnostic {
    let message = format!("there is no rule `{}`", weight.rule);
    Diagnostic::error("unknown-value", weight.span, message).help(instead(weight.rule))
}
