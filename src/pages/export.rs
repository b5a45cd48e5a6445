//! The resolved framework as plain data, for other programs: design §6. Ids instead of references, plain text instead of
//! marks. Fields may be added; none is removed or renamed within a version.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::Site;
use super::plain::plain;
use super::reason::{reason, restated};
use super::words::Words;
use crate::resolve::{
    Base, BaseBasis, BaseKind, Criterion, CriterionRef, Dimension, EquivalenceBasis, Equivalent, Evidence, Fact, Grade,
    Group, InForce, Level, LevelRef, Mode, ModeBasis, ModeReason, Page, Reason, Relation, RelationBasis, RelationKind,
    Section, Shared, State, Track,
};
use crate::text::{Block, Inlines, Location, Span};

/// The version of the contract.
const SCHEMA_VERSION: u32 = 1;

/// The whole framework.
#[derive(Serialize)]
pub struct ExportView<'a> {
    schema_version: u32,
    title: &'a str,
    guidance: Vec<SectionData<'a>>,
    groups: Vec<GroupData<'a>>,
    dimensions: Vec<DimensionData<'a>>,
    tracks: Tracks<'a>,
    /// Documents that hold no ladder.
    pages: Vec<PageData<'a>>,
}

/// Makes the export of a site.
pub fn export(site: &Site) -> ExportView<'_> {
    let export = Export { site };
    let ladder = &site.ladder;
    ExportView {
        schema_version: SCHEMA_VERSION,
        title: ladder.title.plain(),
        guidance: export.sections(&ladder.guidance),
        groups: ladder.groups.iter().map(|group| export.group(group)).collect(),
        dimensions: ladder.dimensions.iter().map(dimension).collect(),
        tracks: Tracks(Export { site }),
        pages: ladder.pages.iter().map(|page| export.page(page)).collect(),
    }
}

/// Tracks, each made when it is written: the export of a large framework is never in memory as a whole.
struct Tracks<'a>(Export<'a>);

impl Serialize for Tracks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.site.ladder.tracks.iter().map(|track| self.0.track(track)))
    }
}

#[derive(Serialize, Debug)]
struct SectionData<'a> {
    heading: Option<String>,
    text: String,
    source: Location<'a>,
}

#[derive(Serialize, Debug)]
struct GroupData<'a> {
    id: &'a str,
    title: &'a str,
    guidance: Vec<SectionData<'a>>,
}

#[derive(Serialize, Debug)]
struct PageData<'a> {
    id: &'a str,
    title: &'a str,
    group: Option<&'a str>,
    guidance: Vec<SectionData<'a>>,
    source: Location<'a>,
}

#[derive(Serialize, Debug)]
struct DimensionData<'a> {
    id: &'a str,
    title: &'a str,
    scale: Option<Vec<GradeData<'a>>>,
}

#[derive(Serialize, Debug)]
struct GradeData<'a> {
    name: &'a str,
    text: String,
}

#[derive(Serialize, Debug)]
struct TrackData<'a> {
    id: &'a str,
    title: &'a str,
    group: Option<&'a str>,
    summary: Option<&'a str>,
    licence: Option<&'a str>,
    source: Location<'a>,
    guidance: Vec<SectionData<'a>>,
    accumulates: AccumulatesData<'a>,
    levels: Vec<LevelData<'a>>,
}

#[derive(Serialize, Debug)]
struct AccumulatesData<'a> {
    mode: Mode,
    basis: ModeBasis,
    evidence: Option<EvidenceData<'a>>,
}

#[derive(Serialize, Debug)]
struct EvidenceData<'a> {
    text: Cow<'a, str>,
    source: Location<'a>,
}

#[derive(Serialize, Debug)]
struct LevelData<'a> {
    id: &'a str,
    heading: &'a str,
    code: Option<&'a str>,
    aliases: &'a [String],
    title: &'a str,
    rank: Option<Number>,
    state: State,
    summary: Option<String>,
    guidance: Vec<SectionData<'a>>,
    complete: bool,
    /// Whether these are the criteria that hold at all levels of the track.
    base_layer: bool,
    source: Location<'a>,
    facts: Vec<FactData<'a>>,
    criteria: Vec<CriterionData<'a>>,
    builds_on: Vec<BaseData<'a>>,
    drops: Vec<&'a str>,
    in_force: Vec<InForceData<'a>>,
    equivalents: Vec<EquivalentData<'a>>,
}

/// A rank: 5, but 3.2.
#[derive(Serialize, Debug)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Part(f64),
}

#[derive(Serialize, Debug)]
struct FactData<'a> {
    name: &'a str,
    value: String,
}

#[derive(Serialize, Debug)]
struct CriterionData<'a> {
    id: &'a str,
    dimension: Option<&'a str>,
    label: Option<&'a str>,
    lead: Option<String>,
    text: Cow<'a, str>,
    examples: Vec<String>,
    source: Location<'a>,
    relation: RelationData<'a>,
    shared: Vec<SharedData<'a>>,
}

#[derive(Serialize, Debug)]
struct RelationData<'a> {
    kind: RelationKind,
    of: Option<&'a str>,
    basis: Option<RelationBasis>,
    /// What both have in common and what changed, and the place of the other one.
    evidence: Option<EvidenceData<'a>>,
}

#[derive(Serialize, Debug)]
struct SharedData<'a> {
    criterion: &'a str,
    exact: bool,
}

#[derive(Serialize, Debug)]
struct BaseData<'a> {
    name: &'a str,
    track: Option<&'a str>,
    level: Option<&'a str>,
    kind: BaseKind,
    basis: BaseBasis,
    evidence: Option<EvidenceData<'a>>,
    resolved: bool,
    /// Only criteria of this dimension are built on.
    dimension: Option<&'a str>,
}

#[derive(Serialize, Debug)]
struct InForceData<'a> {
    criterion: &'a str,
    from: PlaceData<'a>,
}

#[derive(Serialize, Debug)]
struct PlaceData<'a> {
    track: &'a str,
    level: &'a str,
}

#[derive(Serialize, Debug)]
struct EquivalentData<'a> {
    track: &'a str,
    level: &'a str,
    basis: EquivalenceBasis,
}

/// The way from references to ids and places.
struct Export<'a> {
    site: &'a Site,
}

impl<'a> Export<'a> {
    fn group(&self, group: &'a Group) -> GroupData<'a> {
        GroupData { id: &group.id, title: group.title.plain(), guidance: self.sections(&group.guidance) }
    }

    fn page(&self, page: &'a Page) -> PageData<'a> {
        PageData {
            id: &page.id,
            title: &page.title,
            group: self.group_id(page.group.0),
            guidance: self.sections(&page.sections),
            source: self.place(page.span),
        }
    }

    fn track(&self, track: &'a Track) -> TrackData<'a> {
        TrackData {
            id: &track.id,
            title: track.title.plain(),
            group: self.group_id(track.group.0),
            summary: track.summary.as_deref(),
            licence: track.licence.as_deref(),
            source: self.place(track.span),
            guidance: self.sections(&track.guidance),
            accumulates: AccumulatesData {
                mode: track.mode,
                basis: track.mode_basis,
                evidence: track.mode_reason.as_ref().map(|reason| self.mode_reason(reason)),
            },
            levels: track.levels.iter().map(|level| self.level(level)).collect(),
        }
    }

    fn level(&self, level: &'a Level) -> LevelData<'a> {
        let in_force = |held: &InForce| {
            let (track, level) = self.level_ids(held.from);
            InForceData { criterion: self.id(held.criterion), from: PlaceData { track, level } }
        };
        LevelData {
            id: &level.id,
            heading: &level.heading,
            code: level.code.as_deref(),
            aliases: &level.aliases,
            title: &level.title,
            rank: level.rank.map(|rank| number(rank.0)),
            state: level.state,
            summary: words(&level.summary),
            guidance: self.sections(&level.guidance),
            complete: level.complete,
            base_layer: level.is_base_layer,
            source: self.place(level.span),
            facts: level.facts.iter().map(fact).collect(),
            criteria: level.criteria.iter().map(|criterion| self.criterion(criterion)).collect(),
            builds_on: level.builds_on.iter().map(|base| self.base(base)).collect(),
            drops: level.drops.iter().map(|of| self.id(*of)).collect(),
            in_force: level.in_force.iter().map(in_force).collect(),
            equivalents: level.equivalents.iter().map(|equivalent| self.equivalent(equivalent)).collect(),
        }
    }

    fn criterion(&self, criterion: &'a Criterion) -> CriterionData<'a> {
        let shared = |shared: &Shared| SharedData { criterion: self.id(shared.criterion), exact: shared.exact };
        CriterionData {
            id: &criterion.id,
            dimension: criterion.dimension.map(|dimension| self.site.ladder.dimensions[dimension.0].id.as_str()),
            label: criterion.label.as_deref(),
            lead: criterion.lead.as_ref().map(Inlines::plain),
            text: criterion.text.line(),
            examples: criterion.examples.iter().filter_map(|block| words(std::slice::from_ref(block))).collect(),
            source: self.place(criterion.span),
            relation: self.relation(&criterion.relation),
            shared: criterion.shared.iter().map(shared).collect(),
        }
    }

    fn relation(&self, relation: &'a Relation) -> RelationData<'a> {
        let evidence = |(of, why): (CriterionRef, &Reason)| EvidenceData {
            text: reason(Words::english(), &self.site.ladder, why).into(),
            source: self.place(self.site.ladder.criterion(of).span),
        };
        RelationData {
            kind: relation.kind,
            of: relation.of.map(|of| self.id(of)),
            basis: relation.basis,
            evidence: relation.of.zip(relation.reason.as_ref()).map(evidence),
        }
    }

    fn base(&self, base: &'a Base) -> BaseData<'a> {
        let (track, level) = base.level.map(|level| self.level_ids(level)).unzip();
        BaseData {
            name: &base.name,
            track,
            level,
            kind: base.kind,
            basis: base.basis,
            evidence: base.evidence.as_ref().map(|evidence| self.evidence(evidence)),
            resolved: base.level.is_some(),
            dimension: base.dimension.map(|dimension| self.site.ladder.dimensions[dimension.0].id.as_str()),
        }
    }

    fn equivalent(&self, equivalent: &Equivalent) -> EquivalentData<'a> {
        let (track, level) = self.level_ids(equivalent.level);
        EquivalentData { track, level, basis: equivalent.basis }
    }

    fn sections(&self, sections: &'a [Section]) -> Vec<SectionData<'a>> {
        let section = |section: &'a Section| SectionData {
            heading: section.heading.as_ref().map(Inlines::plain),
            text: plain(&section.blocks),
            source: self.place(section.span),
        };
        sections.iter().map(section).collect()
    }

    fn mode_reason(&self, reason: &'a ModeReason) -> EvidenceData<'a> {
        match reason {
            ModeReason::Written(evidence) => self.evidence(evidence),
            ModeReason::Restated { levels, statements, first } => EvidenceData {
                text: restated(Words::english(), *levels, *statements).into(),
                source: self.place(*first),
            },
        }
    }

    fn evidence(&self, evidence: &'a Evidence) -> EvidenceData<'a> {
        EvidenceData { text: evidence.text.as_str().into(), source: self.place(evidence.span) }
    }

    fn group_id(&self, group: usize) -> Option<&'a str> {
        self.site.ladder.groups.get(group).map(|group| group.id.as_str())
    }

    fn level_ids(&self, level: LevelRef) -> (&'a str, &'a str) {
        (&self.site.ladder.track(level.track).id, &self.site.ladder.level(level).id)
    }

    fn id(&self, criterion: CriterionRef) -> &'a str {
        &self.site.ladder.criterion(criterion).id
    }

    fn place(&self, span: Span) -> Location<'a> {
        self.site.sources.locate(span)
    }
}

fn dimension(dimension: &Dimension) -> DimensionData<'_> {
    DimensionData {
        id: &dimension.id,
        title: &dimension.title,
        scale: dimension.scale.as_ref().map(|grades| grades.iter().map(grade).collect()),
    }
}

fn grade(grade: &Grade) -> GradeData<'_> {
    GradeData { name: &grade.name, text: grade.text.plain() }
}

fn fact(fact: &Fact) -> FactData<'_> {
    FactData { name: &fact.name, value: fact.value.plain() }
}

fn words(blocks: &[Block]) -> Option<String> {
    Some(plain(blocks)).filter(|words| !words.is_empty())
}

fn number(rank: f64) -> Number {
    if rank.fract() == 0.0 && rank.abs() < 1e15 { Number::Whole(rank as i64) } else { Number::Part(rank) }
}
