//! A ladder in the front matter: a list of named things, each with a list of named things, each with statements. The
//! inner or the outer names are levels; the others are dimensions.

use std::collections::HashMap;

use super::matrix::unique;
use super::{Shape, View};
use crate::model::names;
use crate::model::sketch::{Content, LevelSketch, Part, Sketch, TrackSketch};
use crate::model::wording::key;
use crate::parse::{Data, Scalar, ScalarKind};
use crate::text::{Block, Details, Inline, Inlines, Item, Span, Text};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "front matter", read };

/// Keys that name a thing, first come first.
const NAMES: &[&str] =
    &["title", "name", "heading", "label", "dimension", "topic", "level", "grade", "id", "key", "code"];
/// Keys of illustrations.
const EXAMPLES: &[&str] = &["example", "examples"];
/// Fewest statements that make front matter a ladder.
const FEWEST: usize = 4;

/// A named thing of the tree.
struct Named<'a> {
    name: String,
    span: Span,
    value: &'a Data,
}

/// One level under one dimension.
struct Entry<'a> {
    outer: usize,
    inner: Named<'a>,
}

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let data = view.data?;
    let lists = data.entries().iter().filter(|entry| entry.key.value != "ladder");
    let sketches = lists.filter_map(|entry| sketch(&named_items(&entry.value)));
    let mut best = sketches.max_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    best.rest = view.blocks.iter().collect();
    Some(best)
}

fn sketch<'a>(outer: &[Named]) -> Option<Sketch<'a>> {
    let inner: Vec<Entry> = outer.iter().enumerate().flat_map(|(index, named)| entries(index, named)).collect();
    let statements: usize = inner.iter().map(|entry| statements(entry.inner.value).len()).sum();
    if outer.len() < 2 || statements < FEWEST {
        return None;
    }
    let outer_names: Vec<&String> = outer.iter().map(|named| &named.name).collect();
    let inner_names = unique(inner.iter().map(|entry| entry.inner.name.clone()));
    let (by_outer, by_inner) = (names::run(&outer_names).confidence, names::run(&inner_names).confidence);
    let confidence = by_outer.max(by_inner);
    if confidence < 0.45 {
        return None;
    }
    let track = if by_inner >= by_outer { levels_inside(outer, &inner) } else { levels_outside(outer, &inner) };
    Some(Sketch {
        confidence: confidence.max(0.9),
        evidence: vec![format!("{} levels and {statements} statements in the front matter", track.levels.len())],
        tracks: vec![track],
        rest: Vec::new(),
        has_dimensions: true,
    })
}

/// Dimensions with levels inside.
fn levels_inside<'a>(outer: &[Named], inner: &[Entry]) -> TrackSketch<'a> {
    let mut levels: Vec<LevelSketch> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for entry in inner {
        let place = *places.entry(key(&entry.inner.name)).or_insert_with(|| {
            levels.push(LevelSketch::new(entry.inner.name.clone(), entry.inner.span));
            levels.len() - 1
        });
        levels[place].parts.extend(parts(entry.inner.value, &outer[entry.outer].name));
    }
    let rank = |level: &LevelSketch| names::read_numbered(&level.heading).and_then(|name| name.rank);
    if levels.iter().all(|level| rank(level).is_some()) {
        levels.sort_by(|a, b| rank(a).partial_cmp(&rank(b)).unwrap_or(std::cmp::Ordering::Equal));
    }
    TrackSketch { levels, dimensions: outer.iter().map(|named| named.name.clone()).collect(), ..TrackSketch::default() }
}

/// Levels with dimensions inside.
fn levels_outside<'a>(outer: &[Named], inner: &[Entry]) -> TrackSketch<'a> {
    let mut levels: Vec<LevelSketch> =
        outer.iter().map(|named| LevelSketch::new(named.name.clone(), named.span)).collect();
    let dimensions = unique(inner.iter().map(|entry| entry.inner.name.clone()));
    for entry in inner {
        levels[entry.outer].parts.extend(parts(entry.inner.value, &entry.inner.name));
    }
    TrackSketch { levels, dimensions, ..TrackSketch::default() }
}

/// The items of a list by their names, or the entries of a map by their keys.
fn named_items(data: &Data) -> Vec<Named<'_>> {
    match data {
        Data::List(list) => list.items.iter().filter_map(named).collect(),
        Data::Map(map) => map
            .entries
            .iter()
            .map(|entry| Named { name: entry.key.value.clone(), span: entry.key.span, value: &entry.value })
            .collect(),
        Data::Scalar(_) => Vec::new(),
    }
}

fn named(item: &Data) -> Option<Named<'_>> {
    let (name, value) = NAMES.iter().find_map(|name| Some((*name, scalar(item.get(name)?)?)))?;
    let written = match value.kind {
        ScalarKind::Number(_) => format!("{} {}", capitalised(name), value.text),
        ScalarKind::Text | ScalarKind::Truth(_) | ScalarKind::Empty => value.text.clone(),
    };
    Some(Named { name: written, span: value.span, value: item })
}

fn scalar(data: &Data) -> Option<&Scalar> {
    match data {
        Data::Scalar(scalar) => {
            Some(scalar).filter(|scalar| scalar.kind != ScalarKind::Empty && !scalar.text.is_empty())
        }
        Data::List(_) | Data::Map(_) => None,
    }
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// The named things directly below a named thing.
fn entries<'a>(index: usize, outer: &Named<'a>) -> Vec<Entry<'a>> {
    let below: Vec<&Data> = match outer.value {
        Data::Map(map) => map.entries.iter().map(|entry| &entry.value).collect(),
        other => vec![other],
    };
    let lists = below.into_iter().filter(|data| !matches!(data, Data::Scalar(_)));
    let mut found: Vec<Named> =
        lists.flat_map(named_items).filter(|named| !statements(named.value).is_empty()).collect();
    if found.is_empty() && matches!(outer.value, Data::Map(_)) {
        let own = named_items(outer.value).into_iter();
        found =
            own.filter(|named| matches!(named.value, Data::List(_)) && !statements(named.value).is_empty()).collect();
    }
    found.into_iter().map(|inner| Entry { outer: index, inner }).collect()
}

/// Statements below a level and dimension, each with its illustrations.
fn statements(data: &Data) -> Vec<(&Scalar, Vec<&Scalar>)> {
    match data {
        Data::Scalar(_) => Vec::new(),
        Data::List(list) => list.items.iter().filter_map(statement).collect(),
        Data::Map(map) => map
            .entries
            .iter()
            .filter(|entry| !EXAMPLES.contains(&entry.key.value.as_str()))
            .filter(|entry| matches!(entry.value, Data::List(_)))
            .flat_map(|entry| statements(&entry.value))
            .collect(),
    }
}

/// A text, or a map of a text and examples of it.
fn statement(item: &Data) -> Option<(&Scalar, Vec<&Scalar>)> {
    match item {
        Data::Scalar(scalar) => {
            (scalar.kind == ScalarKind::Text && !scalar.text.is_empty()).then_some((scalar, Vec::new()))
        }
        Data::List(_) => None,
        Data::Map(map) => {
            let is_example = |name: &str| EXAMPLES.contains(&name);
            let text = map
                .entries
                .iter()
                .filter(|entry| !is_example(&entry.key.value))
                .find_map(|entry| scalar(&entry.value))?;
            let examples = map.entries.iter().filter(|entry| is_example(&entry.key.value));
            let items = examples.flat_map(|entry| match &entry.value {
                Data::Scalar(one) => vec![one],
                other => other.items().iter().filter_map(scalar).collect(),
            });
            let has_lists =
                map.entries.iter().any(|entry| !is_example(&entry.key.value) && matches!(entry.value, Data::List(_)));
            (!has_lists).then(|| (text, items.collect()))
        }
    }
}

fn parts<'a>(data: &Data, dimension: &str) -> Vec<Part<'a>> {
    let part = |(text, examples): (&Scalar, Vec<&Scalar>)| {
        let mut blocks = vec![paragraph(text)];
        if !examples.is_empty() {
            blocks.push(illustrations(&examples));
        }
        Part { dimension: Some(dimension.to_owned()), content: Content::Statement(blocks.into()) }
    };
    statements(data).into_iter().map(part).collect()
}

fn paragraph(scalar: &Scalar) -> Block {
    let text = Inline::Text(Text { text: scalar.text.clone(), span: scalar.span });
    Block::paragraph(Inlines(vec![text]), scalar.span)
}

/// A disclosure without a name: the reader knows what hangs below a criterion.
fn illustrations(examples: &[&Scalar]) -> Block {
    let span = examples.iter().map(|example| example.span).reduce(Span::to).expect("there is an example");
    let item = |example: &&Scalar| Item { blocks: vec![paragraph(example)], checked: None, span: example.span };
    let list = Block::list(None, examples.iter().map(item).collect(), span);
    Block::Details(Details { summary: Inlines::default(), blocks: vec![list], span }.into())
}
