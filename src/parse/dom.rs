//! The tree of a document: nodes in one arena, so that a tree of any depth is dropped without recursion.

use super::token::{Element, Leaf, Token};
use crate::text::Span;
use std::num::NonZeroU32;

/// Nesting beyond this is flattened, as browsers do: deeper elements are dropped, their text is kept.
pub const MAX_DEPTH: usize = 512;

/// A tree. Its first node is its root.
#[derive(Clone, Debug)]
pub struct Dom {
    nodes: Vec<Node>,
}

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
    span: Option<Span>,
    parent: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
}

/// Builds the tree of tokens that are nested as written: every element is closed, in order.
pub fn plant(tokens: Vec<Token>) -> Dom {
    let mut dom = Dom::of(tokens.len());
    let mut open = vec![Dom::ROOT];
    for token in tokens {
        let current = *open.last().expect("the root is never closed");
        match token {
            Token::Start(element, span) => {
                let node = dom.create(Kind::Element(element), Some(span));
                dom.append(current, node);
                open.push(node);
            }
            Token::End(..) if open.len() > 1 => {
                open.pop();
            }
            Token::End(..) => {}
            Token::Leaf(leaf, span) => {
                let node = dom.create(Kind::Leaf(leaf), Some(span));
                dom.append(current, node);
            }
        }
    }
    dom
}

impl Default for Dom {
    fn default() -> Self {
        Self::new()
    }
}

impl Dom {
    /// The root of every tree.
    pub const ROOT: NodeId = NodeId(NonZeroU32::MIN);

    /// A tree of its root alone.
    pub fn new() -> Self {
        Self::of(0)
    }

    /// The same, with room for so many nodes.
    pub fn of(count: usize) -> Self {
        let mut dom = Self { nodes: Vec::with_capacity(count + 1) };
        dom.create(Kind::Transparent, None);
        dom
    }

    /// A node that hangs nowhere yet.
    pub fn create(&mut self, kind: Kind, span: Option<Span>) -> NodeId {
        self.nodes.push(Node { kind, span, parent: None, first: None, last: None, previous: None, next: None });
        NodeId(NonZeroU32::try_from(self.nodes.len() as u32).expect("no memory holds 2^32 nodes"))
    }

    /// What a node is.
    pub fn kind(&self, node: NodeId) -> &Kind {
        &self.node(node).kind
    }

    /// Takes the content of a node out of the tree, which keeps a transparent node in its place.
    pub fn take(&mut self, node: NodeId) -> Kind {
        std::mem::replace(&mut self.nodes[node.index()].kind, Kind::Transparent)
    }

    /// Where a node stands in the source; `None` where it was made up to mend the nesting.
    pub fn span(&self, node: NodeId) -> Option<Span> {
        self.node(node).span
    }

    /// A node that stands in the source reaches at least to the end of `span`.
    pub fn extend(&mut self, node: NodeId, span: Span) {
        let own = &mut self.nodes[node.index()].span;
        *own = own.map(|own| own.to(span));
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

    /// Every node that hangs below the root, each before those below it.
    pub fn preorder(&self) -> Vec<NodeId> {
        self.below(Self::ROOT)
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
            let slot = &mut self.nodes[deep.index()];
            (slot.first, slot.last, slot.parent, slot.previous, slot.next) = (None, None, None, None, None);
            if let Kind::Element(element) = &slot.kind {
                slot.kind = if element.is_mark() { Kind::Transparent } else { Kind::Leaf(Leaf::Boundary) };
                first = earlier(first, span);
            }
        }
        let slot = &mut self.nodes[node.index()];
        (slot.first, slot.last) = (None, None);
        below.into_iter().for_each(|deep| self.append(node, deep));
        first
    }

    /// A node and every node below it, in the order of the document.
    fn below(&self, node: NodeId) -> Vec<NodeId> {
        std::iter::once(node).chain(self.descendants(node).map(|(node, _)| node)).collect()
    }

    /// How many nodes the arena holds.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Hangs a loose node before another; its new parent, unless that hangs nowhere.
    pub fn insert_before(&mut self, sibling: NodeId, child: NodeId) -> Option<NodeId> {
        let (parent, previous) = (self.node(sibling).parent?, self.node(sibling).previous);
        let slot = &mut self.nodes[child.index()];
        (slot.parent, slot.previous, slot.next) = (Some(parent), previous, Some(sibling));
        self.nodes[sibling.index()].previous = Some(child);
        match previous {
            Some(previous) => self.nodes[previous.index()].next = Some(child),
            None => self.nodes[parent.index()].first = Some(child),
        }
        Some(parent)
    }

    /// Takes a node, with all below it, from its parent.
    pub fn detach(&mut self, node: NodeId) {
        let (parent, previous, next) = (self.node(node).parent, self.node(node).previous, self.node(node).next);
        match previous {
            Some(previous) => self.nodes[previous.index()].next = next,
            None => {
                if let Some(parent) = parent {
                    self.nodes[parent.index()].first = next;
                }
            }
        }
        match next {
            Some(next) => self.nodes[next.index()].previous = previous,
            None => {
                if let Some(parent) = parent {
                    self.nodes[parent.index()].last = previous;
                }
            }
        }
        let node = &mut self.nodes[node.index()];
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    /// Hangs a loose node below another, behind its other children.
    pub fn append(&mut self, parent: NodeId, child: NodeId) {
        let last = self.node(parent).last;
        self.nodes[child.index()].parent = Some(parent);
        self.nodes[child.index()].previous = last;
        match last {
            Some(last) => self.nodes[last.index()].next = Some(child),
            None => self.nodes[parent.index()].first = Some(child),
        }
        self.nodes[parent.index()].last = Some(child);
    }

    fn node(&self, node: NodeId) -> &Node {
        &self.nodes[node.index()]
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
