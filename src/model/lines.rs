//! Lines of progression among levels that stand in one place: several tracks that are interleaved or follow one another
//! (`L4 IC`, `L4 EM`), and managers after those who manage nobody.

use std::collections::HashMap;

use super::names::{self, NameKind, RunReading};

/// Fewest levels of a line of its own.
const FEWEST: usize = 2;

/// One line: what tells it from the others, and its levels.
pub struct Line {
    pub name: String,
    pub members: Vec<usize>,
}

/// The lines of a run, in the order of their first levels; one where nothing tells several apart.
pub fn of(headings: &[String], run: &RunReading) -> Vec<Line> {
    if run.tracks.len() > 1 {
        return by_run(run, headings.len());
    }
    by_tag(headings).or_else(|| managers(headings, run)).unwrap_or_else(|| vec![all(headings.len())])
}

fn all(count: usize) -> Line {
    Line { name: String::new(), members: (0..count).collect() }
}

fn by_run(run: &RunReading, count: usize) -> Vec<Line> {
    let track = |at: usize| run.levels[at].as_ref().map_or(0, |level| level.track);
    let lines = run.tracks.iter().enumerate().map(|(index, name)| Line {
        name: name.clone().unwrap_or_default(),
        members: (0..count).filter(|at| track(*at) == index).collect(),
    });
    lines.collect()
}

/// Every level carries a tag between code and title, and each tag has levels enough.
fn by_tag(headings: &[String]) -> Option<Vec<Line>> {
    let tags: Option<Vec<String>> = headings.iter().map(|heading| names::read(heading)?.tag).collect();
    let mut lines: Vec<Line> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, tag) in tags?.into_iter().enumerate() {
        let place = *places.entry(tag).or_insert_with_key(|tag| {
            lines.push(Line { name: tag.clone(), members: Vec::new() });
            lines.len() - 1
        });
        lines[place].members.push(at);
    }
    is_split(&lines).then_some(lines)
}

/// Levels of managers that follow the others, the first of them no higher than the highest of those: a ladder that
/// starts again.
fn managers(headings: &[String], run: &RunReading) -> Option<Vec<Line>> {
    let is_manager = |at: &usize| run.levels[*at].as_ref().is_some_and(|level| level.kind == NameKind::Management);
    let first = (0..headings.len()).find(is_manager)?;
    let standing = |at: usize| names::read(&headings[at]).and_then(|name| name.standing);
    let highest = (0..first).filter_map(standing).fold(f32::MIN, f32::max);
    let restarts = standing(first).is_some_and(|standing| standing <= highest);
    if !restarts || !(first..headings.len()).all(|at| is_manager(&at)) {
        return None;
    }
    let line = |members: Vec<usize>| {
        let ends = [members.first(), members.last()].map(|at| at.map(|at| headings[*at].clone()).unwrap_or_default());
        Line { name: ends.join(" – "), members }
    };
    let lines = vec![line((0..first).collect()), line((first..headings.len()).collect())];
    is_split(&lines).then_some(lines)
}

fn is_split(lines: &[Line]) -> bool {
    lines.len() > 1 && lines.iter().all(|line| line.members.len() >= FEWEST)
}
