//! The theme of a project: the default one with the project's own files over it.

use super::load::Loaded;
use crate::io::{Failure, theme_files};
use crate::render::Theme;
use crate::text::Diagnostic;

/// The theme, or what is wrong with it.
///
/// # Errors
/// Where the machine cannot read its files.
pub fn theme(loaded: &Loaded) -> Result<Result<Theme, Diagnostic>, Failure> {
    let named = loaded.config.theme.as_ref();
    let files = theme_files(&loaded.folder, named.map(|name| name.value.as_str()))?;
    Ok(match (files, named) {
        (Some(files), _) => Theme::new(&files),
        (None, Some(name)) => {
            Err(Diagnostic::error("unknown-value", name.span, format!("there is no theme `{}`", name.value)).help(
                format!("put its files into `themes/{}/`, or remove this line for the default theme", name.value),
            ))
        }
        (None, None) => Theme::new(&std::collections::BTreeMap::new()),
    })
}
