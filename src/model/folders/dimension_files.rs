//! One file per dimension: files of a folder that hold the same levels, and whose titles name no role and no track.

use std::collections::{HashMap, HashSet};

use super::file::File;
use crate::model::language;
use crate::model::names::{self, NameKind};
use crate::model::sketch::{LevelSketch, Sketch, TrackSketch};
use crate::model::wording::{self, key};
use crate::parse::DocumentKind;
use crate::text::fold;

/// Fewest files that make a track together without being declared, where not every title is known for a dimension.
const FEWEST: usize = 3;
/// The share of level names that two files have in common.
const COMMON: f32 = 0.6;

/// The files that are dimensions of the folder's track.
pub fn members(folder: &[usize], files: &[File]) -> Vec<usize> {
    let declared = |index: &usize| files[*index].document.declared.is.as_ref().map(|is| is.value);
    let sure: Vec<usize> =
        folder.iter().copied().filter(|index| declared(index) == Some(DocumentKind::Dimension)).collect();
    if !sure.is_empty() {
        return sure;
    }
    let candidates: Vec<(usize, &[String])> =
        folder.iter().filter_map(|index| Some((*index, files[*index].glance().as_dimension.as_deref()?))).collect();
    let Some((_, known)) = candidates.iter().max_by_key(|(_, levels)| levels.len()) else { return Vec::new() };
    let same = candidates.iter().filter(|(_, levels)| has_levels(levels, known));
    let same: Vec<usize> = same.map(|(index, _)| *index).collect();
    let told = |is: fn(&str) -> bool| same.iter().filter(|index| is(files[**index].title())).count();
    let fields = told(names_field) * 2 > same.len();
    let fewest = if told(names::is_elsewhere) == same.len() { 2 } else { FEWEST };
    if fields
        || !are_apart(&same, files)
        || same.len() < fewest
        || same.len() * 2 < folder.iter().filter(|index| files[**index].glance().has_ladder).count()
    {
        return Vec::new();
    }
    same
}

/// Whether no two files have one title: a dimension is told once.
fn are_apart(members: &[usize], files: &[File]) -> bool {
    let titles: HashSet<String> = members.iter().map(|index| fold(files[*index].title())).collect();
    titles.len() == members.len()
}

/// Whether a word of a title is a field of work.
fn names_field(title: &str) -> bool {
    fold(title).split(|letter: char| !letter.is_alphanumeric()).any(language::names_field)
}

fn has_levels(levels: &[String], known: &[String]) -> bool {
    let common = levels.iter().filter(|level| known.contains(level)).count();
    !levels.is_empty() && common as f32 >= COMMON * levels.len() as f32
}

/// What a level of one file is found by in the others: `Level 2 Junior` in one is `Level 2` in the next, but behind a
/// role other words may stand.
pub fn level_key(heading: &str) -> String {
    let step = names::read(heading).filter(|name| name.kind == NameKind::Step);
    let tagged = step.filter(|step| names::read(&step.title).is_some_and(|title| title.kind == NameKind::Seniority));
    key(tagged.as_ref().and_then(|step| step.aliases.first()).map_or(heading, String::as_str))
}

/// Levels that some files lack come to stand where their numbers say.
fn sort_by_rank(levels: &mut [LevelSketch]) {
    let rank = |level: &LevelSketch| names::read_numbered(&level.heading).and_then(|name| name.rank);
    if levels.iter().all(|level| rank(level).is_some()) {
        let order = |a: &LevelSketch, b: &LevelSketch| rank(a).partial_cmp(&rank(b));
        levels.sort_by(|a, b| order(a, b).unwrap_or(std::cmp::Ordering::Equal));
    }
}

/// The files as one track.
pub fn sketch<'a>(members: &[usize], files: &[File<'a>]) -> Sketch<'a> {
    let mut track = TrackSketch::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    for index in members {
        let file = &files[*index];
        let dimension = wording::name(file.title());
        let Some(best) = file.readings().first() else { continue };
        track.rest.extend(&best.sketch.rest);
        track.dimensions.push(dimension.clone());
        let mut at = 0;
        for level in best.sketch.tracks.iter().flat_map(|track| &track.levels) {
            let name = level_key(&level.heading);
            let place = *places.entry(name).or_insert_with(|| track.levels.len());
            if place == track.levels.len() {
                track.levels.push(LevelSketch::new(level.heading.clone(), level.span));
            }
            at = at.max(place);
            let parts = level.parts.iter().cloned().map(|mut part| {
                part.dimension.get_or_insert_with(|| dimension.clone());
                part
            });
            track.levels[place].parts.extend(parts);
        }
    }
    sort_by_rank(&mut track.levels);
    Sketch {
        confidence: 0.85,
        evidence: vec![format!("{} files with the same levels, one dimension each", members.len())],
        tracks: vec![track],
        has_dimensions: true,
        ..Sketch::default()
    }
}
