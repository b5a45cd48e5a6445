//! A run of raw HTML that may have been put together from several places of its source: the lines of a quote, say,
//! without their `>`.

use std::ops::Range;

/// HTML and where each byte of it stands.
#[derive(Default, Debug)]
pub struct Fragment {
    text: String,
    /// Where in `text` a piece starts, and where in the source.
    pieces: Vec<(usize, usize)>,
}

impl Fragment {
    /// Goes on with the words at `start` of the source.
    pub fn push(&mut self, text: &str, start: usize) {
        let at = self.text.len();
        let touches = self.pieces.last().is_some_and(|(from, source)| source + (at - from) == start);
        if !touches {
            self.pieces.push((at, start));
        }
        self.text.push_str(text);
    }

    /// The HTML.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where in the source a range that is not empty stands.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.source_of(range.start);
        let end = if range.is_empty() { start } else { self.source_of(range.end - 1) + 1 };
        start..end
    }

    fn source_of(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(from, _)| *from <= at).saturating_sub(1);
        self.pieces.get(piece).map_or(at, |(from, source)| source + (at - from))
    }
}
