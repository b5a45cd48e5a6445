//! What stands under a level → its summary, facts, criteria and guidance. Two passes: [`Recurrence`] learns over all
//! levels which names come back, for only those can be dimensions; [`read`] then sorts one level.
//!
//! The rules of a careful reader: the innermost heading, row or column is the dimension; a lead-in or outer bullet is
//! one where it comes back over the levels; the parent of nested bullets is never a criterion; paragraphs are criteria
//! only under a dimension without a list, or where the levels consist of paragraphs.

mod cell;
mod chunk;
mod fact;
mod list;
mod recurrence;
mod section;
mod table;

pub use recurrence::Recurrence;
pub use table::are_statements;

use super::framework::{Criterion, Fact, Section, State};
use super::sketch::{Content, LevelSketch};
use crate::text::{Block, Heading, Inlines};

/// A level's content, sorted.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Body {
    pub summary: Vec<Block>,
    pub facts: Vec<Fact>,
    pub criteria: Vec<Criterion>,
    pub guidance: Vec<Section>,
    pub navigation: Vec<Block>,
    /// What the level says of itself where it has no criteria.
    pub state: Option<State>,
}

/// Where a statement stands.
#[derive(Clone, Debug)]
struct Place<'a> {
    /// What comes back over the levels.
    names: &'a Recurrence,
    dimension: Option<String>,
    /// The heading that gives the dimension, for prose beside the statements.
    heading: Option<&'a Heading>,
    lead: Option<Inlines>,
}

/// Sorts what stands under a level.
pub fn read(level: &LevelSketch, recurrence: &Recurrence) -> Body {
    let mut body = Body::default();
    for part in &level.parts {
        let place = Place { names: recurrence, dimension: part.dimension.clone(), heading: None, lead: None };
        match &part.content {
            Content::Section(blocks) => section::read(blocks, &place, &mut body),
            Content::Cell(blocks) => cell::read(blocks, &place, &mut body),
            Content::Statement(blocks) => list::statement(blocks, &place, &mut body),
            Content::Summary(blocks) => body.summary.extend(blocks.iter().cloned()),
        }
    }
    body.facts.extend(level.facts.iter().cloned());
    body
}

impl Body {
    /// Keeps words of state as they are written: of one dimension as a fact, else as the summary of the level.
    fn tell_state(&mut self, state: State, words: Inlines, place: &Place) {
        self.state.get_or_insert(state);
        let Some(span) = words.span() else { return };
        match &place.dimension {
            Some(name) => self.facts.push(Fact { name: name.clone(), value: words, span }),
            None => self.summary.push(Block::paragraph(words, span)),
        }
    }

    /// Keeps prose: in front of the criteria it introduces the level, elsewhere it is guidance under its heading.
    fn keep(&mut self, block: &Block, place: &Place) {
        if matches!(block, Block::Rule { .. }) {
            return;
        }
        if self.criteria.is_empty() && place.heading.is_none() && place.dimension.is_none() {
            self.summary.push(block.clone());
        } else {
            self.keep_under(place.heading, block);
        }
    }

    /// Keeps prose as guidance under a heading.
    fn keep_under(&mut self, heading: Option<&Heading>, block: &Block) {
        let same = |section: &&mut Section| section.heading.as_ref() == heading.map(|heading| &heading.content);
        match self.guidance.last_mut().filter(same) {
            Some(section) => {
                section.span = section.span.to(block.span());
                section.blocks.push(block.clone());
            }
            None => self.guidance.push(Section {
                heading: heading.map(|heading| heading.content.clone()),
                depth: heading.map_or(0, |heading| heading.depth),
                id: heading.and_then(|heading| heading.id.clone()),
                blocks: vec![block.clone()],
                span: heading.map_or(block.span(), |heading| heading.span.to(block.span())),
            }),
        }
    }

    /// Keeps a heading that has nothing of its own.
    fn keep_heading(&mut self, heading: &Heading) {
        self.guidance.push(Section {
            heading: Some(heading.content.clone()),
            depth: heading.depth,
            id: heading.id.clone(),
            blocks: Vec::new(),
            span: heading.span,
        });
    }
}
