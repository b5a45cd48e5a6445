//! The paths of a whole site before any of it is written: two that would be one file somewhere are an error.

use std::collections::{BTreeMap, BTreeSet};

use super::record::is_plain;

/// The paths that a build writes, checked.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    paths: BTreeSet<String>,
}

impl Plan {
    /// # Errors
    /// Where two paths are equal but for case (some file systems hold them for one), one is a folder of another, or a
    /// path is none: the message says which.
    pub fn new(paths: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut folded: BTreeMap<String, String> = BTreeMap::new();
        let mut plan = BTreeSet::new();
        for path in paths {
            if !is_plain(&path) {
                return Err(format!("`{}` is no path of a site", path.escape_debug()));
            }
            if let Some(other) = folded.insert(fold(&path), path.clone()) {
                return Err(format!(
                    "`{other}` and `{path}` would be one file where upper and lower case are the same"
                ));
            }
            plan.insert(path);
        }
        for path in folded.keys() {
            if let Some(file) = folders(path).find_map(|folder| folded.get(folder)) {
                return Err(format!("`{file}` would have to be both a file and the folder of `{path}`"));
            }
        }
        Ok(Self { paths: plan })
    }

    /// All paths.
    pub fn paths(&self) -> &BTreeSet<String> {
        &self.paths
    }

    /// Whether an earlier file stands in the way of a new one: its name differs by case only, or one is the other's
    /// folder.
    pub fn obstructed_by(&self) -> impl Fn(&str) -> bool {
        let files: BTreeSet<String> = self.paths.iter().map(|path| fold(path)).collect();
        let all_folders: BTreeSet<String> =
            files.iter().flat_map(|path| folders(path).map(str::to_owned).collect::<Vec<_>>()).collect();
        move |old| {
            let old = fold(old);
            files.contains(&old) || all_folders.contains(&old) || folders(&old).any(|folder| files.contains(folder))
        }
    }
}

fn fold(path: &str) -> String {
    path.to_lowercase()
}

/// The folders above a path, nearest first.
pub fn folders(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/').map(|(folder, _)| folder), |path| {
        path.rsplit_once('/').map(|(folder, _)| folder)
    })
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn paths_that_would_meet_are_refused() {
        for paths in [["a/B.html", "a/b.html"], ["a", "A/b.html"], ["../a", "b"], ["a//b", "c"], [".git/x", "c"]] {
            assert!(Plan::new(paths.map(str::to_owned)).is_err(), "{paths:?}");
        }
        let plan = Plan::new(["a/b.html", "c.html"].map(str::to_owned)).expect("these do not meet");
        let obstructs = plan.obstructed_by();
        for (old, expected) in [("A/b.html", true), ("a", true), ("c.html/d.html", true), ("a/c.html", false)] {
            assert_eq!(obstructs(old), expected, "{old}");
        }
    }
}
