//! Documents that exist, with something cut, doubled, moved or mixed in.

use super::chance::Chance;
use super::words;

/// No document grows beyond this, so that time limits mean something.
pub const MOST: usize = 64 * 1024;

/// A few changes to one document of a site; `other` lends pieces.
pub fn site(chance: &mut Chance, site: &[(String, String)], other: &str) -> Vec<(String, String)> {
    let mut site = site.to_vec();
    let at = chance.below(site.len());
    for _ in 0..chance.between(1, 6) {
        let text = once(chance, &site[at].1, other);
        site[at].1 = text;
    }
    let end = boundary(&site[at].1, MOST);
    site[at].1.truncate(end);
    site
}

fn once(chance: &mut Chance, text: &str, other: &str) -> String {
    let (start, end) = range(chance, text);
    let (before, piece, after) = (&text[..start], &text[start..end], &text[end..]);
    match chance.below(7) {
        0 => format!("{before}{after}"),
        1 => format!("{before}{piece}{piece}{after}"),
        2 => format!("{before}{}{piece}{after}", words::odd(chance)),
        3 => {
            let (from, to) = range(chance, other);
            format!("{before}{}{after}", &other[from..to])
        }
        4 => format!("{before}{after}{piece}"),
        5 => format!("{before}{}{after}", piece.chars().rev().collect::<String>()),
        _ => format!("{before}{}{after}", lines(chance, piece)),
    }
}

/// Lines of a piece in another order, or with another depth.
fn lines(chance: &mut Chance, piece: &str) -> String {
    let mut lines: Vec<&str> = piece.split_inclusive('\n').collect();
    if lines.len() > 1 {
        let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
        lines.swap(one, other);
    }
    let indent = chance.of(&["", "  ", "    ", "> ", "- ", "#", "\t"]);
    lines.iter().map(|line| format!("{indent}{line}")).collect()
}

/// A part of a text, mostly a short one.
fn range(chance: &mut Chance, text: &str) -> (usize, usize) {
    let start = boundary(text, chance.below(text.len() + 1));
    let most = if chance.once_in(5) { text.len() } else { 80 };
    (start, boundary(text, (start + chance.below(most + 1)).min(text.len())).max(start))
}

/// The nearest end of a character at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
