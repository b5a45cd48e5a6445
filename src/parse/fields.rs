//! Typed values out of a table of keys. Every key that is not known, every key that stands twice and every value of the
//! wrong type is an error at its own place, with the nearest valid word.

use super::{Data, Entry, Map, ScalarKind, Spanned};
use crate::text::{Diagnostic, Span, nearest};

/// A table whose keys are known.
pub struct Fields<'a> {
    entries: Vec<&'a Entry>,
}

/// The keys of a table and what the table is called in messages.
pub struct Keys {
    pub of: &'static str,
    pub names: &'static [&'static str],
}

impl<'a> Fields<'a> {
    /// The known keys of `data`; reports the others. A key that stands twice keeps its first value.
    pub fn new(data: &'a Data, keys: &Keys, out: &mut Vec<Diagnostic>) -> Self {
        let mut entries: Vec<&Entry> = Vec::new();
        for entry in table(data, keys.of, out) {
            let word = entry.key.value.as_str();
            if let Some(first) = entries.iter().find(|known| known.key.value == word) {
                out.push(twice(&entry.key, first.key.span));
            } else if keys.names.contains(&word) {
                entries.push(entry);
            } else {
                out.push(unknown_key(&entry.key, keys));
            }
        }
        Self { entries }
    }

    /// The value of a key as it stands.
    pub fn value(&self, key: &str) -> Option<&'a Data> {
        self.entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
    }

    /// A text; a number is taken as written.
    pub fn text(&self, key: &str, out: &mut Vec<Diagnostic>) -> Option<Spanned<String>> {
        text(self.value(key)?, key, out)
    }

    /// A finite number.
    pub fn number(&self, key: &str, out: &mut Vec<Diagnostic>) -> Option<Spanned<f64>> {
        let data = self.value(key)?;
        match data {
            Data::Scalar(scalar) => match scalar.kind {
                ScalarKind::Number(value) if value.is_finite() => return Some(Spanned { value, span: scalar.span }),
                ScalarKind::Number(_) | ScalarKind::Text | ScalarKind::Truth(_) | ScalarKind::Empty => {}
            },
            Data::List(_) | Data::Map(_) => {}
        }
        out.push(wrong_type(data, key, "a number", "write a number without quotes, such as `3` or `3.2`"));
        None
    }

    /// True or false.
    pub fn truth(&self, key: &str, out: &mut Vec<Diagnostic>) -> Option<Spanned<bool>> {
        let data = self.value(key)?;
        if let Data::Scalar(scalar) = data
            && let ScalarKind::Truth(value) = scalar.kind
        {
            return Some(Spanned { value, span: scalar.span });
        }
        out.push(wrong_type(data, key, "true or false", "write `true` or `false`, without quotes"));
        None
    }

    /// One of a few words.
    pub fn choice<T: Copy>(
        &self,
        key: &str,
        words: &[(&'static str, T)],
        out: &mut Vec<Diagnostic>,
    ) -> Option<Spanned<T>> {
        let word = self.text(key, out)?;
        choice(&word, key, words, out)
    }

    /// A list of texts; empty where the key is absent.
    pub fn texts(&self, key: &str, out: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
        self.value(key).map(|data| texts(data, key, out)).unwrap_or_default()
    }

    /// A table whose keys are names of the author; empty where the key is absent. A name that stands twice is an error.
    pub fn named(&self, key: &str, out: &mut Vec<Diagnostic>) -> Vec<&'a Entry> {
        let Some(data) = self.value(key) else { return Vec::new() };
        let mut seen = std::collections::BTreeMap::new();
        let mut entries = Vec::new();
        for entry in table(data, key, out) {
            match seen.get(entry.key.value.as_str()) {
                Some(first) => out.push(twice(&entry.key, *first)),
                None => {
                    seen.insert(entry.key.value.as_str(), entry.key.span);
                    entries.push(entry);
                }
            }
        }
        entries
    }

    /// A table from names to texts.
    pub fn pairs(&self, key: &str, out: &mut Vec<Diagnostic>) -> Vec<(Spanned<String>, Spanned<String>)> {
        let entries = self.named(key, out);
        entries
            .into_iter()
            .filter_map(|entry| Some((entry.key.clone(), text(&entry.value, &entry.key.value, out)?)))
            .collect()
    }
}

/// A text, or an error.
pub fn text(data: &Data, key: &str, out: &mut Vec<Diagnostic>) -> Option<Spanned<String>> {
    if let Some(value) = data.text() {
        return Some(Spanned { value: value.to_owned(), span: data.span() });
    }
    out.push(wrong_type(data, key, "a text", "write a text; put it in quotes where it would read as something else"));
    None
}

/// A list of texts, or an error for the list or for each item that is none.
pub fn texts(data: &Data, key: &str, out: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
    match data {
        Data::List(list) => list.items.iter().filter_map(|item| text(item, key, out)).collect(),
        Data::Scalar(_) | Data::Map(_) => {
            out.push(wrong_type(data, key, "a list", "write a list, such as `[one, two]`"));
            Vec::new()
        }
    }
}

/// The value that a word stands for, or an error with the nearest valid word.
pub fn choice<T: Copy>(
    word: &Spanned<String>,
    key: &str,
    words: &[(&'static str, T)],
    out: &mut Vec<Diagnostic>,
) -> Option<Spanned<T>> {
    if let Some((_, value)) = words.iter().find(|(name, _)| *name == word.value) {
        return Some(Spanned { value: *value, span: word.span });
    }
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    let message = format!("`{}` is no value of `{key}`", shown(&word.value));
    out.push(Diagnostic::error("unknown-value", word.span, message).help(instead(&word.value, &names)));
    None
}

fn table<'a>(data: &'a Data, name: &str, out: &mut Vec<Diagnostic>) -> &'a [Entry] {
    match data {
        Data::Map(Map { entries, .. }) => entries,
        Data::Scalar(_) | Data::List(_) => {
            out.push(wrong_type(data, name, "a table of keys", "write one `key: value` to a line, indented"));
            &[]
        }
    }
}

fn wrong_type(data: &Data, key: &str, expected: &str, help: &str) -> Diagnostic {
    let found = match data {
        Data::Scalar(scalar) => match scalar.kind {
            ScalarKind::Empty => "nothing".to_owned(),
            ScalarKind::Text => format!("the text `{}`", shown(&scalar.text)),
            ScalarKind::Number(_) | ScalarKind::Truth(_) => format!("`{}`", shown(&scalar.text)),
        },
        Data::List(_) | Data::Map(_) => data.kind().to_owned(),
    };
    let message = format!("`{key}` takes {expected}, not {found}");
    Diagnostic::error("wrong-type", data.span(), message).help(help)
}

fn unknown_key(key: &Spanned<String>, keys: &Keys) -> Diagnostic {
    let message = format!("unknown key `{}` in {}", shown(&key.value), keys.of);
    Diagnostic::error("unknown-key", key.span, message).help(instead(&key.value, keys.names))
}

fn twice(key: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-key", key.span, format!("`{}` stands here a second time", shown(&key.value)))
        .also(first, "first written here")
        .help("keep one of them")
}

/// What to write instead: the nearest word, else all of them.
fn instead(word: &str, valid: &[&str]) -> String {
    match nearest(word, valid.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of `{}`", valid.join("`, `")),
    }
}

/// A word for a message: one line, not too long.
fn shown(word: &str) -> String {
    const LONGEST: usize = 60;
    let line = word.lines().next().unwrap_or("");
    match line.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line.to_owned(),
    }
}
