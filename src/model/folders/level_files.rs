//! One file per level: titles or file names of a folder that read as a run of levels.

use super::file::File;
use super::links;
use crate::model::names;
use crate::model::shapes::single_level;
use crate::model::sketch::{Sketch, TrackSketch};
use crate::parse::DocumentKind;

/// What a document as one level explains at least, beside a reading as a whole ladder.
const AGAINST_LADDER: f32 = 0.55;
/// How sure the names of the files together must be.
const CONFIDENCE: f32 = 0.35;

/// The files that are levels of the folder's track, lowest first.
pub fn members(folder: &[usize], files: &[File]) -> Vec<usize> {
    let declared = |index: &usize| files[*index].document.declared.is.as_ref().map(|is| is.value);
    let can_be = |index: &usize| match declared(index) {
        Some(kind) => kind == DocumentKind::Level,
        None => !is_ladder(&files[*index]) && files[*index].view.all_statements() > 0,
    };
    let candidates: Vec<(usize, String)> = folder
        .iter()
        .filter(|index| can_be(index))
        .filter_map(|index| {
            Some((
                *index,
                files[*index]
                    .level_name()
                    .map(|(name, _)| name)
                    .or_else(|| declared(index).map(|_| files[*index].title.clone()))?,
            ))
        })
        .collect();
    let texts: Vec<&String> = candidates.iter().map(|(_, name)| name).collect();
    let run = names::run(&texts);
    let sure = |position: usize| declared(&candidates[position].0) == Some(DocumentKind::Level);
    let levels: Vec<usize> = (0..candidates.len())
        .filter(|position| sure(*position) || run.levels[*position].is_some())
        .map(|position| candidates[position].0)
        .collect();
    let documents = folder.iter().filter(|index| !files[**index].is_readme()).count();
    let enough = match levels.as_slice() {
        [] => false,
        [one] => declared(one) == Some(DocumentKind::Level) || is_level_alone(&files[*one]) && documents == 1,
        several => several.len() * 2 >= documents && run.confidence >= CONFIDENCE,
    };
    if !enough {
        return Vec::new();
    }
    ordered(levels, files)
}

/// Whether the file reads as a whole ladder.
fn is_ladder(file: &File) -> bool {
    let best = file.readings.iter().find(|reading| reading.shape.name != single_level::SHAPE.name);
    best.is_some_and(|reading| reading.sketch.confidence >= AGAINST_LADDER)
}

fn is_level_alone(file: &File) -> bool {
    file.best().is_some_and(|reading| reading.shape.name == single_level::SHAPE.name)
}

/// In the order of a document that links to all of them; else by number, else by standing.
fn ordered(levels: Vec<usize>, files: &[File]) -> Vec<usize> {
    if let Some(linked) = links::order(&levels, files) {
        return linked;
    }
    let place = |index: &usize| {
        let read = files[*index].level_name().map(|(_, name)| name);
        let rank = read.as_ref().and_then(|name| name.rank).map(|rank| rank.0);
        (rank, read.and_then(|name| name.standing))
    };
    let mut levels = levels;
    if levels
        .iter()
        .all(|level| files[*level].level_name().is_some_and(|(_, name)| name.rank.is_some() && !name.codes.is_empty()))
    {
        levels.sort_by(|a, b| place(a).0.partial_cmp(&place(b).0).unwrap_or(std::cmp::Ordering::Equal));
    } else {
        let keyed = |index: &usize| (place(index).1.unwrap_or(3.0), place(index).0.unwrap_or(0.0));
        levels.sort_by(|a, b| keyed(a).partial_cmp(&keyed(b)).unwrap_or(std::cmp::Ordering::Equal));
    }
    levels
}

/// The files as the levels of one track.
pub fn sketch(levels: &[usize], files: &[File]) -> Sketch {
    let mut track = TrackSketch::default();
    for index in levels {
        let file = &files[*index];
        let sketch = single_level::sketch(&file.view);
        track.rest.extend(sketch.rest);
        for mut level in sketch.tracks.into_iter().flat_map(|track| track.levels) {
            if let Some((name, _)) =
                file.level_name().filter(|_| level.heading.is_empty() || names::read(&level.heading).is_none())
            {
                level.heading = name;
            }
            if level.heading.is_empty() {
                level.heading = file.title.clone();
            }
            track.levels.push(level);
        }
    }
    Sketch {
        confidence: 0.9,
        evidence: vec![format!("{} files, one level each", levels.len())],
        tracks: vec![track],
        ..Sketch::default()
    }
}
