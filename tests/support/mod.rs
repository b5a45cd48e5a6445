//! What the tests share: walking the repository and finding the ladders that lie beside it.

#![allow(dead_code, reason = "every test binary uses its own part")]
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "tests read files and speak to a terminal")]

pub mod export;
pub mod law;
pub mod memory;
pub mod page;
pub mod reading;
pub mod site;
pub mod words;

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text file of the repository.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("the file is part of the repository")
}

/// Every file below a folder with one of the extensions, relative to the folder, with forward slashes, sorted.
pub fn files(folder: &Path, extensions: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let extension = entry.path().extension().and_then(|name| name.to_str()).unwrap_or("").to_lowercase();
        if entry.file_type().is_file() && extensions.contains(&extension.as_str()) {
            let path = entry.path().strip_prefix(folder).expect("walkdir stays below its folder");
            found.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    found.sort();
    found
}

/// The folder of real ladders that is kept beside the repository, not in it: `LADDER_SHARED`, else `../shared`.
/// `None` where there is none, with a line that says so; where `CI` is `true` its absence is a failure.
pub fn shared(part: &str) -> Option<PathBuf> {
    let beside = || root().with_file_name("shared");
    let base = std::env::var_os("LADDER_SHARED").map_or_else(beside, PathBuf::from);
    let folder = base.join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    let required = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!required, "`{}` is missing; continuous integration needs it", folder.display());
    eprintln!("skipped: no `{}` (set LADDER_SHARED to the folder that holds `{part}`)", folder.display());
    None
}
