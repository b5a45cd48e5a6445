//! Documents → framework: which shape each document has, which levels, facts, dimensions and criteria it holds, and
//! what its prose says about how levels build on one another. Names are still as written; nothing is resolved.
//!
//! ```text
//! documents ──layout──▶ blocks ──shapes──▶ sketches ──folders──▶ tracks of levels ──body──▶ criteria
//! ```
//!
//! Knows how people lay out ladders; refuses to know ids, inheritance or pages.

mod assemble;
mod beside;
mod body;
pub mod claims;
mod declare;
mod folders;
mod framework;
mod grid;
mod guidance;
mod language;
mod layout;
mod leftover;
mod lines;
pub mod names;
mod navigation;
mod outline;
mod scales;
mod shapes;
mod sketch;
mod stated;
mod vocabulary;
mod wording;

pub use folders::{Memory, framework, framework_again};
pub use framework::{
    Base, BaseBasis, BaseKind, Criterion, Evidence, Fact, Framework, Grade, Group, Level, Mode, ModeBasis, Page, Rank,
    Reading, Scale, Section, State, Stated, Title, Track,
};
