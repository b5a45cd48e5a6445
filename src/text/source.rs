//! The documents of a project as they were read, and the way from a byte offset to a line and column.

use super::{FileId, Span};

/// One decoded source file. A byte order mark is already gone; line ends are as written; characters that no page may hold
/// (controls other than tab, line feed, form feed and carriage return) are blanks, so that every offset stays what it was.
#[derive(Clone, Debug)]
pub struct Source {
    path: String,
    text: String,
    line_starts: Vec<u32>,
    /// Characters before every [`STEP`]th byte, so that a column on a very long line is found without counting it all.
    characters: Vec<u32>,
    /// The same of characters that are two code units in UTF-16.
    pairs: Vec<u32>,
}

/// How many bytes are counted at most to find a column.
const STEP: usize = 1024;

impl Source {
    /// `path` is relative to the project, with forward slashes.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = without_controls(text.into());
        let after_newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        let line_starts = std::iter::once(0).chain(after_newlines).collect();
        let characters = counts(&text, characters);
        let pairs = counts(&text, pairs);
        Self { path: path.into(), text, line_starts, characters, pairs }
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
        let column = match offset - start {
            0..=STEP => characters(&self.text.as_bytes()[start..offset]),
            _ => self.characters_before(offset) - self.characters_before(start),
        };
        (line as u32 + 1, column + 1)
    }

    /// The 1-based line and column (in UTF-16 code units) of a byte offset.
    pub fn line_and_utf16_column(&self, offset: u32) -> (u32, u32) {
        let (line, column) = self.line_and_column(offset);
        let start = self.line_starts[line as usize - 1] as usize;
        (line, column + self.pairs_before(self.floor_boundary(offset as usize)) - self.pairs_before(start))
    }

    /// The bytes of a 1-based line, without its line end; empty behind the last one.
    pub fn line(&self, line: u32) -> std::ops::Range<usize> {
        let start_of = |line: u32| self.line_starts.get(line as usize).map_or(self.text.len(), |start| *start as usize);
        let start = start_of(line.saturating_sub(1));
        let end = start_of(line).max(start);
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    fn characters_before(&self, offset: usize) -> u32 {
        let step = (offset / STEP).min(self.characters.len().saturating_sub(1));
        let before = self.characters.get(step).copied().unwrap_or(0);
        before + characters(&self.text.as_bytes()[(step * STEP).min(offset)..offset])
    }

    fn pairs_before(&self, offset: usize) -> u32 {
        let step = (offset / STEP).min(self.pairs.len().saturating_sub(1));
        let before = self.pairs.get(step).copied().unwrap_or(0);
        before + pairs(&self.text.as_bytes()[(step * STEP).min(offset)..offset])
    }

    fn floor_boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// What was counted before every [`STEP`]th byte.
fn without_controls(text: String) -> String {
    let is_control = |byte: u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r');
    match text.bytes().any(is_control) {
        true => text.replace(|letter| u8::try_from(letter).is_ok_and(is_control), " "),
        false => text,
    }
}

fn counts(text: &str, count: fn(&[u8]) -> u32) -> Vec<u32> {
    let before = text.as_bytes().chunks(STEP).scan(0, |before, chunk| {
        let here = *before;
        *before += count(chunk);
        Some(here)
    });
    before.collect()
}

/// How many characters of four bytes begin in these bytes of UTF-8: each is two code units in UTF-16.
fn pairs(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte >= 0xf0).count() as u32
}

/// How many characters begin in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
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

    /// The folder that holds the documents, relative to the project; empty in a plain folder.
    pub fn root(&self) -> &str {
        self.root.trim_end_matches('/')
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

#[cfg(test)]
mod tests {
    use super::{STEP, Source};

    #[test]
    fn columns_count_characters_on_lines_of_any_length() {
        let long = "größe 🎂 ".repeat(STEP);
        let source = Source::new("a.md", format!("one\r\n{long}\nlast"));
        let text = source.text();
        for (offset, _) in text.char_indices().step_by(97) {
            let before = &text[..offset];
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let expected = (before.matches('\n').count() as u32 + 1, before[start..].chars().count() as u32 + 1);
            assert_eq!(source.line_and_column(offset as u32), expected);
            let units = before[start..].encode_utf16().count() as u32 + 1;
            assert_eq!(source.line_and_utf16_column(offset as u32), (expected.0, units));
        }
        assert_eq!(source.line_and_column(u32::MAX), (3, 5));
        let lines: Vec<&str> = (0..6).map(|line| &text[source.line(line)]).collect();
        assert_eq!(lines, ["", "one", &long, "last", "", ""]);
    }

    #[test]
    fn an_empty_source_has_one_place() {
        assert_eq!(Source::new("a.md", "").line_and_column(7), (1, 1));
    }
}
