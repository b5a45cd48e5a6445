//! A theme: templates and the files they use. The default one is in the binary; a project replaces it file by file.

use std::collections::BTreeMap;

use tera::value::Key;
use tera::{Context, Kwargs, State, Tera, Value};

use super::embedded::FILES;
use super::fault::{TemplatePlace, diagnostic, place, unreadable};
use super::fill::fill;
use crate::pages::{View, Words};
use crate::text::{Diagnostic, fingerprint};

/// Templates of the default theme are found behind this too, so that an override can extend what it replaces:
/// `{% extends "default/level.html" %}`.
pub(super) const DEFAULT: &str = "default/";
/// The folder of a theme that holds templates; every other file is served.
const TEMPLATES: &str = "templates/";
/// The folder of a theme that holds tables of words, which are read before there is a theme.
const WORDS: &str = "words/";
/// Where files of the theme stand on the site.
const SERVED: &str = "assets/theme/";

/// The bytes of most pages.
const ROOM: usize = 1 << 16;

/// Templates, compiled, and files.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    words: Words,
    files: Vec<ThemeFile>,
}

/// A file of the theme that pages use: styles, fonts, pictures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThemeFile {
    /// The path inside of the theme: `style.css`.
    pub name: String,
    /// From the root of the site. It holds a hash of the contents, so that a browser may keep the file for ever.
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Theme {
    /// The default theme with these files laid over it: path inside of the theme (`templates/level.html`,
    /// `style.css`) → contents.
    ///
    /// # Errors
    /// A template that cannot be read, with its name, line and column.
    pub fn new(overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, Diagnostic> {
        let mut theme = Self { tera: Tera::new(), words: Words::default(), files: files(overrides) };
        let failed = |error: tera::Error| diagnostic(&error);
        theme.tera.autoescape_on([".html", ".xml", ".svg"]);
        // The filter of tera copies what is often half a page.
        theme.tera.register_filter("safe", |text: Value, _: Kwargs, _: &State| text.mark_safe());
        theme.tera.register_filter("fill", fill);
        theme.tera.set_fallback_prefixes([DEFAULT]).map_err(failed)?;
        theme.tera.add_raw_templates(templates(overrides)?).map_err(failed)?;
        theme.tera.global_context().insert_value("theme", addresses(&theme.files));
        let english = Value::from_serializable(&theme.words);
        theme.tera.global_context().insert_value("words", english);
        Ok(theme)
    }

    /// The same theme with other words of the interface.
    pub fn speaking(mut self, words: &Words) -> Self {
        if !self.speaks(words) {
            self.tera.global_context().insert_value("words", Value::from_serializable(words));
            self.words = words.clone();
        }
        self
    }

    /// Whether these are its words.
    pub fn speaks(&self, words: &Words) -> bool {
        self.words == *words
    }

    /// Where a fault of [`Theme::new`] or [`render`] lies, where it lies in a template of the project.
    pub fn place(fault: &Diagnostic) -> Option<TemplatePlace<'_>> {
        place(fault)
    }

    /// The files that pages use, with their places on the site.
    pub fn files(&self) -> &[ThemeFile] {
        &self.files
    }
}

/// Writes a view with the template of its kind.
///
/// # Errors
/// A template that asks for something that the view does not have, or fails otherwise, with its name, line and column.
pub fn render(theme: &Theme, view: &View) -> Result<Vec<u8>, Diagnostic> {
    let failed = |error: tera::Error| diagnostic(&error);
    let context = context(view).map_err(failed)?;
    let mut page = Vec::with_capacity(ROOM);
    theme.tera.render_to(view.template(), &context, &mut page).map_err(failed)?;
    Ok(page)
}

/// The fields of a view, under names that need no copy.
fn context(view: &View) -> tera::TeraResult<Context> {
    let mut context = Context::new();
    for (name, value) in Value::try_from_serializable(view)?.into_map().unwrap_or_default() {
        match name {
            Key::Str(name) => context.insert_value(name, value),
            name => context.insert_value(name.to_string(), value),
        }
    }
    Ok(context)
}

/// Names and texts of all templates, those of the default theme behind [`DEFAULT`].
fn templates(overrides: &BTreeMap<String, Vec<u8>>) -> Result<Vec<(String, String)>, Diagnostic> {
    let mut templates = Vec::new();
    for (path, text) in FILES {
        if let Some(name) = path.strip_prefix(TEMPLATES) {
            templates.push((format!("{DEFAULT}{name}"), (*text).to_owned()));
        }
    }
    for (path, bytes) in overrides {
        if let Some(name) = path.strip_prefix(TEMPLATES) {
            let text = std::str::from_utf8(bytes).map_err(|_| unreadable(path))?;
            templates.push((name.to_owned(), text.to_owned()));
        }
    }
    Ok(templates)
}

/// What is served: the files of the default theme, those of the project over them.
fn files(overrides: &BTreeMap<String, Vec<u8>>) -> Vec<ThemeFile> {
    let mut files: BTreeMap<&str, &[u8]> = FILES.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    files.extend(overrides.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    // A project that holds the default theme itself has it there as a folder, not as overrides.
    files.retain(|path, _| ![TEMPLATES, WORDS, DEFAULT].iter().any(|folder| path.starts_with(folder)));
    let file = |(name, bytes): (&str, &[u8])| ThemeFile {
        name: name.to_owned(),
        path: served(name, bytes),
        bytes: bytes.to_vec(),
    };
    files.into_iter().map(file).collect()
}

/// `style.css` → `assets/theme/style.1a2b3c4d.css`.
fn served(path: &str, bytes: &[u8]) -> String {
    let hash = fingerprint(bytes);
    match path.rsplit_once('.') {
        Some((stem, extension)) => format!("{SERVED}{stem}.{hash}.{extension}"),
        None => format!("{SERVED}{path}.{hash}"),
    }
}

/// For templates, as `theme["style.css"]`: name inside of the theme → address from the root of the site.
fn addresses(files: &[ThemeFile]) -> tera::Value {
    let named: BTreeMap<&str, &str> = files.iter().map(|file| (file.name.as_str(), file.path.as_str())).collect();
    tera::Value::from_serializable(&named)
}
