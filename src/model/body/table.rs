//! A table under a level: rows or columns are its dimensions.

use super::{Body, Place, cell};
use crate::model::framework::Fact;
use crate::model::grid::{self, Grid};
use crate::model::names;
use crate::model::wording;
use crate::text::{Block, Cell, Table};

/// Mean number of words from which cells are statements and not values.
const STATEMENT_WORDS: usize = 3;

/// Whether a block is a table of statements: a column of names, and cells of several words or lists beside it.
pub fn is_statements(block: &Block) -> bool {
    let Block::Table(table) = block else { return false };
    let grid = Grid::new(table);
    let rows = (0..grid.rows.len()).filter(|row| !grid.rows[*row].header);
    are_statements(
        rows.flat_map(|row| (1..grid.width).filter_map(|column| grid.origin(row, column)).collect::<Vec<_>>()),
    )
}

/// Whether cells are statements and not values: several words each on average, and no mere links.
pub fn are_statements<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let filled: Vec<&Cell> = cells.filter(|cell| !grid::is_blank(cell)).collect();
    let words: usize = filled.iter().map(|cell| wording::count(&grid::plain(cell))).sum();
    let links = filled.iter().filter(|cell| grid::is_links_only(cell)).count();
    let lists = filled.iter().filter(|cell| cell.blocks.iter().any(|block| matches!(block, Block::List(_)))).count();
    let says_much = words >= STATEMENT_WORDS * filled.len() || lists * 2 > filled.len();
    !filled.is_empty() && links * 2 < filled.len() && says_much
}

/// Reads a table: a single row of statements under a header has its dimensions in the columns, any other in the rows.
pub fn read(table: &Table, place: &Place, body: &mut Body) {
    let grid = Grid::new(table);
    let header = grid.rows.iter().position(|row| row.header);
    let rows: Vec<usize> = (0..grid.rows.len()).filter(|row| Some(*row) != header).collect();
    match (header, rows.as_slice()) {
        (Some(header), [row]) if grid.width > 1 && !is_name(&grid.text(*row, 0)) => {
            for (column, cell) in grid.filled(*row) {
                statement(cell, grid.text(header, column), place, body);
            }
        }
        _ => {
            let name = |column: usize| header.map(|header| grid.text(header, column)).unwrap_or_default();
            let graded: Vec<bool> = (0..grid.width).map(|column| names::is_step_word(&name(column))).collect();
            for row in rows {
                read_row(Row { grid: &grid, row, graded: &graded }, place, body);
            }
        }
    }
}

/// A row of a table with its dimension in front.
struct Row<'a> {
    grid: &'a Grid<'a>,
    row: usize,
    /// Columns that say which step of the dimension is asked for: a fact, no statement.
    graded: &'a [bool],
}

fn read_row(Row { grid, row, graded }: Row, place: &Place, body: &mut Body) {
    let name = grid.text(row, 0);
    for (column, cell) in grid.filled(row).filter(|(column, _)| *column > 0) {
        if graded[column] && !name.is_empty() {
            body.facts.push(Fact { name: wording::name(&name), value: grid::running(cell), span: cell.span });
        } else {
            statement(cell, name.clone(), place, body);
        }
    }
}

fn statement(cell: &Cell, name: String, place: &Place, body: &mut Body) {
    let name = wording::name(&name);
    let dimension = if name.is_empty() { place.dimension.clone() } else { Some(name) };
    cell::read(&cell.blocks, &Place { dimension, ..place.clone() }, body);
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.split_whitespace().count() <= 6
}
