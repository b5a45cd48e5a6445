//! Running text as one string, with the way back to the source and the links in it.

use std::ops::Range;

use crate::text::{FileId, Inline, Inlines, Span, Text};

/// The words of a run of inlines.
pub(super) struct Flat {
    pub text: String,
    /// Where each link's words stand in `text`, and its target.
    pub links: Vec<(Range<usize>, String)>,
    pieces: Vec<(Range<usize>, Span)>,
}

impl Flat {
    pub fn new(content: &Inlines) -> Self {
        let mut flat = Self { text: String::new(), links: Vec::new(), pieces: Vec::new() };
        flat.push(content);
        flat
    }

    /// The bytes of the source that `range` of the text was read from.
    pub fn span(&self, range: Range<usize>) -> Span {
        let within = |(at, _): &&(Range<usize>, Span)| at.start < range.end && at.end > range.start;
        let mut spans = self.pieces.iter().filter(within).map(|(at, span)| cut(at, *span, &range));
        let first = spans.next().unwrap_or(Span::new(FileId(0), 0, 0));
        spans.fold(first, Span::to)
    }

    fn push(&mut self, content: &Inlines) {
        for inline in &content.0 {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.push_text(text),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strike(inner)
                | Inline::Subscript(inner)
                | Inline::Superscript(inner) => self.push(inner),
                Inline::Link(link) => {
                    let start = self.text.len();
                    self.push(&link.content);
                    self.links.push((start..self.text.len(), link.target.clone()));
                }
                Inline::Image(_) => {}
                Inline::Break { .. } => self.text.push(' '),
            }
        }
    }

    fn push_text(&mut self, text: &Text) {
        let start = self.text.len();
        self.text.push_str(&text.text);
        self.pieces.push((start..self.text.len(), text.span));
    }
}

/// The part of a piece that lies in `range`; the whole piece where decoding changed its length.
fn cut(at: &Range<usize>, span: Span, range: &Range<usize>) -> Span {
    if at.len() != span.range().len() {
        return span;
    }
    let start = span.range().start + range.start.saturating_sub(at.start);
    let end = span.range().end - at.end.saturating_sub(range.end);
    Span::new(span.file, start, end)
}
