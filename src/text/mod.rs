//! Words with their places: sources, spans, diagnostics, and rich text as blocks and inlines.
//!
//! Everything here would serve any program that reads documents; nothing here knows what a ladder is.

mod block;
mod cut;
mod diagnostic;
mod fingerprint;
mod fold;
mod inline;
mod nearest;
pub mod parallel;
pub mod report;
mod slug;
mod source;
mod span;
mod walk;

pub use block::{Block, Cell, Details, Heading, Item, List, Listing, Paragraph, Row, Table};
pub use diagnostic::{Diagnostic, Note, Rule, Severity};
pub use fingerprint::{Lookup, Mixing, fingerprint};
pub use fold::{fold, lower};
pub use inline::{Image, Inline, Inlines, Link, Text};
pub use nearest::nearest;
pub use slug::slug;
pub use source::{Location, Source, Sources};
pub use span::{FileId, Span};
pub use walk::{Run, count_words, headings, images, links, runs, words};
