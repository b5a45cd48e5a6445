//! A matrix of ticks: rows are criteria, columns levels, and a tick puts the row's words under the level.

use super::matrix::{self, Matrix, Piece, Tabled};
use super::{Shape, View, level_columns};
use crate::model::grid;
use crate::model::language::is_yes;
use crate::model::sketch::{Content, Sketch};
use crate::model::wording;
use crate::text::{Cell, Table, fold};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "matrix of ticks", read };

/// Signs that people put into a cell to say yes; the words for it are in the vocabulary.
const TICKS: [&str; 14] = ["x", "✓", "✔", "✅", "☑", "☒", "●", "•", "■", "🗸", "✕", "○", "◯", "◎"];

/// Whether the filled cells are ticks.
pub fn are_ticks<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let filled: Vec<&Cell> = cells.filter(|cell| !grid::is_blank(cell)).collect();
    let ticks = filled.iter().filter(|cell| is_tick(cell)).count();
    !filled.is_empty() && ticks * 10 >= filled.len() * 8
}

/// Longest text that may be a tick, in bytes.
const LONGEST: usize = 40;

fn is_tick(cell: &Cell) -> bool {
    let text = grid::plain(cell);
    if text.len() > LONGEST {
        return false;
    }
    let text = text.to_lowercase();
    let text = text.trim().trim_end_matches('\u{fe0f}').trim_matches(['[', ']', ':']);
    TICKS.contains(&text) || is_yes(&fold(text)) || text == "heavy_check_mark" || text == "white_check_mark"
}

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let mut taken = vec![false; view.blocks.len()];
    let mut explained = 0;
    let mut confidence: f32 = 0.0;
    let mut pieces = Vec::new();
    for Tabled { at, table, matrices, .. } in &view.tables {
        let at = *at;
        for matrix in matrices {
            if matrix.names().is_empty() || !are_ticks(matrix.cells().map(|(.., cell)| cell)) {
                continue;
            }
            pieces.push(piece(view, at, table, matrix));
            confidence = confidence.max(matrix.confidence);
            taken[at] = true;
        }
        explained += if taken[at] { view.statements(at..at + 1) } else { 0 };
    }
    if pieces.is_empty() {
        return None;
    }
    let tables = pieces.len();
    Some(Sketch {
        confidence: confidence * (0.4 + 0.6 * view.share(explained).sqrt()).min(1.0),
        evidence: vec![format!("{tables} tables with ticks under levels")],
        tracks: matrix::join(pieces),
        rest: view.rest(&taken, view.title()),
        has_dimensions: true,
    })
}

fn piece<'a>(view: &View, at: usize, table: &Table, matrix: &Matrix<'a>) -> Piece<'a> {
    let mut levels = matrix.sketches();
    let columns = matrix.names();
    let statement = columns.end - 1;
    let above = matrix::name_above(view, at).map(|above| wording::name(&above.plain()));
    let mut dimension = if columns.len() > 1 { None } else { above };
    let mut dimensions: Vec<String> = Vec::new();
    for row in matrix.rows.clone() {
        let name = wording::name(&matrix.grid.text(row, 0));
        if columns.len() > 1 && !name.is_empty() {
            dimension = Some(name);
        }
        let Some(text) = matrix.grid.origin(row, statement).filter(|cell| !grid::is_blank(cell)) else { continue };
        dimensions.extend(dimension.clone());
        for (level, (column, _)) in matrix.levels.iter().enumerate() {
            if matrix.grid.cell(row, *column).is_some_and(is_tick) {
                matrix::add(&mut levels[level], dimension.clone(), Content::Statement((&text.blocks).into()));
            }
        }
    }
    Piece {
        title: level_columns::title(view, at, table, matrix),
        above: matrix::above_heading(view, at),
        levels,
        dimensions: matrix::unique(dimensions.into_iter()),
    }
}
