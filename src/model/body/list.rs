//! Bullets under a level: leaves are criteria, their parents dimensions or leads.

use super::{Body, Place};
use crate::model::framework::Criterion;
use crate::model::names::{self, state_of};
use crate::model::wording;
use crate::text::{Block, Inline, Inlines, Item, List, Span};
use std::sync::Arc;

/// Longest bullet that speaks of the state of the level alone, in words.
const STATE_WORDS: usize = 8;
/// Longest bullet that is the name of a level, in words.
const NAME_WORDS: usize = 14;
/// The same for a name without a sign in it.
const UNPARTED_WORDS: usize = 7;

/// Reads a list of statements.
pub fn read(list: &Arc<List>, place: &Place, body: &mut Body) {
    if is_pointer(list) {
        return body.keep(&Block::List(Arc::clone(list)), place);
    }
    for item in &list.items {
        bullet(&item.blocks, item.span, place, body);
    }
}

/// Whether a list points elsewhere: its items are links, or names of levels.
pub fn is_pointer(list: &List) -> bool {
    let all = |points: fn(&Inlines) -> bool| list.items.iter().all(|item| only_text(item).is_some_and(points));
    all(wording::is_links_only) || list.items.len() >= 2 && all(is_level)
}

fn is_level(text: &Inlines) -> bool {
    let words = text.plain();
    // Between so many words of a name there is always a sign.
    let most = if words.contains(is_sign) { NAME_WORDS } else { UNPARTED_WORDS };
    wording::has_at_most(&words, most) && names::read(&words).is_some_and(|name| name.strength >= 0.5)
}

fn is_sign(letter: char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace() && letter != '.'
}

/// One statement that stands alone.
pub fn statement(blocks: &[Block], place: &Place, body: &mut Body) {
    if let Some(first) = blocks.first() {
        bullet(blocks, first.span(), place, body);
    }
}

/// Keeps one criterion, or the state that its words announce.
pub fn criterion(text: Inlines, span: Span, place: &Place, body: &mut Body) {
    if text.is_blank() {
        return;
    }
    let short = Some(text.line()).filter(|words| wording::has_at_most(words, STATE_WORDS));
    if let Some(state) = short.and_then(|words| state_of(&words)) {
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

fn bullet(blocks: &[Block], span: Span, place: &Place, body: &mut Body) {
    let text = own_text(blocks);
    if !blocks.iter().any(|block| matches!(block, Block::List(_))) {
        criterion(text, span, place, body);
        let others = blocks.iter().filter(|block| !matches!(block, Block::Paragraph(_)));
        return others.for_each(|block| attach(block, place, body));
    }
    let inner = below(&text, place);
    for block in blocks {
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
    // The name in front of the words that lead to the items is nearer to them than any name above.
    let lead_in = wording::lead_in(text).filter(|lead_in| lead_in.marked && !lead_in.alone);
    if let Some(lead_in) = lead_in.filter(|lead_in| place.names.comes_back(&lead_in.label)) {
        let lead = Some(wording::cut_start(text, lead_in.length));
        return Place { dimension: Some(wording::name(&lead_in.label)), lead, ..place.clone() };
    }
    let name = wording::name(&text.plain());
    if place.dimension.is_none() && place.names.recurs(&name) {
        return Place { dimension: Some(name), ..place.clone() };
    }
    Place { lead: Some(text.clone()), ..place.clone() }
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
fn own_text(blocks: &[Block]) -> Inlines {
    let mut out = Vec::new();
    for block in blocks {
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
