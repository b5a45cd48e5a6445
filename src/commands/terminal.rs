//! Printing. The only module that knows `anstream`: colours go only to a terminal that shows them, and never where
//! `NO_COLOR` is set.

use std::io::Write;
use std::path::Path;

use crate::io::Failure;
use crate::text::report::Report;
use crate::text::{Diagnostic, Severity, Sources};

/// The folder as the words before every path that is printed: nothing for the folder one is in.
pub fn prefix(folder: &Path) -> String {
    let prefix = folder.to_string_lossy().replace('\\', "/");
    let prefix = prefix.strip_prefix("./").unwrap_or(&prefix).trim_end_matches('/');
    if prefix == "." { String::new() } else { prefix.to_owned() }
}

/// Prints the product of a command; a reader that has gone away (`| head`) is no failure.
///
/// # Errors
/// Where it cannot be printed for another reason.
pub fn product(text: &str) -> Result<(), Failure> {
    written(anstream::stdout().lock(), text)
}

/// Prints data for programs, which has no colours that a terminal could lack.
///
/// # Errors
/// As [`product`].
pub fn data(text: &str) -> Result<(), Failure> {
    written(std::io::stdout().lock(), text)
}

fn written(mut out: impl Write, text: &str) -> Result<(), Failure> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(Failure::of("write to", Path::new("standard output"))),
    }
}

/// Tells what was found, without the notes, and how much of each.
pub fn findings(sources: &Sources, folder: &Path, diagnostics: &[Diagnostic]) {
    say(&findings_text(sources, folder, diagnostics));
}

/// The same as text.
pub fn findings_text(sources: &Sources, folder: &Path, diagnostics: &[Diagnostic]) -> String {
    let loud: Vec<Diagnostic> =
        diagnostics.iter().filter(|finding| finding.severity > Severity::Note).cloned().collect();
    let prefix = prefix(folder);
    let report = Report::new(sources, &prefix, &loud);
    let count = report.count().map(|count| format!("{count}\n"));
    report.human() + &count.unwrap_or_default()
}

/// Tells the machine's fault.
pub fn failure(failure: &Failure) {
    say(&format!("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: {failure}\n"));
}

/// Tells what is doubtful and has no place.
pub fn warning(words: &str) {
    say(&format!("\u{1b}[1m\u{1b}[33mwarning\u{1b}[0m: {words}\n"));
}

/// Prints to standard error; where nobody can be told, nothing is told.
pub fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}
