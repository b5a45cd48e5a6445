//! A table as a grid: every cell at every place it reaches. Takes a table as written, gives rows of the same columns;
//! refuses to know what rows and columns mean.

use crate::text::{Block, Cell, Inlines, Table};

use super::wording;

/// The cells of a table by row and column; no row is longer than `width`.
#[derive(Clone, PartialEq, Debug)]
pub struct Grid<'a> {
    pub rows: Vec<Row<'a>>,
    pub width: usize,
}

/// One row of a grid.
#[derive(Clone, PartialEq, Debug)]
pub struct Row<'a> {
    pub header: bool,
    pub slots: Vec<Option<Slot<'a>>>,
}

/// A cell at one of the places it reaches.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Slot<'a> {
    pub cell: &'a Cell,
    /// Whether the cell starts here.
    pub is_origin: bool,
}

impl<'a> Grid<'a> {
    /// Lays a table out. Cells never reach past the widest row as written, and all spans together fill at most a few
    /// times as many places as there are cells, so that the work stays linear.
    pub fn new(table: &'a Table) -> Self {
        let written = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let cells: usize = table.rows.iter().map(|row| row.cells.len()).sum();
        let mut layout = Layout { width: written, budget: 8 * cells + 1_000, carried: Vec::new() };
        let rows: Vec<Row> = table.rows.iter().map(|row| layout.row(row)).collect();
        // A cell that reaches down makes a row wider than it was written.
        let width = rows.iter().map(|row| row.slots.len()).max().unwrap_or(0);
        Self { rows, width }
    }

    /// The cell at a place, wherever it starts.
    pub fn cell(&self, row: usize, column: usize) -> Option<&'a Cell> {
        self.slot(row, column).map(|slot| slot.cell)
    }

    /// The cell that starts at a place.
    pub fn origin(&self, row: usize, column: usize) -> Option<&'a Cell> {
        self.slot(row, column).filter(|slot| slot.is_origin).map(|slot| slot.cell)
    }

    /// The words at a place as one line; empty where there are none.
    pub fn text(&self, row: usize, column: usize) -> String {
        self.cell(row, column).map(plain).unwrap_or_default()
    }

    /// The cells with words that start in a row, with their columns.
    pub fn filled(&self, row: usize) -> impl Iterator<Item = (usize, &'a Cell)> {
        let slots = self.rows.get(row).map_or(&[][..], |row| &row.slots);
        slots.iter().enumerate().filter_map(|(column, slot)| {
            let slot = slot.as_ref().filter(|slot| slot.is_origin)?;
            (!is_blank(slot.cell)).then_some((column, slot.cell))
        })
    }

    fn slot(&self, row: usize, column: usize) -> Option<Slot<'a>> {
        *self.rows.get(row)?.slots.get(column)?
    }
}

/// The words of a cell as one line.
pub fn plain(cell: &Cell) -> String {
    if let [Block::Paragraph(paragraph)] = cell.blocks.as_slice() {
        return paragraph.content.plain();
    }
    if let Some(line) = set_line(&cell.blocks) {
        return line.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut out = String::new();
    for inlines in texts(&cell.blocks) {
        let words = inlines.plain();
        if !words.is_empty() && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&words);
    }
    out
}

/// A single line in a block of code, which in a cell is no code but words that keep their width (`<pre>Scope  </pre>`).
fn set_line(blocks: &[Block]) -> Option<&str> {
    match blocks {
        [Block::Code { listing, .. }] => {
            Some(listing.text.trim()).filter(|text| !text.is_empty() && !text.contains('\n'))
        }
        _ => None,
    }
}

/// All words of a cell as one run.
pub fn running(cell: &Cell) -> Inlines {
    Inlines(texts(&cell.blocks).into_iter().flat_map(|text| text.0.iter().cloned()).collect())
}

/// Whether a cell has no words and no picture.
pub fn is_blank(cell: &Cell) -> bool {
    are_blank(&cell.blocks) && set_line(&cell.blocks).is_none()
}

fn are_blank(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match block {
        Block::Paragraph(paragraph) => paragraph.content.is_blank(),
        Block::Code { .. } | Block::Rule { .. } => true,
        _ => texts(std::slice::from_ref(block)).iter().all(|text| text.is_blank()),
    })
}

/// All running texts of some blocks, in order, however deep they stand.
pub fn texts(blocks: &[Block]) -> Vec<&Inlines> {
    let mut found = Vec::new();
    collect_texts(blocks, &mut found);
    found
}

fn collect_texts<'a>(blocks: &'a [Block], out: &mut Vec<&'a Inlines>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => out.push(&heading.content),
            Block::Paragraph(paragraph) => out.push(&paragraph.content),
            Block::List(list) => list.items.iter().for_each(|item| collect_texts(&item.blocks, out)),
            Block::Table(table) => {
                out.extend(&table.caption);
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| collect_texts(&cell.blocks, out));
            }
            Block::Details(details) => {
                out.push(&details.summary);
                collect_texts(&details.blocks, out);
            }
            Block::Quote { blocks, .. } => collect_texts(blocks, out),
            Block::Code { .. } | Block::Rule { .. } => {}
        }
    }
}

/// Whether a cell holds nothing but links to places of this project or page.
pub fn is_links_only(cell: &Cell) -> bool {
    let texts = texts(&cell.blocks);
    !texts.is_empty() && texts.iter().all(|inlines| wording::is_links_only(inlines))
}

struct Layout<'a> {
    width: usize,
    /// Places that spans may still fill.
    budget: usize,
    /// Per column: the cell that reaches down, and how many rows more.
    carried: Vec<Option<(&'a Cell, u32)>>,
}

impl<'a> Layout<'a> {
    fn row(&mut self, row: &'a crate::text::Row) -> Row<'a> {
        let mut slots: Vec<Option<Slot<'a>>> = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            self.take_carried(&mut slots);
            self.place(cell, &mut slots);
        }
        self.take_carried(&mut slots);
        Row { header: row.header, slots }
    }

    fn take_carried(&mut self, slots: &mut Vec<Option<Slot<'a>>>) {
        while let Some(Some((cell, rows))) = self.carried.get(slots.len()).copied() {
            let column = slots.len();
            if self.budget == 0 {
                self.carried.clear();
                return;
            }
            self.budget -= 1;
            self.carried[column] = (rows > 1).then_some((cell, rows - 1));
            slots.push(Some(Slot { cell, is_origin: false }));
        }
    }

    fn place(&mut self, cell: &'a Cell, slots: &mut Vec<Option<Slot<'a>>>) {
        let room = self.width.saturating_sub(slots.len()).max(1);
        let columns = (cell.columns as usize).clamp(1, room).min(self.budget.max(1));
        self.budget = self.budget.saturating_sub(columns - 1);
        for offset in 0..columns {
            let column = slots.len();
            slots.push(Some(Slot { cell, is_origin: offset == 0 }));
            if cell.rows > 1 {
                self.carried.resize(self.carried.len().max(column + 1), None);
                self.carried[column] = Some((cell, cell.rows - 1));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Grid;
    use crate::text::{Cell, FileId, Row, Span, Table};

    #[test]
    fn rows_that_spans_push_aside_are_no_longer_than_the_grid() {
        let span = Span::new(FileId(0), 0, 0);
        let cell = |rows: u32| Cell { header: false, columns: 1, rows, blocks: Vec::new(), span };
        let row = |cells: Vec<Cell>| Row { header: false, cells, span };
        let table = Table { caption: None, rows: vec![row(vec![cell(9), cell(1)]), row(vec![cell(1), cell(1)])], span };
        let grid = Grid::new(&table);
        assert_eq!(grid.width, 3);
        assert!(grid.rows.iter().all(|row| row.slots.len() <= grid.width));
    }
}
