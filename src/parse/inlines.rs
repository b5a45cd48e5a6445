//! Nodes of running text → inlines.

use super::blocks::{Builder, exact, with_room};
use super::dom::{Dom, Kind, NodeId};
use super::token::{Element, Leaf, Picture};
use crate::text::{Image, Inline, Inlines, Link, Span, Text};

/// Puts a node of running text behind what is there; verbatim texts that touch in the source become one.
pub fn push(builder: &mut Builder, node: NodeId, run: &mut Vec<Inline>) {
    let span = builder.span(node);
    match builder.dom.take(node) {
        Kind::Leaf(leaf) => push_leaf(builder, leaf, span, run),
        Kind::Element(Element::Code) => {
            let text = builder.dom.words(node).replace('\n', " ");
            run.push(Inline::Code(Text { text, span }));
        }
        Kind::Element(mark) => {
            let inner = content(builder, node);
            run.extend(wrap(mark, inner, span));
        }
        Kind::Transparent => {
            for child in builder.dom.children(node) {
                push(builder, child, run);
            }
        }
    }
}

fn content(builder: &mut Builder, node: NodeId) -> Vec<Inline> {
    let mut inner = Vec::new();
    let mut next = builder.dom.first_child(node);
    while let Some(child) = next {
        with_room(&mut inner);
        next = builder.dom.next(child);
        push(builder, child, &mut inner);
    }
    inner
}

fn push_leaf(builder: &mut Builder, leaf: Leaf, span: Span, run: &mut Vec<Inline>) {
    match leaf {
        Leaf::Text(text) => push_text(Text { text: text.into(), span }, run),
        Leaf::Code(text) => run.push(Inline::Code(Text { text: text.into(), span })),
        Leaf::Break { hard } => run.push(Inline::Break { hard, at: span }),
        Leaf::Image(picture) => {
            let Picture { source, alt } = *picture;
            run.push(Inline::Image(Box::new(Image { source, alt, span })));
        }
        Leaf::Checkbox(checked) => builder.checked = Some(checked),
        Leaf::CodeBlock(_) | Leaf::Rule | Leaf::Boundary => {}
    }
}

fn push_text(mut text: Text, run: &mut Vec<Inline>) {
    if let Some(Inline::Break { .. }) = run.last() {
        trim_start(&mut text);
        if text.text.is_empty() {
            return;
        }
    }
    if let Some(Inline::Text(last)) = run.last_mut()
        && last.span.end == text.span.start
        && last.is_verbatim()
        && text.is_verbatim()
    {
        last.text.push_str(&text.text);
        last.span = last.span.to(text.span);
    } else {
        run.push(Inline::Text(text));
    }
}

/// A run inside a mark; nothing where the run is empty.
pub fn wrap(mark: Element, inner: Vec<Inline>, span: Span) -> Option<Inline> {
    if inner.is_empty() {
        return None;
    }
    let inner = Inlines(exact(inner));
    match mark {
        Element::Emphasis => Some(Inline::Emphasis(inner)),
        Element::Strong => Some(Inline::Strong(inner)),
        Element::Strike => Some(Inline::Strike(inner)),
        Element::Subscript => Some(Inline::Subscript(inner)),
        Element::Superscript => Some(Inline::Superscript(inner)),
        Element::Link { target } => Some(Inline::Link(Box::new(Link { target: target.into(), content: inner, span }))),
        Element::Code => Some(Inline::Code(Text { text: inner.plain(), span })),
        _ => None,
    }
}

/// Whether a node is white space at which a paragraph may be cut.
pub fn is_blank(dom: &Dom, node: NodeId) -> bool {
    match dom.kind(node) {
        Kind::Leaf(Leaf::Break { .. } | Leaf::Checkbox(_)) => true,
        Kind::Leaf(Leaf::Text(text)) => text.trim().is_empty(),
        Kind::Leaf(_) | Kind::Element(_) | Kind::Transparent => false,
    }
}

fn trim_start(text: &mut Text) {
    let blank = text.text.len() - text.text.trim_start().len();
    if blank > 0 {
        if text.is_verbatim() {
            text.span.start += blank as u32;
        }
        text.text.drain(..blank);
    }
}
