//! Lines of progression among levels that stand in one place: several tracks that are interleaved or follow one another
//! (`L4 IC`, `L4 EM`), roles that share one numbering, and managers after those who manage nobody.

use std::collections::{HashMap, HashSet};

use super::names::{self, LevelName, NameKind, RunReading};
use super::wording::key;

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
        return by_run(run, headings.len()).into_iter().flat_map(|line| by_role(line, headings)).collect();
    }
    let told_apart = by_tag(headings).or_else(|| managers(headings, run));
    told_apart.unwrap_or_else(|| by_role(all(headings.len()), headings))
}

/// Numbers that come back with other roles (`L2 Baker`, `L2 Miller`): each role is a line, where none has a number twice.
fn by_role(line: Line, headings: &[String]) -> Vec<Line> {
    let mut roles: Vec<(String, HashSet<u64>, Line)> = Vec::new();
    let mut numbers = HashSet::new();
    for at in &line.members {
        let read = names::read(&headings[*at]).filter(|name| !name.stem.is_empty() && is_coded(name));
        let Some((stem, rank)) = read.and_then(|name| Some((name.stem, name.rank?))) else { return vec![line] };
        numbers.insert(rank.0.to_bits());
        let place = roles.iter().position(|(known, ..)| *known == stem).unwrap_or(roles.len());
        if place == roles.len() {
            let name = words_of(&headings[*at], &stem);
            roles.push((stem, HashSet::new(), Line { name, members: Vec::new() }));
        }
        let (_, own, role) = &mut roles[place];
        role.members.push(*at);
        if !own.insert(rank.0.to_bits()) {
            return vec![line];
        }
    }
    let lines: Vec<Line> = roles.into_iter().map(|(.., line)| line).collect();
    if numbers.len() < line.members.len() && is_split(&lines) { lines } else { vec![line] }
}

/// Whether the number of a level is one of the ladder, and not one of a title.
fn is_coded(name: &LevelName) -> bool {
    matches!(name.kind, NameKind::Code | NameKind::CodeAndTitle | NameKind::Step)
}

/// The words of a role as a heading writes them, from the first to the last.
fn words_of(heading: &str, stem: &str) -> String {
    let of_stem: HashSet<String> = stem.split_whitespace().map(key).collect();
    let words: Vec<&str> = heading.split_whitespace().collect();
    let is_own = |word: &&str| of_stem.contains(&key(word));
    let (first, last) = (words.iter().position(is_own), words.iter().rposition(is_own));
    first.zip(last).map_or_else(String::new, |(first, last)| words[first..=last].join(" "))
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

/// Levels of managers that follow the others, the first of them lower than the last of those: a ladder that starts
/// again.
fn managers(headings: &[String], run: &RunReading) -> Option<Vec<Line>> {
    let is_manager = |at: &usize| run.levels[*at].as_ref().is_some_and(|level| level.kind == NameKind::Management);
    let first = (0..headings.len()).find(is_manager)?;
    let standing = |at: usize| names::read(&headings[at]).and_then(|name| name.standing);
    // The level just before them tells: `Principal`, `Group Manager`, `Director` goes on from its manager.
    let before = (0..first).rev().find_map(standing).unwrap_or(f32::MIN);
    let restarts = standing(first).is_some_and(|standing| standing < before);
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
