//! Ranges of Markdown without what stands around the words: blanks, ticks, attributes.

use std::ops::Range;

/// Without white space at the ends.
pub fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let raw = &text[range.clone()];
    let start = range.start + raw.len() - raw.trim_start().len();
    let end = (range.start + raw.trim_end().len()).max(start);
    start..end
}

/// A range of code without the ticks and the one blank that may stand inside them.
pub fn inside_ticks(text: &str, range: &Range<usize>, code: &str) -> Range<usize> {
    let raw = &text[range.clone()];
    let ticks = raw.len() - raw.trim_start_matches('`').len();
    let Some(inner) = raw.get(ticks..raw.len().saturating_sub(ticks)) else { return range.clone() };
    let is_blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\n'));
    let is_padded = inner.len() > code.len() && is_blank(inner.as_bytes().first()) && is_blank(inner.as_bytes().last());
    let inset = ticks + usize::from(is_padded && inner.len() > 1);
    range.start + inset..range.end - inset
}

/// The last `{…}` of a heading, with the blanks before it.
pub fn last_braces(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let raw = &text[range.clone()];
    let end = raw.rfind('}')? + 1;
    let start = raw[..raw[..end].rfind('{')?].trim_end().len();
    Some(range.start + start..range.start + end)
}
