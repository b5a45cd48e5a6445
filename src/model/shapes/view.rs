//! A document as the shapes look at it: its blocks, its headings, and how many statements stand where.

use super::matrix::{self, Tabled};
use super::siblings::Strata;
use crate::model::grid;
use crate::model::outline::Outline;
use crate::parse::{Data, Entry};
use crate::text::{Block, Inlines, Span};

/// A document under examination.
pub struct View<'a> {
    pub blocks: &'a [Block],
    /// The whole front matter.
    pub data: Option<&'a Data>,
    /// The document.
    pub span: Span,
    pub outline: Outline<'a>,
    /// Its headings by depth, and how they read.
    pub strata: Strata,
    /// Its tables, and what of them has levels in columns.
    pub tables: Vec<Tabled<'a>>,
    /// Statements before each block; one more entry than there are blocks.
    statements: Vec<usize>,
}

impl<'a> View<'a> {
    /// Looks at tidied blocks.
    pub fn new(blocks: &'a [Block], data: Option<&'a Data>, span: Span) -> Self {
        let mut sum = 0;
        let counts = blocks.iter().map(|block| {
            sum += statements(block);
            sum
        });
        let statements = std::iter::once(0).chain(counts).collect();
        let outline = Outline::new(blocks);
        let strata = Strata::new(&outline);
        Self { blocks, data, span, outline, strata, tables: matrix::tables(blocks), statements }
    }

    /// Statements in a run of blocks: leaf bullets, filled cells, paragraphs.
    pub fn statements(&self, range: std::ops::Range<usize>) -> usize {
        self.statements[range.end].saturating_sub(self.statements[range.start])
    }

    /// Statements of the whole document.
    pub fn all_statements(&self) -> usize {
        self.statements[self.blocks.len()]
    }

    /// The share of the document's statements that `explained` of them are, from 0 to 1.
    pub fn share(&self, explained: usize) -> f32 {
        explained as f32 / self.all_statements().max(1) as f32
    }

    /// What a heading says.
    pub fn name(&self, node: usize) -> &str {
        self.strata.title(node)
    }

    /// The title of the document: its first heading, where nothing but prose stands before it. Where the front matter has
    /// the title, deeper headings are sections.
    pub fn title(&self) -> Option<usize> {
        let first = self.outline.nodes.first()?;
        if first.heading.depth > 1 && self.data.is_some_and(has_title) {
            return None;
        }
        let before = &self.blocks[..first.at];
        let is_prose = |block: &Block| !matches!(block, Block::List(_) | Block::Table(_));
        (first.heading.depth <= 2 && before.iter().all(is_prose)).then_some(0)
    }

    /// The last heading before a block.
    pub fn heading_before(&self, block: usize) -> Option<usize> {
        self.outline.nodes.partition_point(|node| node.at < block).checked_sub(1)
    }

    /// The blocks that `taken` does not hold; `title` is left out too.
    pub fn rest(&self, taken: &[bool], title: Option<usize>) -> Vec<&'a Block> {
        let title = title.map(|title| self.outline.nodes[title].at);
        let left = |at: &usize| !taken[*at] && Some(*at) != title;
        (0..self.blocks.len()).filter(left).map(|at| &self.blocks[at]).collect()
    }
}

/// Whether front matter gives the document its title.
fn has_title(data: &Data) -> bool {
    let Data::Map(map) = data else { return false };
    let is_title = |entry: &Entry| {
        entry.key.value == "title" && matches!(&entry.value, Data::Scalar(title) if !title.text.trim().is_empty())
    };
    map.entries.iter().any(is_title)
}

/// Statements that a block holds.
fn statements(block: &Block) -> usize {
    match block {
        Block::List(list) => list.items.iter().map(|item| leaves(&item.blocks)).sum(),
        Block::Table(table) => {
            let cells = table.rows.iter().filter(|row| !row.header).flat_map(|row| row.cells.iter().skip(1));
            cells.filter(|cell| !grid::is_blank(cell)).map(|cell| leaves(&cell.blocks)).sum()
        }
        Block::Paragraph(_) => 1,
        Block::Details(details) => details.blocks.iter().map(statements).sum(),
        Block::Heading(_) | Block::Quote { .. } | Block::Code { .. } | Block::Rule { .. } => 0,
    }
}

fn leaves(blocks: &[Block]) -> usize {
    let inner: usize = blocks.iter().filter(|block| matches!(block, Block::List(_))).map(statements).sum();
    inner.max(1)
}

/// The place of a name, or of the block it stands in.
pub fn place(name: &Inlines, block: Span) -> Span {
    crate::model::wording::span(name).unwrap_or(block)
}
