//! The tree of a document: nodes in one arena, so that a tree of any depth is dropped without recursion.

use super::token::{Element, Leaf, Token};
use crate::text::{FileId, Span};
use std::num::NonZeroU32;

/// Nesting beyond this is flattened, as browsers do: deeper elements are dropped, their text is kept.
pub const MAX_DEPTH: usize = 512;

/// A tree. Its first node is its root.
#[derive(Clone, Debug)]
pub struct Dom {
    file: FileId,
    /// Nodes by place, so many in each run; a tree that grows moves none.
    runs: Vec<Vec<Node>>,
    /// All of them.
    count: usize,
}

/// Nodes in a run.
const RUN: usize = 1 << 12;

/// Place of a node, counted from one, so that a place that may be missing takes no more room.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NodeId(NonZeroU32);

/// What a node is.
#[derive(Clone, PartialEq, Debug)]
pub enum Kind {
    /// The root, and elements that mean nothing to us.
    Transparent,
    Element(Element),
    Leaf(Leaf),
}

#[derive(Clone, Debug)]
struct Node {
    kind: Kind,
    /// Where it starts and ends in the source; [`NOWHERE`] where it was made up.
    place: (u32, u32),
    /// Whether a block lies below it.
    holds_block: bool,
    parent: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
}

/// The place of what stands nowhere: no span starts behind its end.
const NOWHERE: (u32, u32) = (u32::MAX, 0);

/// Builds the tree of tokens that are nested as written: every element is closed, in order.
pub struct Planter {
    dom: Dom,
    open: Vec<NodeId>,
}

impl Planter {
    /// Nothing is open.
    pub fn new(file: FileId) -> Self {
        Self { dom: Dom::new(file), open: vec![Dom::ROOT] }
    }

    /// Goes on with a token.
    pub fn token(&mut self, token: Token) {
        match token {
            Token::Start(element, span) => {
                let node = self.append(Kind::Element(element), span);
                self.open.push(node);
            }
            Token::End(..) if self.open.len() > 1 => {
                self.open.pop();
            }
            Token::End(..) => {}
            Token::Leaf(leaf, span) => {
                self.append(Kind::Leaf(leaf), span);
            }
        }
    }

    /// The whole tree.
    pub fn finish(self) -> Dom {
        self.dom
    }

    fn append(&mut self, kind: Kind, span: Span) -> NodeId {
        let current = *self.open.last().expect("the root is never closed");
        let node = self.dom.create(kind, Some(span));
        self.dom.append(current, node);
        node
    }
}

impl Dom {
    /// The root of every tree.
    pub const ROOT: NodeId = NodeId(NonZeroU32::MIN);

    /// A tree of its root alone.
    pub fn new(file: FileId) -> Self {
        let mut dom = Self { file, runs: Vec::new(), count: 0 };
        dom.create(Kind::Transparent, None);
        dom
    }

    /// A node that hangs nowhere yet.
    pub fn create(&mut self, kind: Kind, span: Option<Span>) -> NodeId {
        let place = span.map_or(NOWHERE, |span| (span.start, span.end));
        let (parent, first, last, previous, next) = (None, None, None, None, None);
        let node = Node { kind, place, holds_block: false, parent, first, last, previous, next };
        match self.runs.last_mut() {
            Some(run) if run.len() < RUN => run.push(node),
            Some(_) => {
                let mut run = Vec::with_capacity(RUN);
                run.push(node);
                self.runs.push(run);
            }
            None => self.runs.push(vec![node]),
        }
        self.count += 1;
        NodeId(NonZeroU32::try_from(self.count as u32).expect("no memory holds 2^32 nodes"))
    }

    /// What a node is.
    pub fn kind(&self, node: NodeId) -> &Kind {
        &self.node(node).kind
    }

    /// Takes the content of a node out of the tree, which keeps a transparent node in its place.
    pub fn take(&mut self, node: NodeId) -> Kind {
        std::mem::replace(&mut self.node_mut(node).kind, Kind::Transparent)
    }

    /// Where a node stands in the source; `None` where it was made up to mend the nesting.
    pub fn span(&self, node: NodeId) -> Option<Span> {
        let (start, end) = self.node(node).place;
        if start <= end { Some(Span { file: self.file, start, end }) } else { None }
    }

    /// Whether a block lies below a node, as far as was surveyed.
    pub fn holds_block(&self, node: NodeId) -> bool {
        self.node(node).holds_block
    }

    /// Tells every node of those below it: it reaches to the end of whatever lies inside.
    pub fn survey(&mut self) {
        let mut node = self.first_leaf(Self::ROOT);
        while let Some(parent) = self.parent(node) {
            self.tell(parent, node);
            node = self.next(node).map_or(parent, |next| self.first_leaf(next));
        }
    }

    fn first_leaf(&self, node: NodeId) -> NodeId {
        std::iter::successors(Some(node), |node| self.first_child(*node)).last().unwrap_or(node)
    }

    fn tell(&mut self, parent: NodeId, child: NodeId) {
        let Node { kind, place: (start, end), holds_block, .. } = self.node(child);
        let is_block = match kind {
            Kind::Transparent => false,
            Kind::Element(element) => !element.is_mark(),
            Kind::Leaf(leaf) => !leaf.is_inline(),
        };
        let (start, end, holds_block) = (*start, *end, *holds_block || is_block);
        let above = self.node_mut(parent);
        above.holds_block |= holds_block;
        above.place = (above.place.0.min(start), above.place.1.max(end));
    }

    /// A node that stands in the source reaches at least to the end of `span`.
    pub fn extend(&mut self, node: NodeId, span: Span) {
        let own = &mut self.node_mut(node).place;
        if *own != NOWHERE {
            *own = (own.0.min(span.start), own.1.max(span.end));
        }
    }

    /// The node above.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.node(node).parent
    }

    /// The first node below.
    pub fn first_child(&self, node: NodeId) -> Option<NodeId> {
        self.node(node).first
    }

    /// The node beside.
    pub fn next(&self, node: NodeId) -> Option<NodeId> {
        self.node(node).next
    }

    /// The nodes below, in order.
    pub fn children(&self, node: NodeId) -> Vec<NodeId> {
        std::iter::successors(self.first_child(node), |child| self.next(*child)).collect()
    }

    /// Every node below another, in the order of the document, each with how deep it lies below.
    fn descendants(&self, top: NodeId) -> impl Iterator<Item = (NodeId, usize)> {
        let mut depth = 0;
        let mut last = top;
        std::iter::from_fn(move || {
            let next = match self.first_child(last) {
                Some(child) => {
                    depth += 1;
                    child
                }
                None => loop {
                    if last == top {
                        return None;
                    }
                    match self.next(last) {
                        Some(next) => break next,
                        None => {
                            last = self.parent(last)?;
                            depth -= 1;
                        }
                    }
                },
            };
            last = next;
            Some((next, depth))
        })
    }

    /// The text below a node, every character of it.
    pub fn words(&self, node: NodeId) -> String {
        let mut words = String::new();
        for node in self.below(node) {
            match self.kind(node) {
                Kind::Leaf(Leaf::Text(text) | Leaf::Code(text)) => words.push_str(text),
                Kind::Leaf(Leaf::CodeBlock(listing)) => words.push_str(&listing.text),
                Kind::Leaf(Leaf::Break { .. }) => words.push('\n'),
                Kind::Leaf(Leaf::Image(picture)) => words.push_str(&picture.alt),
                Kind::Leaf(Leaf::Checkbox(_) | Leaf::Rule | Leaf::Boundary) => {}
                Kind::Element(_) | Kind::Transparent => {}
            }
        }
        words
    }

    /// Cuts the tree off at [`MAX_DEPTH`]: what lay deeper hangs there side by side, its words kept, cut into paragraphs
    /// where elements began. The place of the first such element.
    pub fn flatten(&mut self) -> Option<Span> {
        let deepest: Vec<NodeId> =
            self.descendants(Self::ROOT).filter(|(_, depth)| *depth == MAX_DEPTH).map(|(node, _)| node).collect();
        let hoisted = deepest.into_iter().map(|node| self.hoist(node));
        hoisted.fold(None, earlier)
    }

    fn hoist(&mut self, node: NodeId) -> Option<Span> {
        let below = self.below(node).split_off(1);
        let mut first = None;
        for &deep in &below {
            let span = self.span(deep);
            let slot = self.node_mut(deep);
            (slot.first, slot.last, slot.parent, slot.previous, slot.next) = (None, None, None, None, None);
            if let Kind::Element(element) = &slot.kind {
                slot.kind = if element.is_mark() { Kind::Transparent } else { Kind::Leaf(Leaf::Boundary) };
                first = earlier(first, span);
            }
        }
        let slot = self.node_mut(node);
        (slot.first, slot.last) = (None, None);
        below.into_iter().for_each(|deep| self.append(node, deep));
        first
    }

    /// A node and every node below it, in the order of the document.
    fn below(&self, node: NodeId) -> Vec<NodeId> {
        std::iter::once(node).chain(self.descendants(node).map(|(node, _)| node)).collect()
    }

    /// Hangs a loose node before another; its new parent, unless that hangs nowhere.
    pub fn insert_before(&mut self, sibling: NodeId, child: NodeId) -> Option<NodeId> {
        let (parent, previous) = (self.node(sibling).parent?, self.node(sibling).previous);
        let slot = self.node_mut(child);
        (slot.parent, slot.previous, slot.next) = (Some(parent), previous, Some(sibling));
        self.node_mut(sibling).previous = Some(child);
        match previous {
            Some(previous) => self.node_mut(previous).next = Some(child),
            None => self.node_mut(parent).first = Some(child),
        }
        Some(parent)
    }

    /// Takes a node, with all below it, from its parent.
    pub fn detach(&mut self, node: NodeId) {
        let (parent, previous, next) = (self.node(node).parent, self.node(node).previous, self.node(node).next);
        match previous {
            Some(previous) => self.node_mut(previous).next = next,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).first = next;
                }
            }
        }
        match next {
            Some(next) => self.node_mut(next).previous = previous,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).last = previous;
                }
            }
        }
        let node = self.node_mut(node);
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    /// Hangs a loose node below another, behind its other children.
    pub fn append(&mut self, parent: NodeId, child: NodeId) {
        let last = self.node(parent).last;
        let slot = self.node_mut(child);
        (slot.parent, slot.previous) = (Some(parent), last);
        match last {
            Some(last) => self.node_mut(last).next = Some(child),
            None => self.node_mut(parent).first = Some(child),
        }
        self.node_mut(parent).last = Some(child);
    }

    fn node(&self, node: NodeId) -> &Node {
        &self.runs[node.index() / RUN][node.index() % RUN]
    }

    fn node_mut(&mut self, node: NodeId) -> &mut Node {
        &mut self.runs[node.index() / RUN][node.index() % RUN]
    }
}

impl NodeId {
    /// For tables beside the tree.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

fn earlier(a: Option<Span>, b: Option<Span>) -> Option<Span> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.start < a.start { b } else { a }),
        (a, b) => a.or(b),
    }
}
