//! The tree of a document → blocks: paragraphs where running text stands alone, lists of whole items, tables as
//! written. What means nothing is looked through; no word is left behind.

use super::dom::{Dom, Kind, NodeId};
use super::inlines;
use super::lists;
use super::table;
use super::token::{Element, Leaf};
use crate::text::{Block, Details, FileId, Heading, Inline, Inlines, Listing, Span, Text};
use std::sync::Arc;

/// The blocks of a whole tree.
pub fn blocks(dom: Dom, file: FileId) -> Vec<Block> {
    let mut builder = Builder { dom, file, marks: Vec::new(), checked: None };
    builder.dom.survey();
    builder.flow(Dom::ROOT)
}

/// Turns nodes into blocks. The recursion is as deep as the tree, which is bounded.
pub struct Builder {
    pub dom: Dom,
    file: FileId,
    /// Marks around the blocks that are being read: `<strong><p>…</p></strong>`.
    marks: Vec<Element>,
    /// The last box of a task list that was met.
    pub checked: Option<bool>,
}

/// Blocks so far, and the running text that is not yet one.
#[derive(Default)]
pub struct Flow {
    pub blocks: Vec<Block>,
    run: Vec<Inline>,
    span: Option<Span>,
}

impl Builder {
    /// What stands below a node, as blocks.
    pub fn flow(&mut self, parent: NodeId) -> Vec<Block> {
        let mut flow = Flow::default();
        self.flow_into(parent, &mut flow);
        self.end_paragraph(&mut flow);
        exact(flow.blocks)
    }

    /// A node itself, as blocks.
    pub fn flow_of(&mut self, node: NodeId) -> Vec<Block> {
        let mut flow = Flow::default();
        self.node_into(node, &mut flow);
        self.end_paragraph(&mut flow);
        exact(flow.blocks)
    }

    fn flow_into(&mut self, parent: NodeId, flow: &mut Flow) {
        let mut next = self.dom.first_child(parent);
        while let Some(child) = next {
            next = self.dom.next(child);
            self.node_into(child, flow);
        }
    }

    fn node_into(&mut self, node: NodeId, flow: &mut Flow) {
        if self.is_running_text(node) {
            if !inlines::is_blank(&self.dom, node) {
                flow.span = join(flow.span, self.dom.span(node));
            }
            with_room(&mut flow.run);
            return inlines::push(self, node, &mut flow.run);
        }
        match self.dom.take(node) {
            Kind::Transparent => self.flow_into(node, flow),
            Kind::Element(mark) if mark.is_mark() => {
                self.end_paragraph(flow);
                self.marks.push(mark);
                self.flow_into(node, flow);
                self.end_paragraph(flow);
                self.marks.pop();
            }
            Kind::Element(element) => {
                self.end_paragraph(flow);
                self.block(node, element, flow);
            }
            Kind::Leaf(leaf) => {
                self.end_paragraph(flow);
                let span = self.span(node);
                flow.blocks.extend(block_leaf(leaf, span));
            }
        }
    }

    fn block(&mut self, node: NodeId, element: Element, flow: &mut Flow) {
        let span = self.span(node);
        match element {
            Element::Heading { depth, id } => {
                let content = self.flat(node);
                if !content.0.is_empty() {
                    flow.blocks.push(Block::heading(Heading { depth, content, id: id.map(Into::into), span }));
                }
            }
            Element::List { start } => flow.blocks.extend(lists::list(self, node, start)),
            Element::Item => lists::push_stray(self, node, flow),
            Element::Terms | Element::Term | Element::Definition => lists::push_terms(self, node, element, flow),
            Element::Quote => {
                let blocks = self.flow(node);
                if !blocks.is_empty() {
                    flow.blocks.push(Block::Quote { blocks: blocks.into(), span });
                }
            }
            Element::Details => flow.blocks.push(Block::Details(Arc::new(self.details(node, span)))),
            Element::Table => {
                flow.blocks.extend(table::table(self, node, span).map(|table| Block::Table(Arc::new(table))))
            }
            Element::Preformatted => {
                let listing = Listing { language: None, text: self.dom.words(node) };
                flow.blocks.push(Block::Code { listing: Arc::new(listing), span });
            }
            _ => {
                self.flow_into(node, flow);
                self.end_paragraph(flow);
            }
        }
    }

    fn details(&mut self, node: NodeId, span: Span) -> Details {
        let children = self.dom.children(node);
        let is_summary = |child: &NodeId| *self.dom.kind(*child) == Kind::Element(Element::Summary);
        let summary = children.into_iter().find(is_summary).map(|summary| {
            let words = self.flat(summary);
            self.dom.detach(summary);
            words
        });
        Details { summary: summary.unwrap_or_default(), blocks: self.flow(node), span }
    }

    /// The words below a node as one run, whatever blocks they stand in; a hard break between blocks.
    pub fn flat(&mut self, node: NodeId) -> Inlines {
        let mut run = Vec::new();
        self.push_flat(node, &mut run);
        self.marked(Inlines(run).trimmed())
    }

    fn push_flat(&mut self, parent: NodeId, run: &mut Vec<Inline>) {
        for child in self.dom.children(parent) {
            if self.is_running_text(child) {
                inlines::push(self, child, run);
                continue;
            }
            let at = self.span(child);
            let edge = Inline::Break { hard: true, at: Span { end: at.start, ..at } };
            run.push(edge.clone());
            if let Kind::Leaf(Leaf::CodeBlock(listing)) = self.dom.kind(child) {
                run.push(Inline::Code(Text { text: listing.text.clone(), span: at }));
            }
            self.push_flat(child, run);
            run.push(edge);
        }
    }

    fn end_paragraph(&mut self, flow: &mut Flow) {
        let run = Inlines(std::mem::take(&mut flow.run)).trimmed();
        let span = flow.span.take();
        if let (false, Some(span)) = (run.0.is_empty(), span) {
            let content = self.marked(Inlines(exact(run.0)));
            with_room(&mut flow.blocks);
            flow.blocks.push(Block::paragraph(content, span));
        }
    }

    /// The run inside the marks that stand around its block.
    fn marked(&self, run: Inlines) -> Inlines {
        self.marks.iter().rev().fold(run, |inner, mark| match inner.span() {
            Some(span) => Inlines(inlines::wrap(mark.clone(), inner.0, span).into_iter().collect()),
            None => inner,
        })
    }

    fn is_running_text(&self, node: NodeId) -> bool {
        match self.dom.kind(node) {
            Kind::Leaf(leaf) => leaf.is_inline(),
            Kind::Element(element) => element.is_mark() && !self.dom.holds_block(node),
            Kind::Transparent => false,
        }
    }

    /// Where a node stands, from its tag to the end of what is in it.
    pub fn span(&self, node: NodeId) -> Span {
        self.dom.span(node).unwrap_or(Span::new(self.file, 0, 0))
    }
}

/// Without room for more: most paragraphs are one text, and most items and cells one paragraph.
pub fn exact<T>(mut things: Vec<T>) -> Vec<T> {
    things.shrink_to_fit();
    things
}

/// With room for one: the first thing is mostly the only one.
pub fn with_room<T>(things: &mut Vec<T>) {
    if things.capacity() == 0 {
        things.reserve_exact(1);
    }
}

fn block_leaf(leaf: Leaf, span: Span) -> Option<Block> {
    match leaf {
        Leaf::CodeBlock(listing) => Some(Block::Code { listing: listing.into(), span }),
        Leaf::Rule => Some(Block::Rule { span }),
        _ => None,
    }
}

fn join(a: Option<Span>, b: Option<Span>) -> Option<Span> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.to(b)),
        (a, b) => a.or(b),
    }
}
