//! Files that editors and tools make for themselves.

use std::path::Path;

/// Whether a path is none of a site: hidden, a backup, a swap file, a file that an editor is about to rename.
pub fn is_noise(path: &Path) -> bool {
    let Some(name) = path.file_name() else { return false };
    let name = name.to_string_lossy();
    let passing =
        ["___jb_tmp___", "___jb_old___", ".swp", ".swx", ".swo", ".tmp", ".bak", ".orig", ".crswap", ".part", "~"];
    // vim asks with a file of this name whether it may write into the folder.
    is_hidden(&name) || name == "4913" || passing.iter().any(|end| name.ends_with(end))
}

/// Whether a folder belongs to a tool.
pub fn is_foreign(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    is_hidden(&name) || ["node_modules", "target"].contains(&name.as_str())
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || (name.starts_with('#') && name.ends_with('#'))
}

#[cfg(test)]
mod tests {
    use super::is_noise;
    use std::path::Path;

    #[test]
    fn what_editors_leave_behind_is_no_change() {
        for name in [".levels.md.swp", "levels.md~", "4913", ".#levels.md", "#levels.md#", "a.md___jb_tmp___", "x.tmp"]
        {
            assert!(is_noise(&Path::new("content").join(name)), "{name}");
        }
        for name in ["levels.md", "style.css", "tmp.md", "a.md.html", "content"] {
            assert!(!is_noise(Path::new(name)), "{name}");
        }
    }
}
