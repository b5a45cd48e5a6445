//! The documents of a project as they were read, and the way from a byte offset to a line and column.

use super::{FileId, Span};

/// One decoded source file. A byte order mark is already gone; line ends are as written.
#[derive(Clone, Debug)]
pub struct Source {
    path: String,
    text: String,
    line_starts: Vec<u32>,
}

impl Source {
    /// `path` is relative to the project, with forward slashes.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let after_newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        let line_starts = std::iter::once(0).chain(after_newlines).collect();
        Self { path: path.into(), text, line_starts }
    }

    /// The path relative to the project, with forward slashes.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The 1-based line and column (in characters) of a byte offset; an offset behind the end is taken as the end.
    pub fn line_and_column(&self, offset: u32) -> (u32, u32) {
        let offset = self.floor_boundary(offset as usize);
        let line = self.line_starts.partition_point(|start| *start as usize <= offset) - 1;
        let start = self.line_starts[line] as usize;
        let column = self.text[start..offset].chars().count();
        (line as u32 + 1, column as u32 + 1)
    }

    fn floor_boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// All sources of a run. The order is that of the paths, so that equal folders give equal ids.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    sources: Vec<Source>,
    root: String,
}

/// Where something stands, as people write it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
pub struct Location<'a> {
    #[serde(rename = "file")]
    pub path: &'a str,
    pub line: u32,
    pub column: u32,
}

impl Sources {
    /// Sorts by path and gives out ids in that order. `root` is the folder that holds the documents, relative to the
    /// project: `content` in a project, empty in a plain folder.
    pub fn new(root: impl Into<String>, mut sources: Vec<Source>) -> Self {
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        Self { sources, root: root.into() }
    }

    /// The path of a source below the root: `delivery/levels.md` for `content/delivery/levels.md`. The whole path
    /// where it lies outside.
    pub fn path_below_root(&self, file: FileId) -> &str {
        let path = self.get(file).path();
        match path.strip_prefix(self.root.as_str()) {
            Some(rest) if !self.root.is_empty() => rest.trim_start_matches('/'),
            _ => path,
        }
    }

    /// Every source with its id, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.sources.iter().enumerate().map(|(index, source)| (FileId(index as u32), source))
    }

    /// The source a span lies in.
    ///
    /// # Panics
    /// Where `file` was not given out by this value.
    pub fn get(&self, file: FileId) -> &Source {
        &self.sources[file.0 as usize]
    }

    /// The source at a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.sources.binary_search_by(|source| source.path.as_str().cmp(path)).ok()?;
        Some(FileId(index as u32))
    }

    /// The file, line and column at which a span starts.
    pub fn locate(&self, span: Span) -> Location<'_> {
        let source = self.get(span.file);
        let (line, column) = source.line_and_column(span.start);
        Location { path: source.path(), line, column }
    }

    /// The words of a span as they stand in the source.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).text().get(span.range()).unwrap_or("")
    }

    /// How many sources there are.
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }
}
