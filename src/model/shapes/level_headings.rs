//! Level headings: `## Level 3` over bullets, paragraphs, dimension headings, label paragraphs or a table.
//!
//! The levels are the headings of one depth that read as a run. Headings of the same depth between them that come back
//! after several levels belong to the level above them; deeper headings that read as steps of a level are levels too.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::siblings::{Siblings, told_steps};
use super::{Shape, View};
use crate::model::layout;
use crate::model::names::{LevelName, NameKind};
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording::key;
use crate::text::Block;

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "level headings", read };

/// Least confidence of a run of headings.
const THRESHOLD: f32 = 0.4;
/// How sure one group must be before single levels beside it are believed.
const SURE: f32 = 0.6;

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let strata = (1..=6).filter_map(|depth| Stratum::new(view, depth));
    strata.max_by(|a, b| a.confidence.total_cmp(&b.confidence)).map(|stratum| stratum.sketch(view))
}

/// The headings of one depth that are levels.
struct Stratum<'s> {
    depth: u8,
    groups: Vec<Group<'s>>,
    confidence: f32,
}

/// Sisters that are the levels of one track.
struct Group<'s> {
    siblings: &'s Siblings,
    /// The heading of each level, and the blocks of the level with its heading.
    levels: Vec<(usize, Range<usize>)>,
}

impl<'s> Stratum<'s> {
    /// `None` where the headings of this depth are no levels.
    fn new(view: &'s View, depth: u8) -> Option<Self> {
        let mut siblings: Vec<&Siblings> = view.strata.of(depth).collect();
        let strongest = siblings.iter().map(|group| group.run.confidence).fold(0.0, f32::max);
        let sure = siblings.iter().filter(|group| group.count() > 1 && group.run.confidence >= THRESHOLD).count();
        siblings.retain(|group| {
            let is_believed = is_numbered(group) || sure > 1 && is_titled(group);
            group.run.confidence >= THRESHOLD || group.count() == 1 && strongest >= least(sure) && is_believed
        });
        let count: usize = siblings.iter().map(|group| group.count()).sum();
        if count < 2 || repeats(view, &siblings) {
            return None;
        }
        let weight: f32 = siblings.iter().map(|group| group.run.confidence * group.count() as f32).sum();
        let groups: Vec<Group> = siblings.into_iter().map(|siblings| Group::new(view, siblings)).collect();
        let ranges = groups.iter().flat_map(|group| &group.levels).map(|(_, range)| range.clone());
        let explained: usize = ranges.map(|range| view.statements(range)).sum();
        let confidence = weight / count as f32 * (0.4 + 0.6 * view.share(explained).sqrt());
        Some(Self { depth, groups, confidence })
    }

    fn sketch<'a>(&self, view: &View<'a>) -> Sketch<'a> {
        let mut taken = vec![false; view.blocks.len()];
        let mut take = |range: Range<usize>| taken[range].fill(true);
        let mut tracks = Vec::with_capacity(self.groups.len());
        for group in &self.groups {
            group.levels.iter().for_each(|(_, range)| take(range.clone()));
            let title =
                group.siblings.parent.filter(|_| self.groups.len() > 1).map(|parent| &view.outline.nodes[parent]);
            title.iter().for_each(|node| take(node.at..node.own_end));
            let prose: &[Block] = title.map_or(&[], |node| &view.blocks[node.at + 1..node.own_end]);
            tracks.push(TrackSketch {
                title: title.map(|node| node.heading.content.clone()),
                levels: group.sketches(view),
                rest: prose.iter().collect(),
                dimensions: Vec::new(),
            });
        }
        Sketch {
            confidence: self.confidence,
            evidence: self.evidence(),
            tracks,
            rest: view.rest(&taken, self.title(view)),
            has_dimensions: false,
        }
    }

    /// The title, unless it is itself a level.
    fn title(&self, view: &View) -> Option<usize> {
        let is_level =
            |node: usize| self.groups.iter().any(|group| group.siblings.members().any(|level| level == node));
        view.title().filter(|title| !is_level(*title))
    }

    fn evidence(&self) -> Vec<String> {
        let levels: usize = self.groups.iter().map(|group| group.levels.len()).sum();
        let mut evidence = vec![format!("{levels} headings of depth {} that read as levels", self.depth)];
        evidence.extend(self.groups.iter().take(3).flat_map(|group| group.siblings.run.evidence.iter().cloned()));
        evidence.dedup();
        evidence
    }
}

/// How sure the strongest group must be before a single level is believed: less where several groups are.
fn least(sure: usize) -> f32 {
    if sure > 1 { THRESHOLD } else { SURE }
}

/// Whether the only heading of a group names a level without doubt.
fn is_titled(group: &Siblings) -> bool {
    group.nodes.len() == 1 && group.run.levels.iter().flatten().all(|level| level.strength >= SURE)
}

fn is_numbered(group: &Siblings) -> bool {
    let level = group.run.levels.iter().flatten().next();
    level.is_some_and(|level| matches!(level.kind, NameKind::Step | NameKind::Code | NameKind::CodeAndTitle))
}

/// Whether the same levels come back under heading after heading: then those headings are dimensions.
fn repeats(view: &View, groups: &[&Siblings]) -> bool {
    if groups.len() < 2 {
        return false;
    }
    if told_steps(view, groups).is_some() {
        return true;
    }
    let nodes = || groups.iter().flat_map(|group| group.members());
    let names: HashSet<String> = nodes().map(|node| key(view.name(node))).collect();
    nodes().count() as f32 >= 1.5 * names.len() as f32 && !is_deep(view, groups)
}

/// Whether levels have headings of their own below them; then what is above them is a track.
pub(super) fn is_deep(view: &View, groups: &[&Siblings]) -> bool {
    let nodes: Vec<usize> = groups.iter().flat_map(|group| group.members()).collect();
    let deep = nodes.iter().filter(|node| view.outline.nodes[**node].own_end < view.outline.nodes[**node].end).count();
    deep * 2 > nodes.len()
}

impl<'s> Group<'s> {
    fn new(view: &View, siblings: &'s Siblings) -> Self {
        let own = between(view, siblings);
        let levels = siblings.members().map(|node| (node, reach(view, siblings, node, &own))).collect();
        Self { siblings, levels }
    }

    /// The levels, each with the levels among the headings below it.
    fn sketches<'a>(&self, view: &View<'a>) -> Vec<LevelSketch<'a>> {
        let mut levels = Vec::with_capacity(self.levels.len());
        for (node, reach) in &self.levels {
            let steps = steps_below(view, *node, reach);
            let mut ends = steps.iter().map(|step| view.outline.nodes[*step].at).chain([reach.end]);
            let own_end = ends.next().unwrap_or(reach.end);
            levels.push(level(view, *node, reach.start + 1..own_end));
            for (step, end) in steps.iter().zip(ends) {
                let start = view.outline.nodes[*step].at + 1;
                levels.push(level(view, *step, start..end.max(start)));
            }
        }
        levels
    }
}

/// Titles of headings between the levels that come back after two or more of them.
fn between(view: &View, group: &Siblings) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let first = group.run.levels.iter().position(Option::is_some).unwrap_or(0);
    for (node, level) in group.nodes.iter().zip(&group.run.levels).skip(first) {
        if level.is_none() {
            *counts.entry(key(view.name(*node))).or_default() += 1;
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
        let is_own = level.is_none() && own.contains(&key(view.name(*next)));
        if !is_own || view.outline.nodes[*next].at != end {
            break;
        }
        end = view.outline.nodes[*next].end;
    }
    view.outline.nodes[node].at..end
}

/// Deeper headings that name a step of the same level: the level's own title with a number behind it, or the next code
/// of its kind.
fn steps_below(view: &View, node: usize, reach: &Range<usize>) -> Vec<usize> {
    let own = key(view.name(node));
    let code = view.strata.read(node).and_then(code_prefix);
    let last = view.outline.nodes.partition_point(|other| other.at < reach.end);
    let is_step = |index: &usize| {
        let Some(read) = view.strata.read(*index) else { return false };
        let same_code = || code.is_some() && code_prefix(read) == code;
        let goes_on = || key(view.name(*index)).strip_prefix(&own).is_some_and(|rest| !rest.is_empty());
        read.strength >= 0.5 && read.rank.is_some() && (same_code() || goes_on())
    };
    (node + 1..last.max(node + 1)).filter(is_step).collect()
}

fn code_prefix(name: &LevelName) -> Option<&str> {
    name.codes.first().map(|code| code.prefix.as_str())
}

fn level<'a>(view: &View<'a>, node: usize, blocks: Range<usize>) -> LevelSketch<'a> {
    let heading = view.outline.nodes[node].heading;
    let content = Content::Section(layout::opened(&view.blocks[blocks]));
    let mut level = LevelSketch::new(view.name(node), heading.span);
    level.parts.push(Part { dimension: None, content });
    level
}
