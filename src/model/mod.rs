//! Documents → framework: which shape each document has, which levels, facts, dimensions and criteria it holds, and
//! what its prose says about how levels build on one another. Names are still as written; nothing is resolved.
//!
//! Knows how people lay out ladders; refuses to know ids, inheritance or pages.

mod framework;
mod language;
pub mod names;

pub use framework::{
    Base, BaseBasis, BaseKind, Criterion, Evidence, Fact, Framework, Grade, Group, Level, Mode, ModeBasis, Page, Rank,
    Reading, Scale, Section, State, Stated, Track,
};
