//! A document that is one level: its title names it, its headings are dimensions.

use super::{Shape, View};
use crate::model::layout;
use crate::model::names::LevelName;
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "one level", read };

/// How sure a title must be where nothing beside the document confirms it.
const STRENGTH: f32 = 0.45;
/// What a single level explains is less than what a run of levels explains.
const ALONE: f32 = 0.8;

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let (heading, name) = level_name(view)?;
    let lists = view.blocks.iter().any(|block| matches!(block, crate::text::Block::List(_)));
    let headings = view.outline.nodes.len() > 2;
    if name.strength < STRENGTH || !(lists && view.outline.nodes.len() > 1 || headings) {
        return None;
    }
    Some(Sketch {
        confidence: name.strength * ALONE,
        evidence: vec![format!("its title names a level: `{heading}`")],
        ..sketch(view)
    })
}

/// The title of a document as the name of a level, however weak.
pub fn level_name(view: &View) -> Option<(String, LevelName)> {
    let title = view.title()?;
    Some((view.name(title).to_owned(), view.strata.read(title)?.clone()))
}

/// The whole document as one level, whatever its title says.
pub fn sketch<'a>(view: &View<'a>) -> Sketch<'a> {
    let title = view.title();
    let (at, span, heading) = match title {
        Some(title) => {
            let node = &view.outline.nodes[title];
            (node.at, node.heading.span, view.name(title).to_owned())
        }
        None => (0, view.span, String::new()),
    };
    let start = if title.is_some() { at + 1 } else { 0 };
    let mut level = LevelSketch::new(heading, span);
    level.parts.push(Part { dimension: None, content: Content::Section(layout::opened(&view.blocks[start..])) });
    Sketch {
        confidence: 0.0,
        evidence: Vec::new(),
        tracks: vec![TrackSketch { levels: vec![level], ..TrackSketch::default() }],
        rest: view.blocks[..at].iter().collect(),
        has_dimensions: false,
    }
}
