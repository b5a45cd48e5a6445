//! What a reader can do about the words of a page: change them, say something about them, see when they were changed.

use serde::Serialize;

use super::address;
use super::here::Here;
use super::words::Slot;
use crate::text::{FileId, Span};

/// Under every page that is made from one document.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Source {
    /// Where the document can be changed.
    pub edit: Option<String>,
    /// Where something can be said about the page.
    pub suggest: Option<String>,
    pub changed: Option<Changed>,
}

/// The last change of the documents of a page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Changed {
    /// Year, month and day: `2026-11-21`.
    pub day: String,
    /// Where all changes are listed.
    pub history: Option<String>,
}

impl Source {
    /// Of a page that is made from what stands at a place.
    pub(super) fn of(here: &Here, title: &str, span: Span) -> Self {
        let Some(repository) = &here.site.settings.repository else { return Self::default() };
        let at = here.site.sources.locate(span);
        let page = here.site.settings.base_url.as_deref().map(|base| address::whole(base, here.path()));
        let about =
            page.unwrap_or_else(|| here.say().line.with(&[(Slot::File, at.path), (Slot::Line, &at.line.to_string())]));
        Self {
            edit: repository.edit(at.path, at.line),
            suggest: Some(repository.suggest(title, &format!("{about}\n\n"))),
            changed: None,
        }
    }

    /// With the last change of these documents.
    pub(super) fn with_change(mut self, here: &Here, files: impl IntoIterator<Item = FileId>) -> Self {
        let path = |file| here.site.sources.get(file).path();
        let dated = |file| Some((here.site.settings.changed.get(path(file))?, file));
        self.changed = files.into_iter().filter_map(dated).max().map(|(day, file)| {
            let repository = here.site.settings.repository.as_ref();
            Changed { day: day.clone(), history: repository.and_then(|it| it.history(path(file))) }
        });
        self
    }
}

/// Where one line can be changed.
pub(super) fn edit(here: &Here, span: Span) -> Option<String> {
    let repository = here.site.settings.repository.as_ref()?;
    let at = here.site.sources.locate(span);
    repository.edit(at.path, at.line)
}
