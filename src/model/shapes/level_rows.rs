//! A matrix with levels as rows and dimensions as columns. A level may span rows; its cell may hold title, number and
//! experience under headings of their own; columns of short values are facts.

use std::sync::Arc;

use super::matrix::{self, Piece, Tabled};
use super::view::place;
use super::{Shape, View};
use crate::model::framework::Fact;
use crate::model::grid::{self, Grid, texts};
use crate::model::names::{self, RunLevel};
use crate::model::sketch::{Content, LevelSketch, Sketch};
use crate::model::vocabulary::{Announces, announces, is_description};
use crate::model::wording::{self, key};
use crate::text::{Block, Cell, Inlines, Table, parallel};

/// The registry's entry.
pub const SHAPE: Shape = Shape { name: "matrix, levels as rows", read };

/// How many cells of a column tell what all of them are.
const TELLING: usize = 1_000;
/// Longest title of a level, in words.
const TITLE_WORDS: usize = 6;
/// Longest name of a level that nothing but the word above the column tells, in words.
const UNKNOWN_WORDS: usize = 3;
/// How sure tables are that only say what each level is.
const DESCRIBED: f32 = 0.6;
/// Least confidence of the names in the first column.
const THRESHOLD: f32 = 0.45;

/// A table whose rows are levels.
struct Rows<'a> {
    grid: Arc<Grid<'a>>,
    /// Whether the first row names the columns.
    header: bool,
    /// First row and name cell of each level.
    levels: Vec<(usize, &'a Cell)>,
    /// The cells of each column from the first level on.
    columns: Vec<Vec<&'a Cell>>,
    /// What each column holds.
    kinds: Vec<Column>,
    confidence: f32,
}

/// What a column of a table says of the levels.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Statements,
    Values,
    /// Titles of the levels.
    Titles,
    /// What a level is: statements where table after table has nothing else, else values.
    Descriptions,
}

fn read<'a>(view: &View<'a>) -> Option<Sketch<'a>> {
    let mut taken = vec![false; view.blocks.len()];
    let (mut explained, mut weight, mut count) = (0, 0.0, 0);
    let mut tables: Vec<(usize, &Table, Rows)> = Vec::new();
    let read = parallel::map(&view.tables, |tabled| rows(&tabled.grid));
    let descriptions = if read.iter().flatten().filter(|rows| rows.is_described()).count() > 1 {
        Column::Statements
    } else {
        Column::Values
    };
    for (tabled, rows) in view.tables.iter().zip(read) {
        let Tabled { at, table, .. } = *tabled;
        let Some(rows) = rows.map(|rows| rows.with_descriptions(descriptions)).filter(Rows::has_statements) else {
            continue;
        };
        explained += view.statements(at..at + 1);
        weight += rows.confidence * rows.levels.len() as f32;
        count += rows.levels.len();
        taken[at] = true;
        tables.push((at, table, rows));
    }
    let joins = tables.len() > 1 && tables.iter().all(|(.., rows)| rows.names() == tables[0].2.names());
    let mut pieces: Vec<Piece> = Vec::with_capacity(tables.len());
    for (at, table, rows) in &tables {
        let above = matrix::name_above(view, *at).or(table.caption.as_ref());
        let outer = above.filter(|_| joins).map(|above| wording::name(&above.plain()));
        pieces.push(rows.piece(above.cloned(), outer.as_deref()));
    }
    if pieces.is_empty() {
        return None;
    }
    Some(Sketch {
        confidence: weight / count.max(1) as f32 * (0.4 + 0.6 * view.share(explained).sqrt()),
        evidence: vec![format!("{} tables with {count} levels as rows", pieces.len())],
        tracks: matrix::join(pieces),
        rest: view.rest(&taken, view.title()),
        has_dimensions: true,
    })
}

fn rows<'a>(grid: &Arc<Grid<'a>>) -> Option<Rows<'a>> {
    let starts: Vec<(usize, &Cell)> = (0..grid.rows.len())
        .filter_map(|row| Some((row, grid.origin(row, 0).filter(|cell| !grid::is_blank(cell))?)))
        .collect();
    let texts: Vec<String> = starts.iter().map(|(_, cell)| Name::of(cell).heading).collect();
    let run = names::run(&texts);
    let under_step = texts.first().is_some_and(|name| names::is_step_word(name));
    let known = |level: &Option<Box<RunLevel>>| level.is_some();
    let first = run.levels.iter().position(known).unwrap_or(0);
    let between = first..run.levels.iter().rposition(known).unwrap_or(0);
    let is_level = |index: usize| {
        let is_between = between.contains(&index) && is_short(&texts[index]);
        let told = || names::read_numbered(&texts[index]).is_some() || is_between;
        run.levels[index].is_some() || under_step && told()
    };
    let levels: Vec<(usize, &Cell)> =
        (0..starts.len()).filter(|index| is_level(*index)).map(|index| starts[index]).collect();
    let first = levels.first().map_or(0, |(row, _)| *row);
    let confidence = if under_step { run.confidence.max(0.7) } else { run.confidence };
    if levels.len() < 2 || confidence < THRESHOLD {
        return None;
    }
    let mut columns: Vec<Vec<&Cell>> = vec![Vec::new(); grid.width];
    for slots in grid.rows.iter().skip(first).map(|row| &row.slots) {
        for (column, slot) in slots.iter().enumerate() {
            columns[column].extend(slot.filter(|slot| slot.is_origin).map(|slot| slot.cell));
        }
    }
    let rows = Rows { grid: Arc::clone(grid), header: first > 0, levels, columns, kinds: Vec::new(), confidence };
    let kinds = (0..rows.grid.width).map(|column| rows.kind(column)).collect();
    Some(Rows { kinds, ..rows })
}

/// Whether a text may be a name that no vocabulary knows.
fn is_short(text: &str) -> bool {
    wording::has_at_most(text, UNKNOWN_WORDS) && text.chars().any(char::is_alphabetic)
}

impl<'a> Rows<'a> {
    fn has_statements(&self) -> bool {
        self.kinds.iter().skip(1).any(|kind| *kind == Column::Statements)
    }

    /// Whether it says what each level is, and nothing else.
    fn is_described(&self) -> bool {
        !self.has_statements() && self.kinds.contains(&Column::Descriptions)
    }

    /// What is left of descriptions where it is known what they are in this document.
    fn with_descriptions(self, kind: Column) -> Self {
        let is_described = self.is_described();
        // The grades of a scale are defined in the same way, so what else names levels is believed before.
        let confidence = self.confidence * if is_described { DESCRIBED } else { 1.0 };
        let settled = |old: Column| match old {
            Column::Descriptions if is_described => kind,
            Column::Descriptions => Column::Values,
            Column::Statements | Column::Values | Column::Titles => old,
        };
        let kinds = self.kinds.iter().map(|kind| settled(*kind)).collect();
        Self { kinds, confidence, ..self }
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &'a Cell> {
        self.columns.get(column).into_iter().flatten().copied()
    }

    fn kind(&self, column: usize) -> Column {
        if column > 0 && self.holds_titles(column) {
            return Column::Titles;
        }
        let statements = || matrix::are_statements(self.cells(column)) && !self.names_levels(column);
        match announces(&self.name(column)) {
            Some(Announces::Summary) if is_description(&self.name(column)) && statements() => Column::Descriptions,
            Some(Announces::Summary) => Column::Values,
            _ if statements() => Column::Statements,
            _ => Column::Values,
        }
    }

    /// Whether every second level has a name of a level in a column, as far as its first cells tell.
    fn names_levels(&self, column: usize) -> bool {
        let is_level = |cell: &&Cell| names::read(&grid::plain(cell)).is_some_and(|name| name.strength > 0.5);
        let levels = self.cells(column).take(TELLING).filter(is_level).count();
        levels * 2 >= self.levels.len().min(TELLING)
    }

    /// Whether a column behind one of numbers or codes gives the levels their titles.
    fn holds_titles(&self, column: usize) -> bool {
        let is_short = |cell: &Cell| wording::has_at_most(&grid::plain(cell), TITLE_WORDS);
        names::is_title_word(&self.name(column))
            && names::is_step_word(&self.name(0))
            && self.cells(column).take(TELLING).all(is_short)
    }

    fn name(&self, column: usize) -> String {
        let first = self.levels.first().map_or(0, |(row, _)| *row);
        let header = first.checked_sub(1).filter(|_| self.header);
        header.map(|row| wording::name(&self.grid.text(row, column))).unwrap_or_default()
    }

    /// Names of the levels, to compare tables by.
    fn names(&self) -> Vec<String> {
        self.levels.iter().map(|(_, cell)| key(&Name::of(cell).heading)).collect()
    }

    /// `outer` is what joins in front of every dimension, where several tables have the same levels.
    fn piece(&self, title: Option<Inlines>, outer: Option<&str>) -> Piece<'a> {
        let columns: Vec<Said> = (0..self.grid.width).map(|column| self.said(column, outer)).collect();
        let ends = self.levels.iter().skip(1).map(|(row, _)| *row).chain([self.grid.rows.len()]);
        let level = |((start, cell), end): (&(usize, &Cell), usize)| {
            let mut level = Name::of(cell).level(cell);
            for (column, cell) in (*start..end).flat_map(|row| self.grid.filled(row)).filter(|(column, _)| *column > 0)
            {
                // Running text that spans columns, or stands above the lists of its level, introduces.
                let above_lists = end - *start > 1 && columns[column].is_listed && !is_structured(cell);
                if columns[column].kind == Column::Statements && (above_lists || cell.columns > 1) {
                    matrix::add(&mut level, None, Content::Summary((&cell.blocks).into()));
                } else {
                    columns[column].add(cell, &mut level);
                }
            }
            level
        };
        let levels = self.levels.iter().zip(ends).map(level).collect();
        let statements = columns.iter().skip(1).filter(|column| column.kind == Column::Statements);
        let dimensions = statements.map(|column| column.name.clone()).filter(|name| !name.is_empty()).collect();
        Piece { title, above: None, levels, dimensions }
    }

    /// Whether no other column has statements.
    fn is_lone(&self, column: usize) -> bool {
        (1..self.grid.width).all(|other| other == column || self.kinds[other] != Column::Statements)
    }

    fn said(&self, column: usize, outer: Option<&str>) -> Said {
        let name = match (outer, self.name(column)) {
            (Some(outer), name) if name.is_empty() || self.is_lone(column) && says_nothing(&name) => outer.to_owned(),
            (Some(outer), name) => format!("{outer} / {name}"),
            (None, name) => name,
        };
        Said { name, kind: self.kinds[column], is_listed: self.cells(column).any(has_list) }
    }
}

/// Whether the name of a column says that statements stand in it, and not what they are about.
fn says_nothing(name: &str) -> bool {
    is_description(name) || names::is_elsewhere(name)
}

/// What a column says of each level, and under which name.
struct Said {
    name: String,
    kind: Column,
    /// Whether some of its cells hold lists.
    is_listed: bool,
}

impl Said {
    fn add<'a>(&self, cell: &'a Cell, level: &mut LevelSketch<'a>) {
        match self.kind {
            Column::Values | Column::Descriptions => level.facts.extend(value(self.name.clone(), cell)),
            Column::Titles => {
                level.title.get_or_insert_with(|| grid::plain(cell));
                level.facts.extend(value(self.name.clone(), cell));
            }
            Column::Statements => matrix::add(level, Some(self.name.clone()), Content::cell(&cell.blocks)),
        }
    }
}

/// Whether a cell holds lists or headings; beside such cells, and where it spans columns, running text introduces.
fn is_structured(cell: &Cell) -> bool {
    has_list(cell) || cell.blocks.iter().any(|block| matches!(block, Block::Heading(_)))
}

fn has_list(cell: &Cell) -> bool {
    cell.blocks.iter().any(|block| matches!(block, Block::List(_)))
}

fn value(name: String, cell: &Cell) -> Option<Fact> {
    let value = grid::running(cell);
    let name = if name.is_empty() { value.plain() } else { name };
    (!value.is_blank()).then_some(Fact { name, value, span: cell.span })
}

/// What a cell says of its level: a name, and perhaps fields under headings (`Level`, `Title`, `Experience`).
struct Name {
    heading: String,
    number: Option<String>,
    facts: Vec<Fact>,
}

impl Name {
    fn of(cell: &Cell) -> Self {
        let mut fields: Vec<(String, Fact)> = Vec::new();
        let mut name: Option<String> = None;
        for block in &cell.blocks {
            match (block, &name) {
                (Block::Heading(heading), _) => name = Some(wording::name(&heading.content.plain())),
                (Block::Paragraph(text), Some(name)) => {
                    let fact = Fact { name: name.clone(), value: text.content.clone(), span: text.span };
                    fields.push((text.content.plain(), fact));
                }
                _ => {}
            }
        }
        let title = fields.iter().position(|(_, fact)| names::is_title_word(&fact.name));
        let step = fields.iter().position(|(_, fact)| names::is_step_word(&fact.name));
        let number = step.map(|step| fields[step].0.clone());
        let heading = match title.or(step) {
            Some(field) => fields[field].0.clone(),
            None => grid::plain(cell),
        };
        let kept = fields.into_iter().enumerate().filter(|(index, _)| Some(*index) != title);
        Self { heading, number: number.filter(|_| title.is_some()), facts: kept.map(|(_, (_, fact))| fact).collect() }
    }

    fn level<'a>(self, cell: &Cell) -> LevelSketch<'a> {
        let span = texts(&cell.blocks).first().map_or(cell.span, |name| place(name, cell.span));
        let mut level = LevelSketch::new(self.heading, span);
        level.number = self.number;
        level.facts = self.facts;
        level
    }
}
