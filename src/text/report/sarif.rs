//! Findings as SARIF 2.1.0, for the code scanning of forges and for editors.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
//!
//! Columns are in UTF-16 code units, as the log says itself (`columnKind`); places are relative to where the report is
//! read, which is the root of a repository when a forge reads it.

use serde::Serialize;

use super::Report;
use crate::text::{Diagnostic, Rule, Severity, Span, fingerprint};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The program that found it all.
#[derive(Clone, Copy, Debug)]
pub struct Tool<'a> {
    pub name: &'static str,
    pub version: &'static str,
    /// Every rule there is, in an order that the findings refer to.
    pub rules: &'a [RuleText],
}

/// What a rule says for itself.
#[derive(Clone, Debug)]
pub struct RuleText {
    pub id: Rule,
    pub severity: Severity,
    /// One line without a full stop.
    pub finds: &'static str,
    pub why: &'static str,
    /// How to mend and how to silence it.
    pub help: String,
    pub help_markdown: String,
}

/// The whole log.
#[derive(Serialize)]
pub struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Component<'a>,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Component<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: Rule,
    short_description: Message<'a>,
    full_description: Message<'a>,
    help: Help<'a>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help<'a> {
    text: &'a str,
    markdown: &'a str,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message<'a> {
    text: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: Fingerprints,
}

/// What stays the same while lines move, so that a finding is known again.
#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "wordsOfTheFinding/v1")]
    words: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// The report as one run.
pub fn sarif<'a>(report: &Report<'a>, tool: Tool<'a>) -> Log<'a> {
    let results = report.diagnostics.iter().map(|finding| result(report, finding, tool)).collect();
    let rules = tool.rules.iter().map(descriptor).collect();
    let driver = Driver { name: tool.name, semantic_version: tool.version, rules };
    let run = Run { tool: Component { driver }, column_kind: "utf16CodeUnits", results };
    Log { schema: SCHEMA, version: "2.1.0", runs: [run] }
}

fn descriptor(rule: &RuleText) -> Descriptor<'_> {
    Descriptor {
        id: rule.id,
        short_description: Message { text: format!("{}.", rule.finds).into() },
        full_description: Message { text: rule.why.into() },
        help: Help { text: &rule.help, markdown: &rule.help_markdown },
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

fn result<'a>(report: &Report<'a>, finding: &'a Diagnostic, tool: Tool<'_>) -> Finding<'a> {
    let help = finding.help.as_deref().map(|help| format!("; help: {help}")).unwrap_or_default();
    let place = finding.span.map(|span| place(report, span));
    let file = place.as_ref().map_or("", |place| place.artifact_location.uri.as_str());
    let known = format!("{}\n{file}\n{}", finding.rule, finding.message);
    let related = finding.notes.iter().enumerate().map(|(at, note)| Location {
        id: Some(at + 1),
        physical_location: self::place(report, note.span),
        message: Some(Message { text: note.message.as_str().into() }),
    });
    Finding {
        rule_id: finding.rule,
        rule_index: tool.rules.iter().position(|rule| rule.id == finding.rule),
        level: level(finding.severity),
        message: Message { text: format!("{}{help}", finding.message).into() },
        partial_fingerprints: Fingerprints { words: fingerprint(known.as_bytes()) },
        related_locations: related.collect(),
        locations: place
            .map(|place| Location { id: None, physical_location: place, message: None })
            .into_iter()
            .collect(),
    }
}

fn place(report: &Report<'_>, span: Span) -> Place {
    let source = report.sources.get(span.file);
    let (start_line, start_column) = source.line_and_utf16_column(span.start);
    let (end_line, end_column) = source.line_and_utf16_column(span.end);
    let uri = address(&report.path(report.sources.locate(span)));
    Place { artifact_location: Artifact { uri }, region: Region { start_line, start_column, end_line, end_column } }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// A path as a relative reference, or as a `file:` address where it is absolute (RFC 3986).
fn address(path: &str) -> String {
    let encoded: String = path.bytes().map(encoded).collect();
    let is_drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    match (path.starts_with('/'), is_drive) {
        (true, _) => format!("file://{encoded}"),
        (_, true) => format!("file:///{}", encoded.replacen("%3A", ":", 1)),
        (false, false) => encoded,
    }
}

fn encoded(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn paths_become_addresses() {
        let cases = [
            ("a/b.md", "a/b.md"),
            ("größe 1/a#b?.md", "gr%C3%B6%C3%9Fe%201/a%23b%3F.md"),
            ("a:b.md", "a%3Ab.md"),
            ("../x:y.md", "../x%3Ay.md"),
            ("/srv/a b.md", "file:///srv/a%20b.md"),
            ("C:/a.md", "file:///C:/a.md"),
        ];
        for (path, expected) in cases {
            assert_eq!(address(path), expected, "{path}");
        }
    }
}
