//! What an author may declare about a document: the keys under `ladder:` in front matter, and the same keys under
//! `[files."path"]` in `site.toml`. What is declared beats what is recognised.

use crate::text::Span;

/// A declared value and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// What a document is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentKind {
    /// One line of progression, or several.
    Track,
    /// One level of the folder's track.
    Level,
    /// One dimension of the folder's track, with the levels inside.
    Dimension,
    /// Guidance only.
    Page,
}

/// How criteria add up from level to level.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Accumulation {
    Cumulative,
    Replacing,
}

/// Whether a level is in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeclaredState {
    Defined,
    NotApplicable,
    Draft,
}

/// The keys of one document. Lists keep the order of the author.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Declared {
    pub is: Option<Spanned<DocumentKind>>,
    pub title: Option<Spanned<String>>,
    pub group: Option<Spanned<String>>,
    pub code: Option<Spanned<String>>,
    pub rank: Option<Spanned<f64>>,
    pub summary: Option<Spanned<String>>,
    pub licence: Option<Spanned<String>>,
    pub accumulates: Option<Spanned<Accumulation>>,
    /// `delivery` or `delivery/level-4`.
    pub builds_on: Option<Spanned<String>>,
    /// Names in order; given to labelled statements by position where no heading names a dimension.
    pub dimensions: Vec<Spanned<String>>,
    /// Dimension → names of its grades, lowest first.
    pub scales: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
    /// Heading as written → what is declared of that level.
    pub levels: Vec<(Spanned<String>, DeclaredLevel)>,
    /// Criterion id → id of the criterion that it raises.
    pub raises: Vec<(Spanned<String>, Spanned<String>)>,
}

/// The keys of one level.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DeclaredLevel {
    pub code: Option<Spanned<String>>,
    pub aliases: Vec<Spanned<String>>,
    pub title: Option<Spanned<String>>,
    pub rank: Option<Spanned<f64>>,
    pub state: Option<Spanned<DeclaredState>>,
    pub facts: Vec<(Spanned<String>, Spanned<String>)>,
    pub builds_on: Option<Spanned<String>>,
    pub accumulates: Option<Spanned<Accumulation>>,
    /// `track/level` or a code.
    pub equivalents: Vec<Spanned<String>>,
}
