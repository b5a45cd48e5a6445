//! What one source holds, before anyone asks whether it is a ladder.

use super::{Data, Declared, Spanned};
use crate::text::{Block, FileId};

/// One source, parsed.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    pub file: FileId,
    /// `title` of the front matter.
    pub title: Option<Spanned<String>>,
    /// The keys under `ladder:`, from the front matter laid over those from `site.toml`.
    pub declared: Declared,
    /// The whole front matter, foreign keys included; `None` without one.
    pub data: Option<Data>,
    pub blocks: Vec<Block>,
}
