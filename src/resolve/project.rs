//! What the rules need to know of the project around the documents.

use std::collections::BTreeSet;

use crate::text::Sources;

/// The documents as files, and the files beside them.
#[derive(Clone, Copy, Debug)]
pub struct Project<'a> {
    pub sources: &'a Sources,
    /// Every other file of the project that a page may show or offer (images, PDFs): paths relative to the project,
    /// with forward slashes. What is not in it is never copied.
    pub assets: &'a BTreeSet<String>,
}
