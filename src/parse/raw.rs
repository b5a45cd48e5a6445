//! Looking at raw HTML as it stands, before it is cut.

/// Where the end tag of that name starts.
pub fn find_end_tag(text: &str, name: &str) -> Option<usize> {
    let starts = text.match_indices("</").map(|(at, _)| at);
    let after = |at: usize| text.as_bytes()[at + 2..].get(..name.len());
    starts.into_iter().find(|at| after(*at).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())))
}

/// A line cut so that every `&…;` is a piece of its own.
pub fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('&') {
        let length =
            rest[at + 1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(rest.len() - at - 1);
        let mut end = at + 1 + length;
        end += usize::from(rest[end..].starts_with(';'));
        pieces.push(&rest[..at]);
        pieces.push(&rest[at..end]);
        rest = &rest[end..];
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}
