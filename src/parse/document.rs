//! What one source holds, before anyone asks whether it is a ladder.

use super::dom::Dom;
use super::markdown::{self, Flavour};
use super::token::Cuts;
use super::{Data, Declared, FrontMatter, Spanned, blocks, directives, dom, front_matter, html, repair, tree};
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
    let mut dom = dom(file, source, start, &mut diagnostics);
    diagnostics.extend(dom.flatten().map(nested_too_deep));
    let blocks = blocks::blocks(dom, file);
    let declared = head.declared.over(declared.clone());
    (Document { file, title: head.title, declared, data: head.data, blocks }, diagnostics)
}

/// The tree of the text that starts at `start`.
fn dom(file: FileId, source: &Source, start: usize, out: &mut Vec<Diagnostic>) -> Dom {
    let text = directives::blanked(source.text());
    let Cuts { tokens, has_html } = match source.path().rsplit('.').next() {
        Some("html" | "htm") => html::cuts(file, &text, start),
        Some("txt") => markdown::cuts(file, &text, start, Flavour::Plain),
        _ => markdown::cuts(file, &text, start, Flavour::Markdown),
    };
    let tokens = repair::repaired(tokens, out);
    if has_html { tree::grow(tokens) } else { dom::plant(tokens) }
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
