//! What leads elsewhere: back links, breadcrumbs, lines of sibling names, lists of links. It is kept, and is never a
//! level, a criterion or guidance.

use super::wording;
use crate::text::{Block, Inlines, Item};

/// Characters that people put between the names of a breadcrumb.
const SEPARATORS: &[char] = &['·', '|', '•', '»', '›', '→', '←', '⟵', '⟶', '‹', '«', '/', '>', '<'];

/// Arrows that a breadcrumb starts with.
const STARTS: [char; 7] = ['←', '⟵', '‹', '«', '↩', '↑', '⬅'];

/// Most words that one name in a breadcrumb has.
const NAME_WORDS: usize = 6;

/// Whether a block does nothing but lead elsewhere in this project.
pub fn is_navigation(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => leads_elsewhere(&paragraph.content) || is_breadcrumb(&paragraph.content),
        Block::List(list) => !list.items.is_empty() && list.items.iter().all(item_leads_elsewhere),
        Block::Heading(_)
        | Block::Table(_)
        | Block::Details(_)
        | Block::Quote { .. }
        | Block::Code { .. }
        | Block::Rule { .. } => false,
    }
}

fn item_leads_elsewhere(item: &Item) -> bool {
    !item.blocks.is_empty()
        && item.blocks.iter().all(|block| match block {
            Block::Paragraph(paragraph) => leads_elsewhere(&paragraph.content),
            Block::List(list) => list.items.iter().all(item_leads_elsewhere),
            _ => false,
        })
}

/// Links and nothing else, all of them to places of this project.
fn leads_elsewhere(inlines: &Inlines) -> bool {
    wording::is_links_only(inlines) && inlines.links().iter().all(|link| is_local(&link.target))
}

/// Whether a link stays in the project: no scheme, no host.
pub fn is_local(target: &str) -> bool {
    let scheme = target.split(['/', '#', '?']).next().is_some_and(|first| first.contains(':'));
    !scheme && !target.starts_with("//")
}

/// A line of short names between arrows and dots that starts with an arrow (`← Ladders · Developer · Manager`).
fn is_breadcrumb(inlines: &Inlines) -> bool {
    if !wording::first_letter(inlines).is_some_and(|letter| STARTS.contains(&letter)) {
        return false;
    }
    let text = inlines.plain();
    let names: Vec<&str> = text.split(SEPARATORS).map(str::trim).filter(|name| !name.is_empty()).collect();
    let short = names.iter().all(|name| name.split_whitespace().count() <= NAME_WORDS);
    !names.is_empty() && short
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn links_with_a_scheme_or_host_leave_the_project() {
        for (target, expected) in [
            ("../tracks.md", true),
            ("#level-3", true),
            ("/ladders/a.md#b:c", true),
            ("https://example.org", false),
            ("//example.org", false),
            ("mailto:a@example.org", false),
        ] {
            assert_eq!(is_local(target), expected, "{target}");
        }
    }
}
