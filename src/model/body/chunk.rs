//! The content of a level cut at its headings, and each piece cut at its label paragraphs. Refuses to judge them.

use super::table;
use crate::model::grid::texts;
use crate::model::wording;
use crate::text::{Block, Heading, Paragraph};
use std::sync::Arc;

/// A heading with the blocks of its own; the first chunk has none.
#[derive(Clone, Debug)]
pub struct Chunk<'a> {
    pub heading: Option<&'a Arc<Heading>>,
    /// The heading above it that has nothing of its own.
    pub outer: Option<&'a Arc<Heading>>,
    pub blocks: &'a [Block],
}

/// Blocks under one label paragraph (`**Scope**`, `Scope:`); the first group has none.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    pub label: Option<&'a Arc<Paragraph>>,
    pub blocks: &'a [Block],
}

/// Cuts at headings of any depth.
pub fn chunks(blocks: &[Block]) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let (mut heading, mut outer): (Option<&Arc<Heading>>, Option<&Arc<Heading>>) = (None, None);
    let mut start = 0;
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Heading(next) = block {
            chunks.push(Chunk { heading, outer, blocks: &blocks[start..at] });
            outer = match heading.filter(|last| start == at && last.depth < next.depth) {
                Some(last) => Some(last),
                None => outer.filter(|outer| outer.depth < next.depth),
            };
            heading = Some(next);
            start = at + 1;
        }
    }
    chunks.push(Chunk { heading, outer, blocks: &blocks[start..] });
    chunks
}

/// Cuts at label paragraphs.
pub fn groups(blocks: &[Block]) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut label = None;
    let mut start = 0;
    for (at, block) in blocks.iter().enumerate() {
        if let Some(next) = label_paragraph(block, blocks.get(at + 1)) {
            groups.push(Group { label, blocks: &blocks[start..at] });
            label = Some(next);
            start = at + 1;
        }
    }
    groups.push(Group { label, blocks: &blocks[start..] });
    groups
}

/// A paragraph that is nothing but a name for what follows it.
fn label_paragraph<'a>(block: &'a Block, next: Option<&Block>) -> Option<&'a Arc<Paragraph>> {
    let Block::Paragraph(paragraph) = block else { return None };
    let lead_in = wording::lead_in(&paragraph.content)?;
    let leads = match next? {
        Block::List(_) | Block::Table(_) => true,
        Block::Paragraph(_) | Block::Quote { .. } | Block::Details(_) => lead_in.marked,
        Block::Heading(_) | Block::Code { .. } | Block::Rule { .. } => false,
    };
    (lead_in.alone && leads).then_some(paragraph)
}

impl Chunk<'_> {
    /// Whether a list of statements stands in it.
    pub fn has_list(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::List(_)))
    }

    /// Items of its lists.
    pub fn listed(&self) -> usize {
        let items = |block: &Block| if let Block::List(list) = block { list.items.len() } else { 0 };
        self.blocks.iter().map(items).sum()
    }

    /// Statements of its tables; of cells that hold lists, the items.
    pub fn tabled(&self) -> usize {
        let tables = self.blocks.iter().filter(|block| table::is_statements(block));
        tables.map(|table| texts(std::slice::from_ref(table)).len()).sum()
    }

    /// Whether it holds running text and no list.
    pub fn is_prose(&self) -> bool {
        !self.has_list() && self.blocks.iter().any(|block| matches!(block, Block::Paragraph(_)))
    }

    /// Whether its heading groups several behind it, which are deeper.
    pub fn is_above(&self, next: &[Self]) -> bool {
        let is_deeper = |next: &Self| self.heading.zip(next.heading).is_some_and(|(own, next)| own.depth < next.depth);
        next.len() > 1 && next[..2].iter().all(is_deeper)
    }

    /// Whether it holds words at all.
    pub fn has_words(&self) -> bool {
        texts(self.blocks).iter().any(|inlines| !inlines.is_blank())
    }
}

impl Group<'_> {
    /// Whether a list of statements stands in it.
    pub fn has_list(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::List(_)))
    }
}
