//! What was read the last time, by what it was read from: a file as its folder sees it, a document without a ladder, and
//! the tracks that some files made. A document that is the same value as the last time, and not only equal to it, has not
//! changed.

use std::sync::Arc;

use super::file::{File, Held};
use super::glance::Glance;
use super::making::{Made, Making};
use super::prose::Prose;
use crate::parse::Document;
use crate::text::{FileId, Lookup};

/// What is remembered of the documents of a project.
#[derive(Default)]
pub struct Memory {
    /// Paths are read from there.
    root: String,
    files: Lookup<FileId, Known>,
    /// By their first files.
    made: Lookup<FileId, KnownMade>,
}

struct Known {
    document: Arc<Document>,
    glance: Arc<Glance>,
    prose: Option<Arc<Prose>>,
}

struct KnownMade {
    documents: Vec<Arc<Document>>,
    making: Making,
    made: Arc<Made>,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Memory of {} documents", self.files.len())
    }
}

impl Memory {
    /// Nothing yet, of documents below a root.
    pub(super) fn below(root: &str) -> Self {
        Self { root: root.to_owned(), ..Self::default() }
    }

    /// What is known of documents below a root; nothing, where that was another.
    pub(super) fn of(&self, root: &str) -> Option<&Self> {
        Some(self).filter(|memory| memory.root == root)
    }

    /// What a folder asked of a document.
    pub(super) fn glance(&self, held: Held<'_>) -> Option<&Arc<Glance>> {
        self.file(held).map(|known| &known.glance)
    }

    /// What a document without a ladder said.
    pub(super) fn prose(&self, held: Held<'_>) -> Option<&Arc<Prose>> {
        self.file(held)?.prose.as_ref()
    }

    /// What the same files made under the same circumstances.
    pub(super) fn made(&self, making: &Making, files: &[File]) -> Option<&Arc<Made>> {
        let known = self.made.get(&files[*making.files.first()?].document.file)?;
        let is_same = known.documents.len() == making.files.len()
            && known.documents.iter().zip(&making.files).all(|(known, file)| is_same(known, files[*file].held));
        (is_same && known.making == *making).then_some(&known.made)
    }

    fn file(&self, held: Held<'_>) -> Option<&Known> {
        self.files.get(&held.document().file).filter(|known| is_same(&known.document, held))
    }

    /// Keeps what is known of a file.
    pub(super) fn keep(&mut self, file: &File, prose: Option<&Arc<Prose>>) {
        if let Held::Shared(document) = file.held {
            let (document, glance) = (Arc::clone(document), Arc::clone(file.glance()));
            self.files.insert(document.file, Known { document, glance, prose: prose.cloned() });
        }
    }

    /// Keeps what some files made.
    pub(super) fn keep_made(&mut self, making: Making, made: &Arc<Made>, files: &[File]) {
        let documents: Vec<Arc<Document>> = making.files.iter().filter_map(|file| shared(&files[*file])).collect();
        if let Some(first) = documents.first() {
            self.made.insert(first.file, KnownMade { documents, making, made: Arc::clone(made) });
        }
    }
}

fn shared(file: &File) -> Option<Arc<Document>> {
    match file.held {
        Held::Shared(document) => Some(Arc::clone(document)),
        Held::Once(_) => None,
    }
}

fn is_same(known: &Arc<Document>, held: Held<'_>) -> bool {
    match held {
        Held::Shared(document) => Arc::ptr_eq(known, document),
        Held::Once(_) => false,
    }
}
