//! Findings as they are printed: one file per format.
//!
//! Takes diagnostics and the sources they point into, gives text (or, for JSON and SARIF, values to be serialised) in the order
//! of path, line, column and rule. Where it goes, and whether colours are wanted there, is not known here.

mod fold;
mod github;
mod human;
mod json;
mod sarif;
mod short;

pub use json::{Finding, Findings, Place};
pub use sarif::{Log, RuleText, Tool};

use super::{Diagnostic, Location, Severity, Sources};

/// Findings in order, each with its place.
pub struct Report<'a> {
    sources: &'a Sources,
    folder: &'a str,
    diagnostics: Vec<&'a Diagnostic>,
}

impl<'a> Report<'a> {
    /// `folder` is the project as seen from where the report is read, so that its paths can be opened there.
    pub fn new(sources: &'a Sources, folder: &'a str, diagnostics: &'a [Diagnostic]) -> Self {
        let mut diagnostics: Vec<&Diagnostic> = diagnostics.iter().collect();
        diagnostics.sort_by_cached_key(|finding| {
            let place = finding.span.map(|span| sources.locate(span));
            let place = place.map(|place| (place.path, place.line, place.column));
            (place, finding.rule, finding.message.clone())
        });
        diagnostics.dedup();
        let folder = folder.trim_end_matches('/');
        Self { sources, folder: if folder == "." { "" } else { folder }, diagnostics }
    }

    /// For people: the line in question, what is meant underlined, and what to write instead. Coloured.
    pub fn human(&self) -> String {
        human::human(self)
    }

    /// Whether some findings are told together in what people are shown.
    pub fn is_folded(&self) -> bool {
        let file = |finding: &Diagnostic| finding.span.map(|span| span.file);
        let mut files = self.diagnostics.chunk_by(|one, other| file(one) == file(other));
        files.any(|of_file| !fold::folded(of_file).1.is_empty())
    }

    /// One line to a finding.
    pub fn short(&self) -> String {
        short::short(self)
    }

    /// Annotations of a GitHub workflow.
    pub fn github(&self) -> String {
        github::github(self)
    }

    /// For machines.
    pub fn json(&self) -> Findings<'a> {
        json::json(self)
    }

    /// As SARIF 2.1.0, with what the rules say for themselves.
    pub fn sarif(&self, tool: Tool<'a>) -> Log<'a> {
        sarif::sarif(self, tool)
    }

    /// How many there are of each severity, in words; nothing where there are none.
    pub fn count(&self) -> Option<String> {
        let words = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
        let counts: Vec<String> = words
            .into_iter()
            .map(|(severity, word)| (self.number(severity), word))
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| format!("{number} {word}{}", if number == 1 { "" } else { "s" }))
            .collect();
        (!counts.is_empty()).then(|| counts.join(", "))
    }

    fn number(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|finding| finding.severity == severity).count()
    }

    /// A path as it can be opened from where the report is read.
    fn path(&self, place: Location<'_>) -> String {
        if self.folder.is_empty() { place.path.to_owned() } else { format!("{}/{}", self.folder, place.path) }
    }
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// Words of an author on one line of a terminal: no control characters.
fn clean(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests;
