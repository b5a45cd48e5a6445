//! Blocks as lines of text with their places, for the tests of this stage.

use crate::text::{Block, FileId, Inline, Inlines, Item, Listing, Source, Span, Table};

/// The blocks of a source, one line each: `h2 "Level 1" @3:1`.
pub fn printed(path: &str, text: &str) -> String {
    let source = Source::new(path, text);
    let (document, _) = super::document(FileId(0), &source, &super::Declared::default());
    blocks_printed(&source, &document.blocks)
}

/// Reads a document of this name and compares. Lines of `expected` may be indented as the test is.
#[track_caller]
pub fn check(path: &str, text: &str, expected: &str) {
    let lines: Vec<&str> = expected.lines().filter(|line| !line.trim().is_empty()).collect();
    let indent = lines.first().map_or(0, |first| first.len() - first.trim_start().len());
    let expected: String = lines.iter().map(|line| format!("{}\n", line.get(indent..).unwrap_or(""))).collect();
    let found = printed(path, text);
    assert!(found == expected, "{text}\n--- expected\n{expected}--- found\n{found}");
}

/// The same for blocks that are there already.
pub fn blocks_printed(source: &Source, blocks: &[Block]) -> String {
    let mut printer = Printer { source, out: String::new() };
    printer.blocks(blocks, 0);
    printer.out
}

struct Printer<'a> {
    source: &'a Source,
    out: String,
}

impl Printer<'_> {
    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            self.block(block, depth);
        }
    }

    fn block(&mut self, block: &Block, depth: usize) {
        let span = block.span();
        match block {
            Block::Heading(heading) => {
                let id = heading.id.as_ref().map(|id| format!(" #{id}")).unwrap_or_default();
                self.line(depth, &format!("h{}{id} {}", heading.depth, inlines(&heading.content)), span);
            }
            Block::Paragraph(paragraph) => self.line(depth, &format!("p {}", inlines(&paragraph.content)), span),
            Block::List(list) => {
                let name = list.start.map_or("ul".to_owned(), |start| format!("ol {start}"));
                self.line(depth, &name, span);
                list.items.iter().for_each(|item| self.item(item, depth + 1));
            }
            Block::Table(table) => self.table(table, depth),
            Block::Details(details) => {
                self.line(depth, &format!("details {}", inlines(&details.summary)), span);
                self.blocks(&details.blocks, depth + 1);
            }
            Block::Quote { blocks, .. } => {
                self.line(depth, "quote", span);
                self.blocks(blocks, depth + 1);
            }
            Block::Code { listing, .. } => {
                let Listing { language, text } = &**listing;
                self.line(depth, &format!("code {} {text:?}", language.as_deref().unwrap_or("-")), span);
            }
            Block::Rule { .. } => self.line(depth, "rule", span),
        }
    }

    fn item(&mut self, item: &Item, depth: usize) {
        let name = match item.checked {
            None => "li",
            Some(true) => "li [x]",
            Some(false) => "li [ ]",
        };
        self.line(depth, name, item.span);
        self.blocks(&item.blocks, depth + 1);
    }

    fn table(&mut self, table: &Table, depth: usize) {
        let caption = table.caption.as_ref().map(|words| format!(" {}", inlines(words))).unwrap_or_default();
        self.line(depth, &format!("table{caption}"), table.span);
        for row in &table.rows {
            self.line(depth + 1, if row.header { "head" } else { "row" }, row.span);
            for cell in &row.cells {
                let name = if cell.header { "th" } else { "td" };
                let reach = if (cell.columns, cell.rows) == (1, 1) {
                    String::new()
                } else {
                    format!(" {}x{}", cell.columns, cell.rows)
                };
                self.line(depth + 2, &format!("{name}{reach}"), cell.span);
                self.blocks(&cell.blocks, depth + 3);
            }
        }
    }

    fn line(&mut self, depth: usize, what: &str, span: Span) {
        let (line, column) = self.source.line_and_column(span.start);
        self.out.push_str(&format!("{:indent$}{what} @{line}:{column}\n", "", indent = depth * 2));
    }
}

/// Running text: marks as Markdown has them, a soft break as `¬`, a hard one as `¶`.
pub fn inlines(inlines: &Inlines) -> String {
    inlines.0.iter().map(inline).collect()
}

fn inline(node: &Inline) -> String {
    match node {
        Inline::Text(text) => text.text.clone(),
        Inline::Code(text) => format!("`{}`", text.text),
        Inline::Emphasis(inner) => format!("_{}_", inlines(inner)),
        Inline::Strong(inner) => format!("*{}*", inlines(inner)),
        Inline::Strike(inner) => format!("~{}~", inlines(inner)),
        Inline::Subscript(inner) => format!("sub({})", inlines(inner)),
        Inline::Superscript(inner) => format!("sup({})", inlines(inner)),
        Inline::Link(link) => format!("[{}]({})", inlines(&link.content), link.target),
        Inline::Image(image) => format!("![{}]({})", image.alt, image.source),
        Inline::Break { hard: false, .. } => "¬".to_owned(),
        Inline::Break { hard: true, .. } => "¶".to_owned(),
    }
}
