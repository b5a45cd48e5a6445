//! One project with a few findings, in every format.

use super::Report;
use crate::text::{Diagnostic, FileId, Severity, Source, Sources, Span};

fn sources() -> Sources {
    let long = format!("{}word{}", "x ".repeat(200), " y".repeat(10_000_000));
    Sources::new("", vec![Source::new("a.md", "# Größe\n\nladder: trak\n"), Source::new("b.md", long)])
}

fn findings() -> Vec<Diagnostic> {
    let (a, b) = (FileId(0), FileId(1));
    vec![
        Diagnostic::warning("second-rule", Span::new(b, 400, 404), "a `word` on a long line"),
        Diagnostic::error("first-rule", Span::new(a, 19, 23), "`trak` is \u{1b}[31mnothing")
            .help("did you mean `track`?")
            .also(Span::new(a, 2, 10_000), "100%: first\nwritten here"),
        Diagnostic::without_place("no-place", Severity::Note, "nothing is where, it seems").help("look elsewhere"),
        Diagnostic::warning("second-rule", Span::new(b, 400, 404), "a `word` on a long line"),
    ]
}

/// The text without its colours.
fn bare(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split("\u{1b}[").enumerate() {
        out.push_str(if index == 0 { part } else { part.split_once('m').map_or(part, |(_, rest)| rest) });
    }
    out
}

#[test]
fn people_see_the_line_and_the_word() {
    let (sources, findings) = (sources(), findings());
    let text = bare(&Report::new(&sources, "docs/", &findings).human());
    let expected = "note[no-place]: nothing is where, it seems\n  = help: look elsewhere\n\n\
                    docs/a.md:3:9: error[first-rule]: `trak` is  [31mnothing\n  |\n3 | ladder: trak\n  |         ^^^^\n  \
                    |\n  = help: did you mean `track`?\ndocs/a.md:1:3: note: 100%: first written here\n  |\n1 | # \
                    Größe\n  |   ^^^^^\n\ndocs/b.md:1:401: warning[second-rule]: a `word` on a long line\n";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.contains("x x word y y") && text.len() < 2_000, "only a part of the line is shown: {}", text.len());
}

#[test]
fn one_line_each() {
    let (sources, findings) = (sources(), findings());
    let report = Report::new(&sources, ".", &findings);
    let expected = "note[no-place]: nothing is where, it seems\na.md:3:9: error[first-rule]: `trak` is  [31mnothing\n\
                    b.md:1:401: warning[second-rule]: a `word` on a long line\n";
    assert_eq!(report.short(), expected);
    assert_eq!(report.count().as_deref(), Some("1 error, 1 warning, 1 note"));
}

#[test]
fn a_workflow_is_annotated() {
    let (sources, mut findings) = (sources(), findings());
    findings[1].message = "50% of a:b,\nc".to_owned();
    let expected = "::notice title=no-place::nothing is where, it seems%0Alook elsewhere\n\
                    ::error file=a%2Cb/a.md,line=3,col=9,title=first-rule::50%25 of a:b,%0Ac%0Adid you mean `track`?\n\
                    ::warning file=a%2Cb/b.md,line=1,col=401,title=second-rule::a `word` on a long line\n";
    assert_eq!(Report::new(&sources, "a,b", &findings).github(), expected);
}

#[test]
fn machines_get_values() {
    let (sources, findings) = (sources(), findings());
    let report = Report::new(&sources, "", &findings).json();
    assert_eq!((report.errors, report.warnings, report.notes), (1, 1, 1));
    let place = report.diagnostics[1].place.as_ref().expect("it has a place");
    assert_eq!(
        (place.file.as_str(), place.line, place.column, place.end_line, place.end_column),
        ("a.md", 3, 9, 3, 13)
    );
}

#[test]
fn odd_spans_are_shown_too() {
    let sources = Sources::new("", vec![Source::new("a.md", "ä\r\n\r\nlast"), Source::new("b.md", "")]);
    for file in [FileId(0), FileId(1)] {
        for start in 0..14 {
            for end in start..14 {
                let findings = [Diagnostic::error("odd", Span::new(file, start, end), "here")];
                assert!(bare(&Report::new(&sources, "", &findings).human()).contains("error[odd]: here"));
            }
        }
    }
}

#[test]
fn many_alike_are_told_together_and_errors_never_are() {
    let text = "word\n".repeat(30);
    let sources = Sources::new("", vec![Source::new("a.md", text)]);
    let at = |line: usize| Span::new(FileId(0), 5 * line, 5 * line + 4);
    let many = |finding: fn(crate::text::Rule, Span, String) -> Diagnostic, rule, lines: std::ops::Range<usize>| {
        lines.map(move |line| finding(rule, at(line), format!("wrong {line}"))).collect::<Vec<_>>()
    };
    let mut findings = many(Diagnostic::warning, "often", 0..6);
    findings.extend(many(Diagnostic::warning, "four-times", 6..10));
    findings.extend(many(Diagnostic::error, "grave", 10..16));
    let last =
        (17..27).fold(Diagnostic::note("noted", at(16), "in many places"), |last, line| last.also(at(line), "here"));
    findings.push(last);
    let report = Report::new(&sources, "docs", &findings);
    let text = bare(&report.human());
    assert!(text.contains("wrong 2\n") && !text.contains("wrong 3\n") && text.contains("wrong 9\n"), "{text}");
    assert!(text.contains("wrong 15\n"), "{text}");
    assert!(text.contains("\ndocs/a.md: warning[often]: 3 more, at lines 4, 5, 6\n"), "{text}");
    assert!(text.contains("\nnote: 7 more, at lines 21, 22, 23, 24, 25, 26, 27\n"), "{text}");
    assert!(report.is_folded());
    assert_eq!(report.short().lines().count(), 17, "nothing is lost for machines");
}
