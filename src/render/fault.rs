//! What tera says about a template, as a diagnostic with the template's name, line and column.

use tera::ErrorKind;

use super::theme::DEFAULT;
use crate::text::{Diagnostic, Severity};

/// The rule under which everything about templates is reported.
const RULE: &str = "template";

pub(super) fn diagnostic(error: &tera::Error) -> Diagnostic {
    let message = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let column = span.start_col + 1;
            let file = match report.filename().strip_prefix(DEFAULT) {
                Some(name) => format!("themes/default/templates/{name}"),
                None => format!("templates/{}", report.filename()),
            };
            format!("{file}:{}:{column}: {}", span.start_line, lower(report.message()))
        }
        other => lower(&other.to_string()),
    };
    let help = "a template may use the fields of its view only; remove the file to go back to the default one";
    Diagnostic::without_place(RULE, Severity::Error, message).help(help)
}

/// Where a template is wrong, read back from what the diagnostic says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TemplatePlace<'a> {
    /// The path inside of the theme: `templates/level.html`.
    pub file: &'a str,
    pub line: u32,
    pub column: u32,
    /// What is wrong there.
    pub message: &'a str,
}

pub(super) fn place(fault: &Diagnostic) -> Option<TemplatePlace<'_>> {
    if fault.rule != RULE || fault.span.is_some() {
        return None;
    }
    let mut parts = fault.message.splitn(4, ':');
    let file = parts.next().filter(|file| file.starts_with("templates/"))?;
    let line = parts.next()?.parse().ok()?;
    let column = parts.next()?.parse().ok()?;
    Some(TemplatePlace { file, line, column, message: parts.next()?.trim_start() })
}

pub(super) fn unreadable(path: &str) -> Diagnostic {
    let message = format!("`{path}` of the theme is not UTF-8");
    Diagnostic::without_place(RULE, Severity::Error, message).help("save the file as UTF-8")
}

fn lower(message: &str) -> String {
    let mut characters = message.chars();
    let first = characters.next().into_iter().flat_map(char::to_lowercase);
    let text: String = first.chain(characters).collect();
    text.trim_end_matches('.').to_owned()
}
