//! Structured data as the author wrote it, whatever the notation: scalars, lists and maps, each with its place.
//!
//! Front matter (YAML) and `site.toml` (TOML) are both read into it, so that keys are decoded and errors are worded in
//! one place only.

use super::Spanned;
use crate::text::Span;

/// One value of a data tree.
#[derive(Clone, PartialEq, Debug)]
pub enum Data {
    Scalar(Scalar),
    List(List),
    Map(Map),
}

/// A single value.
#[derive(Clone, PartialEq, Debug)]
pub struct Scalar {
    /// As it reads: quotes and escapes undone; numbers as written.
    pub text: String,
    pub kind: ScalarKind,
    pub span: Span,
}

/// What a scalar is in its notation.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ScalarKind {
    Text,
    Number(f64),
    Truth(bool),
    /// A key without a value, or YAML's `null`.
    Empty,
}

/// Values in order.
#[derive(Clone, PartialEq, Debug)]
pub struct List {
    pub items: Vec<Data>,
    pub span: Span,
}

/// Keys with their values, in the order of the author; a key that is written twice stands here twice.
#[derive(Clone, PartialEq, Debug)]
pub struct Map {
    pub entries: Vec<Entry>,
    pub span: Span,
}

/// One key with its value.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    pub key: Spanned<String>,
    pub value: Data,
}

impl Data {
    /// Where the value stands. Of a value that YAML repeats by alias, the alias.
    pub fn span(&self) -> Span {
        match self {
            Self::Scalar(scalar) => scalar.span,
            Self::List(list) => list.span,
            Self::Map(map) => map.span,
        }
    }

    /// The value of a key, the last one where it is written twice; `None` where this is no map or has no such key.
    pub fn get(&self, key: &str) -> Option<&Data> {
        match self {
            Self::Map(map) => map.entries.iter().rev().find(|entry| entry.key.value == key).map(|entry| &entry.value),
            Self::Scalar(_) | Self::List(_) => None,
        }
    }

    /// The words of a text or number.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Scalar(Scalar { text, kind: ScalarKind::Text | ScalarKind::Number(_), .. }) => Some(text),
            Self::Scalar(_) | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The items of a list; nothing for other values.
    pub fn items(&self) -> &[Data] {
        match self {
            Self::List(list) => &list.items,
            Self::Scalar(_) | Self::Map(_) => &[],
        }
    }

    /// The entries of a map; nothing for other values.
    pub fn entries(&self) -> &[Entry] {
        match self {
            Self::Map(map) => &map.entries,
            Self::Scalar(_) | Self::List(_) => &[],
        }
    }

    /// What it is, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Scalar(scalar) => match scalar.kind {
                ScalarKind::Text => "a text",
                ScalarKind::Number(_) => "a number",
                ScalarKind::Truth(_) => "true or false",
                ScalarKind::Empty => "nothing",
            },
            Self::List(_) => "a list",
            Self::Map(_) => "a table of keys",
        }
    }
}
