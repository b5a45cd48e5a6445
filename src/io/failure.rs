//! What the machine would not do, and with which path.

use std::path::{Path, PathBuf};

/// The machine's fault: the run cannot go on.
#[derive(Debug)]
pub struct Failure {
    /// A verb: `read`, `write`.
    pub doing: &'static str,
    pub path: PathBuf,
    /// Why, and where something can be done about it, what.
    pub reason: String,
}

impl Failure {
    /// For `map_err`: the failure of doing something with a path.
    pub fn of(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self::new(doing, path, error.to_string())
    }

    /// A failure for a reason of ours.
    pub fn new(doing: &'static str, path: &Path, reason: impl Into<String>) -> Self {
        Self { doing, path: path.to_owned(), reason: reason.into() }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "cannot {} `{}`: {}", self.doing, self.path.display(), self.reason)
    }
}

impl std::error::Error for Failure {}
