//! Where a project is: its folder, its `site.toml`, the folder that holds the documents.

use std::path::{Path, PathBuf};

use super::{Failure, Text, reading};

/// The file that makes a folder a project.
pub const CONFIG: &str = "site.toml";

/// The folder of a project that holds its documents, where `site.toml` names no other.
const CONTENT: &str = "content";

/// A folder to read: a project, or just a folder with documents.
#[derive(Clone, Debug)]
pub struct Project {
    /// As the user wrote it.
    pub folder: PathBuf,
    /// The text of `site.toml`, where there is one.
    pub config: Option<Text>,
    root: String,
}

impl Project {
    /// Opens a folder.
    ///
    /// # Errors
    /// Where it is no folder, or its `site.toml` cannot be read.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let facts = std::fs::metadata(folder).map_err(Failure::of("read", folder))?;
        if !facts.is_dir() {
            return Err(Failure::new("read", folder, "it is no folder"));
        }
        let file = folder.join(CONFIG);
        let config = match file.is_file() {
            true => Some(reading::text(&file)?),
            false => None,
        };
        let root = if config.is_some() { CONTENT } else { "" };
        Ok(Self { folder: folder.to_owned(), config, root: root.to_owned() })
    }

    /// The same project with its documents in another folder below it; empty where they lie everywhere.
    #[must_use]
    pub fn with_root(&self, root: &str) -> Self {
        Self { root: root.to_owned(), ..self.clone() }
    }

    /// The project that a document belongs to: the nearest folder above it with a `site.toml`, else its own folder.
    ///
    /// # Errors
    /// As [`Project::open`].
    pub fn around(file: &Path) -> Result<Self, Failure> {
        let whole = std::fs::canonicalize(file).map_err(Failure::of("read", file))?;
        let above = whole.ancestors().skip(1).find(|folder| folder.join(CONFIG).is_file());
        let beside = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Self::open(above.unwrap_or(beside))
    }

    /// The folder that holds the documents, relative to the project: `content` in a project that names no other, else
    /// empty.
    pub fn root(&self) -> &str {
        &self.root
    }
}
