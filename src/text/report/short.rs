//! One line to a finding, for editors and `grep`.

use super::{Report, clean, name};

/// `file:line:column: severity[rule]: message`.
pub fn short(report: &Report<'_>) -> String {
    let mut out = String::new();
    for finding in &report.diagnostics {
        if let Some(span) = finding.span {
            let place = report.sources.locate(span);
            out.push_str(&format!("{}:{}:{}: ", clean(&report.path(place)), place.line, place.column));
        }
        out.push_str(&format!("{}[{}]: {}\n", name(finding.severity), finding.rule, clean(&finding.message)));
    }
    out
}
