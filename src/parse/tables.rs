//! TOML → the data tree, each value with its place: `site.toml`, and front matter between lines of plus signs. The only
//! module that knows `toml`.

use std::ops::Range;

use toml::Spanned as Placed;
use toml::de::{DeTable, DeValue};

use super::data::{Entry, List, Map, Scalar};
use super::{Data, ScalarKind, Spanned};
use crate::text::{FileId, Span};

/// Why a text is no TOML.
pub(super) struct Broken {
    pub message: String,
    pub span: Span,
}

/// Reads the TOML that stands at `within` of a document. What is wrong is told and left out; the rest holds.
pub(super) fn toml_data(document: &str, within: Range<usize>, file: FileId) -> (Data, Vec<Broken>) {
    let place = Place { text: &document[..within.end], start: within.start, file };
    let (table, errors) = DeTable::parse_recoverable(&document[within.clone()]);
    let whole = 0..within.len();
    let broken = |error: &toml::de::Error| Broken {
        message: error.message().lines().collect::<Vec<_>>().join(", "),
        span: place.span(error.span().unwrap_or(whole.clone())),
    };
    (place.map(table.get_ref(), place.span(whole.clone())), errors.iter().map(broken).collect())
}

/// A document up to the end of its TOML.
struct Place<'a> {
    text: &'a str,
    /// Where the TOML starts.
    start: usize,
    file: FileId,
}

impl Place<'_> {
    fn data(&self, value: &Placed<DeValue<'_>>) -> Data {
        let span = self.span(value.span());
        let scalar = |text: String, kind| Data::Scalar(Scalar { text, kind, span });
        match value.get_ref() {
            DeValue::String(text) => {
                Data::Scalar(Scalar { text: text.to_string(), kind: ScalarKind::Text, span: self.inside_quotes(span) })
            }
            DeValue::Integer(number) => {
                let value = i64::from_str_radix(number.as_str(), number.radix()).map_or(f64::NAN, |value| value as f64);
                scalar(self.text[span.range()].to_owned(), ScalarKind::Number(value))
            }
            DeValue::Float(number) => {
                let value = number.as_str().parse().unwrap_or(f64::NAN);
                scalar(self.text[span.range()].to_owned(), ScalarKind::Number(value))
            }
            DeValue::Boolean(truth) => scalar(truth.to_string(), ScalarKind::Truth(*truth)),
            DeValue::Datetime(date) => scalar(date.to_string(), ScalarKind::Text),
            DeValue::Array(items) => {
                Data::List(List { items: items.iter().map(|item| self.data(item)).collect(), span })
            }
            DeValue::Table(table) => self.map(table, span),
        }
    }

    /// The entries in the order of the author; `toml` sorts them by name.
    fn map(&self, table: &DeTable<'_>, span: Span) -> Data {
        let entry = |(key, value): (&Placed<_>, _)| {
            let key: &Placed<std::borrow::Cow<'_, str>> = key;
            let span = self.inside_quotes(self.span(key.span()));
            Entry { key: Spanned { value: key.get_ref().to_string(), span }, value: self.data(value) }
        };
        let mut entries: Vec<Entry> = table.iter().map(entry).collect();
        entries.sort_by_key(|entry| entry.key.span);
        Data::Map(Map { entries, span })
    }

    /// The place of the words of a string: without its quotes.
    fn inside_quotes(&self, span: Span) -> Span {
        let written = self.text.get(span.range()).unwrap_or("");
        let quotes = ["\"\"\"", "'''", "\"", "'"];
        let quote = quotes
            .into_iter()
            .find(|quote| written.len() >= 2 * quote.len() && written.starts_with(quote) && written.ends_with(quote));
        let width = quote.map_or(0, str::len);
        Span::new(span.file, span.start as usize + width, span.end as usize - width)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.floor(self.start + range.start), self.floor(self.start + range.end))
    }

    fn floor(&self, mut at: usize) -> usize {
        at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}
