//! A cell of a matrix: one criterion, or the items that it is made of.

use super::{Body, Place, list, section};
use crate::model::grid::texts;
use crate::model::wording;
use crate::text::{Block, Inline, Inlines, Span};

/// Reads a cell. It is split where it holds a list, or where every piece of it is a typed bullet.
pub fn read(blocks: &[Block], place: &Place, body: &mut Body) {
    if blocks.iter().any(|block| matches!(block, Block::Heading(_))) {
        return section::read(blocks, place, body);
    }
    if blocks.iter().any(|block| matches!(block, Block::List(_) | Block::Table(_))) {
        return section::statements(blocks, place, body);
    }
    let Some(span) = blocks.iter().map(Block::span).reduce(Span::to) else { return };
    let pieces = pieces(blocks);
    let bullets: Option<Vec<usize>> = pieces.iter().map(wording::typed_bullet).collect();
    match bullets {
        Some(bullets) => {
            for (piece, length) in pieces.iter().zip(bullets) {
                list::criterion(wording::cut_start(piece, length), span, place, body);
            }
        }
        None => list::criterion(whole(blocks), span, place, body),
    }
    for block in blocks.iter().filter(|block| matches!(block, Block::Details(_) | Block::Code { .. })) {
        match body.criteria.last_mut() {
            Some(last) => last.examples.push(block.clone()),
            None => body.keep(block, place),
        }
    }
}

/// Paragraphs, cut at the breaks that the author asked for.
fn pieces(blocks: &[Block]) -> Vec<Inlines> {
    let paragraphs = blocks.iter().filter(|block| !matches!(block, Block::Details(_)));
    paragraphs.flat_map(|block| texts(std::slice::from_ref(block))).flat_map(Inlines::hard_lines).collect()
}

/// All words of a cell as one text.
fn whole(blocks: &[Block]) -> Inlines {
    let mut out = Vec::new();
    for block in blocks.iter().filter(|block| !matches!(block, Block::Details(_))) {
        for text in texts(std::slice::from_ref(block)) {
            if !out.is_empty() {
                out.push(Inline::Break { hard: true, at: block.span() });
            }
            out.extend(text.0.iter().cloned());
        }
    }
    Inlines(out)
}
