//! The resolved framework: immutable, with ids for the outside and typed references for the inside.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{ModeReason, Reason};
use crate::model::{BaseBasis, BaseKind, Evidence, Fact, Mode, ModeBasis, Rank, Section, State, Title};
use crate::text::{Block, FileId, Inlines, Span};

/// Index into [`Ladder::groups`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct GroupRef(pub usize);

/// Index into [`Ladder::dimensions`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DimensionRef(pub usize);

/// Index into [`Ladder::pages`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageRef(pub usize);

/// Index into [`Ladder::tracks`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TrackRef(pub usize);

/// A level of a track.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LevelRef {
    pub track: TrackRef,
    pub level: usize,
}

/// A criterion of a level.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CriterionRef {
    pub level: LevelRef,
    pub criterion: usize,
}

/// Everything one site publishes, resolved.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Ladder {
    pub title: Title,
    pub guidance: Vec<Section>,
    pub groups: Vec<Group>,
    /// In the order of first appearance.
    pub dimensions: Vec<Dimension>,
    /// Where loads follow one another, a track of which nothing changed is shared by them.
    pub tracks: Vec<Arc<Track>>,
    pub pages: Vec<Page>,
    /// Where each link and image of the documents leads: file it stands in, target as written → destination.
    pub links: BTreeMap<(FileId, String), Destination>,
    /// The anchor of every heading of the guidance, by the span of its section or, where it stands inside of a block, by its
    /// own; unique on the page that shows it.
    pub anchors: BTreeMap<Span, String>,
}

/// Tracks that share one numbering of levels.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    pub id: String,
    pub title: Title,
    pub guidance: Vec<Section>,
    pub navigation: Vec<Block>,
    pub tracks: Vec<TrackRef>,
}

/// What criteria are grouped by.
#[derive(Clone, PartialEq, Debug)]
pub struct Dimension {
    pub id: String,
    pub title: String,
    /// Grades, lowest first, where the source defines them.
    pub scale: Option<Vec<Grade>>,
}

/// One grade of a dimension's scale.
#[derive(Clone, PartialEq, Debug)]
pub struct Grade {
    pub name: String,
    pub text: Inlines,
}

/// A document without a ladder.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    pub id: String,
    pub title: String,
    pub group: GroupRef,
    pub sections: Vec<Section>,
    pub navigation: Vec<Block>,
    pub span: Span,
}

/// One line of progression.
#[derive(Clone, PartialEq, Debug)]
pub struct Track {
    pub id: String,
    pub title: Title,
    pub group: GroupRef,
    pub summary: Option<String>,
    pub licence: Option<String>,
    pub span: Span,
    pub guidance: Vec<Section>,
    pub navigation: Vec<Block>,
    pub mode: Mode,
    pub mode_basis: ModeBasis,
    /// `None` where nobody says and nothing shows it.
    pub mode_reason: Option<ModeReason>,
    /// Lowest first.
    pub levels: Vec<Level>,
    /// In the order of the document.
    pub dimensions: Vec<DimensionRef>,
}

/// One step of one track.
#[derive(Clone, PartialEq, Debug)]
pub struct Level {
    pub id: String,
    pub heading: String,
    pub code: Option<String>,
    pub aliases: Vec<String>,
    pub title: String,
    pub rank: Option<Rank>,
    pub state: State,
    pub summary: Vec<Block>,
    pub guidance: Vec<Section>,
    pub facts: Vec<Fact>,
    pub criteria: Vec<Criterion>,
    /// Whether this is the layer that holds at all levels of its track.
    pub is_base_layer: bool,
    pub builds_on: Vec<Base>,
    /// Replacing mode: what was in force at the previous level and no longer is.
    pub drops: Vec<CriterionRef>,
    /// Own criteria first, in their order, then what is carried on, from the nearest origin to the farthest.
    pub in_force: Vec<InForce>,
    /// False where a base is named but not found, here or anywhere below.
    pub complete: bool,
    pub equivalents: Vec<Equivalent>,
    pub span: Span,
}

/// A criterion in force at a level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InForce {
    /// The wording in force.
    pub criterion: CriterionRef,
    /// The level that stated it first (for a repeat: that of what it repeats).
    pub from: LevelRef,
}

/// What a level builds on.
#[derive(Clone, PartialEq, Debug)]
pub struct Base {
    /// As written; of an unstated base, the title of the level.
    pub name: String,
    /// The level it was resolved to; `None` where the name was not found, or found more than once.
    pub level: Option<LevelRef>,
    pub kind: BaseKind,
    pub basis: BaseBasis,
    pub evidence: Option<Evidence>,
    /// Only criteria of this dimension are built on; `None` for all.
    pub dimension: Option<DimensionRef>,
}

/// One statement that can be judged.
#[derive(Clone, PartialEq, Debug)]
pub struct Criterion {
    /// `track/level/first-six-words`.
    pub id: String,
    pub dimension: Option<DimensionRef>,
    pub label: Option<String>,
    pub lead: Option<Inlines>,
    pub text: Inlines,
    pub examples: Vec<Block>,
    pub span: Span,
    pub relation: Relation,
    /// The same or nearly the same criterion on other tracks.
    pub shared: Vec<Shared>,
}

/// What a criterion does to the levels below; design rule 3.3.
#[derive(Clone, PartialEq, Debug)]
pub struct Relation {
    pub kind: RelationKind,
    /// `None` exactly for [`RelationKind::Adds`].
    pub of: Option<CriterionRef>,
    pub basis: Option<RelationBasis>,
    /// What speaks for it.
    pub reason: Option<Reason>,
}

/// See design rule 3.3.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RelationKind {
    Adds,
    Repeats,
    Raises,
}

/// Why a relation holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RelationBasis {
    /// A repeat, word for word once normalised.
    Exact,
    /// A repeat that differs in wording or a typo, not in number, scope or obligation.
    Near,
    /// Declared by the author.
    Configured,
    /// The next grade of the same dimension.
    Scale,
    /// The same place in labelled statements that are restated level by level.
    Position,
    /// From the wording.
    Inferred,
}

/// The same criterion on another track.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shared {
    pub criterion: CriterionRef,
    /// Whether the words are equal once normalised.
    pub exact: bool,
}

/// A level of equal standing on another track.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Equivalent {
    pub level: LevelRef,
    pub basis: EquivalenceBasis,
}

/// Why two levels are of equal standing; design rule 3.4.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EquivalenceBasis {
    Configured,
    Rank,
    Alias,
}

/// Where a link of a document leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Destination {
    Home,
    Group(GroupRef),
    Track(TrackRef),
    Level(LevelRef),
    Page(PageRef),
    /// A guidance heading: the destination that shows it, and its anchor there.
    Anchor(Box<Destination>, String),
    /// A file of the project that is copied: its path.
    Asset(String),
    /// An address of the web or of mail.
    External,
    /// Nothing was found; shown as its text followed by the target.
    Broken,
}

impl Ladder {
    /// The track a reference stands for.
    pub fn track(&self, track: TrackRef) -> &Track {
        &self.tracks[track.0]
    }

    /// The level a reference stands for.
    pub fn level(&self, level: LevelRef) -> &Level {
        &self.tracks[level.track.0].levels[level.level]
    }

    /// The criterion a reference stands for.
    pub fn criterion(&self, criterion: CriterionRef) -> &Criterion {
        &self.level(criterion.level).criteria[criterion.criterion]
    }

    /// Every track with its reference.
    pub fn tracks(&self) -> impl Iterator<Item = (TrackRef, &Track)> {
        self.tracks.iter().enumerate().map(|(index, track)| (TrackRef(index), track.as_ref()))
    }

    /// Every level of a track with its reference, lowest first.
    pub fn levels(&self, track: TrackRef) -> impl Iterator<Item = (LevelRef, &Level)> {
        self.track(track).levels.iter().enumerate().map(move |(level, value)| (LevelRef { track, level }, value))
    }
}
