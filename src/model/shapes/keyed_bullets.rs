//! Bullets that begin with the name of their level (`L1: …`), or whose parent bullet is the level: under dimension
//! headings, or in one list alone.

use std::collections::HashMap;

use super::matrix::unique;
use super::order::merged;
use super::{Shape, View};
use crate::model::names::{self, NameKind};
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording::{self, key};
use crate::text::{Block, Inline, Inlines, Item, List, Paragraph, Span};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "bullets keyed by level", read };

/// Least confidence that all keys together are levels.
const THRESHOLD: f32 = 0.45;

/// Items of one list under their levels.
struct Keyed<'a> {
    /// The block that it is, or stands in.
    at: usize,
    dimension: Option<String>,
    items: Vec<KeyedItem<'a>>,
}

/// An item with the name of its level.
struct KeyedItem<'a> {
    name: String,
    /// What the name is compared by.
    key: String,
    span: Span,
    content: Content<'a>,
}

/// The levels that keyed lists name, in order.
struct Levels {
    sketches: Vec<(String, Span)>,
    places: HashMap<String, usize>,
}

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let mut lists = Vec::new();
    let mut taken = vec![false; view.blocks.len()];
    for (at, block) in view.blocks.iter().enumerate() {
        let Block::List(list) = block else { continue };
        let found = keyed_lists(view, at, list);
        taken[at] = !found.is_empty();
        lists.extend(found);
    }
    name_by_headings(&mut lists, view);
    join_steps(&mut lists);
    let levels = Levels::of(&lists)?;
    let names: Vec<&String> = levels.sketches.iter().map(|(name, _)| name).collect();
    let run = names::run(&names);
    let is_sure = lists.len() >= 2 || lists.iter().any(Keyed::says_much);
    if names.len() < 2 || run.confidence < THRESHOLD || !is_sure {
        return None;
    }
    let explained: usize = (0..taken.len()).filter(|at| taken[*at]).map(|at| view.statements(at..at + 1)).sum();
    for heading in dimension_headings(view, &taken) {
        taken[heading] = true;
    }
    Some(Sketch {
        confidence: run.confidence * (0.4 + 0.6 * view.share(explained).sqrt()),
        evidence: vec![format!("{} lists with bullets for {} levels", lists.len(), names.len())],
        tracks: vec![levels.track(lists)],
        rest: view.rest(&taken, view.title()),
        has_dimensions: true,
    })
}

impl Keyed<'_> {
    /// Whether every item is more than one line, so that one list alone is a ladder.
    fn says_much(&self) -> bool {
        let many = |item: &KeyedItem| item.content.blocks().len() > 1 || matches!(item.content, Content::Section(_));
        self.items.iter().all(many)
    }
}

impl Levels {
    /// `None` where there are no lists.
    fn of(lists: &[Keyed]) -> Option<Self> {
        lists.first()?;
        let keys: Vec<Vec<String>> =
            lists.iter().map(|list| unique(list.items.iter().map(|item| item.key.clone()))).collect();
        let mut written: HashMap<&str, &KeyedItem> = HashMap::new();
        for item in lists.iter().flat_map(|list| &list.items) {
            written.entry(&item.key).or_insert(item);
        }
        let order = merged(&keys);
        let sketches =
            order.iter().map(|key| (written[key.as_str()].name.clone(), written[key.as_str()].span)).collect();
        let places = order.into_iter().enumerate().map(|(place, key)| (key, place)).collect();
        Some(Self { sketches, places })
    }

    fn track<'a>(&self, lists: Vec<Keyed<'a>>) -> TrackSketch<'a> {
        let empty = self.sketches.iter().map(|(name, span)| LevelSketch::new(name.clone(), *span));
        let mut levels: Vec<LevelSketch> = empty.collect();
        let dimensions = unique(lists.iter().filter_map(|list| list.dimension.clone()));
        for Keyed { dimension, items, .. } in lists {
            for item in items {
                let part = Part { dimension: dimension.clone(), content: item.content };
                levels[self.places[&item.key]].parts.push(part);
            }
        }
        TrackSketch { levels, dimensions, ..TrackSketch::default() }
    }
}

/// One label over all lists (`Levels:`) says what they are, not what they are about; that the headings above say.
fn name_by_headings(lists: &mut [Keyed], view: &View) {
    let same = lists.windows(2).all(|pair| pair[0].dimension.is_some() && pair[0].dimension == pair[1].dimension);
    let heading = |list: &Keyed| view.heading_before(list.at).map(|node| wording::name(view.name(node)));
    let headings: Vec<Option<String>> = lists.iter().map(heading).collect();
    let different = unique(headings.iter().flatten().cloned()).len() == lists.len();
    if lists.len() > 1 && same && different {
        lists.iter_mut().zip(headings).for_each(|(list, heading)| list.dimension = heading);
    }
}

/// `Level 2` in one list is `Level 2 - Skilled` in another.
fn join_steps(lists: &mut [Keyed]) {
    let step = |item: &KeyedItem| {
        let read = names::read(&item.name).filter(|read| read.kind == NameKind::Step)?;
        read.rank.map(|rank| rank.0.to_bits())
    };
    let bare: HashMap<u64, String> = lists
        .iter()
        .flat_map(|list| &list.items)
        .filter(|item| names::read(&item.name).is_some_and(|read| read.aliases.is_empty()))
        .filter_map(|item| Some((step(item)?, item.key.clone())))
        .collect();
    for item in lists.iter_mut().flat_map(|list| &mut list.items) {
        if let Some(key) = step(item).and_then(|step| bare.get(&step)) {
            item.key.clone_from(key);
        }
    }
}

/// The headings just above the lists that were taken; they name dimensions.
fn dimension_headings(view: &View, taken: &[bool]) -> Vec<usize> {
    let named = |node: &&crate::model::outline::Node| taken[node.at + 1..node.own_end].iter().any(|taken| *taken);
    view.outline.nodes.iter().filter(named).map(|node| node.at).collect()
}

/// The keyed lists of a block: itself, or one below each outer bullet.
fn keyed_lists<'a>(view: &View<'a>, at: usize, list: &'a List) -> Vec<Keyed<'a>> {
    if let Some(items) = keyed(list) {
        let above = super::matrix::name_above(view, at).map(|above| wording::name(&above.plain()));
        let title = view.title().map(|title| wording::name(view.name(title)));
        let dimension = above.filter(|above| Some(above) != title.as_ref());
        return vec![Keyed { at, dimension, items }];
    }
    let inner = list.items.iter().map(|item| {
        let (text, below) = split(item)?;
        let items = keyed(below)?;
        Some(Keyed { at, dimension: Some(wording::name(&text.content.plain())), items })
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

/// The items of a list where each of them has its level.
fn keyed(list: &List) -> Option<Vec<KeyedItem<'_>>> {
    let items: Option<Vec<KeyedItem>> = list.items.iter().map(keyed_item).collect();
    items.or_else(|| named_together(list)).filter(|items| !items.is_empty())
}

/// Parent bullets that name levels only beside one another: `Analyst` between `Junior Analyst` and `Senior Analyst`.
fn named_together(list: &List) -> Option<Vec<KeyedItem<'_>>> {
    let parts = list.items.iter().map(split).collect::<Option<Vec<_>>>()?;
    let names: Vec<String> = parts.iter().map(|(text, _)| wording::name(&text.content.plain())).collect();
    if names::run(&names).levels.iter().any(Option::is_none) {
        return None;
    }
    let items = names.into_iter().zip(parts).zip(&list.items).map(|((name, (text, _)), item)| KeyedItem {
        key: key(&name),
        name,
        span: text.span,
        content: Content::section(&item.blocks[1..]),
    });
    Some(items.collect())
}

fn keyed_item(item: &Item) -> Option<KeyedItem<'_>> {
    if let Some((text, _)) = split(item) {
        let name = wording::name(&text.content.plain());
        let is_level = names::read(&name).is_some_and(|name| name.strength >= 0.45);
        let content = Content::section(&item.blocks[1..]);
        return is_level.then(|| KeyedItem { key: key(&name), name, span: text.span, content });
    }
    let Some(Block::Paragraph(text)) = item.blocks.first() else { return None };
    let (name, rest) = level_key(&text.content)?;
    let mut blocks = vec![Block::paragraph(rest, text.span)];
    blocks.extend(item.blocks[1..].iter().cloned());
    Some(KeyedItem { key: key(&name), name, span: text.span, content: Content::Statement(blocks.into()) })
}

/// The name of a level in front of a text, and the text without it.
fn level_key(text: &Inlines) -> Option<(String, Inlines)> {
    if let Some(code) = bold_code(text) {
        let rest = wording::cut_start(text, code.chars().count());
        return Some((code, rest));
    }
    let lead_in = wording::lead_in(text).filter(|lead_in| !lead_in.alone)?;
    let name = names::read(&lead_in.label).or_else(|| names::read_numbered(&lead_in.label))?;
    (name.strength >= 0.45).then(|| (lead_in.label, wording::cut_start(text, lead_in.length)))
}

/// A code in bold in front of a sentence that goes on without a sign: `**L2** bakes alone`.
fn bold_code(text: &Inlines) -> Option<String> {
    let [Inline::Strong(code), Inline::Text(rest), ..] = text.0.as_slice() else { return None };
    let code = code.plain();
    let goes_on = rest.text.starts_with(' ') && rest.text.trim_start().starts_with(char::is_alphabetic);
    (goes_on && names::read(&code)?.kind == NameKind::Code).then_some(code)
}
