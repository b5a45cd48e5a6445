//! Why the rules hold what they hold: what was seen. Whoever shows it finds the sentences, in the language of the reader.

use std::sync::Arc;

use super::threads::Seen;
use super::{DimensionRef, Evidence};
use crate::text::Span;

/// Why a criterion takes up another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The author says so.
    Declared,
    /// Each is a grade of the dimension: their places on its scale.
    Grades { dimension: DimensionRef, lower: usize, upper: usize },
    /// Both are the same of so many labelled statements, counted from 1.
    Place { statement: usize, of: usize },
    /// Their words. Loads that follow one another share it.
    Words(Arc<Seen>),
}

/// Why the levels of a track add up as they do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ModeReason {
    /// The author declares or states it.
    Written(Evidence),
    /// Each of so many levels has so many labelled statements, and repeats some of the level below at the same place.
    Restated {
        levels: usize,
        statements: usize,
        /// The first that is repeated.
        first: Span,
    },
}
