//! Dimension headings with level headings inside: `## Communication`, below it `### Level 1`, `### Level 2`, and the
//! same levels again under the next dimension.

use std::collections::HashMap;

use super::level_headings::is_deep;
use super::order::merged;
use super::siblings::Siblings;
use super::{Shape, View};
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording::{self, key};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "dimension headings", read };

/// Least confidence of the levels under one dimension.
const THRESHOLD: f32 = 0.35;
/// How often each level must come back on average.
const RECURRENCE: f32 = 1.5;

fn read(view: &View) -> Option<Sketch> {
    (2..=6).filter_map(|depth| stratum(view, depth)).max_by(|a, b| a.confidence.total_cmp(&b.confidence))
}

fn stratum(view: &View, depth: u8) -> Option<Sketch> {
    let mut groups = view.strata.of(depth).to_vec();
    groups.retain(|group| group.parent.is_some() && group.run.confidence >= THRESHOLD);
    if groups.len() < 2 || is_deep(view, &groups) {
        return None;
    }
    let lists: Vec<Vec<String>> =
        groups.iter().map(|group| titles(view, group).map(|(_, title)| key(&title)).collect()).collect();
    let order = merged(&lists);
    let total: usize = lists.iter().map(Vec::len).sum();
    if (total as f32) < RECURRENCE * order.len() as f32 || order.len() < 2 {
        return None;
    }
    let mut taken = vec![false; view.blocks.len()];
    let mut explained = 0;
    let mut levels: Vec<Option<LevelSketch>> = vec![None; order.len()];
    let places: HashMap<&str, usize> = order.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let mut dimensions = Vec::new();
    for group in &groups {
        let Some(parent) = group.parent else { continue };
        let dimension = wording::name(&view.outline.title(parent));
        taken[view.outline.nodes[parent].at] = true;
        for (node, title) in titles(view, group) {
            let place = places[key(&title).as_str()];
            let node = &view.outline.nodes[node];
            taken[node.at..node.end].iter_mut().for_each(|taken| *taken = true);
            explained += view.statements(node.at..node.end);
            let level = levels[place].get_or_insert_with(|| LevelSketch::new(title, node.heading.span));
            let content = Content::Section(view.blocks[node.at + 1..node.end].to_vec());
            level.parts.push(Part { dimension: Some(dimension.clone()), content });
        }
        dimensions.push(dimension);
    }
    let mean: f32 = groups.iter().map(|group| group.run.confidence).sum::<f32>() / groups.len() as f32;
    Some(Sketch {
        confidence: mean * (0.4 + 0.6 * view.share(explained).sqrt()),
        evidence: vec![format!("the same {} levels under {} headings", order.len(), groups.len())],
        tracks: vec![TrackSketch {
            levels: levels.into_iter().flatten().collect(),
            dimensions,
            ..TrackSketch::default()
        }],
        rest: view.rest(&taken, view.title()),
        has_dimensions: true,
    })
}

fn titles<'a>(view: &'a View, group: &'a Siblings) -> impl Iterator<Item = (usize, String)> + 'a {
    let named = group.nodes.iter().zip(&group.run.levels).filter(|(_, level)| level.is_some());
    named.map(|(node, _)| (*node, view.outline.title(*node)))
}
