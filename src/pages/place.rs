//! Where words stand in the source, for those who want to read or mend them there.

use serde::Serialize;

use super::here::Here;
use crate::resolve::Evidence;
use crate::text::Span;

/// A file and a line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Place {
    pub file: String,
    pub line: u32,
    /// Where the repository is known.
    pub href: Option<String>,
}

/// A sentence of the source, with its place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Quote {
    pub text: String,
    pub place: Place,
}

impl Place {
    pub(super) fn of(here: &Here, span: Span) -> Self {
        let location = here.site.sources.locate(span);
        let repository = here.site.settings.repository.as_ref();
        let href = repository.and_then(|repository| repository.line(location.path, location.line));
        Self { file: location.path.to_owned(), line: location.line, href }
    }
}

impl Quote {
    pub(super) fn of(here: &Here, evidence: &Evidence) -> Self {
        Self { text: evidence.text.clone(), place: Place::of(here, evidence.span) }
    }
}
