//! Blocks as plain text, for readers that know no markup: a line per paragraph, item and table row.

use crate::text::{Block, Cell, Item, Row, Table};

/// How deep nested blocks are followed; deeper ones are hostile input.
const DEEPEST: usize = 512;

/// The words of some blocks, one line each; empty without words.
pub(super) fn plain(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    push_blocks(blocks, 0, &mut lines);
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn push_blocks(blocks: &[Block], depth: usize, lines: &mut Vec<String>) {
    if depth > DEEPEST {
        return;
    }
    for block in blocks {
        match block {
            Block::Heading(heading) => lines.push(heading.content.plain()),
            Block::Paragraph(paragraph) => lines.push(paragraph.content.plain()),
            Block::List(list) => list.items.iter().for_each(|item| push_item(item, depth, lines)),
            Block::Table(table) => push_table(table, depth, lines),
            Block::Details(details) => {
                lines.push(details.summary.plain());
                push_blocks(&details.blocks, depth + 1, lines);
            }
            Block::Quote { blocks, .. } => push_blocks(blocks, depth + 1, lines),
            Block::Code { listing, .. } => lines.push(listing.text.trim_end().to_owned()),
            Block::Rule { .. } => {}
        }
    }
}

fn push_item(item: &Item, depth: usize, lines: &mut Vec<String>) {
    let first = lines.len();
    push_blocks(&item.blocks, depth + 1, lines);
    if let Some(line) = lines.get_mut(first) {
        line.insert_str(0, "- ");
    }
}

fn push_table(table: &Table, depth: usize, lines: &mut Vec<String>) {
    lines.extend(table.caption.as_ref().map(|caption| caption.plain()));
    lines.extend(table.rows.iter().map(|row| row_line(row, depth)));
}

fn row_line(row: &Row, depth: usize) -> String {
    let words = |cell: &Cell| {
        let mut lines = Vec::new();
        push_blocks(&cell.blocks, depth + 1, &mut lines);
        lines.join(" ")
    };
    row.cells.iter().map(words).collect::<Vec<_>>().join(" | ")
}
