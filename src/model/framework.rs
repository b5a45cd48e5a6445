//! A framework as its documents tell it: groups, tracks, levels, criteria, guidance. Names are as written.

use std::sync::Arc;

use crate::text::{Block, Inlines, Span};

/// Everything one site publishes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Framework {
    pub title: Title,
    /// Guidance of the whole framework (the root README, where it holds no ladder).
    pub guidance: Vec<Section>,
    pub groups: Vec<Group>,
    /// In the order of their files, and within a file in the order of the document. Where loads follow one another, a
    /// track of which nothing changed is shared by them.
    pub tracks: Vec<Arc<Track>>,
    pub scales: Vec<Scale>,
    /// Documents that hold no ladder, other than a README that became guidance of its group.
    pub pages: Vec<Page>,
    /// How each document was read, in the order of the files.
    pub readings: Vec<Reading>,
}

/// What a framework, a group or a track is called.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Title {
    /// As its documents, its folder or its author call it.
    Written(String),
    /// A ladder that nobody named. The name of the project's own folder is no title: the same documents give the same
    /// site wherever they lie.
    Ladder,
    /// Several ladders that nobody named together.
    Ladders,
}

impl Title {
    /// As ids, data and messages have it: in English where nobody wrote it.
    pub fn plain(&self) -> &str {
        match self {
            Self::Written(title) => title,
            Self::Ladder => "Career ladder",
            Self::Ladders => "Career ladders",
        }
    }
}

impl Default for Title {
    fn default() -> Self {
        Self::Written(String::new())
    }
}

/// Tracks that share one numbering of levels; a folder or a declared name.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// The folder, relative to the content folder (`""` for the folder itself), or the declared name.
    pub path: String,
    pub title: Title,
    pub guidance: Vec<Section>,
    pub navigation: Vec<Block>,
}

/// A document without a ladder.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    pub title: String,
    /// Index into [`Framework::groups`].
    pub group: usize,
    pub sections: Vec<Section>,
    pub navigation: Vec<Block>,
    /// The whole document.
    pub span: Span,
}

/// A run of guidance under one heading; `None` before the first heading.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    pub heading: Option<Inlines>,
    /// Depth of the heading as written, 1 to 6; 0 without one.
    pub depth: u8,
    /// The id that the author gave the heading, if any.
    pub id: Option<String>,
    pub blocks: Vec<Block>,
    pub span: Span,
}

/// One line of progression.
#[derive(Clone, PartialEq, Debug)]
pub struct Track {
    pub title: Title,
    /// Index into [`Framework::groups`].
    pub group: usize,
    /// The document (the first one, where a folder makes the track).
    pub span: Span,
    pub summary: Option<String>,
    pub licence: Option<String>,
    pub guidance: Vec<Section>,
    /// Back links, breadcrumbs, lines of sibling names; in order.
    pub navigation: Vec<Block>,
    /// How criteria add up, where the author declares or states it.
    pub accumulates: Option<Stated<Mode, ModeBasis>>,
    /// What the track as a whole builds on; meant for its first defined level.
    pub builds_on: Vec<Base>,
    /// Lowest first.
    pub levels: Vec<Level>,
    /// Titles in the order of the document, or as declared.
    pub dimensions: Vec<String>,
    /// Configured pairs: criterion id → id of the criterion that it raises, each with its place.
    pub raises: Vec<(Stated<String, ()>, Stated<String, ()>)>,
}

/// A value together with where it comes from.
#[derive(Clone, PartialEq, Debug)]
pub struct Stated<T, B> {
    pub value: T,
    pub basis: B,
    pub evidence: Option<Evidence>,
}

/// The words that say something, and their place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    pub text: String,
    pub span: Span,
}

/// How criteria add up from level to level; design rule 3.2.
pub use crate::parse::Accumulation as Mode;

/// Why a mode holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ModeBasis {
    Configured,
    Stated,
    Inferred,
    Default,
}

/// A level or track that something builds on, by name.
#[derive(Clone, PartialEq, Debug)]
pub struct Base {
    /// As written: `development/delivery`, `Senior Software Engineer (SSE)`, `Engineer II`.
    pub name: String,
    /// The target of the link that names it, if it is a link.
    pub link: Option<String>,
    pub kind: BaseKind,
    pub basis: BaseBasis,
    pub evidence: Option<Evidence>,
    /// Only for criteria of this dimension ("inherits *Leadership* from Team Lead"); `None` for all.
    pub dimension: Option<String>,
}

/// Which of the three inheritances a base belongs to; design rule 3.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BaseKind {
    /// The level below on the same track.
    Previous,
    /// A level of another track.
    Branch,
    /// The level on top of which a role is worn.
    Overlay,
    /// Criteria that hold at all levels.
    Base,
}

/// Why a base holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BaseBasis {
    Configured,
    Stated,
    Default,
}

/// One step of one track.
#[derive(Clone, PartialEq, Debug)]
pub struct Level {
    /// As written, inline marks removed.
    pub heading: String,
    pub code: Option<String>,
    pub aliases: Vec<String>,
    pub title: String,
    pub rank: Option<Rank>,
    pub state: State,
    /// What stands before the criteria and is judged by nobody.
    pub summary: Vec<Block>,
    pub facts: Vec<Fact>,
    pub criteria: Vec<Criterion>,
    /// Prose of the level that stands after or between its criteria.
    pub guidance: Vec<Section>,
    pub builds_on: Vec<Base>,
    pub accumulates: Option<Stated<Mode, ModeBasis>>,
    /// Configured names of levels of equal standing.
    pub equivalents: Vec<Stated<String, ()>>,
    /// Criteria of this pseudo level hold at all levels of the track ("All levels"); it is no step of its own.
    pub is_base_layer: bool,
    /// The heading, or the cell or file that stands for it.
    pub span: Span,
}

/// A written level number; `L3.2` is 3.2. Ordered and comparable by value.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug, serde::Serialize)]
#[serde(transparent)]
pub struct Rank(pub f64);

/// Whether a level is in use.
pub use crate::parse::DeclaredState as State;

/// A named property of a level that nobody is judged on.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    pub name: String,
    pub value: Inlines,
    pub span: Span,
}

/// One statement that can be judged.
#[derive(Clone, PartialEq, Debug)]
pub struct Criterion {
    /// Title of the dimension as written, `None` without one.
    pub dimension: Option<String>,
    /// The short lead-in, without its colon; it is part of `text` too.
    pub label: Option<String>,
    /// Words of the parent bullet that are neither dimension nor criterion.
    pub lead: Option<Inlines>,
    /// The whole criterion, its label included.
    pub text: Inlines,
    /// Illustrations under it; never judged.
    pub examples: Vec<Block>,
    pub span: Span,
}

/// The ordered grades of a dimension.
#[derive(Clone, PartialEq, Debug)]
pub struct Scale {
    pub dimension: String,
    /// Index into [`Framework::groups`].
    pub group: usize,
    /// Lowest first.
    pub grades: Vec<Grade>,
    /// Whether a grade contains those below it, as the source says.
    pub inclusive: bool,
}

/// One named grade of a scale and its definition.
#[derive(Clone, PartialEq, Debug)]
pub struct Grade {
    pub name: String,
    pub text: Inlines,
    pub span: Span,
}

/// How one document was read, for `outline`.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The whole document.
    pub span: Span,
    /// Name of the shape that won, or `None` where the document is a page of guidance.
    pub shape: Option<&'static str>,
    /// From 0 (a guess) to 1 (declared, or no other reading is possible).
    pub confidence: f32,
    /// Why, in a few words each: `7 headings of the form "Level N"`.
    pub evidence: Vec<String>,
    /// Index into [`Framework::tracks`] of every track that was read from it.
    pub tracks: Vec<usize>,
    /// Words that were left as guidance or navigation, counted.
    pub guidance_words: usize,
    /// The two lines of front matter that would change the reading, where they help.
    pub suggestion: Option<String>,
}
