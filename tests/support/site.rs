//! Folders that the laws are tried on, and the sites built from them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::export::run;
use super::{files, root, shared};

/// A site as it was written to disk.
pub struct Built {
    /// For messages: the folder it was made from.
    pub name: String,
    pub folder: PathBuf,
    /// Path → bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Built {
    /// Every page with its path.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.files.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("a page is UTF-8")))
    }
}

/// The folders: every trap, every shape, the demo, and the real ladders where they lie beside the repository.
pub fn folders() -> Vec<PathBuf> {
    let fixtures = root().join("tests/fixtures");
    let mut folders = children(&fixtures.join("traps"));
    folders.extend(children(&fixtures.join("shapes")).into_iter().map(|shape| shape.join("source")));
    folders.push(root().to_owned());
    for part in ["seeds", "corpus"] {
        let real = shared(part).map(|folder| children(&folder)).unwrap_or_default();
        folders.extend(real.into_iter().map(|item| item.join("source")));
    }
    folders.retain(|folder| folder.is_dir());
    folders
}

/// The documents of a folder, with their paths.
pub fn documents(folder: &Path) -> Vec<(String, String)> {
    let below = if folder.join("site.toml").is_file() { folder.join("content") } else { folder.to_owned() };
    let paths = files(&below, &["md", "markdown", "txt", "html"]);
    let passed_over = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or_default().to_uppercase();
        let hidden = path.split('/').any(|part| part.starts_with('.') || part == "node_modules" || part == "themes");
        hidden || ["LICENSE", "CONTRIBUTING", "CHANGELOG"].iter().any(|stem| name.starts_with(stem))
    };
    let read = |path: String| {
        let bytes = std::fs::read(below.join(&path)).ok()?;
        Some((path, String::from_utf8(bytes).ok()?))
    };
    paths.into_iter().filter(|path| !passed_over(path)).filter_map(read).collect()
}

/// Builds a folder into an empty one, and reads what was written.
pub fn build(folder: &Path) -> Built {
    let out = tempfile::tempdir().expect("there is room for a site");
    let out_folder = out.path().join("site");
    let arguments = ["build", "--out", out_folder.to_str().expect("a temporary path is UTF-8")];
    let (printed, code) = run(&arguments, folder);
    assert!(code == 0 || code == 1, "build of `{}` ends with {code}: {printed}", folder.display());
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(&out_folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&out_folder).expect("walkdir stays below its folder");
            let bytes = std::fs::read(entry.path()).expect("the file was just written");
            files.insert(path.to_string_lossy().replace('\\', "/"), bytes);
        }
    }
    Built { name: name(folder), folder: folder.to_owned(), files }
}

fn name(folder: &Path) -> String {
    let parts: Vec<_> = folder.iter().map(|part| part.to_string_lossy()).collect();
    parts[parts.len().saturating_sub(2)..].join("/")
}

/// The folders in a folder, sorted.
pub fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut found: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}
