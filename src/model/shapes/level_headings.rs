//! Level headings: `## Level 3` over bullets, paragraphs, dimension headings, label paragraphs or a table.
//!
//! The levels are the headings of one depth that read as a run. Headings of the same depth between them that come back
//! after several levels belong to the level above them; deeper headings that read as steps of a level are levels too.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::siblings::Siblings;
use super::{Shape, View};
use crate::model::layout;
use crate::model::names::{self, NameKind};
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording::key;

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "level headings", read };

/// Least confidence of a run of headings.
const THRESHOLD: f32 = 0.4;

fn read(view: &View) -> Option<Sketch> {
    let strata = (1..=6).filter_map(|depth| stratum(view, depth));
    strata.max_by(|a, b| a.confidence.total_cmp(&b.confidence))
}

fn stratum(view: &View, depth: u8) -> Option<Sketch> {
    let mut groups = view.strata.of(depth).to_vec();
    let strongest = groups.iter().map(|group| group.run.confidence).fold(0.0, f32::max);
    groups.retain(|group| group.run.confidence >= THRESHOLD || count(group) == 1 && strongest >= 0.6 && sure(group));
    if groups.iter().map(count).sum::<usize>() < 2 || repeats(view, &groups) {
        return None;
    }
    let mut taken = vec![false; view.blocks.len()];
    let mut explained = 0;
    let mut tracks: Vec<TrackSketch> = Vec::new();
    for group in &groups {
        let (levels, statements) = levels(view, group, &mut taken);
        explained += statements;
        let title = group.parent.filter(|_| groups.len() > 1).map(|parent| &view.outline.nodes[parent]);
        let mut rest = Vec::new();
        if let Some(node) = title {
            taken[node.at..node.own_end].iter_mut().for_each(|taken| *taken = true);
            rest = view.blocks[node.at + 1..node.own_end].to_vec();
        }
        tracks.push(TrackSketch {
            title: title.map(|node| node.heading.content.clone()),
            levels,
            rest,
            dimensions: Vec::new(),
        });
    }
    let weight: f32 = groups.iter().map(|group| group.run.confidence * count(group) as f32).sum();
    let mean = weight / groups.iter().map(count).sum::<usize>().max(1) as f32;
    Some(Sketch {
        confidence: mean * (0.4 + 0.6 * view.share(explained).sqrt()),
        evidence: evidence(&groups, depth),
        tracks,
        rest: view.rest(&taken, title(view, &groups)),
        has_dimensions: false,
    })
}

/// The title, unless it is itself a level.
fn title(view: &View, groups: &[Siblings]) -> Option<usize> {
    view.title().filter(|title| !groups.iter().any(|group| members(group).any(|node| node == *title)))
}

fn count(group: &Siblings) -> usize {
    group.run.levels.iter().flatten().count()
}

fn sure(group: &Siblings) -> bool {
    let level = group.run.levels.iter().flatten().next();
    level.is_some_and(|level| matches!(level.kind, NameKind::Step | NameKind::Code | NameKind::CodeAndTitle))
}

fn members(group: &Siblings) -> impl Iterator<Item = usize> {
    group.nodes.iter().zip(&group.run.levels).filter(|(_, level)| level.is_some()).map(|(node, _)| *node)
}

/// Whether the same levels come back under heading after heading: then those headings are dimensions.
fn repeats(view: &View, groups: &[Siblings]) -> bool {
    let mut names: HashMap<String, usize> = HashMap::new();
    for node in groups.iter().flat_map(members) {
        *names.entry(key(&view.outline.title(node))).or_default() += 1;
    }
    let total: usize = names.values().sum();
    groups.len() >= 2 && total as f32 >= 1.5 * names.len() as f32 && !is_deep(view, groups)
}

/// Whether levels have headings of their own below them; then what is above them is a track.
pub(super) fn is_deep(view: &View, groups: &[Siblings]) -> bool {
    let nodes: Vec<usize> = groups.iter().flat_map(members).collect();
    let deep = nodes.iter().filter(|node| view.outline.nodes[**node].own_end < view.outline.nodes[**node].end).count();
    deep * 2 > nodes.len()
}

/// The levels of a group, and how many statements they explain.
fn levels(view: &View, group: &Siblings, taken: &mut [bool]) -> (Vec<LevelSketch>, usize) {
    let own = between(view, group);
    let mut levels = Vec::new();
    let mut explained = 0;
    for node in members(group) {
        let reach = reach(view, group, node, &own);
        taken[reach.clone()].iter_mut().for_each(|taken| *taken = true);
        explained += view.statements(reach.clone());
        add_levels(view, node, reach, &mut levels);
    }
    (levels, explained)
}

/// Titles of headings between the levels that come back after two or more of them.
fn between(view: &View, group: &Siblings) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let first = group.run.levels.iter().position(Option::is_some).unwrap_or(0);
    for (node, level) in group.nodes.iter().zip(&group.run.levels).skip(first) {
        if level.is_none() {
            *counts.entry(key(&view.outline.title(*node))).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= 2).map(|(name, _)| name).collect()
}

/// The blocks of a level, its heading included.
fn reach(view: &View, group: &Siblings, node: usize, own: &HashSet<String>) -> Range<usize> {
    let at = group.nodes.partition_point(|other| *other <= node);
    let following = group.nodes[at..].iter().zip(&group.run.levels[at..]);
    let mut end = view.outline.nodes[node].end;
    for (next, level) in following {
        let is_own = level.is_none() && own.contains(&key(&view.outline.title(*next)));
        if !is_own || view.outline.nodes[*next].at != end {
            break;
        }
        end = view.outline.nodes[*next].end;
    }
    view.outline.nodes[node].at..end
}

/// A level, and the levels among the headings below it.
fn add_levels(view: &View, node: usize, reach: Range<usize>, levels: &mut Vec<LevelSketch>) {
    let steps = steps_below(view, node, &reach);
    let mut ends = steps.iter().map(|step| view.outline.nodes[*step].at).chain([reach.end]);
    let own_end = ends.next().unwrap_or(reach.end);
    levels.push(level(view, node, reach.start + 1..own_end));
    for (step, end) in steps.iter().zip(ends) {
        let start = view.outline.nodes[*step].at + 1;
        levels.push(level(view, *step, start..end.max(start)));
    }
}

/// Deeper headings that name a step of the same level: the level's own title with a number behind it, or the next code
/// of its kind.
fn steps_below(view: &View, node: usize, reach: &Range<usize>) -> Vec<usize> {
    let title = view.outline.title(node);
    let own = key(&title);
    let code = code_prefix(&title);
    let below = view.outline.nodes.iter().enumerate().skip(node + 1).take_while(|(_, other)| other.at < reach.end);
    let is_step = |(index, _): &(usize, &crate::model::outline::Node)| {
        let name = view.outline.title(*index);
        let read = names::read(&name).filter(|name| name.strength >= 0.5);
        let numbered = read.as_ref().is_some_and(|read| read.rank.is_some());
        let same_code = code.is_some() && code_prefix(&name) == code;
        numbered && (key(&name).starts_with(&own) && key(&name) != own || same_code)
    };
    below.filter(is_step).map(|(index, _)| index).collect()
}

fn code_prefix(name: &str) -> Option<String> {
    names::read(name)?.codes.first().map(|code| code.prefix.clone())
}

fn level(view: &View, node: usize, blocks: Range<usize>) -> LevelSketch {
    let heading = view.outline.nodes[node].heading;
    let content = Content::Section(layout::opened(&view.blocks[blocks]));
    let mut level = LevelSketch::new(heading.content.plain(), heading.span);
    level.parts.push(Part { dimension: None, content });
    level
}

fn evidence(groups: &[Siblings], depth: u8) -> Vec<String> {
    let levels: usize = groups.iter().map(count).sum();
    let mut evidence = vec![format!("{levels} headings of depth {depth} that read as levels")];
    evidence.extend(groups.iter().take(3).flat_map(|group| group.run.evidence.iter().cloned()));
    evidence.dedup();
    evidence
}
