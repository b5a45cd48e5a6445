//! Every span lies in its file, between characters.

use ladder_site::parse::{self, Declared, Document};
use ladder_site::text::{Block, Inline, Inlines, Span};

use crate::support::memory::Made;

/// The spans that lie in no file.
pub fn faults(name: &str, made: &Made) -> Vec<String> {
    let outside = |span: &Span| made.sources.get(span.file).text().get(span.range()).is_none();
    all(made).into_iter().filter(outside).map(|span| format!("{name}: {span:?} lies in no file")).collect()
}

fn all(made: &Made) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (file, source) in made.sources.iter() {
        found.extend(spans(&parse::document(file, source, &Declared::default()).0));
    }
    let levels = made.ladder.tracks().flat_map(|(track, _)| made.ladder.levels(track));
    for (_, level) in levels {
        found.extend(level.criteria.iter().map(|criterion| criterion.span).chain([level.span]));
        found.extend(level.facts.iter().map(|fact| fact.span));
    }
    for finding in &made.diagnostics {
        found.extend(finding.span.into_iter().chain(finding.notes.iter().map(|note| note.span)));
    }
    found
}

/// Every span of a document.
fn spans(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Vec<&Block> = document.blocks.iter().collect();
    while let Some(block) = open.pop() {
        found.push(block.span());
        match block {
            Block::Heading(heading) => inline_spans(&heading.content, &mut found),
            Block::Paragraph(paragraph) => inline_spans(&paragraph.content, &mut found),
            Block::List(list) => {
                found.extend(list.items.iter().map(|item| item.span));
                open.extend(list.items.iter().flat_map(|item| &item.blocks));
            }
            Block::Table(table) => {
                found.extend(table.rows.iter().map(|row| row.span));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.clone().map(|cell| cell.span));
                open.extend(cells.flat_map(|cell| &cell.blocks));
            }
            Block::Details(details) => {
                inline_spans(&details.summary, &mut found);
                open.extend(&details.blocks);
            }
            Block::Quote { blocks, .. } => open.extend(blocks.iter()),
            Block::Code { .. } | Block::Rule { .. } => {}
        }
    }
    found
}

fn inline_spans(inlines: &Inlines, found: &mut Vec<Span>) {
    let mut open: Vec<&Inline> = inlines.0.iter().collect();
    while let Some(inline) = open.pop() {
        match inline {
            Inline::Text(text) | Inline::Code(text) => found.push(text.span),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Subscript(inner)
            | Inline::Superscript(inner) => open.extend(&inner.0),
            Inline::Link(link) => {
                found.push(link.span);
                open.extend(&link.content.0);
            }
            Inline::Image(image) => found.push(image.span),
            Inline::Break { at, .. } => found.push(*at),
        }
    }
}
