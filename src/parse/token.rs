//! What a document is made of, in the order of the source: elements that open and close, and leaves between them.
//! Markdown and HTML are both cut into these; a closed set, so that what is not in it (scripts, frames, handlers)
//! never gets any further.

use crate::text::{Listing, Span};

/// One piece of a document.
#[derive(Clone, PartialEq, Debug)]
pub enum Token {
    /// An element opens. The span reaches over the whole element where that is known, else over its tag.
    Start(Element, Span),
    /// The nearest open element of that name closes.
    End(&'static str, Span),
    Leaf(Leaf, Span),
}

/// What holds other pieces.
#[derive(Clone, PartialEq, Debug)]
pub enum Element {
    Heading { depth: u8, id: Option<Box<str>> },
    Paragraph,
    List { start: Option<u64> },
    Item,
    Terms,
    Term,
    Definition,
    Table,
    Caption,
    Head,
    Body,
    Row,
    Cell { header: bool, columns: u32, rows: u32 },
    Details,
    Summary,
    Quote,
    Preformatted,
    Emphasis,
    Strong,
    Strike,
    Subscript,
    Superscript,
    Code,
    Link { target: Box<str> },
}

/// The elements that a table is made of, itself included.
pub const TABLE_PARTS: [&str; 7] = ["table", "caption", "thead", "tbody", "tr", "th", "td"];

/// What holds nothing.
#[derive(Clone, PartialEq, Debug)]
pub enum Leaf {
    Text(Box<str>),
    Code(Box<str>),
    Break {
        hard: bool,
    },
    Image(Box<Picture>),
    Checkbox(bool),
    CodeBlock(Box<Listing>),
    Rule,
    /// Where a container without a meaning of its own starts or ends: text before and after it is not one paragraph.
    Boundary,
}

/// An image. There are few of them, so that room for one in every token would be wasted.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Picture {
    pub source: String,
    pub alt: String,
}

impl Element {
    /// The HTML name under which the element opens and closes.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Heading { depth, .. } => heading_name(*depth),
            Self::Paragraph => "p",
            Self::List { start: None } => "ul",
            Self::List { start: Some(_) } => "ol",
            Self::Item => "li",
            Self::Terms => "dl",
            Self::Term => "dt",
            Self::Definition => "dd",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Head => "thead",
            Self::Body => "tbody",
            Self::Row => "tr",
            Self::Cell { header: true, .. } => "th",
            Self::Cell { header: false, .. } => "td",
            Self::Details => "details",
            Self::Summary => "summary",
            Self::Quote => "blockquote",
            Self::Preformatted => "pre",
            Self::Emphasis => "em",
            Self::Strong => "strong",
            Self::Strike => "s",
            Self::Subscript => "sub",
            Self::Superscript => "sup",
            Self::Code => "code",
            Self::Link { .. } => "a",
        }
    }

    /// Whether it is a mark on running text.
    pub fn is_mark(&self) -> bool {
        matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Strike
                | Self::Subscript
                | Self::Superscript
                | Self::Code
                | Self::Link { .. }
        )
    }
}

impl Leaf {
    /// Whether it is part of running text.
    pub fn is_inline(&self) -> bool {
        match self {
            Self::Text(_) | Self::Code(_) | Self::Break { .. } | Self::Image(_) | Self::Checkbox(_) => true,
            Self::CodeBlock(_) | Self::Rule | Self::Boundary => false,
        }
    }
}

/// `h1` to `h6`.
pub fn heading_name(depth: u8) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(depth.clamp(1, 6)) - 1]
}
