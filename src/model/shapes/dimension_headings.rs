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

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let strata = (2..=6).filter_map(|depth| Stratum::new(view, depth));
    strata.max_by(|a, b| a.confidence.total_cmp(&b.confidence)).map(|stratum| stratum.sketch(view))
}

/// Level headings of one depth under their dimensions.
struct Stratum<'s> {
    dimensions: Vec<Dimension<'s>>,
    /// The levels of all dimensions by what they are compared by, in order.
    order: Vec<String>,
    confidence: f32,
}

/// A heading and the level headings below it.
struct Dimension<'s> {
    heading: usize,
    siblings: &'s Siblings,
}

impl<'s> Stratum<'s> {
    /// `None` where the headings of this depth are no levels that come back.
    fn new(view: &'s View, depth: u8) -> Option<Self> {
        let believed = view.strata.of(depth).filter(|siblings| siblings.run.confidence >= THRESHOLD);
        let dimensions: Vec<Dimension> =
            believed.filter_map(|siblings| Some(Dimension { heading: siblings.parent?, siblings })).collect();
        let siblings: Vec<&Siblings> = dimensions.iter().map(|dimension| dimension.siblings).collect();
        if dimensions.len() < 2 || is_deep(view, &siblings) {
            return None;
        }
        let names = |siblings: &&Siblings| siblings.members().map(|node| key(view.name(node))).collect();
        let lists: Vec<Vec<String>> = siblings.iter().map(names).collect();
        let order = merged(&lists);
        let total: usize = lists.iter().map(Vec::len).sum();
        if (total as f32) < RECURRENCE * order.len() as f32 || order.len() < 2 {
            return None;
        }
        let mean = siblings.iter().map(|siblings| siblings.run.confidence).sum::<f32>() / siblings.len() as f32;
        let levels = siblings.iter().flat_map(|siblings| siblings.members()).map(|node| &view.outline.nodes[node]);
        let explained: usize = levels.map(|node| view.statements(node.at..node.end)).sum();
        Some(Self { dimensions, order, confidence: mean * (0.4 + 0.6 * view.share(explained).sqrt()) })
    }

    fn sketch<'a>(&self, view: &View<'a>) -> Sketch<'a> {
        let mut taken = vec![false; view.blocks.len()];
        let names = self.order.iter().enumerate();
        let places: HashMap<&str, usize> = names.map(|(place, name)| (name.as_str(), place)).collect();
        let mut levels: Vec<Option<LevelSketch>> = vec![None; self.order.len()];
        let mut dimensions = Vec::with_capacity(self.dimensions.len());
        for Dimension { heading, siblings } in &self.dimensions {
            let dimension = wording::name(view.name(*heading));
            taken[view.outline.nodes[*heading].at] = true;
            for index in siblings.members() {
                let node = &view.outline.nodes[index];
                taken[node.at..node.end].fill(true);
                let level = &mut levels[places[key(view.name(index)).as_str()]];
                let level = level.get_or_insert_with(|| LevelSketch::new(view.name(index), node.heading.span));
                let content = Content::section(&view.blocks[node.at + 1..node.end]);
                level.parts.push(Part { dimension: Some(dimension.clone()), content });
            }
            dimensions.push(dimension);
        }
        let levels = levels.into_iter().flatten().collect();
        Sketch {
            confidence: self.confidence,
            evidence: vec![format!("the same {} levels under {} headings", self.order.len(), self.dimensions.len())],
            tracks: vec![TrackSketch { levels, dimensions, ..TrackSketch::default() }],
            rest: view.rest(&taken, view.title()),
            has_dimensions: true,
        }
    }
}
