//! Findings as values, for machines.

use serde::Serialize;

use super::Report;
use crate::text::{Severity, Span};

/// All findings, counted.
#[derive(Serialize)]
pub struct Findings<'a> {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    pub diagnostics: Vec<Finding<'a>>,
}

/// One finding.
#[derive(Serialize)]
pub struct Finding<'a> {
    pub rule: &'a str,
    pub severity: Severity,
    pub message: &'a str,
    #[serde(flatten)]
    pub place: Option<Place>,
    pub help: Option<&'a str>,
    pub notes: Vec<Note<'a>>,
}

/// A further place that explains a finding.
#[derive(Serialize)]
pub struct Note<'a> {
    pub message: &'a str,
    #[serde(flatten)]
    pub place: Place,
}

/// Where something starts and ends; lines and columns (in characters) count from 1, the end is the place behind it.
#[derive(Serialize)]
pub struct Place {
    pub file: String,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// The report as values.
pub fn json<'a>(report: &Report<'a>) -> Findings<'a> {
    let finding = |finding: &&'a crate::text::Diagnostic| Finding {
        rule: finding.rule,
        severity: finding.severity,
        message: &finding.message,
        place: finding.span.map(|span| place(report, span)),
        help: finding.help.as_deref(),
        notes: finding
            .notes
            .iter()
            .map(|note| Note { message: &note.message, place: place(report, note.span) })
            .collect(),
    };
    Findings {
        errors: report.number(Severity::Error),
        warnings: report.number(Severity::Warning),
        notes: report.number(Severity::Note),
        diagnostics: report.diagnostics.iter().map(finding).collect(),
    }
}

fn place(report: &Report<'_>, span: Span) -> Place {
    let start = report.sources.locate(span);
    let (end_line, end_column) = report.sources.get(span.file).line_and_column(span.end);
    Place { file: report.path(start), line: start.line, column: start.column, end_line, end_column }
}
