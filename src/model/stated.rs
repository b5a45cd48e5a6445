//! What the prose says about inheritance, put where it applies: a sentence of a level to that level, one beside the
//! levels to their track, one of a README to the tracks of its folder.

use super::claims::{Claim, Named, Says, claims, full_name};
use super::framework::{
    Base, BaseBasis, BaseKind, Criterion, Evidence, Level, Mode, ModeBasis, Scale, Section, Stated, Track,
};
use super::names;
use super::wording::{has_at_most, key};
use crate::text::{Block, FileId, Inlines, Run, runs};

/// Longest criterion that only points to another level ("Same as L2"), in words.
const POINTER_WORDS: usize = 8;
/// The share of levels whose own sentences say how the track accumulates.
const SHARE: f32 = 0.5;

/// A document without a ladder beside or above some tracks.
pub struct Readme<'a> {
    pub file: FileId,
    pub folder: &'a str,
    pub mode: Stated<Mode, ModeBasis>,
}

/// What the README says that is nearest above a track; `is_above` says whether one in a folder is above it.
pub fn nearest<'r>(readmes: &'r [Readme], is_above: impl Fn(&str) -> bool) -> Option<&'r Stated<Mode, ModeBasis>> {
    let above = readmes.iter().filter(|readme| is_above(readme.folder));
    above.max_by_key(|readme| readme.folder.split('/').count()).map(|readme| &readme.mode)
}

/// Scales are inclusive where the document that defines them says that levels add up.
pub fn inclusive(scales: &mut [Scale], readmes: &[Readme]) {
    for scale in scales {
        let defined = scale.grades.first().map(|grade| grade.span.file);
        let readme = readmes.iter().find(|readme| Some(readme.file) == defined);
        scale.inclusive |= readme.is_some_and(|readme| readme.mode.value == Mode::Cumulative);
    }
}

/// How levels accumulate, as the blocks of a README say. What stands beside a link to a document speaks of that
/// document alone.
pub fn mode(blocks: &[Block]) -> Option<Stated<Mode, ModeBasis>> {
    let of_all = texts(blocks).into_iter().filter(|inlines| !introduces(inlines));
    of_all.flat_map(claims).find_map(as_mode)
}

/// Whether a text introduces a document: it links to one.
fn introduces(inlines: &Inlines) -> bool {
    let is_web = |target: &str| target.contains("://") || target.starts_with("mailto:") || target.starts_with('#');
    inlines.links().iter().any(|link| !is_web(&link.target))
}

/// Applies what the prose of a track says.
pub fn of_track(track: &mut Track) {
    for section in &track.guidance {
        for claim in of_blocks(&section.blocks) {
            match claim.says {
                Says::Accumulates(_) => track.accumulates = track.accumulates.take().or_else(|| as_mode(claim)),
                Says::BuildsOn(named) if section.depth == 0 => {
                    add_base(&mut track.builds_on, named, claim.evidence, None)
                }
                Says::BuildsOn(_) => {}
            }
        }
    }
    track.levels.iter_mut().for_each(of_level);
    let said: Vec<&Stated<Mode, ModeBasis>> = track
        .levels
        .iter()
        .filter_map(|level| level.accumulates.as_ref())
        .filter(|mode| mode.basis == ModeBasis::Stated)
        .collect();
    if said.len() as f32 >= SHARE * track.levels.len() as f32 && track.accumulates.is_none() {
        track.accumulates = said.first().map(|mode| (*mode).clone());
    }
}

fn of_level(level: &mut Level) {
    let mut found: Vec<(Claim, Option<String>)> =
        of_blocks(&level.summary).into_iter().map(|claim| (claim, None)).collect();
    for section in &level.guidance {
        let dimension = dimension_of(section, &level.criteria);
        found.extend(of_blocks(&section.blocks).into_iter().map(|claim| (claim, dimension.clone())));
    }
    found.extend(level.criteria.iter().flat_map(of_criterion));
    for (claim, dimension) in found {
        match claim.says {
            Says::Accumulates(_) => level.accumulates = level.accumulates.take().or_else(|| as_mode(claim)),
            Says::BuildsOn(mut named) => {
                named.name = full_name(&named.name, &level.heading);
                add_base(&mut level.builds_on, named, claim.evidence, dimension);
            }
        }
    }
    wear(level);
}

/// A heading that puts a role on top of a level names its base, even where no sentence does.
fn wear(level: &mut Level) {
    let Some(base) = names::read(&level.heading).and_then(|name| name.overlay_on) else { return };
    let evidence = Evidence { text: level.heading.clone(), span: level.span };
    let named = Named { name: base, link: None, kind: BaseKind::Overlay, dimension: None };
    add_base(&mut level.builds_on, named, evidence, None);
}

/// The dimension that a section's heading names.
fn dimension_of(section: &Section, criteria: &[Criterion]) -> Option<String> {
    let heading = key(&section.heading.as_ref()?.plain());
    let names = criteria.iter().filter_map(|criterion| criterion.dimension.as_ref());
    names.into_iter().find(|name| key(name) == heading).cloned()
}

/// A criterion that only points to another level, and the words over criteria.
fn of_criterion(criterion: &Criterion) -> Vec<(Claim, Option<String>)> {
    let text = Some(&criterion.text).filter(|text| has_at_most(&text.line(), POINTER_WORDS));
    let found = text.into_iter().chain(criterion.lead.as_ref()).flat_map(claims);
    let builds = found.filter(|claim| matches!(claim.says, Says::BuildsOn(_)));
    builds.map(|claim| (claim, criterion.dimension.clone())).collect()
}

fn of_blocks(blocks: &[Block]) -> Vec<Claim> {
    texts(blocks).into_iter().flat_map(claims).collect()
}

fn texts(blocks: &[Block]) -> Vec<&Inlines> {
    let texts = runs(blocks).into_iter().filter_map(|run| match run {
        Run::Inlines(inlines) => Some(inlines),
        Run::Code(..) => None,
    });
    texts.collect()
}

fn as_mode(claim: Claim) -> Option<Stated<Mode, ModeBasis>> {
    match claim.says {
        Says::Accumulates(value) => Some(Stated { value, basis: ModeBasis::Stated, evidence: Some(claim.evidence) }),
        Says::BuildsOn(_) => None,
    }
}

/// Adds a stated base, unless the author configured one or the same is stated already.
fn add_base(bases: &mut Vec<Base>, named: Named, evidence: Evidence, dimension: Option<String>) {
    let configured = bases.iter().any(|base| base.basis == BaseBasis::Configured);
    let dimension = named.dimension.clone().or(dimension);
    let of = |dimension: &Option<String>| dimension.as_ref().map(|dimension| key(dimension));
    let same = |base: &Base| key(&named.name).ends_with(&key(&base.name)) && of(&base.dimension) == of(&dimension);
    if configured || bases.iter().any(same) {
        return;
    }
    let Named { name, link, kind, .. } = named;
    bases.push(Base { name, link, kind, basis: BaseBasis::Stated, evidence: Some(evidence), dimension });
}
