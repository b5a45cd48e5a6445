//! The files with which a project replaces parts of the default theme.

use std::collections::BTreeMap;
use std::path::Path;

use walkdir::WalkDir;

use super::Failure;

/// The folder of a project that holds its themes.
pub const THEMES: &str = "themes";

/// Path within the theme → bytes: the files of `themes/<name>/` over those that lie in `themes/` itself.
///
/// # Errors
/// Where `name` is given and there is no such folder (unless it is the name of the built-in theme), or a file cannot
/// be read.
pub fn theme_files(project: &Path, name: Option<&str>) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let themes = project.join(THEMES);
    let mut files = BTreeMap::new();
    if themes.is_dir() {
        add(&themes, &mut files)?;
    }
    if let Some(name) = name {
        let folder = themes.join(name);
        match folder.is_dir() {
            true => add(&folder, &mut files)?,
            false if name == BUILT_IN => {}
            false => return Err(Failure::new("read", &folder, "`theme` in `site.toml` names it, and it is no folder")),
        }
    }
    Ok(files)
}

const BUILT_IN: &str = "default";

fn add(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let hidden = |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry)) {
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
