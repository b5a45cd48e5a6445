//! The paths that an author does not want to be read. The only module that knows `globset`.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Patterns of paths, relative to the folder that holds the documents.
#[derive(Clone, Debug, Default)]
pub struct Exclude {
    globs: GlobSet,
}

impl Exclude {
    /// The patterns that can be understood, and the index of each that cannot, with the reason.
    pub fn new(patterns: &[&str]) -> (Self, Vec<(usize, String)>) {
        let mut globs = GlobSetBuilder::new();
        let mut broken = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            match GlobBuilder::new(pattern.trim_end_matches('/')).literal_separator(true).build() {
                Ok(glob) => {
                    globs.add(glob);
                }
                Err(error) => broken.push((index, error.kind().to_string())),
            }
        }
        match globs.build() {
            Ok(globs) => (Self { globs }, broken),
            Err(error) => (Self::default(), (0..patterns.len()).map(|index| (index, error.to_string())).collect()),
        }
    }

    /// Whether a path is excluded. A folder that is excluded is not entered.
    pub fn holds(&self, path: &str) -> bool {
        self.globs.is_match(path)
    }
}

#[cfg(test)]
mod tests {
    use super::Exclude;

    #[test]
    fn patterns_name_files_and_folders() {
        let (exclude, broken) = Exclude::new(&["drafts/", "*.txt", "**/old-*", "a[b"]);
        assert_eq!(broken.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [3]);
        for (path, excluded) in [
            ("drafts", true),
            ("notes.txt", true),
            ("sub/notes.txt", false),
            ("sub/old-levels.md", true),
            ("levels.md", false),
        ] {
            assert_eq!(exclude.holds(path), excluded, "{path}");
        }
    }
}
