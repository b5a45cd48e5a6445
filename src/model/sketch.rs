//! What a shape makes of a document, before statements are told from prose: tracks, levels, and what stands under each
//! level at each place. All shapes give this; one reader ([`super::body`]) takes it from here. Blocks are those of the
//! document wherever a shape takes them as they are, so that an explanation which loses has cost no copy.

use std::borrow::Cow;

use super::framework::Fact;
use crate::text::{Block, Inlines, Span};

/// A document as one shape explains it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sketch<'a> {
    /// How well the shape explains the document, from 0 to 1.
    pub confidence: f32,
    /// Why, in a few words each.
    pub evidence: Vec<String>,
    pub tracks: Vec<TrackSketch<'a>>,
    /// What belongs to no track, headings included, in the order of the document.
    pub rest: Vec<&'a Block>,
    /// Whether dimensions come from outside the levels (rows, columns, headings above), so that no name inside a level
    /// is needed to find one.
    pub has_dimensions: bool,
}

/// One track of a sketch.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TrackSketch<'a> {
    /// The heading above the levels, where the document has several tracks.
    pub title: Option<Inlines>,
    pub levels: Vec<LevelSketch<'a>>,
    /// What belongs to the track but to no level.
    pub rest: Vec<&'a Block>,
    /// Titles of dimensions, in order, where the shape knows them all.
    pub dimensions: Vec<String>,
}

/// One level of a sketch.
#[derive(Clone, PartialEq, Debug)]
pub struct LevelSketch<'a> {
    /// As written, marks removed.
    pub heading: String,
    pub span: Span,
    pub parts: Vec<Part<'a>>,
    /// Facts that stand apart from the level, in a table beside it.
    pub facts: Vec<Fact>,
    /// The number of the level where it is written apart from its name.
    pub number: Option<String>,
    /// The title of the level where it is written apart from its name, in a row or column of titles.
    pub title: Option<String>,
}

/// What stands under a level at one place.
#[derive(Clone, PartialEq, Debug)]
pub struct Part<'a> {
    /// The dimension that the place gives: a row, a column, a heading above.
    pub dimension: Option<String>,
    pub content: Content<'a>,
}

/// The words of a part, and how they are set.
#[derive(Clone, PartialEq, Debug)]
pub enum Content<'a> {
    /// Blocks below a heading.
    Section(Cow<'a, [Block]>),
    /// Blocks of a table cell.
    Cell(Cow<'a, [Block]>),
    /// One statement: a row that is ticked for the level, a keyed bullet.
    Statement(Cow<'a, [Block]>),
    /// What introduces the level and is judged by nobody.
    Summary(Cow<'a, [Block]>),
}

impl LevelSketch<'_> {
    /// A level without content yet.
    pub fn new(heading: impl Into<String>, span: Span) -> Self {
        Self { heading: heading.into(), span, parts: Vec::new(), facts: Vec::new(), number: None, title: None }
    }
}

impl<'a> Content<'a> {
    /// Blocks of the document below a heading.
    pub fn section(blocks: &'a [Block]) -> Self {
        Self::Section(Cow::Borrowed(blocks))
    }

    /// Blocks of the document in a cell.
    pub fn cell(blocks: &'a [Block]) -> Self {
        Self::Cell(Cow::Borrowed(blocks))
    }

    /// The blocks, whatever they are set as.
    pub fn blocks(&self) -> &[Block] {
        match self {
            Self::Section(blocks) | Self::Cell(blocks) | Self::Statement(blocks) | Self::Summary(blocks) => blocks,
        }
    }
}
