//! Every link and image of the documents and where it leads. One that leads nowhere is shown as its text followed by its
//! target, and reported once per document, at its first place.

use std::collections::BTreeMap;

use super::target::Targets;
use super::{Destination, Ladder, Section};
use crate::text::{Block, Diagnostic, FileId, Inline, Inlines, Span};

/// Where the links of all documents lead.
pub(super) type Links = BTreeMap<(FileId, String), Destination>;

/// Resolves every link and image of a ladder.
pub(super) fn links(ladder: &Ladder, targets: &Targets<'_>, diagnostics: &mut Vec<Diagnostic>) -> Links {
    let mut links = Links::new();
    for (target, span) in written(ladder) {
        links.entry((span.file, target.to_owned())).or_insert_with(|| {
            let lead = targets.lead(span.file, target);
            if lead.destination == Destination::Broken {
                diagnostics.push(broken(target, span));
            } else if lead.misses_heading {
                diagnostics.push(without_heading(target, span));
            }
            lead.destination
        });
    }
    links
}

fn broken(target: &str, span: Span) -> Diagnostic {
    Diagnostic::warning("broken-link", span, format!("`{target}` leads to no document or file of this project"))
        .help("write the path of a document or file, relative to this one, or a whole web address")
}

fn without_heading(target: &str, span: Span) -> Diagnostic {
    Diagnostic::warning("broken-link", span, format!("`{target}` names a heading that the document does not have"))
        .help("the link leads to the document; write the heading in lower case, with hyphens for spaces")
}

/// Every target with its place, in the order of the ladder.
fn written(ladder: &Ladder) -> Vec<(&str, Span)> {
    let mut written = Vec::new();
    let mut open: Vec<Node<'_>> = Vec::new();
    for part in parts(ladder) {
        open.push(part);
        while let Some(node) = open.pop() {
            let first = open.len();
            node.push_children(&mut open, &mut written);
            open[first..].reverse();
        }
    }
    written
}

/// A piece of a document that may hold links; walked without recursion, since marks may nest deep.
#[derive(Clone, Copy)]
enum Node<'a> {
    Blocks(&'a [Block]),
    Inlines(&'a Inlines),
}

fn parts(ladder: &Ladder) -> Vec<Node<'_>> {
    let mut parts = Vec::new();
    push_sections(&ladder.guidance, &mut parts);
    for group in &ladder.groups {
        push_sections(&group.guidance, &mut parts);
        parts.push(Node::Blocks(&group.navigation));
    }
    for grade in ladder.dimensions.iter().flat_map(|dimension| dimension.scale.iter().flatten()) {
        parts.push(Node::Inlines(&grade.text));
    }
    for track in &ladder.tracks {
        push_sections(&track.guidance, &mut parts);
        track.levels.iter().for_each(|level| push_level(level, &mut parts));
        parts.push(Node::Blocks(&track.navigation));
    }
    for page in &ladder.pages {
        push_sections(&page.sections, &mut parts);
        parts.push(Node::Blocks(&page.navigation));
    }
    parts
}

fn push_level<'a>(level: &'a super::Level, parts: &mut Vec<Node<'a>>) {
    parts.push(Node::Blocks(&level.summary));
    parts.extend(level.facts.iter().map(|fact| Node::Inlines(&fact.value)));
    for criterion in &level.criteria {
        parts.extend(criterion.lead.as_ref().map(Node::Inlines));
        parts.push(Node::Inlines(&criterion.text));
        parts.push(Node::Blocks(&criterion.examples));
    }
    push_sections(&level.guidance, parts);
}

fn push_sections<'a>(sections: &'a [Section], parts: &mut Vec<Node<'a>>) {
    for section in sections {
        parts.extend(section.heading.as_ref().map(Node::Inlines));
        parts.push(Node::Blocks(&section.blocks));
    }
}

impl<'a> Node<'a> {
    fn push_children(self, open: &mut Vec<Node<'a>>, written: &mut Vec<(&'a str, Span)>) {
        match self {
            Node::Blocks(blocks) => blocks.iter().for_each(|block| push_block(block, open)),
            Node::Inlines(inlines) => inlines.0.iter().for_each(|inline| push_inline(inline, open, written)),
        }
    }
}

fn push_block<'a>(block: &'a Block, open: &mut Vec<Node<'a>>) {
    match block {
        Block::Heading(heading) => open.push(Node::Inlines(&heading.content)),
        Block::Paragraph(paragraph) => open.push(Node::Inlines(&paragraph.content)),
        Block::List(list) => open.extend(list.items.iter().map(|item| Node::Blocks(&item.blocks))),
        Block::Table(table) => {
            open.extend(table.caption.as_ref().map(Node::Inlines));
            open.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| Node::Blocks(&cell.blocks)));
        }
        Block::Details(details) => {
            open.push(Node::Inlines(&details.summary));
            open.push(Node::Blocks(&details.blocks));
        }
        Block::Quote { blocks, .. } => open.push(Node::Blocks(blocks)),
        Block::Code { .. } | Block::Rule { .. } => {}
    }
}

fn push_inline<'a>(inline: &'a Inline, open: &mut Vec<Node<'a>>, written: &mut Vec<(&'a str, Span)>) {
    match inline {
        Inline::Link(link) => {
            written.push((&link.target, link.span));
            open.push(Node::Inlines(&link.content));
        }
        Inline::Image(image) => written.push((&image.source, image.span)),
        Inline::Emphasis(inner)
        | Inline::Strong(inner)
        | Inline::Strike(inner)
        | Inline::Subscript(inner)
        | Inline::Superscript(inner) => open.push(Node::Inlines(inner)),
        Inline::Text(_) | Inline::Code(_) | Inline::Break { .. } => {}
    }
}
