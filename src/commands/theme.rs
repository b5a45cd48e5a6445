//! The theme of a project: the default one with the project's own files over it.

use std::collections::BTreeMap;
use std::path::Path;

use super::load::Loaded;
use crate::io::{Failure, theme_files};
use crate::parse::Config;
use crate::render::Theme;
use crate::text::Diagnostic;

/// Path inside of the theme → contents: what the project lays over the default theme.
pub type ThemeFiles = BTreeMap<String, Vec<u8>>;

/// The theme, or what is wrong with it.
///
/// # Errors
/// Where the machine cannot read its files.
pub fn theme(loaded: &Loaded) -> Result<Result<Theme, Diagnostic>, Failure> {
    Ok(own_files(loaded)?.and_then(|files| Theme::new(&files)).map(|theme| theme.speaking(&loaded.site.settings.words)))
}

/// The project's own files of its theme, or what is wrong with its name.
///
/// # Errors
/// Where the machine cannot read them.
pub fn own_files(loaded: &Loaded) -> Result<Result<ThemeFiles, Diagnostic>, Failure> {
    files_of(&loaded.folder, &loaded.config)
}

/// The same of a project that is not loaded.
///
/// # Errors
/// As [`own_files`].
pub fn files_of(folder: &Path, config: &Config) -> Result<Result<ThemeFiles, Diagnostic>, Failure> {
    let named = config.theme.as_ref();
    let files = theme_files(folder, named.map(|name| name.value.as_str()))?;
    Ok(match (files, named) {
        (Some(files), _) => Ok(files),
        (None, Some(name)) => {
            Err(Diagnostic::error("unknown-value", name.span, format!("there is no theme `{}`", name.value)).help(
                format!("put its files into `themes/{}/`, or remove this line for the default theme", name.value),
            ))
        }
        (None, None) => Ok(BTreeMap::new()),
    })
}
