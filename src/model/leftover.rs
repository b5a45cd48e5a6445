//! Nothing is lost: words of a document that are in no level, fact, criterion or guidance yet (axis labels, group rows,
//! spacers) become guidance. Takes what was made of a document, gives the smallest pieces that hold what is missing.

use std::collections::HashSet;

use super::framework::{Section, Track};
use crate::text::{Block, Inlines, Item, List, words};

/// Words that have a place, in lower case.
#[derive(Default)]
pub struct Covered(HashSet<String>);

impl Covered {
    /// Adds a name or a sentence.
    pub fn text(&mut self, text: &str) {
        let found = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        self.0.extend(found.map(str::to_lowercase));
    }

    /// Adds the words of blocks.
    pub fn blocks(&mut self, blocks: &[Block]) {
        self.0.extend(words(blocks).iter().map(|word| word.to_lowercase()));
    }

    /// Adds sections with their headings.
    pub fn sections(&mut self, sections: &[Section]) {
        for section in sections {
            self.inlines(section.heading.as_ref());
            self.blocks(&section.blocks);
        }
    }

    /// Adds everything that a track shows.
    pub fn track(&mut self, track: &Track) {
        self.text(&track.title);
        self.sections(&track.guidance);
        self.blocks(&track.navigation);
        track.dimensions.iter().for_each(|name| self.text(name));
        for level in &track.levels {
            self.text(&level.heading);
            self.text(&level.title);
            self.blocks(&level.summary);
            self.sections(&level.guidance);
            for fact in &level.facts {
                self.text(&fact.name);
                self.inlines(Some(&fact.value));
            }
            for criterion in &level.criteria {
                self.inlines(criterion.lead.as_ref());
                self.inlines(Some(&criterion.text));
                self.blocks(&criterion.examples);
            }
        }
    }

    fn inlines(&mut self, inlines: Option<&Inlines>) {
        if let Some(inlines) = inlines {
            self.text(&inlines.plain());
        }
    }

    fn has(&self, block: &Block) -> bool {
        let blocks = std::slice::from_ref(block);
        words(blocks).iter().all(|word| self.0.contains(word) || self.0.contains(&word.to_lowercase()))
    }

    /// What of some blocks has no place yet, in their order.
    pub fn missing(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().flat_map(|block| self.missing_of(block)).collect()
    }

    fn missing_of(&self, block: &Block) -> Vec<Block> {
        match block {
            Block::List(list) => {
                let left = |item: &Item| {
                    let blocks = self.missing(&item.blocks);
                    (!blocks.is_empty()).then(|| Item { blocks, ..item.clone() })
                };
                let items: Vec<Item> = list.items.iter().filter_map(left).collect();
                if items.is_empty() { Vec::new() } else { vec![Block::List(List { items, ..list.clone() })] }
            }
            Block::Table(table) => {
                let caption = table.caption.iter().map(|caption| {
                    Block::Paragraph(crate::text::Paragraph { content: caption.clone(), span: table.span })
                });
                let cells = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks);
                caption.chain(cells.cloned()).flat_map(|block| self.missing_of(&block)).collect()
            }
            Block::Quote { blocks, .. } => self.missing(blocks),
            Block::Heading(_) | Block::Paragraph(_) | Block::Details(_) | Block::Code { .. } | Block::Rule { .. } => {
                if self.has(block) {
                    Vec::new()
                } else {
                    vec![block.clone()]
                }
            }
        }
    }
}
