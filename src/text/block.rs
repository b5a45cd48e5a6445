//! Documents as blocks: a closed set that both Markdown and HTML are read into.

use std::sync::Arc;

use super::{Inlines, Span};

/// One block of a document. Every span covers the block's own bytes in the source. What stands in several places of a
/// framework (a table that is guidance too, say) is the same block, not a copy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    Heading(Arc<Heading>),
    Paragraph(Arc<Paragraph>),
    List(Arc<List>),
    Table(Arc<Table>),
    Details(Arc<Details>),
    Quote { blocks: Arc<[Block]>, span: Span },
    Code { listing: Arc<Listing>, span: Span },
    Rule { span: Span },
}

/// A heading of depth 1 to 6; `id` only where the author wrote one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    pub depth: u8,
    pub content: Inlines,
    pub id: Option<String>,
    pub span: Span,
}

/// A paragraph of running text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paragraph {
    pub content: Inlines,
    pub span: Span,
}

/// A list; `start` is the first number of an ordered one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct List {
    pub start: Option<u64>,
    pub items: Vec<Item>,
    pub span: Span,
}

/// One item of a list. A tight item holds its words as a first paragraph too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    pub blocks: Vec<Block>,
    /// Of a task list: whether the box is ticked.
    pub checked: Option<bool>,
    pub span: Span,
}

/// A table as written: cells carry their spans over rows and columns, nothing is filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    pub caption: Option<Inlines>,
    pub rows: Vec<Row>,
    pub span: Span,
}

/// One row; `header` where it stands in a table head.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub header: bool,
    pub cells: Vec<Cell>,
    pub span: Span,
}

/// One cell, as it was written: `columns` and `rows` are at least 1 and say how far it reaches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    pub header: bool,
    pub columns: u32,
    pub rows: u32,
    pub blocks: Vec<Block>,
    pub span: Span,
}

/// A block of code and the language that it says it is in.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Listing {
    pub language: Option<String>,
    pub text: String,
}

/// A disclosure: a summary line and what it hides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Details {
    pub summary: Inlines,
    pub blocks: Vec<Block>,
    pub span: Span,
}

impl Block {
    /// A heading.
    pub fn heading(heading: Heading) -> Self {
        Self::Heading(Arc::new(heading))
    }

    /// A paragraph.
    pub fn paragraph(content: Inlines, span: Span) -> Self {
        Self::Paragraph(Arc::new(Paragraph { content, span }))
    }

    /// A list.
    pub fn list(start: Option<u64>, items: Vec<Item>, span: Span) -> Self {
        Self::List(Arc::new(List { start, items, span }))
    }

    /// The bytes of the source that the block was read from.
    pub fn span(&self) -> Span {
        match self {
            Self::Heading(heading) => heading.span,
            Self::Paragraph(paragraph) => paragraph.span,
            Self::List(list) => list.span,
            Self::Table(table) => table.span,
            Self::Details(details) => details.span,
            Self::Quote { span, .. } | Self::Code { span, .. } | Self::Rule { span } => *span,
        }
    }

    /// The blocks that it holds directly, in order.
    pub fn inner(&self) -> Vec<&Block> {
        match self {
            Self::List(list) => list.items.iter().flat_map(|item| &item.blocks).collect(),
            Self::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks).collect(),
            Self::Details(details) => details.blocks.iter().collect(),
            Self::Quote { blocks, .. } => blocks.iter().collect(),
            Self::Heading(_) | Self::Paragraph(_) | Self::Code { .. } | Self::Rule { .. } => Vec::new(),
        }
    }
}
