//! The shapes that people give their ladders, one per file. Each looks at one document and says how well it explains
//! it, why, and what it makes of it; the best explanation wins. To add a shape, write its file and name it in
//! [`SHAPES`].

mod check_marks;
mod dimension_headings;
mod front_matter;
mod grades;
mod keyed_bullets;
mod level_columns;
mod level_headings;
mod level_rows;
mod matrix;
mod order;
mod ordered_lists;
mod siblings;
pub mod single_level;
mod view;

pub use view::View;

use super::sketch::Sketch;
use crate::text::parallel;

/// One way to lay out a ladder.
pub struct Shape {
    /// What `outline` calls it.
    pub name: &'static str,
    /// What the shape makes of a document; `None` where it is not this shape at all.
    pub read: for<'a> fn(&View<'a>) -> Option<Sketch<'a>>,
}

/// Every shape that one document alone can have. Where two explain a document equally well, the earlier wins.
pub static SHAPES: &[Shape] = &[
    level_headings::SHAPE,
    dimension_headings::SHAPE,
    check_marks::SHAPE,
    level_columns::SHAPE,
    level_rows::SHAPE,
    keyed_bullets::SHAPE,
    front_matter::SHAPE,
    ordered_lists::SHAPE,
    single_level::SHAPE,
];

/// A shape with what it makes of a document.
pub struct Reading<'a> {
    pub shape: &'static Shape,
    pub sketch: Sketch<'a>,
}

/// All readings of a document, best first.
pub fn readings<'a>(view: &View<'a>) -> Vec<Reading<'a>> {
    let read = |shape: &'static Shape| Some(Reading { shape, sketch: (shape.read)(view)? });
    let mut readings: Vec<Reading> = parallel::map(SHAPES, read).into_iter().flatten().collect();
    readings.sort_by(|a, b| b.sketch.confidence.total_cmp(&a.sketch.confidence));
    readings
}
