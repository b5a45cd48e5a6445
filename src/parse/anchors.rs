//! Ids that authors give to headings in other ways than Markdown has: `<a name="scope"></a>` before or in a heading, and
//! `{: #scope}` behind it or on the line below. Takes the source and its blocks, gives headings without an id the one
//! that stands beside them. Refuses to know what links to them.

use crate::text::{Block, Heading};
use std::sync::Arc;

/// An id and where it is written.
struct Anchor<'a> {
    id: &'a str,
    start: usize,
    end: usize,
    side: Side,
}

/// On which side of a heading an id may stand that is not in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// Gives the ids of a document to its headings.
pub fn name_headings(text: &str, blocks: &mut [Block]) {
    let anchors = anchors(text);
    let mut anchors = anchors.iter().peekable();
    let mut last: Option<&mut Arc<Heading>> = None;
    for block in blocks {
        let Block::Heading(heading) = block else { continue };
        let span = heading.span.range();
        while let Some(anchor) = anchors.next_if(|anchor| anchor.start < span.start) {
            match anchor.side {
                Side::Before if is_blank(text, anchor.end, span.start) => name(heading, anchor.id),
                Side::Behind => {
                    let above = last.as_deref_mut().filter(|last| is_blank(text, last.span.range().end, anchor.start));
                    above.into_iter().for_each(|heading| name(heading, anchor.id));
                }
                Side::Before => {}
            }
        }
        while let Some(anchor) = anchors.next_if(|anchor| anchor.start < span.end) {
            name(heading, anchor.id);
        }
        last = Some(heading);
    }
    let behind = anchors.next().filter(|anchor| anchor.side == Side::Behind);
    if let (Some(anchor), Some(last)) = (behind, last)
        && is_blank(text, last.span.range().end, anchor.start)
    {
        name(last, anchor.id);
    }
}

fn name(heading: &mut Arc<Heading>, id: &str) {
    Arc::make_mut(heading).id.get_or_insert_with(|| id.to_owned());
}

/// Whether nothing but blanks and tags stands between two places.
fn is_blank(text: &str, start: usize, end: usize) -> bool {
    let Some(between) = text.get(start..end) else { return false };
    let mut rest = between.trim();
    while let Some(tag) = rest.strip_prefix('<') {
        let Some(end) = tag.find('>') else { return false };
        rest = tag[end + 1..].trim_start();
    }
    rest.is_empty()
}

fn anchors(text: &str) -> Vec<Anchor<'_>> {
    let mut anchors = Vec::new();
    for (start, _) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'<' | b'{')) {
        let rest = &text[start..];
        let found = match rest.as_bytes() {
            [b'<', b'a' | b'A', space, ..] if space.is_ascii_whitespace() => tag(rest),
            [b'{', b':', ..] => attribute_list(rest),
            _ => None,
        };
        anchors.extend(found.map(|(id, length, side)| Anchor { id, start, end: start + length, side }));
    }
    anchors
}

/// Longest tag or list of attributes that is looked at, in bytes.
const LONGEST: usize = 300;

/// `<a name="x">`, `<a id='x'>`.
fn tag(rest: &str) -> Option<(&str, usize, Side)> {
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let attributes = &rest[2..end];
    let value = |name: &str| {
        let (_, behind) = attributes.split_once(name)?;
        let quoted = behind.trim_start().strip_prefix('=')?.trim_start();
        let quote = quoted.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        quoted[1..].split(quote).next()
    };
    let id = value(" id").or_else(|| value(" name")).filter(|id| is_id(id))?;
    Some((id, end + 1, Side::Before))
}

/// `{: #x .wide}`.
fn attribute_list(rest: &str) -> Option<(&str, usize, Side)> {
    let end = rest
        .bytes()
        .take(LONGEST)
        .position(|byte| matches!(byte, b'}' | b'\n'))
        .filter(|end| rest[*end..].starts_with('}'))?;
    let id = rest[2..end].split_whitespace().find_map(|word| word.strip_prefix('#')).filter(|id| is_id(id))?;
    Some((id, end + 1, Side::Behind))
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && !id.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use crate::parse::{Declared, document};
    use crate::text::{Block, FileId, Source};

    #[test]
    fn headings_take_the_ids_beside_them() {
        let cases = [
            ("<a name=\"one\"></a>\n## Scope\n", Some("one")),
            ("<a id='one'></a>\n\n<br>\n\n## Scope\n", Some("one")),
            ("## <a name=\"one\"></a>Scope\n", Some("one")),
            ("## Scope\n{: #one .wide}\n", Some("one")),
            ("## Scope {: #one}\n\nwords\n", Some("one")),
            ("## Scope {#two}\n{: #one}\n", Some("two")),
            ("<a name=\"one\"></a> words\n\n## Scope\n", None),
            ("## Scope\n\nwords\n{: #one}\n", None),
            ("## Scope\n\n<a href=\"#one\">words</a>\n", None),
            ("## Scope\n\n`<a name=\"one`\n", None),
        ];
        for (text, expected) in cases {
            let (document, _) = document(FileId(0), &Source::new("a.md", text), &Declared::default());
            let id = document.blocks.iter().find_map(|block| match block {
                Block::Heading(heading) => heading.id.as_deref(),
                _ => None,
            });
            assert_eq!(id, expected, "{text}");
        }
    }
}
