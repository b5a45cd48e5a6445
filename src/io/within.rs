//! A file of a project, read only if it still lies inside: between the listing and a request it may have become a link.

use std::path::Path;

use super::Failure;

/// The bytes of a file below a folder.
///
/// # Errors
/// Where it is no plain file, leads out of the folder, or cannot be read.
pub fn read_within(folder: &Path, file: &Path) -> Result<Vec<u8>, Failure> {
    let whole = std::fs::canonicalize(file).map_err(Failure::of("read", file))?;
    let folder = std::fs::canonicalize(folder).map_err(Failure::of("read", folder))?;
    if !whole.starts_with(&folder) {
        return Err(Failure::new("read", file, "it leads out of the project"));
    }
    if !std::fs::metadata(&whole).is_ok_and(|facts| facts.is_file()) {
        return Err(Failure::new("read", file, "it is no file"));
    }
    std::fs::read(&whole).map_err(Failure::of("read", file))
}
