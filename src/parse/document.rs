//! What one source holds, before anyone asks whether it is a ladder.

use super::markdown::{self, Flavour};
use super::{Data, Declared, FrontMatter, Spanned, blocks, dom, front_matter};
use crate::text::{Block, Diagnostic, FileId, Source, Span};
use std::ops::Range;

/// One source, parsed.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    pub file: FileId,
    /// `title` of the front matter.
    pub title: Option<Spanned<String>>,
    /// The keys under `ladder:`, from the front matter laid over those from `site.toml`.
    pub declared: Declared,
    /// The whole front matter, foreign keys included; `None` without one.
    pub data: Option<Data>,
    pub blocks: Vec<Block>,
}

/// Reads one source. `declared` are the keys that `site.toml` holds for it.
pub fn document(file: FileId, source: &Source, declared: &Declared) -> (Document, Vec<Diagnostic>) {
    let (head, start, mut diagnostics) = head(file, source.text());
    let body = source.text().get(start..).unwrap_or("");
    let flavour = if source.path().ends_with(".txt") { Flavour::Plain } else { Flavour::Markdown };
    let mut dom = dom::plant(markdown::tokens(file, body, start, flavour));
    diagnostics.extend(dom.flatten().map(nested_too_deep));
    let blocks = blocks::blocks(dom, file);
    let declared = head.declared.over(declared.clone());
    (Document { file, title: head.title, declared, data: head.data, blocks }, diagnostics)
}

fn nested_too_deep(span: Span) -> Diagnostic {
    let message = format!("nested deeper than {} elements; what lies deeper is flattened", dom::MAX_DEPTH);
    Diagnostic::warning("nested-too-deep", span, message).help("close what was opened, or nest less")
}

/// The front matter and where the text behind it begins.
fn head(file: FileId, text: &str) -> (FrontMatter, usize, Vec<Diagnostic>) {
    let Some(Fenced { yaml, end }) = fenced(text) else { return (FrontMatter::default(), 0, Vec::new()) };
    let (head, diagnostics) = front_matter(&text[yaml.clone()], Span::new(file, yaml.start, yaml.end));
    match head.data {
        None | Some(Data::Map(_)) => (head, end, diagnostics),
        Some(_) => (FrontMatter::default(), 0, Vec::new()),
    }
}

/// What stands between two lines of dashes at the very start.
struct Fenced {
    yaml: Range<usize>,
    end: usize,
}

fn fenced(text: &str) -> Option<Fenced> {
    let mut lines = text.split_inclusive('\n');
    let fence = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut at = fence.len();
    let mut lines = lines.peekable();
    lines.peek().filter(|line| !line.trim().is_empty())?;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Some(Fenced { yaml: fence.len()..at, end: at + line.len() });
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::parse::printed::printed;

    #[track_caller]
    fn check(path: &str, text: &str, expected: &str) {
        let expected: String =
            expected.lines().map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect();
        assert_eq!(printed(path, text), expected.trim_start_matches('\n'), "{text}");
    }

    #[test]
    fn tight_and_loose_items_hold_paragraphs() {
        check(
            "a.md",
            "# One\n\n- alpha\n- beta\n  - gamma\n\n1. delta\n\n2. epsilon\n",
            "
    h1 One @1:1
    ul @3:1
      li @3:1
        p alpha @3:3
      li @4:1
        p beta @4:3
        ul @5:3
          li @5:3
            p gamma @5:5
    ol 1 @7:1
      li @7:1
        p delta @7:4
      li @9:1
        p epsilon @9:4
",
        );
    }

    #[test]
    fn places_are_right_behind_front_matter_crlf_and_wide_letters() {
        check(
            "a.md",
            "---\r\ntitle: x\r\n---\r\n## Größe **é** x\r\n> - zwölf\r\n>   mehr\r\n",
            "
    h2 Größe *é* x @4:1
    quote @5:1
      ul @5:3
        li @5:3
          p zwölf¬mehr @5:5
",
        );
    }
}
