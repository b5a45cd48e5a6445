//! Tables with levels in their columns, and what several tables of one document make together. Shared by the shapes
//! whose levels are cells.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::View;
use super::view::place;
use crate::model::body;
use crate::model::grid::{self, Grid, texts};
use crate::model::names::{self, NameKind};
use crate::model::sketch::{LevelSketch, Part, TrackSketch};
use crate::model::wording::{self, key};
use crate::text::{Block, Cell, Inlines, Span, Table, parallel};

/// Least confidence of the names in a header.
const THRESHOLD: f32 = 0.45;
/// Longest name of a level in a header, in words.
const NAME_WORDS: usize = 8;
/// Longest name of a level that only the levels beside it tell, in words.
const UNKNOWN_WORDS: usize = 3;
/// Rows at the top of a table that may be its header.
const HEADER_ROWS: usize = 3;
/// The share of level names that two tables of one track have in common.
const COMMON: f32 = 0.6;

/// A part of a table whose columns are levels.
pub struct Matrix<'a> {
    pub grid: Arc<Grid<'a>>,
    /// The row with the names of the levels.
    pub header: usize,
    /// Column and name of each level.
    pub levels: Vec<(usize, String)>,
    /// The rows below the header that belong to it.
    pub rows: Range<usize>,
    /// A row above the header that names the matrix.
    pub title: Option<&'a Cell>,
    pub confidence: f32,
}

impl<'a> Matrix<'a> {
    /// Columns in front of the first level.
    pub fn names(&self) -> Range<usize> {
        0..self.levels.first().map_or(0, |(column, _)| *column)
    }

    /// Cells of the level columns with words, by row, column and index of the level.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, &'a Cell)> {
        self.rows.clone().flat_map(move |row| {
            let width = self.grid.rows[row].slots.len();
            let cells = self.levels.iter().enumerate().take_while(move |(_, (column, _))| *column < width);
            cells.filter_map(move |(level, (column, _))| Some((row, level, self.grid.origin(row, *column)?)))
        })
    }

    /// The levels, still empty.
    pub fn sketches(&self) -> Vec<LevelSketch<'a>> {
        let sketch = |(column, name): &(usize, String)| {
            let cell = self.grid.cell(self.header, *column).expect("a level column has a header cell");
            LevelSketch::new(name.clone(), name_place(cell))
        };
        self.levels.iter().map(sketch).collect()
    }
}

/// A row that names levels: their columns and names.
struct Header {
    row: usize,
    levels: Vec<(usize, String)>,
    confidence: f32,
}

/// A table of a document with its matrices.
pub struct Tabled<'a> {
    /// Its place among the blocks.
    pub at: usize,
    pub table: &'a Table,
    pub grid: Arc<Grid<'a>>,
    pub matrices: Vec<Matrix<'a>>,
}

/// All tables that stand among blocks, looked at once for every shape.
pub fn tables<'a>(blocks: &'a [Block]) -> Vec<Tabled<'a>> {
    let table = |(at, block): (usize, &'a Block)| match block {
        Block::Table(table) => Some((at, &**table)),
        _ => None,
    };
    let tables: Vec<(usize, &Table)> = blocks.iter().enumerate().filter_map(table).collect();
    parallel::map(tables, |(at, table)| {
        let grid = Arc::new(Grid::new(table));
        Tabled { at, table, matrices: matrices(&grid), grid }
    })
}

/// All matrices of a table: one below each row that names levels.
fn matrices<'a>(grid: &Arc<Grid<'a>>) -> Vec<Matrix<'a>> {
    let mut headers: Vec<Header> = Vec::new();
    for row in 0..grid.rows.len() {
        let first = row < HEADER_ROWS && headers.is_empty();
        if (first || row > 0 && is_title_row(grid, row - 1)) && !is_title_row(grid, row) {
            headers.extend(header(grid, row));
        }
    }
    let ends: Vec<usize> = headers.iter().skip(1).map(|header| header.row).chain([grid.rows.len()]).collect();
    let build = |(Header { row: header, levels, confidence }, end): (Header, usize)| {
        let next_title = end < grid.rows.len() && end > 0 && is_title_row(grid, end - 1);
        let rows = header + 1..if next_title { end - 1 } else { end };
        let above = header.checked_sub(1).filter(|row| is_title_row(grid, *row));
        let title = above.and_then(|row| grid.filled(row).next()).map(|(_, cell)| cell);
        Matrix { grid: Arc::clone(grid), header, levels, rows, title, confidence }
    };
    headers.into_iter().zip(ends).map(build).collect()
}

/// A row with one name and nothing else.
pub fn is_title_row(grid: &Grid, row: usize) -> bool {
    let mut filled = grid.filled(row);
    grid.width > 1 && filled.next().is_some() && filled.next().is_none()
}

fn header(grid: &Grid, row: usize) -> Option<Header> {
    let cells: Vec<(usize, String)> = grid.filled(row).map(|(column, cell)| (column, grid::plain(cell))).collect();
    if cells.iter().any(|(_, name)| !wording::has_at_most(outside_brackets(name), NAME_WORDS)) {
        return None;
    }
    let under_step = cells.first().is_some_and(|(_, name)| names::is_step_word(name));
    let texts: Vec<&String> = cells.iter().map(|(_, name)| name).collect();
    let run = names::run(&texts);
    let numbered = |name: &String| under_step && names::read_numbered(name).is_some();
    let known: Vec<bool> =
        (0..cells.len()).map(|index| run.levels[index].is_some() || numbered(&cells[index].1)).collect();
    let between = unknown_between(&known, &texts);
    // `Junior | Senior | Architect`: the last step of all may be a plain role.
    let is_last = |index: usize| index + 1 == cells.len() && index > 2 && known[index - 1] && known[index - 2];
    let is_role = |index: usize| names::read(texts[index]).is_some_and(|name| name.kind == NameKind::Role);
    let is_level = |index: usize| known[index] || between.contains(&index) || is_last(index) && is_role(index);
    let levels: Vec<(usize, String)> =
        (0..cells.len()).filter(|index| is_level(*index)).map(|index| cells[index].clone()).collect();
    let confidence = if under_step { run.confidence.max(0.7) } else { run.confidence };
    (levels.len() >= 2 && confidence >= THRESHOLD).then_some(Header { row, levels, confidence })
}

/// What a name explains in brackets is no part of it.
fn outside_brackets(name: &str) -> &str {
    name.find(['(', '[']).filter(|at| *at > 0).map_or(name, |at| &name[..at])
}

/// The columns between levels whose short names no vocabulary knows, but which have a word of a level in them (`Junior
/// Plus` behind `Junior`): they are levels too, where they are fewer than the others.
fn unknown_between(known: &[bool], names: &[&String]) -> Range<usize> {
    let first = known.iter().position(|known| *known).unwrap_or(0);
    let last = known.iter().rposition(|known| *known).unwrap_or(0);
    let of_levels = || (0..known.len()).filter(|index| known[*index]);
    let words: HashSet<String> = of_levels().flat_map(|index| words_of(names[index])).collect();
    let unknown = || (first..last).filter(|index| !known[*index]);
    let may_be = |index: usize| {
        wording::has_at_most(outside_brackets(names[index]), UNKNOWN_WORDS)
            && words_of(names[index]).any(|word| words.contains(&word))
    };
    if unknown().count() < of_levels().count() && unknown().all(may_be) { first..last } else { 0..0 }
}

fn words_of(name: &str) -> impl Iterator<Item = String> {
    outside_brackets(name).split_whitespace().map(key).filter(|word| !word.is_empty())
}

/// Where the words of a cell stand.
pub fn name_place(cell: &Cell) -> Span {
    texts(&cell.blocks).first().map_or(cell.span, |name| place(name, cell.span))
}

/// Levels of one table, on their way to a track.
pub struct Piece<'a> {
    /// What names the table: a row of its own, a caption, the heading above.
    pub title: Option<Inlines>,
    /// The heading above the one that the table stands under; it names what tables under several headings make together.
    pub above: Option<Inlines>,
    pub levels: Vec<LevelSketch<'a>>,
    pub dimensions: Vec<String>,
}

/// Tables with the same levels make one track, others make tracks of their own.
pub fn join(pieces: Vec<Piece<'_>>) -> Vec<TrackSketch<'_>> {
    let mut joined = Joined::default();
    for piece in pieces {
        joined.take(piece);
    }
    for track in &mut joined.tracks {
        track.dimensions = unique(track.dimensions.drain(..));
    }
    joined.tracks
}

/// Tracks on their way, and where the names of their levels stand, so that a table meets only tracks that share one.
#[derive(Default)]
struct Joined<'a> {
    tracks: Vec<TrackSketch<'a>>,
    /// Per track: the heading above that of its first table.
    above: Vec<Option<Inlines>>,
    /// Per track: the place of each level, by what names are compared by.
    places: Vec<HashMap<String, usize>>,
    /// The tracks that have a level of this name.
    having: HashMap<String, Vec<usize>>,
}

impl<'a> Joined<'a> {
    fn take(&mut self, piece: Piece<'a>) {
        let keys: Vec<String> = piece.levels.iter().map(|level| key(&level.heading)).collect();
        if let Some(track) = self.with_same_levels(&keys) {
            return self.merge(track, piece, keys);
        }
        let Piece { title, above, levels, dimensions } = piece;
        self.above.push(above);
        self.tracks.push(TrackSketch { title, levels, rest: Vec::new(), dimensions });
        self.places.push(HashMap::new());
        self.learn(self.tracks.len() - 1, keys);
    }

    /// The first track that has most of the levels.
    fn with_same_levels(&self, keys: &[String]) -> Option<usize> {
        let mut shared: Vec<usize> = keys.iter().filter_map(|key| self.having.get(key)).flatten().copied().collect();
        shared.sort_unstable();
        let is_most = |tracks: &&[usize]| {
            let known = self.places[tracks[0]].len();
            tracks.len() as f32 >= COMMON * keys.len().min(known) as f32
        };
        shared.chunk_by(|a, b| a == b).find(is_most).map(|tracks| tracks[0])
    }

    /// Levels that are new stand behind the one before them in their table.
    fn merge(&mut self, track: usize, piece: Piece<'a>, keys: Vec<String>) {
        let (known, places) = (&mut self.tracks[track], &self.places[track]);
        if piece.title != known.title && piece.above.is_some() && piece.above == self.above[track] {
            known.title = piece.above;
        }
        let mut behind: HashMap<usize, Vec<LevelSketch>> = HashMap::new();
        let mut at = 0;
        for (level, key) in piece.levels.into_iter().zip(keys) {
            match places.get(&key) {
                Some(place) => {
                    known.levels[*place].parts.extend(level.parts);
                    at = *place + 1;
                }
                None => behind.entry(at).or_default().push(level),
            }
        }
        known.dimensions.extend(piece.dimensions);
        if !behind.is_empty() {
            let levels = std::mem::take(&mut known.levels);
            known.levels.extend(behind.remove(&0).into_iter().flatten());
            for (place, level) in (1..).zip(levels) {
                known.levels.push(level);
                known.levels.extend(behind.remove(&place).into_iter().flatten());
            }
            let keys = known.levels.iter().map(|level| key(&level.heading)).collect();
            self.learn(track, keys);
        }
    }

    /// Notes the names of all levels of a track, in order; the last of equal ones counts.
    fn learn(&mut self, track: usize, keys: Vec<String>) {
        for (place, key) in keys.into_iter().enumerate() {
            if self.places[track].insert(key.clone(), place).is_none() {
                self.having.entry(key).or_default().push(track);
            }
        }
    }
}

/// Names in order, none twice.
pub fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(name.clone())).collect()
}

/// What names a table: the label paragraph or the heading just above it.
pub fn name_above<'a>(view: &View<'a>, at: usize) -> Option<&'a Inlines> {
    if let Some(Block::Paragraph(above)) = at.checked_sub(1).map(|above| &view.blocks[above]) {
        let lead_in = wording::lead_in(&above.content);
        if lead_in.is_some_and(|lead_in| lead_in.alone) {
            return Some(&above.content);
        }
    }
    view.heading_before(at).map(|node| &view.outline.nodes[node].heading.content)
}

/// The heading above the one that a block stands under, but for the title of the document.
pub fn above_heading(view: &View, at: usize) -> Option<Inlines> {
    let parent = view.outline.nodes[view.heading_before(at)?].parent?;
    (view.title() != Some(parent)).then(|| view.outline.nodes[parent].heading.content.clone())
}

/// Adds a part to a level.
pub fn add<'a>(level: &mut LevelSketch<'a>, dimension: Option<String>, content: crate::model::sketch::Content<'a>) {
    level.parts.push(Part { dimension: dimension.filter(|name| !name.is_empty()), content });
}

/// Whether a cell is empty, or says that there is nothing.
pub fn is_nothing(cell: &Cell) -> bool {
    grid::is_blank(cell)
}

/// Whether the cells are statements, not values: several words, or lists.
pub fn are_statements<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    body::are_statements(cells)
}
