//! A folder for what is only needed for a while.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::Failure;

/// A new, empty folder among the temporary files of the system; removed with everything in it when it is dropped.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// # Errors
    /// Where the folder cannot be made.
    pub fn new() -> Result<Self, Failure> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let folder = std::env::temp_dir().join(format!("ladder-site-{}-{now}", std::process::id()));
        std::fs::create_dir(&folder).map_err(Failure::of("create", &folder))?;
        Ok(Self { folder })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the system.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
