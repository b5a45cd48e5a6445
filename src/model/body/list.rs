//! Bullets under a level: leaves are criteria, their parents dimensions or leads.

use super::{Body, Place};
use crate::model::framework::Criterion;
use crate::model::names::{self, state_of};
use crate::model::wording;
use crate::text::{Block, Inline, Inlines, Item, List, Span};

/// Longest bullet that speaks of the state of the level alone, in words.
const STATE_WORDS: usize = 8;
/// Longest bullet that is the name of a level, in words.
const NAME_WORDS: usize = 14;

/// Reads a list of statements.
pub fn read(list: &List, place: &Place, body: &mut Body) {
    if is_pointer(list) {
        return body.keep(&Block::List(list.clone()), place);
    }
    for item in &list.items {
        self::item(item, place, body);
    }
}

/// Whether a list points elsewhere: its items are links, or names of levels.
pub fn is_pointer(list: &List) -> bool {
    let texts: Option<Vec<&Inlines>> = list.items.iter().map(only_text).collect();
    let Some(texts) = texts else { return false };
    if texts.iter().all(|text| wording::is_links_only(text)) {
        return true;
    }
    let is_level = |text: &&Inlines| {
        let words = text.plain();
        has_at_most(&words, NAME_WORDS) && names::read(&words).is_some_and(|name| name.strength >= 0.5)
    };
    texts.len() >= 2 && texts.iter().all(is_level)
}

/// One statement that stands alone.
pub fn statement(blocks: &[Block], place: &Place, body: &mut Body) {
    let Some(first) = blocks.first() else { return };
    let item = Item { blocks: blocks.to_vec(), checked: None, span: first.span() };
    self::item(&item, place, body);
}

/// Keeps one criterion, or the state that its words announce.
pub fn criterion(text: Inlines, span: Span, place: &Place, body: &mut Body) {
    if text.is_blank() {
        return;
    }
    let words = text.plain();
    if let Some(state) = Some(&words).filter(|words| has_at_most(words, STATE_WORDS)).and_then(|words| state_of(words))
    {
        body.tell_state(state, text, place);
        return;
    }
    let lead_in = wording::lead_in(&text).filter(|lead_in| !lead_in.alone);
    let label = lead_in.map(|lead_in| lead_in.label);
    let named = label.as_ref().filter(|label| place.names.is_dimension_lead_in(label));
    let dimension = place.dimension.clone().or_else(|| named.map(|label| wording::name(label)));
    let span = wording::span(&text).unwrap_or(span);
    body.criteria.push(Criterion { dimension, label, lead: place.lead.clone(), text, examples: Vec::new(), span });
}

fn has_at_most(text: &str, words: usize) -> bool {
    text.split_whitespace().nth(words).is_none()
}

fn item(item: &Item, place: &Place, body: &mut Body) {
    let text = own_text(item);
    if !item.blocks.iter().any(|block| matches!(block, Block::List(_))) {
        return leaf(item, text, place, body);
    }
    let inner = below(&text, place);
    for block in &item.blocks {
        match block {
            Block::List(list) => read(list, &inner, body),
            Block::Paragraph(_) => {}
            other => attach(other, place, body),
        }
    }
}

/// The place of the items below a parent bullet.
fn below<'a>(text: &Inlines, place: &Place<'a>) -> Place<'a> {
    if text.is_blank() {
        return place.clone();
    }
    let name = wording::name(&text.plain());
    if place.dimension.is_none() && place.names.recurs(&name) {
        return Place { dimension: Some(name), ..place.clone() };
    }
    Place { lead: Some(text.clone()), ..place.clone() }
}

fn leaf(item: &Item, text: Inlines, place: &Place, body: &mut Body) {
    criterion(text, item.span, place, body);
    for block in item.blocks.iter().filter(|block| !matches!(block, Block::Paragraph(_))) {
        attach(block, place, body);
    }
}

/// What stands in a bullet beside its words illustrates it.
fn attach(block: &Block, place: &Place, body: &mut Body) {
    match (block, body.criteria.last_mut()) {
        (Block::Rule { .. }, _) => {}
        (Block::Details(details), Some(last)) if details.summary.is_blank() => {
            last.examples.extend(details.blocks.iter().cloned());
        }
        (_, Some(last)) => last.examples.push(block.clone()),
        (_, None) => body.keep(block, place),
    }
}

/// The words of a bullet without what hangs below it; several paragraphs become lines.
fn own_text(item: &Item) -> Inlines {
    let mut out = Vec::new();
    for block in &item.blocks {
        let Block::Paragraph(paragraph) = block else { continue };
        if !out.is_empty() {
            out.push(Inline::Break { hard: true, at: paragraph.span });
        }
        out.extend(paragraph.content.0.iter().cloned());
    }
    Inlines(out)
}

/// The text of an item that holds nothing else.
fn only_text(item: &Item) -> Option<&Inlines> {
    match item.blocks.as_slice() {
        [Block::Paragraph(paragraph)] => Some(&paragraph.content),
        _ => None,
    }
}
