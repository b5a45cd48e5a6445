//! The headings of a document as a tree. Takes blocks, gives sections that say where each heading's own blocks and its
//! whole reach end; refuses to know what a heading means, but that one over nothing but links
//! heads a menu and no section. Depths may be skipped.

use super::grid::texts;
use super::navigation;
use crate::text::{Block, Heading};

/// All headings of a document, in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outline<'a> {
    pub blocks: &'a [Block],
    pub nodes: Vec<Node<'a>>,
}

/// One heading and what it reaches over, as indices into [`Outline::blocks`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Node<'a> {
    pub heading: &'a Heading,
    /// The heading itself.
    pub at: usize,
    /// Behind the last block before the next heading of any depth.
    pub own_end: usize,
    /// Behind the last block before the next heading that is not deeper.
    pub end: usize,
    /// Index of the heading above, if any.
    pub parent: Option<usize>,
}

impl<'a> Outline<'a> {
    /// Reads the headings among `blocks`; those inside lists, tables and disclosures are not looked for.
    pub fn new(blocks: &'a [Block]) -> Self {
        let mut nodes: Vec<Node<'a>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let Block::Heading(heading) = block else { continue };
            if heads_menu(&blocks[at + 1..]) {
                continue;
            }
            if let Some(last) = nodes.last_mut() {
                last.own_end = at;
            }
            while let Some(top) = open.pop_if(|top| nodes[*top].heading.depth >= heading.depth) {
                nodes[top].end = at;
            }
            nodes.push(Node { heading, at, own_end: blocks.len(), end: blocks.len(), parent: open.last().copied() });
            open.push(nodes.len() - 1);
        }
        Self { blocks, nodes }
    }

    /// The heading of a node as one line of text.
    pub fn title(&self, node: usize) -> String {
        self.nodes[node].heading.content.plain()
    }
}

/// Whether nothing but links stands between a heading and the next one, and more than one: then it heads a menu.
fn heads_menu(below: &[Block]) -> bool {
    let end = below.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(below.len());
    let own = &below[..end];
    let links = || own.iter().map(|block| texts(std::slice::from_ref(block)).len()).sum::<usize>();
    !own.is_empty() && own.iter().all(navigation::is_navigation) && links() > 1
}
