//! One source → one document: its declarations and its blocks, each with its place.
//!
//! Markdown, HTML inside Markdown and whole HTML pages give the same blocks. Knows Markdown, HTML, YAML and TOML;
//! knows nothing of ladders beyond the names of the keys that may be declared.

mod config;
mod data;
mod declared;
mod document;
mod fields;
mod frontmatter;
mod keys;
mod places;

pub use config::{CheckSettings, Config, config};
pub use data::{Data, Entry, List as DataList, Map, Scalar, ScalarKind};
pub use declared::{Accumulation, Declared, DeclaredLevel, DeclaredState, DocumentKind, Spanned};
pub use document::Document;
pub use frontmatter::{FrontMatter, front_matter};
