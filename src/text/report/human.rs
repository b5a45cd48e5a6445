//! For people. The only module that knows `annotate-snippets`.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

use super::fold::{self, Folded};
use super::{Report, clean, name};
use crate::text::{Diagnostic, FileId, Severity, Source, Span};

/// Every finding: a line that can be clicked, the source line underlined, a help line; between them an empty line. Of
/// many findings of one rule in one file the first few are shown so; of the others, the lines.
pub fn human(report: &Report<'_>) -> String {
    let mut out = String::new();
    for of_file in report.diagnostics.chunk_by(|one, other| file(one) == file(other)) {
        let (shown, folded) = fold::folded(of_file);
        for finding in shown {
            push(report, finding, &mut out);
            out.push('\n');
        }
        for more in folded {
            push_folded(report, &more, &mut out);
        }
    }
    out
}

fn file(finding: &Diagnostic) -> Option<FileId> {
    finding.span.map(|span| span.file)
}

fn push_folded(report: &Report<'_>, more: &Folded<'_>, out: &mut String) {
    let first = more.findings[0];
    let colour = colour(first.severity);
    let head =
        format!("{colour}{}[{}]{RESET}{BOLD}: {} more{RESET}", name(first.severity), first.rule, more.findings.len());
    let spans = more.findings.iter().filter_map(|finding| finding.span);
    let path = first.span.map(|span| clean(&report.path(report.sources.locate(span)))).unwrap_or_default();
    out.push_str(&format!("{BOLD}{path}:{RESET} {head}, at {}\n\n", lines(report, spans)));
}

/// The lines on which some spans start, as far as anybody reads them.
fn lines(report: &Report<'_>, spans: impl Iterator<Item = Span>) -> String {
    let mut lines: Vec<u32> = spans.map(|span| report.sources.locate(span).line).collect();
    lines.dedup();
    let numbers: Vec<String> = lines.iter().take(LINES).map(u32::to_string).collect();
    let word = if lines.len() == 1 { "line" } else { "lines" };
    let rest = if lines.len() > LINES { ", …" } else { "" };
    format!("{word} {}{rest}", numbers.join(", "))
}

/// How many lines are told of what is folded.
const LINES: usize = 20;
/// How many further places of a finding are shown with their source.
const NOTES: usize = 3;

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
    for note in finding.notes.iter().take(NOTES) {
        out.push_str(&format!(
            "{BOLD}{}:{RESET} {}note{RESET}: {}\n",
            place(report, note.span),
            colour(Severity::Note),
            clean(&note.message)
        ));
        push_source(report, note.span, (Level::NOTE, None), out);
    }
    if finding.notes.len() > NOTES {
        let rest = &finding.notes[NOTES..];
        let places = lines(report, rest.iter().map(|note| note.span));
        out.push_str(&format!("{}note{RESET}: {} more, at {places}\n", colour(Severity::Note), rest.len()));
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
