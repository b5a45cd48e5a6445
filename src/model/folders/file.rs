//! One file: where it lies, and how the shapes read it, as soon as somebody asks. What its folder asks of it is remembered
//! from one load to the next ([`Glance`]), so that most files are not read again.

use std::sync::{Arc, OnceLock};

use super::glance::Glance;
use crate::model::layout;
use crate::model::shapes::{self, Reading, View};
use crate::parse::{Document, DocumentKind};
use crate::text::{Block, Sources, Span};

/// Least confidence of a reading that is believed.
pub const BELIEVED: f32 = 0.38;

/// A document, as loads that follow one another share it, or as one load alone has it.
#[derive(Clone, Copy)]
pub enum Held<'a> {
    Once(&'a Document),
    Shared(&'a Arc<Document>),
}

impl<'a> Held<'a> {
    /// The document itself.
    pub fn document(self) -> &'a Document {
        match self {
            Self::Once(document) => document,
            Self::Shared(document) => document,
        }
    }
}

/// The blocks of a document as their author meant them; none where that is how they stand.
pub type Tidied = OnceLock<Option<Vec<Block>>>;

/// A document with its place and its readings.
pub struct File<'a> {
    pub held: Held<'a>,
    pub document: &'a Document,
    /// Below the root, with forward slashes; empty at the top.
    pub folder: String,
    /// The last part of the path.
    pub name: String,
    pub path: String,
    pub span: Span,
    tidied: &'a Tidied,
    view: OnceLock<View<'a>>,
    readings: OnceLock<Vec<Reading<'a>>>,
    glance: OnceLock<Arc<Glance>>,
}

impl<'a> File<'a> {
    /// A file that nobody has looked at yet, unless it is `known` from the last load.
    pub fn new(held: Held<'a>, tidied: &'a Tidied, sources: &Sources, known: Option<&Arc<Glance>>) -> Self {
        let document = held.document();
        let path = sources.path_below_root(document.file).to_owned();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let (folder, name) = (folder.to_owned(), name.to_owned());
        let span = Span::new(document.file, 0, sources.get(document.file).text().len());
        let glance = known.map_or_else(OnceLock::new, |known| OnceLock::from(Arc::clone(known)));
        let (view, readings) = (OnceLock::new(), OnceLock::new());
        Self { held, document, folder, name, path, span, tidied, view, readings, glance }
    }

    /// What its folder asks of it.
    pub fn glance(&self) -> &Arc<Glance> {
        self.glance.get_or_init(|| Arc::new(Glance::of(self)))
    }

    /// What the document is called.
    pub fn title(&self) -> &str {
        &self.glance().title
    }

    /// Its blocks, tidied.
    pub fn blocks(&self) -> &'a [Block] {
        let tidied = self.tidied.get_or_init(|| match layout::tidy(&self.document.blocks) {
            std::borrow::Cow::Borrowed(_) => None,
            std::borrow::Cow::Owned(blocks) => Some(blocks),
        });
        tidied.as_deref().unwrap_or(&self.document.blocks)
    }

    /// The document as shapes look at it.
    pub fn view(&self) -> &View<'a> {
        self.view.get_or_init(|| View::new(self.blocks(), self.document.data.as_ref(), self.span))
    }

    /// What every shape makes of it, best first.
    pub fn readings(&self) -> &[Reading<'a>] {
        self.readings.get_or_init(|| match self.declared_kind() {
            Some(DocumentKind::Page) => Vec::new(),
            Some(DocumentKind::Track | DocumentKind::Level | DocumentKind::Dimension) | None => {
                shapes::readings(self.view())
            }
        })
    }

    /// The best reading, if it is believed.
    pub fn best(&self) -> Option<&Reading<'a>> {
        let is_declared = self.declared_kind() == Some(DocumentKind::Track);
        self.readings().first().filter(|reading| is_declared || reading.sketch.confidence >= BELIEVED)
    }

    /// What the author says the document is.
    pub fn declared_kind(&self) -> Option<DocumentKind> {
        self.document.declared.is.as_ref().map(|is| is.value)
    }

    /// Whether the file lists what is in its folder.
    pub fn is_readme(&self) -> bool {
        let stem = self.name.split('.').next().unwrap_or("").to_lowercase();
        matches!(stem.as_str(), "readme" | "index" | "_index" | "summary" | "_sidebar")
    }

    /// Whether the file is the one that a folder of its own is about.
    pub fn is_called_as_folder(&self) -> bool {
        let stem = self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem);
        self.is_readme() || self.folder.rsplit('/').next() == Some(stem)
    }

    /// Whether the file is the README of its folder.
    pub fn speaks_for_folder(&self) -> bool {
        self.name.to_lowercase().starts_with("readme.")
    }
}
