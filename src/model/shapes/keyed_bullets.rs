//! Bullets that begin with the name of their level (`L1: …`), or whose parent bullet is the level: under dimension
//! headings, or in one list alone.

use std::collections::HashMap;

use super::matrix::unique;
use super::order::merged;
use super::{Shape, View};
use crate::model::names;
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording::{self, key};
use crate::text::{Block, Inlines, Item, List, Paragraph, Span};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "bullets keyed by level", read };

/// The share of a list's items that must be keyed.
const KEYED: f32 = 0.6;
/// Least confidence that all keys together are levels.
const THRESHOLD: f32 = 0.45;

/// Items of one list under their levels.
struct Keyed {
    dimension: Option<String>,
    /// Name, place and content of each item.
    items: Vec<(String, Span, Content)>,
}

fn read(view: &View) -> Option<Sketch> {
    let mut lists = Vec::new();
    let mut taken = vec![false; view.blocks.len()];
    let mut explained = 0;
    for (at, block) in view.blocks.iter().enumerate() {
        let Block::List(list) = block else { continue };
        let found = keyed_lists(view, at, list);
        taken[at] = !found.is_empty();
        explained += if taken[at] { view.statements(at..at + 1) } else { 0 };
        lists.extend(found);
    }
    let names: Vec<Vec<String>> =
        lists.iter().map(|list| unique(list.items.iter().map(|(name, ..)| key(name)))).collect();
    let order = merged(&names);
    let written: HashMap<String, (String, Span)> = lists
        .iter()
        .flat_map(|list| &list.items)
        .rev()
        .map(|(name, span, _)| (key(name), (name.clone(), *span)))
        .collect();
    let headings: Vec<&String> = order.iter().map(|name| &written[name].0).collect();
    let run = names::run(&headings);
    let sure = lists.len() >= 2
        || lists.iter().any(|list| {
            list.items.iter().all(|(.., content)| content.blocks().len() > 1 || matches!(content, Content::Section(_)))
        });
    if order.len() < 2 || run.confidence < THRESHOLD || !sure {
        return None;
    }
    let places: HashMap<&String, usize> = order.iter().enumerate().map(|(place, name)| (name, place)).collect();
    let mut levels: Vec<LevelSketch> =
        order.iter().map(|name| LevelSketch::new(written[name].0.clone(), written[name].1)).collect();
    let mut dimensions: Vec<String> = Vec::new();
    let count = lists.len();
    for list in lists {
        dimensions.extend(list.dimension.clone());
        for (name, _, content) in list.items {
            levels[places[&key(&name)]].parts.push(Part { dimension: list.dimension.clone(), content });
        }
    }
    for heading in dimension_headings(view, &taken) {
        taken[heading] = true;
    }
    Some(Sketch {
        confidence: run.confidence * (0.4 + 0.6 * view.share(explained).sqrt()),
        evidence: vec![format!("{count} lists with bullets for {} levels", levels.len())],
        tracks: vec![TrackSketch { levels, dimensions: unique(dimensions.into_iter()), ..TrackSketch::default() }],
        rest: view.rest(&taken, view.title()),
        has_dimensions: true,
    })
}

/// The headings just above the lists that were taken; they name dimensions.
fn dimension_headings(view: &View, taken: &[bool]) -> Vec<usize> {
    let named = |node: &&crate::model::outline::Node| taken[node.at + 1..node.own_end].iter().any(|taken| *taken);
    view.outline.nodes.iter().filter(named).map(|node| node.at).collect()
}

/// The keyed lists of a block: itself, or one below each outer bullet.
fn keyed_lists(view: &View, at: usize, list: &List) -> Vec<Keyed> {
    if let Some(items) = keyed(list) {
        let above = super::matrix::name_above(view, at).map(|above| wording::name(&above.plain()));
        let title = view.title().map(|title| wording::name(&view.outline.title(title)));
        let dimension = above.filter(|above| Some(above) != title.as_ref());
        return vec![Keyed { dimension, items }];
    }
    let inner = list.items.iter().map(|item| {
        let (text, below) = split(item)?;
        let items = keyed(below)?;
        Some(Keyed { dimension: Some(wording::name(&text.content.plain())), items })
    });
    inner.collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// A bullet and the only list below it.
fn split(item: &Item) -> Option<(&Paragraph, &List)> {
    match item.blocks.as_slice() {
        [Block::Paragraph(text), Block::List(list)] => Some((text, list)),
        _ => None,
    }
}

fn keyed(list: &List) -> Option<Vec<(String, Span, Content)>> {
    let items: Vec<(String, Span, Content)> = list.items.iter().filter_map(keyed_item).collect();
    let most = items.len() as f32 >= KEYED * list.items.len() as f32 && items.len() == list.items.len();
    (most && !items.is_empty()).then_some(items)
}

fn keyed_item(item: &Item) -> Option<(String, Span, Content)> {
    if let Some((text, list)) = split(item) {
        let name = wording::name(&text.content.plain());
        let is_level = names::read(&name).is_some_and(|name| name.strength >= 0.45);
        return is_level.then(|| (name, text.span, Content::Section(vec![Block::List(list.clone())])));
    }
    let Some(Block::Paragraph(text)) = item.blocks.first() else { return None };
    let (name, rest) = level_key(&text.content)?;
    let mut blocks = vec![Block::Paragraph(Paragraph { content: rest, span: text.span })];
    blocks.extend(item.blocks[1..].iter().cloned());
    Some((name, text.span, Content::Statement(blocks)))
}

/// The name of a level in front of a text, and the text without it.
fn level_key(text: &Inlines) -> Option<(String, Inlines)> {
    let lead_in = wording::lead_in(text).filter(|lead_in| !lead_in.alone)?;
    let name = names::read(&lead_in.label).or_else(|| names::read_numbered(&lead_in.label))?;
    (name.strength >= 0.45).then(|| (lead_in.label, wording::cut_start(text, lead_in.length)))
}
