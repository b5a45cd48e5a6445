//! Running text: a closed set of inline marks. Markdown and HTML are both read into it, so what is not in this list
//! (scripts, handlers, styles) cannot reach a page.

use std::borrow::Cow;

use super::Span;

/// A run of inline content.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inlines(pub Vec<Inline>);

/// One inline node.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Inline {
    Text(Text),
    Code(Text),
    Emphasis(Inlines),
    Strong(Inlines),
    Strike(Inlines),
    Subscript(Inlines),
    Superscript(Inlines),
    /// Boxed, as images are: most of running text is neither.
    Link(Box<Link>),
    Image(Box<Image>),
    /// A line break: `hard` where the author asked for one, else the end of a source line. The span is its place.
    Break {
        hard: bool,
        at: Span,
    },
}

/// Words as they read: entities decoded, escapes undone, mojibake repaired. The span is where they stand in the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    pub text: String,
    pub span: Span,
}

/// A link; `target` as written, not yet resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    pub target: String,
    pub content: Inlines,
    pub span: Span,
}

/// An image; `source` as written, not yet resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Image {
    pub source: String,
    pub alt: String,
    pub span: Span,
}

impl Inlines {
    /// Plain text of one line: marks gone, breaks and runs of white space folded to one space, ends trimmed.
    pub fn plain(&self) -> String {
        self.line().into_owned()
    }

    /// The same; what is one line without marks, as most text is, is not copied.
    pub fn line(&self) -> Cow<'_, str> {
        if let [Inline::Text(text)] = self.0.as_slice() {
            return folded(Cow::Borrowed(&text.text));
        }
        let mut raw = String::new();
        self.push_plain(&mut raw);
        folded(Cow::Owned(raw))
    }

    fn push_plain(&self, out: &mut String) {
        for inline in &self.0 {
            match inline {
                Inline::Text(text) | Inline::Code(text) => out.push_str(&text.text),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strike(inner)
                | Inline::Subscript(inner)
                | Inline::Superscript(inner) => inner.push_plain(out),
                Inline::Link(link) => link.content.push_plain(out),
                Inline::Image(image) => out.push_str(&image.alt),
                Inline::Break { .. } => out.push(' '),
            }
        }
    }

    /// Whether there are no words in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.text.trim_start().is_empty(),
            Inline::Image(image) => image.alt.trim_start().is_empty(),
            Inline::Break { .. } => true,
            mark => mark.inner().is_none_or(Self::is_blank),
        })
    }
}

fn folded(raw: Cow<'_, str>) -> Cow<'_, str> {
    if is_folded(raw.as_bytes()) { raw } else { Cow::Owned(fold_space(&raw)) }
}

/// Whether there is nothing to fold, as far as can be told without a look at characters beyond ASCII.
fn is_folded(raw: &[u8]) -> bool {
    // White space beyond ASCII begins with one of these four. No loop ends early: that makes them fast.
    let is_doubtful = |byte: u8| (byte < b' ') | (byte == 0xc2) | ((0xe1..=0xe3).contains(&byte));
    let doubtful = raw.iter().fold(false, |found, byte| found | is_doubtful(*byte));
    let pairs = raw.iter().zip(raw.get(1..).unwrap_or_default());
    let double = pairs.fold(false, |found, (one, other)| found | ((*one == b' ') & (*other == b' ')));
    let at_ends = raw.first() == Some(&b' ') || raw.last() == Some(&b' ');
    !(doubtful | double | at_ends)
}

/// Folds every run of white space to one space and trims the ends.
fn fold_space(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for word in raw.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Inline, Inlines, Text};
    use crate::text::{FileId, Span};

    #[test]
    fn white_space_is_folded() {
        for (raw, expected) in [
            ("one two", "one two"),
            ("", ""),
            (" one", "one"),
            ("one ", "one"),
            ("one  two", "one two"),
            ("one\ttwo\n", "one two"),
            ("one\u{a0}two", "one two"),
            ("one\u{2003}two\u{3000}", "one two"),
            ("naïve “quotes”", "naïve “quotes”"),
        ] {
            let span = Span { file: FileId(0), start: 0, end: 0 };
            let text = Inlines(vec![Inline::Text(Text { text: raw.to_owned(), span })]);
            assert_eq!(text.plain(), expected, "{raw:?}");
        }
    }
}
