//! Dimension headings with level headings inside: `## Communication`, below it `### Level 1`, `### Level 2`, and the
//! same levels again under the next dimension.

use std::collections::HashMap;

use super::level_headings::is_deep;
use super::order::merged;
use super::siblings::{Siblings, ToldStep, told_steps};
use super::{Shape, View};
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording::{self, key};
use crate::text::{Block, Heading};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "dimension headings", read };

/// Least confidence of the levels under one dimension.
const THRESHOLD: f32 = 0.35;
/// How often each level must come back on average.
const RECURRENCE: f32 = 1.5;
/// So many levels that come back under heading after heading are levels, however little else a document says of them.
const FEWEST_LEVELS: usize = 3;
/// How sure they are.
const CAME_BACK: f32 = 0.7;

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
    /// What each of its level headings names.
    steps: Vec<Step<'s>>,
}

/// A level heading under a dimension.
enum Step<'s> {
    /// Its words are the name of the level.
    Named(&'s str),
    /// It states something behind the name of the level.
    Told(ToldStep<'s>),
}

impl Step<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Told(told) => &told.step,
        }
    }

    /// What stands under the heading; where nothing does, what the heading states.
    fn content<'a>(&self, heading: &Heading, blocks: &'a [Block]) -> Content<'a> {
        let statement = match self {
            Self::Told(told) if blocks.is_empty() => told.statement,
            Self::Named(_) | Self::Told(_) => return Content::section(blocks),
        };
        let length = heading.content.plain().rfind(statement).unwrap_or(0);
        let content = heading.content.split_at(length).1;
        Content::Statement(vec![Block::paragraph(content, heading.span)].into())
    }
}

impl<'s> Stratum<'s> {
    /// `None` where the headings of this depth are no levels that come back.
    fn new(view: &'s View, depth: u8) -> Option<Self> {
        let believed = view.strata.of(depth).filter(|siblings| siblings.run.confidence >= THRESHOLD);
        let dimension =
            |siblings: &'s Siblings| Some(Dimension { heading: siblings.parent?, siblings, steps: Vec::new() });
        let mut dimensions: Vec<Dimension> = believed.filter_map(dimension).collect();
        let siblings: Vec<&Siblings> = dimensions.iter().map(|dimension| dimension.siblings).collect();
        let told = told_steps(view, &siblings);
        if dimensions.len() < 2 || told.is_none() && is_deep(view, &siblings) {
            return None;
        }
        let names = |siblings: &&Siblings| siblings.members().map(|node| Step::Named(view.name(node))).collect();
        let steps: Vec<Vec<Step>> = match told {
            Some(told) => told.into_iter().map(|told| told.into_iter().map(Step::Told).collect()).collect(),
            None => siblings.iter().map(names).collect(),
        };
        let lists: Vec<Vec<String>> =
            steps.iter().map(|steps| steps.iter().map(|step| key(step.name())).collect()).collect();
        let order = merged(&lists);
        let total: usize = lists.iter().map(Vec::len).sum();
        if (total as f32) < RECURRENCE * order.len() as f32 || order.len() < 2 {
            return None;
        }
        let mean = siblings.iter().map(|siblings| siblings.run.confidence).sum::<f32>() / siblings.len() as f32;
        let is_plain = order.len() >= FEWEST_LEVELS && total >= 2 * order.len();
        let mean = if is_plain { mean.max(CAME_BACK) } else { mean };
        let levels = siblings.iter().flat_map(|siblings| siblings.members()).map(|node| &view.outline.nodes[node]);
        let explained: usize = levels.map(|node| view.statements(node.at..node.end)).sum();
        for (dimension, steps) in dimensions.iter_mut().zip(steps) {
            dimension.steps = steps;
        }
        Some(Self { dimensions, order, confidence: mean * (0.4 + 0.6 * view.share(explained).sqrt()) })
    }

    fn sketch<'a>(&self, view: &View<'a>) -> Sketch<'a> {
        let mut taken = vec![false; view.blocks.len()];
        let names = self.order.iter().enumerate();
        let places: HashMap<&str, usize> = names.map(|(place, name)| (name.as_str(), place)).collect();
        let mut levels: Vec<Option<LevelSketch>> = vec![None; self.order.len()];
        let mut dimensions = Vec::with_capacity(self.dimensions.len());
        for Dimension { heading, siblings, steps } in &self.dimensions {
            let dimension = wording::name(view.name(*heading));
            taken[view.outline.nodes[*heading].at] = true;
            for (index, step) in siblings.members().zip(steps) {
                let node = &view.outline.nodes[index];
                taken[node.at..node.end].fill(true);
                let level = &mut levels[places[key(step.name()).as_str()]];
                let level = level.get_or_insert_with(|| LevelSketch::new(step.name(), node.heading.span));
                let content = step.content(node.heading, &view.blocks[node.at + 1..node.end]);
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
