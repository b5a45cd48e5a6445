//! A matrix whose cells hold nothing but the grade of a skill that is asked for: `2`, `Working`, a picture that says
//! `Expert`. It asks little in words, so it must be a matrix of many rows and levels.

use super::matrix::{self, Matrix};
use crate::model::grid;
use crate::model::language::lookup;
use crate::text::{Cell, fold};

/// How sure such a matrix is, beside one that states something.
pub const SURE: f32 = 0.75;
/// Fewest levels and rows.
const FEWEST: usize = 3;
/// The highest number that is a grade.
const HIGHEST: u32 = 10;
/// Longest grade, in bytes.
const LONGEST: usize = 40;

/// Whether all filled cells are grades, which are not everywhere the same.
pub fn are_grades(matrix: &Matrix) -> bool {
    let has_words = |cell: &&Cell| !matrix::is_nothing(cell) && !grid::plain(cell).is_empty();
    let filled = || matrix.cells().map(|(.., cell)| cell).filter(has_words);
    let first = filled().next().map(grid::plain);
    matrix.levels.len() >= FEWEST
        && matrix.rows.len() >= FEWEST
        && !matrix.names().is_empty()
        && filled().all(is_grade)
        && filled().any(|cell| Some(grid::plain(cell)) != first)
}

fn is_grade(cell: &Cell) -> bool {
    let text = grid::plain(cell);
    let number = || text.trim().parse::<u32>().is_ok_and(|number| number <= HIGHEST);
    let is_named = || lookup(&fold(text.trim())).is_some_and(|meaning| meaning.proficiency);
    text.len() <= LONGEST && (number() || is_named())
}
