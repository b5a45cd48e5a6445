//! A document without a ladder: its words as guidance, the scales that it defines, and what it says of the tracks beside
//! and below it. It depends on the document alone, so it is remembered as long as that stays what it is.

use super::file::File;
use crate::model::framework::{Mode, ModeBasis, Scale, Stated};
use crate::model::guidance::{self, Guidance};
use crate::model::{scales, stated};
use crate::text::{Block, count_words};

/// What a document says that is no ladder.
#[derive(Debug)]
pub struct Prose {
    pub guidance: Guidance,
    /// Their group is still to be set.
    pub scales: Vec<Scale>,
    /// How levels accumulate.
    pub mode: Option<Stated<Mode, ModeBasis>>,
    /// In sections.
    pub words: usize,
    /// In navigation.
    pub navigation_words: usize,
}

impl Prose {
    /// Reads a document without a ladder.
    pub fn of(file: &File) -> Self {
        let guidance = guidance(file);
        Self {
            words: guidance.sections.iter().map(|section| count_words(&section.blocks)).sum(),
            navigation_words: count_words(&guidance.navigation),
            guidance,
            scales: scales::defined(file),
            mode: stated::mode(file.blocks()),
        }
    }
}

/// All but the title.
fn guidance(file: &File) -> Guidance {
    let blocks = file.blocks();
    let title = file.view().title().map(|title| file.view().outline.nodes[title].at);
    let title = title.filter(|at| is_called(&blocks[*at], file.title()));
    let rest: Vec<&Block> = (0..blocks.len()).filter(|at| Some(*at) != title).map(|at| &blocks[at]).collect();
    guidance::sort(&rest)
}

fn is_called(block: &Block, title: &str) -> bool {
    matches!(block, Block::Heading(heading) if heading.content.plain() == title)
}
