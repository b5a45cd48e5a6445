//! One file per level: titles or file names of a folder that read as a run of levels.

use std::collections::BTreeSet;

use super::file::File;
use super::links;
use crate::model::names::{self, NameKind, RunLevel, RunReading};
use crate::model::shapes::single_level;
use crate::model::sketch::{Sketch, TrackSketch};
use crate::parse::DocumentKind;

/// Standing of a name without a word of standing.
pub const PLAIN: f32 = 3.0;
/// Headings that a file without a name must have in common with its siblings.
const COMMON_HEADINGS: usize = 2;
/// How sure the names of the files together must be.
const CONFIDENCE: f32 = 0.35;

/// The files that are levels of the folder's track, lowest first.
pub fn members(folder: &[usize], files: &[File]) -> Vec<usize> {
    let documents = folder.iter().filter(|index| !files[**index].is_readme()).count();
    levels_of(folder, documents, files)
}

/// The files that are levels of the track of the folder above, where each speaks for a folder of its own.
pub fn lone_members(lone: &[usize], files: &[File]) -> Vec<usize> {
    let levels = levels_of(lone, lone.len(), files);
    if levels.len() < 2 { Vec::new() } else { levels }
}

fn levels_of(folder: &[usize], documents: usize, files: &[File]) -> Vec<usize> {
    let can_be: Vec<usize> = folder.iter().copied().filter(|index| files[*index].glance().as_level.is_some()).collect();
    let read: Vec<(usize, String)> = can_be.iter().filter_map(|index| Some((*index, name(&files[*index])?))).collect();
    let titles: Vec<(usize, String)> = can_be.iter().map(|index| (*index, files[*index].title().to_owned())).collect();
    let count = |run: &RunReading| run.levels.iter().flatten().count();
    let (by_name, by_title) = (run_of(&read), run_of(&titles));
    let (named, run) = if count(&by_title) > count(&by_name) { (titles, by_title) } else { (read, by_name) };
    let is_sure = |index: usize| files[index].declared_kind() == Some(DocumentKind::Level);
    let chosen = (0..named.len()).filter(|place| is_sure(named[*place].0) || run.levels[*place].is_some());
    let mut levels: Vec<usize> = chosen.map(|place| named[place].0).collect();
    let others: Vec<usize> = can_be.into_iter().filter(|index| !levels.contains(index)).collect();
    levels.extend(alike(&levels, &others, files));
    let enough = match levels.as_slice() {
        [] => false,
        [one] => is_sure(*one) || files[*one].glance().is_level_alone && documents == 1,
        several => {
            let is_sure_of_one = several.iter().any(|index| files[*index].glance().is_level_alone);
            several.len() * 2 >= documents && (run.confidence >= CONFIDENCE || is_sure_of_one)
        }
    };
    if enough { ordered(levels, files) } else { Vec::new() }
}

fn run_of(named: &[(usize, String)]) -> RunReading {
    let names: Vec<&String> = named.iter().map(|(_, name)| name).collect();
    names::run(&names)
}

/// What a file is called as a level.
pub fn called(file: &File) -> String {
    name(file).unwrap_or_else(|| file.title().to_owned())
}

/// What a file would be called as a level.
fn name(file: &File) -> Option<String> {
    let declared = file.declared_kind().map(|_| file.title().to_owned());
    named(file).map(str::to_owned).or(declared)
}

fn named<'f>(file: &'f File) -> Option<&'f str> {
    file.glance().as_level.as_ref()?.name.as_deref()
}

/// Files whose titles say nothing, but whose headings are those of the levels beside them.
fn alike(levels: &[usize], others: &[usize], files: &[File]) -> Vec<usize> {
    let known: BTreeSet<&String> = levels.iter().flat_map(|index| headings(&files[*index])).collect();
    let is_alike = |index: &usize| {
        let own = || headings(&files[*index]);
        let common = own().filter(|name| known.contains(name)).count();
        let is_other = files[*index].is_readme() || names::is_elsewhere(files[*index].title());
        common >= COMMON_HEADINGS && common * 2 >= own().count() && !is_other
    };
    others.iter().copied().filter(is_alike).collect()
}

/// The headings below the title.
fn headings<'f>(file: &'f File) -> impl Iterator<Item = &'f String> {
    file.glance().as_level.iter().flat_map(|level| &level.headings)
}

/// In the order of a document that links to all of them; else by the numbers of their codes, else by standing.
pub fn ordered(levels: Vec<usize>, files: &[File]) -> Vec<usize> {
    let named: Vec<(usize, String)> = levels.into_iter().map(|index| (index, called(&files[index]))).collect();
    let run = run_of(&named);
    let numbered =
        run.levels.iter().all(|level| level.as_ref().is_some_and(|level| level.code.is_some() && level.rank.is_some()));
    if let Some(counted) = by_file_numbers(&named, files).filter(|_| !numbered) {
        return counted;
    }
    let place = |level: &Option<Box<RunLevel>>| {
        let standing = level.as_ref().and_then(|level| level.standing).unwrap_or(PLAIN);
        let rank = level.as_ref().and_then(|level| level.rank).map_or(0.0, |rank| rank.0);
        (if numbered { 0.0 } else { standing }, rank)
    };
    let mut placed: Vec<((f32, f64), usize)> =
        named.iter().zip(&run.levels).map(|((index, _), level)| (place(level), *index)).collect();
    placed.sort_by(|a, b| a.0.partial_cmp(&b.0).unwrap_or(std::cmp::Ordering::Equal));
    let placed: Vec<usize> = placed.into_iter().map(|(_, index)| index).collect();
    links::order(&placed, files).unwrap_or(placed)
}

/// In the order of the numbers that all file names give their levels (`level-2-baker.md`); a lone ordinal in front of
/// a name numbers files, not levels.
fn by_file_numbers(named: &[(usize, String)], files: &[File]) -> Option<Vec<usize>> {
    let number = |(index, _): &(usize, String)| {
        let name = names::read(&names::from_file_name(&files[*index].name))?;
        let is_step = matches!(name.kind, NameKind::Step | NameKind::Code | NameKind::CodeAndTitle);
        Some((name.rank.filter(|_| is_step)?.0, *index))
    };
    let mut numbered = named.iter().map(number).collect::<Option<Vec<(f64, usize)>>>()?;
    numbered.sort_by(|a, b| a.0.total_cmp(&b.0));
    Some(numbered.into_iter().map(|(_, index)| index).collect())
}

/// The files as the levels of one track.
pub fn sketch<'a>(levels: &[usize], files: &[File<'a>]) -> Sketch<'a> {
    let mut track = TrackSketch::default();
    for index in levels {
        let file = &files[*index];
        let sketch = single_level::sketch(file.view());
        track.rest.extend(sketch.rest);
        for mut level in sketch.tracks.into_iter().flat_map(|track| track.levels) {
            if let Some(name) =
                named(file).filter(|_| level.heading.is_empty() || names::read(&level.heading).is_none())
            {
                level.heading = name.to_owned();
            }
            if level.heading.is_empty() {
                level.heading = file.title().to_owned();
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
