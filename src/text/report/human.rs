//! For people. The only module that knows `annotate-snippets`.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

use super::{Report, clean, name};
use crate::text::{Diagnostic, Severity, Source, Span};

/// Every finding: a line that can be clicked, the source line underlined, a help line; between them an empty line.
pub fn human(report: &Report<'_>) -> String {
    let mut out = String::new();
    for finding in &report.diagnostics {
        push(report, finding, &mut out);
        out.push('\n');
    }
    out
}

fn push(report: &Report<'_>, finding: &Diagnostic, out: &mut String) {
    let head = format!(
        "{}{}[{}]{RESET}{BOLD}: {}{RESET}",
        colour(finding.severity),
        name(finding.severity),
        finding.rule,
        clean(&finding.message)
    );
    let help = finding.help.as_deref().map(clean);
    let Some(span) = finding.span else {
        out.push_str(&head);
        out.push('\n');
        if let Some(help) = help {
            out.push_str(&format!("  {HELP}= help{RESET}: {help}\n"));
        }
        return;
    };
    out.push_str(&format!("{BOLD}{}:{RESET} {head}\n", place(report, span)));
    push_source(report, span, (level(finding.severity), help.as_deref()), out);
    for note in &finding.notes {
        out.push_str(&format!(
            "{BOLD}{}:{RESET} {}note{RESET}: {}\n",
            place(report, note.span),
            colour(Severity::Note),
            clean(&note.message)
        ));
        push_source(report, note.span, (Level::NOTE, None), out);
    }
}

fn place(report: &Report<'_>, span: Span) -> String {
    let place = report.sources.locate(span);
    format!("{}:{}:{}", clean(&report.path(place)), place.line, place.column)
}

/// The source line with the words underlined, and a help line.
fn push_source(report: &Report<'_>, span: Span, (level, help): (Level<'static>, Option<&str>), out: &mut String) {
    let source = report.sources.get(span.file);
    let excerpt = Excerpt::new(source, span);
    let mut elements: Vec<Element<'_>> = Vec::new();
    if !excerpt.text.trim().is_empty() {
        let underlined = AnnotationKind::Primary.span(excerpt.underlined.clone());
        let snippet = Snippet::source(excerpt.text.as_str()).line_start(excerpt.line as usize).annotation(underlined);
        elements.push(snippet.into());
    }
    if let Some(help) = help {
        elements.push(Level::HELP.message(help).into());
    }
    if !elements.is_empty() {
        let group = Group::with_level(level).elements(elements);
        out.push_str(&Renderer::styled().render(&[group]));
        out.push('\n');
    }
}

/// The part of one line that is shown.
struct Excerpt {
    line: u32,
    text: String,
    underlined: Range<usize>,
}

/// Bytes of a line that are shown before and after the start of what is underlined.
const BEFORE: usize = 60;
const AFTER: usize = 140;

impl Excerpt {
    /// The line on which a span starts; of a very long one the part around the span. A span of several lines is
    /// underlined on its first.
    fn new(source: &Source, span: Span) -> Self {
        let (line, _) = source.line_and_column(span.start);
        let whole = source.line(line);
        let text = source.text();
        let start = floor(text, (span.start as usize).clamp(whole.start, whole.end));
        let end = floor(text, (span.end as usize).clamp(start, whole.end));
        let from = floor(text, whole.start.max(start.saturating_sub(BEFORE)));
        let to = floor(text, whole.end.min(start + AFTER));
        let (cut_before, cut_after) = (from > whole.start, to < whole.end);
        let lead = if cut_before { "…" } else { "" };
        let shown = format!("{lead}{}{}", &text[from..to], if cut_after { "…" } else { "" });
        let shift = |at: usize| at.min(to) - from + lead.len();
        Self { line, underlined: shift(start)..shift(end), text: shown }
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";
const HELP: &str = "\u{1b}[1m\u{1b}[96m";

fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "\u{1b}[1m\u{1b}[92m",
        Severity::Warning => "\u{1b}[1m\u{1b}[33m",
        Severity::Error => "\u{1b}[1m\u{1b}[91m",
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}
