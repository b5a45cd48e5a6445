//! Lists: whole items, also where the author nests a list beside its item or leaves an item without a list.

use super::blocks::{Builder, Flow, exact};
use super::dom::{Kind, NodeId};
use super::token::Element;
use crate::text::{Block, Inline, Inlines, Item, Span};
use std::sync::Arc;

/// The list at a node, if it holds anything.
pub fn list(builder: &mut Builder, node: NodeId, start: Option<u64>) -> Option<Block> {
    let span = builder.span(node);
    let mut items: Vec<Item> = Vec::new();
    for child in builder.dom.children(node) {
        if matches!(builder.dom.kind(child), Kind::Element(Element::Item)) {
            items.push(item(builder, child));
        } else {
            push_beside(builder, child, &mut items);
        }
    }
    if items.is_empty() { None } else { Some(Block::list(start, exact(items), span)) }
}

/// Something in a list that is no item belongs to the item before it, as it is displayed.
fn push_beside(builder: &mut Builder, node: NodeId, items: &mut Vec<Item>) {
    let span = builder.span(node);
    let blocks = builder.flow_of(node);
    match items.last_mut() {
        _ if blocks.is_empty() => {}
        Some(item) => {
            item.blocks.extend(blocks);
            item.span = item.span.to(span);
        }
        None => items.push(Item { blocks, checked: None, span }),
    }
}

fn item(builder: &mut Builder, node: NodeId) -> Item {
    let outer = builder.checked.take();
    let blocks = builder.flow(node);
    let checked = std::mem::replace(&mut builder.checked, outer);
    Item { blocks, checked, span: builder.span(node) }
}

/// An item that stands in no list goes to the list before it, else into one of its own.
pub fn push_stray(builder: &mut Builder, node: NodeId, flow: &mut Flow) {
    let item = item(builder, node);
    let span = item.span;
    if let Some(Block::List(list)) = flow.blocks.last_mut() {
        let list = Arc::make_mut(list);
        list.span = list.span.to(span);
        list.items.push(item);
    } else {
        flow.blocks.push(Block::list(None, vec![item], span));
    }
}

/// A list of definitions: each term a strong paragraph, each definition its blocks, several of one term a list.
pub fn push_terms(builder: &mut Builder, node: NodeId, element: Element, flow: &mut Flow) {
    match element {
        Element::Term => flow.blocks.extend(term(builder, node)),
        Element::Definition => flow.blocks.extend(builder.flow(node)),
        _ => {
            let children = builder.dom.children(node);
            let is_term = |node: &NodeId| matches!(builder.dom.kind(*node), Kind::Element(Element::Term));
            // Terms together with the definitions that follow them.
            let is_behind = |one: &NodeId, next: &NodeId| is_term(one) || !is_term(next);
            let lengths: Vec<usize> = children.chunk_by(is_behind).map(<[NodeId]>::len).collect();
            let mut rest = children.as_slice();
            for length in lengths {
                let (group, behind) = rest.split_at(length);
                push_group(builder, group, flow);
                rest = behind;
            }
        }
    }
}

fn push_group(builder: &mut Builder, group: &[NodeId], flow: &mut Flow) {
    let is_definition =
        |builder: &Builder, node: NodeId| matches!(builder.dom.kind(node), Kind::Element(Element::Definition));
    let several = group.iter().filter(|node| is_definition(builder, **node)).count() > 1;
    let mut items = Vec::new();
    for &node in group {
        if matches!(builder.dom.kind(node), Kind::Element(Element::Term)) {
            flow.blocks.extend(term(builder, node));
        } else if several && is_definition(builder, node) {
            items.push(item(builder, node));
        } else {
            flow.blocks.extend(builder.flow_of(node));
        }
    }
    if let (Some(first), Some(last)) = (items.first(), items.last()) {
        let span = first.span.to(last.span);
        flow.blocks.push(Block::list(None, items, span));
    }
}

fn term(builder: &mut Builder, node: NodeId) -> Option<Block> {
    let span: Span = builder.span(node);
    let words = builder.flat(node);
    let content = Inlines(vec![Inline::Strong(words)]);
    if content.is_blank() { None } else { Some(Block::paragraph(content, span)) }
}
