//! An error as the page in the browser shows it: the place, the line with the words underlined, and what to do.

use serde::Serialize;

use crate::text::{Diagnostic, Severity, Source, Sources};

/// One error.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Problem {
    /// `file:line:column`, as the terminal has it.
    pub place: Option<String>,
    pub message: String,
    pub excerpt: Option<Excerpt>,
    pub help: Option<String>,
}

/// A line of a source, cut where it is marked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Excerpt {
    pub line: u32,
    pub before: String,
    pub marked: String,
    pub after: String,
}

/// More than anyone reads at once.
const MOST: usize = 20;
/// Letters of a line that are shown on either side.
const WIDTH: usize = 120;

/// The errors among findings. `prefix` is the folder as the terminal shows it.
pub fn problems(sources: &Sources, prefix: &str, findings: &[Diagnostic]) -> Vec<Problem> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.take(MOST).map(|finding| problem(sources, prefix, finding)).collect()
}

fn problem(sources: &Sources, prefix: &str, finding: &Diagnostic) -> Problem {
    let message = format!("error[{}]: {}", finding.rule, finding.message);
    let help = finding.help.clone();
    let Some(span) = finding.span else { return Problem { place: None, message, excerpt: None, help } };
    let at = sources.locate(span);
    let path = if prefix.is_empty() { at.path.to_owned() } else { format!("{prefix}/{}", at.path) };
    let place = Some(format!("{path}:{}:{}", at.line, at.column));
    let source = sources.get(span.file);
    let excerpt = Some(excerpt(source, at.line, (span.start as usize)..(span.end as usize)));
    Problem { place, message, excerpt, help }
}

fn excerpt(source: &Source, line: u32, marked: std::ops::Range<usize>) -> Excerpt {
    let whole = source.line(line);
    let text = source.text();
    let start = floor(text, marked.start.clamp(whole.start, whole.end));
    let end = floor(text, marked.end.clamp(start, whole.end));
    let before = text[whole.start..start].chars().rev().take(WIDTH).collect::<Vec<_>>();
    Excerpt {
        line,
        before: before.into_iter().rev().collect(),
        marked: text[start..end].chars().take(WIDTH).collect(),
        after: text[end..whole.end].chars().take(WIDTH).collect(),
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::text::{Diagnostic, FileId, Source, Sources, Span};

    #[test]
    fn an_error_shows_its_line() {
        let sources = Sources::new("", vec![Source::new("a.md", "one\nä two three\n")]);
        let findings = [
            Diagnostic::error("wrong", Span::new(FileId(0), 7, 10), "`two` is wrong").help("write `2`"),
            Diagnostic::warning("doubt", Span::new(FileId(0), 0, 3), "hm"),
            Diagnostic::error("wrong", Span::new(FileId(0), 5, 900), "far"),
        ];
        let found = problems(&sources, "docs", &findings);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].place.as_deref(), Some("docs/a.md:2:3"));
        let excerpt = found[0].excerpt.as_ref().expect("it has a place");
        assert_eq!((excerpt.line, excerpt.before.as_str(), excerpt.marked.as_str()), (2, "ä ", "two"));
        assert_eq!((excerpt.after.as_str(), found[0].help.as_deref()), (" three", Some("write `2`")));
    }
}
