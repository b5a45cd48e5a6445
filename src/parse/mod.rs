//! One source → one document: its declarations and its blocks, each with its place.
//!
//! Markdown, HTML inside Markdown and whole HTML pages give the same blocks. Knows Markdown, HTML, YAML and TOML;
//! knows nothing of ladders beyond the names of the keys that may be declared.
//!
//! ```text
//! text ──markdown, html──▶ Tokens ──nesting──▶ repair ──dom (nested as written)─────────▶ Dom ──blocks──▶ Blocks
//!                                                     └─tree (as a browser nests HTML)─┘
//! ```

mod anchors;
mod blocks;
mod cell;
mod config;
mod data;
mod declared;
mod directives;
mod document;
mod dom;
mod fields;
mod fragment;
mod frontmatter;
mod held;
mod html;
mod inlines;
mod keys;
mod lists;
mod margins;
mod markdown;
mod marks;
mod mojibake;
mod nesting;
mod places;
#[cfg(test)]
mod printed;
mod raw;
mod repair;
mod table;
mod tables;
mod tags;
mod token;
mod tree;
mod words;

pub use config::{CheckSettings, Config, ForgeName, config};
pub use data::{Data, Entry, List as DataList, Map, Scalar, ScalarKind};
pub use declared::{Accumulation, Declared, DeclaredLevel, DeclaredState, DocumentKind, Spanned};
pub use document::{Document, document};
pub use frontmatter::{FrontMatter, front_matter};
pub use words::{WrittenWord, words};
