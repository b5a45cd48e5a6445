//! One file: where it lies, what it is called, and how the shapes read it.

use crate::model::names::{self, LevelName};
use crate::model::shapes::{self, Reading, View, single_level};
use crate::parse::{Document, DocumentKind};
use crate::text::{Block, Sources, Span};

/// Least confidence of a reading that is believed.
pub const BELIEVED: f32 = 0.38;

/// A document with its place and its readings.
pub struct File<'a> {
    pub document: &'a Document,
    pub view: View<'a>,
    /// Below the root, with forward slashes; empty at the top.
    pub folder: String,
    /// The last part of the path.
    pub name: String,
    pub path: String,
    pub title: String,
    pub readings: Vec<Reading<'a>>,
    pub span: Span,
}

impl<'a> File<'a> {
    /// Reads a document with every shape.
    pub fn new(document: &'a Document, blocks: &'a [Block], sources: &Sources) -> Self {
        let path = sources.path_below_root(document.file).to_owned();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let (folder, name) = (folder.to_owned(), name.to_owned());
        let span = Span::new(document.file, 0, sources.get(document.file).text().len());
        let view = View::new(blocks, document.data.as_ref(), span);
        let is_page = document.declared.is.as_ref().is_some_and(|is| is.value == DocumentKind::Page);
        let readings = if is_page { Vec::new() } else { shapes::readings(&view) };
        let title = title(document, &view, &name);
        Self { document, view, folder, path, title, readings, span, name }
    }

    /// The best reading, if it is believed.
    pub fn best(&self) -> Option<&Reading<'a>> {
        let is_declared = self.declared_kind() == Some(DocumentKind::Track);
        self.readings.first().filter(|reading| is_declared || reading.sketch.confidence >= BELIEVED)
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

    /// The level that the title or else the file name names.
    pub fn level_name(&self) -> Option<(String, LevelName)> {
        let heading = single_level::level_name(&self.view);
        let by_title = || Some((self.title.clone(), names::read(&self.title)?));
        let by_file = || {
            let name = names::from_file_name(&self.name);
            let read = names::read(&name)?;
            Some((name, read))
        };
        heading.or_else(by_title).or_else(by_file)
    }
}

fn title(document: &Document, view: &View, name: &str) -> String {
    let declared = document.declared.title.as_ref().or(document.title.as_ref()).map(|title| title.value.clone());
    let heading = || view.title().map(|title| view.name(title).to_owned()).filter(|title| !title.is_empty());
    declared.or_else(heading).unwrap_or_else(|| super::pages::humanised(&names::from_file_name(name)))
}
