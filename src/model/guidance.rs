//! Blocks that no level claims → sections of guidance under their headings, and navigation apart.

use super::framework::Section;
use super::navigation::is_navigation;
use super::vocabulary::{Announces, announces};
use super::wording::key;
use crate::text::{Block, Heading};
use std::sync::Arc;

/// Prose and navigation of a document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Guidance {
    pub sections: Vec<Section>,
    pub navigation: Vec<Block>,
}

/// Sorts blocks into sections. A heading over links only goes with them.
pub fn sort(blocks: &[&Block]) -> Guidance {
    let mut guidance = Guidance::default();
    let mut start = 0;
    for end in 1..=blocks.len() {
        let at_end = end == blocks.len() || matches!(blocks[end], Block::Heading(_));
        if at_end {
            guidance.add(&blocks[start..end]);
            start = end;
        }
    }
    guidance
}

/// The licence that some sections name, in their words.
pub fn licence(sections: &[Section]) -> Option<String> {
    let is_licence = |section: &&Section| {
        let heading = section.heading.as_ref().map(|heading| heading.plain());
        heading.is_some_and(|heading| announces(&heading) == Some(Announces::Licence))
    };
    let headed = sections.iter().filter(is_licence).flat_map(|section| &section.blocks);
    let any = sections.iter().flat_map(|section| &section.blocks);
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.content.plain()).filter(|text| names_licence(text)),
        _ => None,
    };
    headed.chain(any).find_map(text)
}

/// Names of licences, as people write them into a sentence; letters and digits only, lower case.
const LICENCES: &[&str] = &[
    "creativecommons",
    "ccby",
    "cc0",
    "mitlicense",
    "mitlicence",
    "apachelicense",
    "apache20",
    "gpl",
    "publicdomain",
    "sharealike",
    "allrightsreserved",
];

/// Whether a text names a licence.
fn names_licence(text: &str) -> bool {
    let found = key(text);
    LICENCES.iter().any(|name| found.contains(name))
}

impl Guidance {
    fn add(&mut self, blocks: &[&Block]) {
        let (heading, rest) = match blocks.split_first() {
            Some((Block::Heading(heading), rest)) => (Some(heading), rest),
            _ => (None, blocks),
        };
        let mut kept: Vec<Block> = Vec::new();
        let mut moved: Vec<Block> = Vec::new();
        for block in rest.iter().filter(|block| !matches!(block, Block::Rule { .. })) {
            if is_navigation(block) { moved.push((*block).clone()) } else { kept.push((*block).clone()) }
        }
        match heading {
            Some(heading) if kept.is_empty() && !moved.is_empty() => {
                self.navigation.push(Block::Heading(Arc::clone(heading)));
            }
            None if kept.is_empty() => {}
            heading => self.sections.push(section(heading, kept)),
        }
        self.navigation.extend(moved);
    }
}

fn section(heading: Option<&Arc<Heading>>, blocks: Vec<Block>) -> Section {
    let spans = heading.map(|heading| heading.span).into_iter().chain(blocks.iter().map(Block::span));
    let span = spans.reduce(|a, b| a.to(b)).expect("a section has a heading or a block");
    Section {
        heading: heading.map(|heading| heading.content.clone()),
        depth: heading.map_or(0, |heading| heading.depth),
        id: heading.and_then(|heading| heading.id.clone()),
        blocks,
        span,
    }
}
