//! Tables as they were written: rows of cells that say how far they reach; nothing is filled in.

use super::blocks::{Builder, exact};
use super::dom::{Kind, NodeId};
use super::token::Element;
use crate::text::{Cell, Inlines, Row, Span, Table};

/// The table at a node, if it has a row or a caption.
pub fn table(builder: &mut Builder, node: NodeId, span: Span) -> Option<Table> {
    let mut table = Table { caption: None, rows: Vec::new(), span };
    for child in builder.dom.children(node) {
        match builder.dom.kind(child) {
            Kind::Element(Element::Caption) => table.caption = caption(builder, child).or(table.caption),
            Kind::Element(Element::Head) => push_rows(builder, child, Place::Head, &mut table.rows),
            Kind::Element(Element::Body) => push_rows(builder, child, Place::Body, &mut table.rows),
            Kind::Element(Element::Row) => table.rows.push(row(builder, child, Place::Body)),
            _ => {}
        }
    }
    limit_reach(&mut table.rows);
    if table.rows.is_empty() && table.caption.is_none() { None } else { Some(table) }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Head,
    Body,
}

fn caption(builder: &mut Builder, node: NodeId) -> Option<Inlines> {
    let words = builder.flat(node);
    if words.0.is_empty() { None } else { Some(words) }
}

fn push_rows(builder: &mut Builder, node: NodeId, place: Place, rows: &mut Vec<Row>) {
    for child in builder.dom.children(node) {
        if matches!(builder.dom.kind(child), Kind::Element(Element::Row)) {
            rows.push(row(builder, child, place));
        }
    }
}

fn row(builder: &mut Builder, node: NodeId, place: Place) -> Row {
    let mut cells = Vec::new();
    for child in builder.dom.children(node) {
        if let Kind::Element(Element::Cell { header, columns, rows }) = *builder.dom.kind(child) {
            let header = header || place == Place::Head;
            let blocks = builder.flow(child);
            cells.push(Cell { header, columns, rows, blocks, span: builder.span(child) });
        }
    }
    Row { header: place == Place::Head, cells: exact(cells), span: builder.span(node) }
}

/// No cell reaches below the last row.
fn limit_reach(rows: &mut [Row]) {
    let count = rows.len();
    for (index, row) in rows.iter_mut().enumerate() {
        let left = u32::try_from(count - index).unwrap_or(u32::MAX);
        for cell in &mut row.cells {
            cell.rows = cell.rows.clamp(1, left);
        }
    }
}
