//! Loads of one folder that follow one another: each has no more work than what changed asks for, and gives what a load
//! from the beginning gives.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::load::{Fresh, Loaded};
use super::memory::Memory;
use super::origin::Origin;
use crate::io::Failure;

/// What the last load leaves to the next.
#[derive(Debug)]
pub struct Loads {
    folder: PathBuf,
    origin: Origin,
    memory: Memory,
    last: Option<Arc<Loaded>>,
}

impl Loads {
    /// Of a project or a folder; nothing is read yet.
    pub fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), origin: Origin::of(folder), memory: Memory::lasting(), last: None }
    }

    /// Reads and loads the folder as it is now.
    ///
    /// # Errors
    /// Where the machine cannot read something.
    pub fn again(&mut self) -> Result<Arc<Loaded>, Failure> {
        let fresh = self.read()?;
        Ok(self.load(fresh))
    }

    /// Reads what there is to read.
    ///
    /// # Errors
    /// Where the machine cannot read something.
    pub fn read(&mut self) -> Result<Fresh, Failure> {
        Fresh::read(&self.folder)
    }

    /// Whether what was read may be half of what is being written.
    pub fn doubts(&self, fresh: &Fresh) -> bool {
        self.last.as_ref().is_some_and(|last| fresh.has_emptied(last))
    }

    /// Loads what was read; gives the last load itself where nothing has changed.
    pub fn load(&mut self, fresh: Fresh) -> Arc<Loaded> {
        let loaded = fresh.load(&mut self.memory, self.last.as_ref(), &self.origin);
        self.last = Some(Arc::clone(&loaded));
        loaded
    }

    /// The last load.
    pub fn last(&self) -> Option<&Arc<Loaded>> {
        self.last.as_ref()
    }

    /// The next load shows even if nothing has changed.
    pub fn forget(&mut self) {
        self.last = None;
    }
}
