//! Annotations of a GitHub workflow: `::error file=…,line=…,col=…,title=…::message`.
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::Report;
use crate::text::{Diagnostic, Severity};

/// One workflow command to a finding.
pub fn github(report: &Report<'_>) -> String {
    report.diagnostics.iter().map(|finding| command(report, finding)).collect()
}

fn command(report: &Report<'_>, finding: &Diagnostic) -> String {
    let kind = match finding.severity {
        Severity::Note => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let place = finding.span.map(|span| report.sources.locate(span));
    let place =
        place.map(|place| format!("file={},line={},col={},", property(&report.path(place)), place.line, place.column));
    let help = finding.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", finding.message));
    format!("::{kind} {}title={}::{message}\n", place.unwrap_or_default(), property(finding.rule))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
