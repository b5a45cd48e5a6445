//! Blocks → HTML, by the same closed renderer as running text.

use super::here::Here;
use super::html::Html;
use crate::resolve::Section;
use crate::text::{Block, Cell, Heading, Inlines, Item, List, Row, Span, Table};

/// Elements of headings, by depth.
const HEADINGS: [&str; 7] = ["h2", "h2", "h2", "h3", "h4", "h5", "h6"];

/// Blocks, their highest headings at `top`; no depth is skipped, whatever the document skips.
pub(super) fn blocks(here: &Here, blocks: &[Block], top: u8) -> Html {
    let mut writer = Writer { here, top, out: Html::default(), above: Vec::new() };
    writer.blocks(blocks);
    writer.out
}

/// Writes blocks, as [`blocks`] does.
pub(super) fn push_blocks(here: &Here, blocks: &[Block], top: u8, out: &mut Html) {
    let mut writer = Writer { here, top, out: std::mem::take(out), above: Vec::new() };
    writer.blocks(blocks);
    *out = writer.out;
}

/// Sections of guidance: the highest heading among them becomes `top`.
pub(super) fn sections(here: &Here, sections: &[Section], top: u8) -> Html {
    let mut writer = Writer { here, top, out: Html::default(), above: Vec::new() };
    for section in sections {
        if let Some(heading) = &section.heading {
            writer.heading(heading, section.span, section.depth);
        }
        writer.blocks(&section.blocks);
    }
    writer.out
}

struct Writer<'a> {
    here: &'a Here<'a>,
    top: u8,
    out: Html,
    /// Depths in the document of the headings that the next one may stand under.
    above: Vec<u8>,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            self.out.push_ours("\n");
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                let Heading { content, span, depth, .. } = &**heading;
                self.heading(content, *span, *depth);
            }
            Block::Paragraph(paragraph) => self.wrap("p", &paragraph.content),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Details(details) => {
                self.out.open("details");
                self.wrap("summary", &details.summary);
                self.blocks(&details.blocks);
                self.out.close("details");
            }
            Block::Quote { blocks, .. } => {
                self.out.open("blockquote");
                self.blocks(blocks);
                self.out.close("blockquote");
            }
            Block::Code { listing, .. } => {
                self.out.push_ours("<pre tabindex=\"0\">");
                self.out.push_marked("code", &listing.text);
                self.out.close("pre");
            }
            Block::Rule { .. } => self.out.open("hr"),
        }
    }

    fn wrap(&mut self, element: &'static str, inlines: &Inlines) {
        self.out.open(element);
        self.out.append_inlines(self.here, inlines);
        self.out.close(element);
    }

    /// A heading has an anchor where the ladder gives it one, under the place of the heading or of its section.
    fn heading(&mut self, content: &Inlines, at: Span, depth: u8) {
        self.above.retain(|above| *above < depth);
        let element = HEADINGS[(usize::from(self.top) + self.above.len()).min(6)];
        self.above.push(depth);
        self.out.push_ours("<");
        self.out.push_ours(element);
        if let Some(anchor) = self.here.ladder().anchors.get(&at) {
            self.out.attribute("id", anchor);
        }
        self.out.push_ours(">");
        self.out.append_inlines(self.here, content);
        self.out.close(element);
    }

    fn list(&mut self, list: &List) {
        let element = if list.start.is_some() { "ol" } else { "ul" };
        match list.start {
            Some(start) if start != 1 => {
                self.out.push_ours("<ol start=\"");
                self.out.push_number(start);
                self.out.push_ours("\">");
            }
            Some(_) | None => self.out.open(element),
        }
        for item in &list.items {
            self.out.open("li");
            self.item(item);
            self.out.close("li");
        }
        self.out.close(element);
    }

    fn item(&mut self, item: &Item) {
        match item.checked {
            Some(true) => self.out.push_ours("<span class=\"box\">☑</span> "),
            Some(false) => self.out.push_ours("<span class=\"box\">☐</span> "),
            None => {}
        }
        self.lean(&item.blocks);
    }

    /// A first paragraph needs no element of its own inside of an item or a cell.
    fn lean(&mut self, blocks: &[Block]) {
        match blocks.split_first() {
            Some((Block::Paragraph(first), rest)) => {
                self.out.append_inlines(self.here, &first.content);
                self.blocks(rest);
            }
            Some(_) | None => self.blocks(blocks),
        }
    }

    fn table(&mut self, table: &Table) {
        self.out.push_ours("<div class=\"scroll\" tabindex=\"0\"><table>");
        if let Some(caption) = &table.caption {
            self.wrap("caption", caption);
        }
        let head = table.rows.iter().take_while(|row| row.header).count();
        for (element, rows) in [("thead", &table.rows[..head]), ("tbody", &table.rows[head..])] {
            if !rows.is_empty() {
                self.out.open(element);
                rows.iter().for_each(|row| self.row(row));
                self.out.close(element);
            }
        }
        self.out.push_ours("</table></div>");
    }

    fn row(&mut self, row: &Row) {
        self.out.open("tr");
        for cell in &row.cells {
            let (element, scope) = match (row.header, cell.header) {
                (true, _) => ("th", " scope=\"col\""),
                (false, true) => ("th", " scope=\"row\""),
                (false, false) => ("td", ""),
            };
            self.out.push_ours("<");
            self.out.push_ours(element);
            self.out.push_ours(scope);
            self.reach(cell);
            self.out.push_ours(">");
            self.lean(&cell.blocks);
            self.out.close(element);
        }
        self.out.close("tr");
    }

    fn reach(&mut self, cell: &Cell) {
        for (name, reach) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
            if reach > 1 {
                self.out.attribute(name, &reach.to_string());
            }
        }
    }
}
