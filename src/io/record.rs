//! What this program has written into an output folder, as a file in that folder: one path to a line.
//!
//! It is written before anything else and names everything that may be ours, so that a build that was stopped at any
//! moment leaves nothing that the next one would not know.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Failure;

/// The folder of the record, inside the output folder.
const FOLDER: &str = ".ladder-site";
const HEADER: &str =
    "# files written by ladder-site, one path to a line; the next build removes those it no longer makes";

/// The record of one output folder.
#[derive(Debug)]
pub struct Record {
    folder: PathBuf,
}

/// Whether a folder holds a site made by this program.
pub fn is_site(folder: &Path) -> bool {
    folder.join(FOLDER).join("record").is_file()
}

/// The paths of a site made by this program, in a folder that holds it.
///
/// # Errors
/// Where the folder cannot be read.
pub fn site_files(out: &Path) -> Result<BTreeSet<String>, Failure> {
    Record::of(out).paths()
}

impl Record {
    /// The record of the output folder `out`.
    pub fn of(out: &Path) -> Self {
        Self { folder: out.join(FOLDER) }
    }

    /// The paths on record; nothing where there is no record.
    ///
    /// # Errors
    /// Where it is there and cannot be read.
    pub fn paths(&self) -> Result<BTreeSet<String>, Failure> {
        let file = self.file();
        if !file.exists() {
            return Ok(BTreeSet::new());
        }
        let text = std::fs::read_to_string(&file).map_err(Failure::of("read", &file))?;
        Ok(text.lines().filter(|line| !line.starts_with('#') && is_plain(line)).map(str::to_owned).collect())
    }

    /// Puts other paths on record.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn put(&self, paths: &BTreeSet<String>) -> Result<(), Failure> {
        let mut text = HEADER.to_owned();
        for path in paths {
            text.push('\n');
            text.push_str(path);
        }
        text.push('\n');
        let (file, new) = (self.file(), self.folder.join("record.new"));
        if std::fs::read(&file).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        std::fs::create_dir_all(&self.folder).map_err(Failure::of("create", &self.folder))?;
        std::fs::write(&new, text).map_err(Failure::of("write", &new))?;
        std::fs::rename(&new, &file).map_err(Failure::of("write", &file))
    }

    /// An empty folder for files that are written and not yet in place.
    ///
    /// # Errors
    /// Where what an earlier build left there cannot be removed, or the folder cannot be made.
    pub fn staging(&self) -> Result<PathBuf, Failure> {
        let staging = self.folder.join("staging");
        if staging.exists() {
            std::fs::remove_dir_all(&staging).map_err(Failure::of("remove", &staging))?;
        }
        std::fs::create_dir_all(&staging).map_err(Failure::of("create", &staging))?;
        Ok(staging)
    }

    /// The file that holds the paths.
    pub fn file(&self) -> PathBuf {
        self.folder.join("record")
    }
}

/// Whether a path can be one of ours: relative, without dots and without a line break. A record that someone has
/// changed by hand must not lead out of its folder.
pub fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\n', '\r', '\\', '\0'])
        && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}
