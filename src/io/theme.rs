//! The files with which a project replaces parts of the default theme.

use std::collections::BTreeMap;
use std::path::Path;

use walkdir::WalkDir;

use super::reading::text;
use super::{Failure, Text};

/// The folder of a project that holds its themes.
pub const THEMES: &str = "themes";

/// The theme that is in the binary.
const BUILT_IN: &str = "default";

/// Path within the theme → bytes: the files of `themes/<name>/` where a theme is named, else those that lie in
/// `themes/` itself, beside the folders of whole themes. `None` where the theme that is named is neither a folder nor
/// the built-in one.
///
/// # Errors
/// Where a file cannot be read.
pub fn theme_files(project: &Path, name: Option<&str>) -> Result<Option<BTreeMap<String, Vec<u8>>>, Failure> {
    let themes = project.join(THEMES);
    let folder = name.map_or(themes.clone(), |name| themes.join(name));
    let mut files = BTreeMap::new();
    match (folder.is_dir(), name) {
        (true, _) => add(&folder, &mut files)?,
        (false, None | Some(BUILT_IN)) => {}
        (false, Some(_)) => return Ok(None),
    }
    Ok(Some(files))
}

/// The tables of words that lie in the project's theme: path in the project → text.
///
/// # Errors
/// Where one cannot be read.
pub fn word_tables(project: &Path, theme: Option<&str>) -> Result<Vec<(String, Text)>, Failure> {
    let below = theme.map_or(format!("{THEMES}/words"), |name| format!("{THEMES}/{name}/words"));
    let folder = project.join(&below);
    let mut tables = Vec::new();
    if folder.is_dir() {
        for entry in WalkDir::new(&folder).min_depth(1).max_depth(1).sort_by_file_name() {
            let entry = entry.map_err(|error| Failure::new("read", &folder, error.to_string()))?;
            let name = entry.file_name().to_string_lossy();
            if entry.file_type().is_file() && name.ends_with(".toml") && !name.starts_with('.') {
                tables.push((format!("{below}/{name}"), text(entry.path())?));
            }
        }
    }
    Ok(tables)
}

/// Whether a folder of `themes/` is a theme of its own.
fn is_theme(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == BUILT_IN) || folder.join("templates").is_dir()
}

fn add(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let other = |entry: &walkdir::DirEntry| {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        entry.depth() > 0 && (hidden || (entry.depth() == 1 && is_theme(entry.path())))
    };
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| !other(entry)) {
        let entry = entry.map_err(|error| Failure::new("read", folder, error.to_string()))?;
        if entry.file_type().is_file()
            && let Ok(below) = entry.path().strip_prefix(folder)
            && let Some(path) = super::listing::forward(below)
        {
            let bytes = std::fs::read(entry.path()).map_err(Failure::of("read", entry.path()))?;
            files.insert(path, bytes);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::theme_files;

    #[test]
    fn a_named_theme_or_loose_files() {
        let project = tempfile::tempdir().expect("a temporary folder");
        for path in ["templates/page.html", "style.css", "plain/templates/page.html", "default/style.css"] {
            let file = project.path().join("themes").join(path);
            std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
            std::fs::write(file, path).expect("a file is written");
        }
        let names = |name| {
            let files = theme_files(project.path(), name).expect("the themes can be read");
            files.map(|files| files.into_keys().collect::<Vec<_>>().join(" "))
        };
        assert_eq!(names(None).as_deref(), Some("style.css templates/page.html"));
        assert_eq!(names(Some("plain")).as_deref(), Some("templates/page.html"));
        assert_eq!(names(Some("default")).as_deref(), Some("style.css"));
        assert_eq!(names(Some("fancy")), None);
    }
}
