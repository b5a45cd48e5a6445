//! Tokens nested any which way → the tree that a browser would see. Owner of `html5ever`.
//!
//! The tree builder is given structure alone: every leaf goes in as an empty element (`img` in running text, `hr`
//! between blocks), so that nothing of it can be lost, and blanks as blanks, because tables treat them otherwise.
//! Markdown inside HTML needs no second parse that way.

use super::dom::{Dom, Kind, MAX_DEPTH, NodeId};
use super::marks::Marks;
use super::token::{Element, Leaf, TABLE_PARTS, Token};
use crate::text::{FileId, Span};
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token as HtmlToken, TokenSink};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Nests tokens as a browser would.
pub struct Grower {
    builder: TreeBuilder<NodeId, Sink>,
    /// Elements that lay too deep and whose end tag is still to come.
    dropped: BTreeMap<&'static str, usize>,
    /// Whether the last element lay too deep and nothing was closed since.
    is_deep: bool,
    marks: Marks,
}

impl Grower {
    /// Nothing is open.
    pub fn new(file: FileId) -> Self {
        let builder = TreeBuilder::new(Sink::new(file), TreeBuilderOpts::default());
        let grower = Self { builder, dropped: BTreeMap::new(), is_deep: false, marks: Marks::new() };
        // Without it a table would not close the paragraph before it.
        grower.feed(HtmlToken::DoctypeToken(Doctype { name: Some("html".into()), ..Doctype::default() }));
        grower
    }

    /// The whole tree.
    pub fn finish(self) -> Dom {
        self.feed(HtmlToken::EOFToken);
        self.builder.sink.dom.into_inner()
    }

    /// Goes on with a token.
    pub fn token(&mut self, token: Token) {
        match token {
            Token::Start(element, span) => self.start(element, span),
            Token::End(name, span) => self.end(name, span),
            Token::Leaf(leaf, span) => self.leaf(leaf, span),
        }
    }

    fn start(&mut self, element: Element, span: Span) {
        let name = element.name();
        if !self.is_deep {
            if !self.marks.opens(&element) {
                return;
            }
            let attributes = match &element {
                Element::Link { .. } => self.builder.sink.keep_link(element.clone(), span),
                _ => Vec::new(),
            };
            self.builder.sink.hold(name, Kind::Element(element), span);
            self.feed(tag(TagKind::StartTag, name, attributes));
            if TABLE_PARTS.contains(&name) && self.builder.sink.held.take().is_some() {
                return self.gap(span);
            }
            if self.builder.sink.depth() <= MAX_DEPTH {
                return;
            }
            self.feed(tag(TagKind::EndTag, name, Vec::new()));
            self.marks.closes(name);
            self.is_deep = true;
        }
        *self.dropped.entry(name).or_default() += 1;
    }

    fn end(&mut self, name: &'static str, span: Span) {
        if let Some(count) = self.dropped.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            return;
        }
        if !self.marks.closes(name) {
            return;
        }
        self.is_deep = false;
        let closes = self.builder.sink.close(name, span);
        self.feed(tag(TagKind::EndTag, name, Vec::new()));
        if TABLE_PARTS.contains(&name) && !closes {
            self.gap(span);
        }
    }

    /// A piece of a table where no table is: nothing but a gap between words.
    fn gap(&self, span: Span) {
        let newest = self.builder.sink.newest.get();
        self.leaf(Leaf::Boundary, span);
        self.builder.sink.newest.set(newest);
    }

    fn leaf(&self, leaf: Leaf, span: Span) {
        let token = match blank(&leaf) {
            Some(blank) => HtmlToken::CharacterTokens(StrTendril::from_slice(blank)),
            None => tag(TagKind::StartTag, leaf_name(&leaf), Vec::new()),
        };
        self.builder.sink.hold(leaf_name(&leaf), Kind::Leaf(leaf), span);
        self.feed(token);
    }

    fn feed(&self, token: HtmlToken) {
        // Scripts and raw text are never fed, so there is nothing to answer.
        let _ = self.builder.process_token(token, 0);
    }
}

fn tag(kind: TagKind, name: &'static str, attrs: Vec<Attribute>) -> HtmlToken {
    let name = LocalName::from(name);
    HtmlToken::TagToken(Tag { kind, name, self_closing: false, attrs, had_duplicate_attributes: false })
}

fn leaf_name(leaf: &Leaf) -> &'static str {
    if leaf.is_inline() { "img" } else { "hr" }
}

fn blank(leaf: &Leaf) -> Option<&'static str> {
    match leaf {
        Leaf::Text(text) if text.bytes().all(|byte| byte.is_ascii_whitespace()) => Some(" "),
        Leaf::Break { hard: false } => Some(" "),
        _ => None,
    }
}

/// What the tree builder builds into.
struct Sink {
    dom: RefCell<Dom>,
    /// HTML name and depth of each node.
    facts: RefCell<Vec<Fact>>,
    /// What the token that is being fed stands for, until it is put in the tree, and under which name.
    held: RefCell<Option<(&'static str, Kind, Span)>>,
    /// Links by number: they may be opened once more behind a paragraph's end.
    links: RefCell<Vec<(Element, Span)>>,
    /// The node that was put in the tree last.
    newest: Cell<NodeId>,
}

struct Fact {
    name: LocalName,
    depth: u32,
    is_closed: bool,
}

impl Sink {
    fn new(file: FileId) -> Self {
        let root = Fact { name: local_name!(""), depth: 0, is_closed: true };
        Self {
            dom: RefCell::new(Dom::new(file)),
            facts: RefCell::new(vec![root]),
            held: RefCell::new(None),
            links: RefCell::new(Vec::new()),
            newest: Cell::new(Dom::ROOT),
        }
    }

    fn hold(&self, name: &'static str, kind: Kind, span: Span) {
        self.held.replace(Some((name, kind, span)));
    }

    /// The element that this end tag most likely closes reaches up to it; whether there is one.
    fn close(&self, name: &str, span: Span) -> bool {
        self.held.replace(None);
        let (mut dom, mut facts) = (self.dom.borrow_mut(), self.facts.borrow_mut());
        let above = std::iter::successors(Some(self.newest.get()), |node| dom.parent(*node));
        let is_open = |node: &NodeId| !facts[node.index()].is_closed && *facts[node.index()].name == *name;
        let Some(node) = above.take(MAX_DEPTH).find(is_open) else { return false };
        facts[node.index()].is_closed = true;
        dom.extend(node, span);
        true
    }

    fn depth(&self) -> usize {
        self.facts.borrow()[self.newest.get().index()].depth as usize
    }

    fn keep_link(&self, link: Element, span: Span) -> Vec<Attribute> {
        let mut links = self.links.borrow_mut();
        links.push((link, span));
        let name = QualName::new(None, ns!(), local_name!("href"));
        vec![Attribute { name, value: StrTendril::from((links.len() - 1).to_string()) }]
    }

    fn link(&self, attributes: &[Attribute]) -> Option<(Kind, Span)> {
        let number: usize = attributes.first()?.value.parse().ok()?;
        let (link, span) = self.links.borrow().get(number)?.clone();
        Some((Kind::Element(link), span))
    }

    /// What a new element stands for: the held token, or something that mends the nesting.
    fn kind(&self, name: &LocalName, attributes: &[Attribute]) -> (Kind, Option<Span>) {
        if self.held.borrow().as_ref().is_some_and(|(held, ..)| **held == **name)
            && let Some((_, kind, span)) = self.held.take()
        {
            return (kind, Some(span));
        }
        match self.link(attributes) {
            Some((kind, span)) => (kind, Some(span)),
            None => (implied(name), None),
        }
    }

    fn create(&self, kind: Kind, name: LocalName, span: Option<Span>) -> NodeId {
        self.facts.borrow_mut().push(Fact { name, depth: 0, is_closed: false });
        self.dom.borrow_mut().create(kind, span)
    }

    fn placed(&self, child: NodeId, parent: Option<NodeId>) {
        let mut facts = self.facts.borrow_mut();
        let depth = parent.map_or(0, |parent| facts[parent.index()].depth + 1);
        facts[child.index()].depth = depth;
        self.newest.set(child);
    }

    fn node(&self, child: NodeOrText<NodeId>) -> NodeId {
        match child {
            NodeOrText::AppendNode(node) => node,
            // Blanks in a table are put there late, when something else may be held already.
            NodeOrText::AppendText(_) => match self.held.take() {
                Some((_, Kind::Leaf(leaf), span)) if blank(&leaf).is_some() => {
                    self.create(Kind::Leaf(leaf), local_name!(""), Some(span))
                }
                held => {
                    self.held.replace(held);
                    self.create(Kind::Transparent, local_name!(""), None)
                }
            },
        }
    }
}

/// Elements that the tree builder makes up: bodies and rows of tables, marks that go on behind a paragraph's end.
fn implied(name: &str) -> Kind {
    Kind::Element(match name {
        "p" => Element::Paragraph,
        "tbody" => Element::Body,
        "tr" => Element::Row,
        "em" => Element::Emphasis,
        "strong" => Element::Strong,
        "s" => Element::Strike,
        "code" => Element::Code,
        _ => return Kind::Transparent,
    })
}

/// The name of an element; all of ours are HTML.
#[derive(Debug)]
struct Name(LocalName, Namespace);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.1
    }

    fn local_name(&self) -> &LocalName {
        &self.0
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = ();
    type ElemName<'a> = Name;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        Dom::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name {
        Name(self.facts.borrow()[target.index()].name.clone(), ns!(html))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        let (kind, span) = self.kind(&name.local, &attributes);
        self.create(kind, name.local, span)
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.create(Kind::Transparent, local_name!(""), None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.create(Kind::Transparent, local_name!(""), None)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let child = self.node(child);
        self.dom.borrow_mut().append(*parent, child);
        self.placed(child, Some(*parent));
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        if self.dom.borrow().parent(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, new_node: NodeOrText<NodeId>) {
        let child = self.node(new_node);
        let parent = self.dom.borrow_mut().insert_before(*sibling, child);
        self.placed(child, parent);
    }

    fn add_attrs_if_missing(&self, _: &NodeId, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &NodeId) {
        self.dom.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut dom = self.dom.borrow_mut();
        for child in dom.children(*node) {
            dom.detach(child);
            dom.append(*new_parent, child);
        }
    }
}
