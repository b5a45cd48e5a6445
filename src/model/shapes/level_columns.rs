//! A matrix with levels as columns and dimensions as rows; group rows, several matrices in one table, several tables in
//! one document; without a column of names the heading above the table is the dimension.

use super::matrix::{self, Matrix, Piece, Tabled};
use super::{Shape, View, check_marks, grades};
use crate::model::framework::Fact;
use crate::model::grid::{self, texts};
use crate::model::names;
use crate::model::sketch::{Content, Sketch};
use crate::model::wording;
use crate::text::{Cell, Inlines, Table};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "matrix, levels as columns", read };

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let mut taken = vec![false; view.blocks.len()];
    let (mut explained, mut weight, mut cells) = (0, 0.0, 0);
    let mut pieces = Vec::new();
    for Tabled { at, table, matrices, .. } in &view.tables {
        let at = *at;
        for matrix in matrices.iter().filter(|matrix| is_matrix(matrix)) {
            let piece = piece(view, at, table, matrix);
            let filled = matrix.cells().filter(|(.., cell)| !matrix::is_nothing(cell)).count();
            let sure = if grades::are_grades(matrix) { grades::SURE } else { 1.0 };
            weight += matrix.confidence * sure * filled as f32;
            cells += filled;
            pieces.push(piece);
            taken[at] = true;
        }
        explained += if taken[at] { view.statements(at..at + 1) } else { 0 };
    }
    if pieces.is_empty() {
        return None;
    }
    let tables = pieces.len();
    let has_dimensions = pieces.iter().any(|piece| !piece.dimensions.is_empty());
    let tracks = matrix::join(pieces);
    let levels: usize = tracks.iter().map(|track| track.levels.len()).sum();
    Some(Sketch {
        confidence: weight / cells.max(1) as f32 * (0.4 + 0.6 * view.share(explained).sqrt()),
        evidence: vec![format!("{tables} tables with {levels} levels as columns")],
        tracks,
        rest: view.rest(&taken, view.title()),
        has_dimensions,
    })
}

fn is_matrix(matrix: &Matrix) -> bool {
    let cells = || matrix.cells().map(|(.., cell)| cell);
    (matrix::are_statements(cells()) || grades::are_grades(matrix)) && !check_marks::are_ticks(cells())
}

fn piece<'a>(view: &View, at: usize, table: &Table, matrix: &Matrix<'a>) -> Piece<'a> {
    let mut levels = matrix.sketches();
    let mut rows = RowNames::new(view, at, table, matrix);
    let mut dimensions: Vec<String> = Vec::new();
    for row in matrix.rows.clone() {
        let name = rows.of(row);
        let titles = name.clone().filter(|name| is_title_row(matrix, row, name));
        dimensions.extend(name.clone().filter(|_| titles.is_none()));
        for (level, (column, _)) in matrix.levels.iter().enumerate() {
            let Some(cell) = matrix.grid.origin(row, *column).filter(|cell| !matrix::is_nothing(cell)) else {
                continue;
            };
            if let Some(name) = &titles {
                let value = grid::running(cell);
                levels[level].title.get_or_insert_with(|| value.plain());
                levels[level].facts.push(Fact { name: name.clone(), value, span: cell.span });
            } else {
                matrix::add(&mut levels[level], name.clone(), Content::cell(&cell.blocks));
            }
        }
    }
    let (title, above) = (title(view, at, table, matrix), matrix::above_heading(view, at));
    Piece { title, above, levels, dimensions: matrix::unique(dimensions.into_iter()) }
}

/// Longest title of a level, in words.
const TITLE_WORDS: usize = 6;

/// Whether a row gives the levels their titles: `Title | Engineer | Senior Engineer`.
fn is_title_row(matrix: &Matrix, row: usize, name: &str) -> bool {
    let is_short = |(_, cell): (usize, &Cell)| wording::has_at_most(&grid::plain(cell), TITLE_WORDS);
    wording::has_at_most(name, 2) && names::is_title_word(name) && matrix.grid.filled(row).all(is_short)
}

/// What a track of this table alone would be called.
pub(super) fn title(view: &View, at: usize, table: &Table, matrix: &Matrix) -> Option<Inlines> {
    let row = matrix.title.and_then(|cell: &Cell| texts(&cell.blocks).first().copied());
    row.or(table.caption.as_ref()).or_else(|| matrix::name_above(view, at)).cloned()
}

/// The dimension of each row: its own name, that of the column before it where that one spans rows, the caption.
struct RowNames<'a, 'b> {
    matrix: &'b Matrix<'a>,
    /// Joins in front of every name.
    outer: Option<String>,
    /// Of a table without names.
    above: Option<String>,
    /// Whether the first column spans rows.
    spans: bool,
    last: String,
}

impl<'a, 'b> RowNames<'a, 'b> {
    fn new(view: &View, at: usize, table: &Table, matrix: &'b Matrix<'a>) -> Self {
        let columns = matrix.names();
        let origin = |row: usize| matrix.grid.origin(row, 0).is_some_and(|cell| !matrix::is_nothing(cell));
        let spans =
            columns.len() > 1 && matrix.rows.clone().any(|row| !origin(row) && matrix.grid.filled(row).count() > 1);
        let above = columns.is_empty().then(|| matrix::name_above(view, at)).flatten();
        Self {
            matrix,
            outer: table.caption.as_ref().map(Inlines::plain),
            above: above.map(|above| wording::name(&above.plain())),
            spans,
            last: String::new(),
        }
    }

    fn of(&mut self, row: usize) -> Option<String> {
        if self.matrix.names().is_empty() {
            return self.above.clone().or_else(|| self.outer.clone());
        }
        let first = wording::name(&self.matrix.grid.text(row, 0));
        if !first.is_empty() && first.chars().all(|letter| letter.is_ascii_digit()) {
            return self.above.clone().or_else(|| self.outer.clone());
        }
        let first = if first.is_empty() { self.last.clone() } else { first };
        self.last.clone_from(&first);
        let second = if self.spans { wording::name(&self.matrix.grid.text(row, 1)) } else { String::new() };
        let parts: Vec<String> =
            self.outer.clone().into_iter().chain([first, second]).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" / "))
    }
}
