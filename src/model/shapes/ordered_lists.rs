//! Ordered lists whose places are the levels: a heading for each dimension, and below it one list of the same length, with
//! the lowest level first. Procedures are laid out so too; what tells a ladder is that the prose speaks of levels.

use super::{Shape, View};
use crate::model::grid::texts;
use crate::model::language::lookup;
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording;
use crate::text::{Block, List, fold};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "ordered lists", read };

/// Fewest dimensions with lists of the same length.
const FEWEST_LISTS: usize = 3;
/// Levels of such a ladder.
const LEVELS: std::ops::RangeInclusive<usize> = 3..=9;
/// How sure it is where the prose speaks of levels, and where it does not.
const STATED: f32 = 0.6;
const UNSTATED: f32 = 0.35;

/// A list and the heading above it, as an index into the outline.
struct Dimension<'a> {
    heading: usize,
    list: &'a List,
}

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let dimensions = dimensions(view)?;
    let count = dimensions.first()?.list.items.len();
    let is_alike = dimensions.iter().all(|dimension| dimension.list.items.len() == count);
    if dimensions.len() < FEWEST_LISTS || !LEVELS.contains(&count) || !is_alike {
        return None;
    }
    let taken: Vec<bool> = taken(view, &dimensions);
    let explained = dimensions.len() * count;
    let sure = if speaks_of_levels(view) { STATED } else { UNSTATED };
    Some(Sketch {
        confidence: sure * (0.4 + 0.6 * view.share(explained).sqrt()),
        evidence: vec![format!("{} ordered lists of {count} steps each", dimensions.len())],
        tracks: vec![track(view, &dimensions, count)],
        rest: view.rest(&taken, view.title()),
        has_dimensions: true,
    })
}

/// The lists of the document; `None` where there is any that is not ordered, labelled, or alone under its heading.
fn dimensions<'a>(view: &View<'a>) -> Option<Vec<Dimension<'a>>> {
    let mut dimensions: Vec<Dimension> = Vec::new();
    for (at, block) in view.blocks.iter().enumerate() {
        let Block::List(list) = block else { continue };
        let heading = view.heading_before(at).filter(|heading| Some(*heading) != view.title())?;
        let is_second = dimensions.last().is_some_and(|last| last.heading == heading);
        if list.start != Some(1) || is_second || list.items.iter().any(|item| !is_plain(&item.blocks)) {
            return None;
        }
        dimensions.push(Dimension { heading, list });
    }
    Some(dimensions)
}

/// Words without a name in front of them: such names are grades.
fn is_plain(blocks: &[Block]) -> bool {
    matches!(blocks, [Block::Paragraph(text)] if wording::lead_in(&text.content).is_none_or(|lead_in| !lead_in.marked))
}

/// Whether a word for levels stands in a heading or in the prose.
fn speaks_of_levels(view: &View) -> bool {
    let prose = view.blocks.iter().filter(|block| matches!(block, Block::Paragraph(_) | Block::Heading(_)));
    let texts = prose.flat_map(|block| texts(std::slice::from_ref(block)));
    texts.into_iter().any(|text| {
        let folded = fold(&text.plain());
        let mut words = folded.split(|letter: char| !letter.is_alphanumeric());
        words
            .any(|word| [Some(word), word.strip_suffix('s'), word.strip_suffix('n')].into_iter().flatten().any(is_step))
    })
}

fn is_step(word: &str) -> bool {
    lookup(word).is_some_and(|meaning| meaning.step)
}

fn taken(view: &View, dimensions: &[Dimension]) -> Vec<bool> {
    let mut taken = vec![false; view.blocks.len()];
    for dimension in dimensions {
        taken[view.outline.nodes[dimension.heading].at] = true;
    }
    for (taken, block) in taken.iter_mut().zip(view.blocks) {
        *taken |= matches!(block, Block::List(_));
    }
    taken
}

fn track<'a>(view: &View<'a>, dimensions: &[Dimension<'a>], count: usize) -> TrackSketch<'a> {
    let named: Vec<(String, &List)> =
        dimensions.iter().map(|dimension| (wording::name(view.name(dimension.heading)), dimension.list)).collect();
    let level = |place: usize| {
        let span = named[0].1.items[place].span;
        let mut level = LevelSketch::new((place + 1).to_string(), span);
        let part = |(name, list): &(String, &'a List)| Part {
            dimension: Some(name.clone()),
            content: Content::Statement((&list.items[place].blocks).into()),
        };
        level.parts.extend(named.iter().map(part));
        level
    };
    let levels = (0..count).map(level).collect();
    TrackSketch { levels, dimensions: named.into_iter().map(|(name, _)| name).collect(), ..TrackSketch::default() }
}
