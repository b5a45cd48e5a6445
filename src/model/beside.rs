//! Tables beside the levels whose rows are the same levels: their other columns are facts. Also such a table whose
//! cells ran together when the page was copied (`LevelSeniorPosition`, `4YesTL4 - Tech Lead 4`).

use std::collections::HashMap;

use super::framework::Fact;
use super::grid::{self, Grid, texts};
use super::names;
use super::sketch::{LevelSketch, Sketch};
use super::wording::{self, key};
use crate::text::{Block, Inlines, Paragraph, Table};

/// The share of rows that must be known levels.
const KNOWN: f32 = 0.6;

/// Index of a track, and of a level of it.
type Place = (usize, usize);
/// Every name of every level; a name of two levels names none.
type Known = HashMap<String, Option<Place>>;

/// Longest line of a table whose cells ran together, in bytes.
const LONGEST_LINE: usize = 200;

/// Gives levels the facts of the tables among the rest, and takes away the tables that say nothing else.
pub fn take_facts(sketch: &mut Sketch) {
    let levels = known(sketch);
    let mut found: Vec<(usize, usize, Fact)> = Vec::new();
    let mut rest = Vec::new();
    for block in std::mem::take(&mut sketch.rest) {
        match block {
            Block::Table(table) => match of_table(table, &levels) {
                Some(Said { facts, is_all }) => {
                    found.extend(facts);
                    rest.extend((!is_all).then_some(block));
                }
                None => rest.push(block),
            },
            Block::Paragraph(paragraph) => {
                found.extend(of_lines(paragraph, &levels));
                rest.push(block);
            }
            _ => rest.push(block),
        }
    }
    sketch.rest = rest;
    for (track, level, fact) in found {
        sketch.tracks[track].levels[level].facts.push(fact);
    }
}

/// Every name of every level → its track and place; names of two levels name none.
fn known(sketch: &Sketch) -> Known {
    let mut known = HashMap::new();
    for (track, sketched) in sketch.tracks.iter().enumerate() {
        for (place, level) in sketched.levels.iter().enumerate() {
            for name in names_of(level) {
                let same = |entry: &mut Option<(usize, usize)>| {
                    if *entry != Some((track, place)) {
                        *entry = None;
                    }
                };
                known.entry(name).and_modify(same).or_insert(Some((track, place)));
            }
        }
    }
    known
}

fn names_of(level: &LevelSketch) -> Vec<String> {
    let mut names = vec![key(&level.heading)];
    if let Some(read) = names::read(&level.heading) {
        names.extend(read.codes.iter().map(|code| key(&code.text)));
        names.push(key(&read.title));
        names.extend(read.aliases.iter().map(|alias| key(alias)));
    }
    names.dedup();
    names
}

/// What a table says of levels.
struct Said {
    facts: Vec<(usize, usize, Fact)>,
    /// Whether every row is of a level.
    is_all: bool,
}

fn of_table(table: &Table, levels: &Known) -> Option<Said> {
    let grid = Grid::new(table);
    let find = |row: usize, column: usize| levels.get(&key(&grid.text(row, column))).copied().flatten();
    let count = |column: &usize| (0..grid.rows.len()).filter(|row| find(*row, *column).is_some()).count();
    let column = (0..grid.width.min(4)).max_by_key(|column| (count(column), grid.width - column))?;
    let rows = grid.rows.len().saturating_sub(1);
    if count(&column) < 2 || (count(&column) as f32) < KNOWN * rows as f32 || find(0, column).is_some() {
        return None;
    }
    let mut facts = Vec::new();
    let mut is_all = true;
    for row in 1..grid.rows.len() {
        let Some((track, level)) = find(row, column) else {
            is_all &= grid.filled(row).next().is_none();
            continue;
        };
        for (other, cell) in grid.filled(row).filter(|(other, _)| *other != column) {
            let name = wording::name(&grid.text(0, other));
            let mut value = Inlines::default();
            texts(&cell.blocks).iter().for_each(|text| value.0.extend(text.0.iter().cloned()));
            let is_number = names::is_step_word(&name) && grid::plain(cell).chars().all(|c| c.is_ascii_digit());
            if !is_number && !name.is_empty() {
                facts.push((track, level, Fact { name, value, span: cell.span }));
            }
        }
    }
    Some(Said { facts, is_all })
}

/// A table without its lines: a row of names, then rows that end in the name of a level.
fn of_lines(paragraph: &Paragraph, levels: &Known) -> Vec<(usize, usize, Fact)> {
    let lines = paragraph.content.lines();
    let Some((header, rows)) = lines.split_first().filter(|(_, rows)| rows.len() >= 2) else { return Vec::new() };
    let columns = pieces(&header.plain());
    let read: Option<Vec<_>> = rows.iter().map(|row| run_together(row, columns.len(), levels)).collect();
    let Some(read) = read.filter(|_| columns.len() >= 2) else { return Vec::new() };
    let mut facts = Vec::new();
    for ((track, level), values) in read {
        for (name, value) in columns.iter().zip(values) {
            if !names::is_step_word(name) {
                let span = wording::span(&value).unwrap_or(paragraph.span);
                facts.push((track, level, Fact { name: name.clone(), value, span }));
            }
        }
    }
    facts
}

/// The level that a line ends in, and the values before its name.
fn run_together(line: &Inlines, columns: usize, levels: &Known) -> Option<(Place, Vec<Inlines>)> {
    let text = line.plain();
    if text.len() > LONGEST_LINE {
        return None;
    }
    let starts = text.char_indices().map(|(at, _)| at).skip(1);
    let (at, level) = starts.filter_map(|at| Some((at, levels.get(&key(&text[at..])).copied().flatten()?))).next()?;
    let values = pieces(&text[..at]);
    (values.len() + 1 == columns).then(|| {
        let value = |piece: &String| cut(line, &text, piece);
        (level, values.iter().map(value).collect())
    })
}

/// The inlines of one piece of a line.
fn cut(line: &Inlines, text: &str, piece: &str) -> Inlines {
    let at = text.find(piece).unwrap_or(0);
    let span = wording::span(line).unwrap_or(crate::text::Span::new(crate::text::FileId(0), 0, 0));
    let start = span.start as usize + at;
    let span = crate::text::Span::new(span.file, start, start + piece.len());
    Inlines(vec![crate::text::Inline::Text(crate::text::Text { text: piece.to_owned(), span })])
}

/// `LevelSeniorPosition` → its words; `4Yes` → `4`, `Yes`: cut where a capital follows a small letter or a digit, and
/// where a letter follows a digit.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for character in text.chars() {
        let cut = last.is_none_or(|last| {
            last.is_lowercase() && character.is_uppercase() || last.is_ascii_digit() && character.is_alphabetic()
        });
        match pieces.last_mut() {
            Some(piece) if !cut => piece.push(character),
            _ => pieces.push(character.to_string()),
        }
        last = Some(character);
    }
    pieces
}
