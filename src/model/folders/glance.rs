//! What a folder asks of each of its files before it decides what they are to it: a few words about the file's own
//! readings. It depends on the document alone, so it is remembered as long as the document stays what it is.

use std::collections::BTreeSet;

use super::dimension_files;
use super::file::File;
use crate::model::language;
use crate::model::names::{self, NameKind};
use crate::model::shapes::{Reading, View, single_level};
use crate::model::wording::key;
use crate::parse::DocumentKind;
use crate::text::{Block, Span, fold};

/// What a document as one level explains at least, beside a reading as a whole ladder.
const AGAINST_LADDER: f32 = 0.55;

/// A file as its folder sees it.
#[derive(Debug)]
pub struct Glance {
    pub title: String,
    /// The two best readings, whether they are believed or not.
    pub readings: Vec<Explanation>,
    /// Whether the best reading is believed.
    pub has_ladder: bool,
    /// Whether the best reading, believed, is that of one level.
    pub is_level_alone: bool,
    /// Of a file that may be a level among those beside it.
    pub as_level: Option<AsLevel>,
    /// The levels of a file that may be one dimension among those beside it.
    pub as_dimension: Option<Vec<String>>,
    /// The first block.
    pub start: Span,
}

/// How well a shape explains a document.
#[derive(Debug)]
pub struct Explanation {
    pub shape: &'static str,
    pub confidence: f32,
    pub levels: usize,
}

/// A file as one level.
#[derive(Debug)]
pub struct AsLevel {
    /// What the level is called by the title or else the file name, if that names one.
    pub name: Option<String>,
    /// The headings below the title.
    pub headings: BTreeSet<String>,
}

impl Glance {
    /// Looks at a file that nobody has looked at.
    pub fn of(file: &File) -> Self {
        let title = title(file);
        let best = file.best();
        Self {
            readings: file.readings().iter().take(2).map(Explanation::of).collect(),
            has_ladder: best.is_some(),
            is_level_alone: best.is_some_and(|best| best.shape.name == single_level::SHAPE.name),
            as_level: can_be_level(file).then(|| AsLevel::of(file, &title)),
            as_dimension: as_dimension(file, &title),
            start: file.blocks().first().map_or(file.span, Block::span),
            title,
        }
    }
}

impl Explanation {
    fn of(reading: &Reading) -> Self {
        let levels = reading.sketch.tracks.iter().map(|track| track.levels.len()).sum();
        Self { shape: reading.shape.name, confidence: reading.sketch.confidence, levels }
    }
}

impl AsLevel {
    fn of(file: &File, title: &str) -> Self {
        let view = file.view();
        let headings = (1..view.outline.nodes.len()).map(|node| key(view.name(node))).collect();
        Self { name: level_name(view, title, &file.name), headings }
    }
}

fn title(file: &File) -> String {
    let document = file.document;
    let view = file.view();
    let declared = document.declared.title.as_ref().map(|title| title.value.clone());
    let heading = || view.title().map(|title| view.name(title).to_owned()).filter(|title| !title.is_empty());
    let of_document = || document.title.as_ref().map(|title| title.value.clone());
    // What a browser shows above an HTML page names the site too; its one heading of the first depth is its title.
    let of_page = document.data.is_none() && has_one_title(view);
    let found = if of_page { heading().or_else(of_document) } else { of_document().or_else(heading) };
    let named_by = if file.speaks_for_folder() && !file.folder.is_empty() { &file.folder } else { &file.name };
    declared.or(found).unwrap_or_else(|| super::pages::humanised(&names::from_file_name(named_by)))
}

fn has_one_title(view: &View) -> bool {
    view.outline.nodes.iter().filter(|node| node.heading.depth == 1).count() == 1
}

fn can_be_level(file: &File) -> bool {
    match file.declared_kind() {
        Some(kind) => kind == DocumentKind::Level,
        None => !is_ladder(file) && file.view().all_statements() > 0,
    }
}

/// Whether the file reads as a whole ladder.
fn is_ladder(file: &File) -> bool {
    let best = file.readings().iter().find(|reading| reading.shape.name != single_level::SHAPE.name);
    best.is_some_and(|reading| reading.sketch.confidence >= AGAINST_LADDER)
}

/// The level that the title or else the file name names.
fn level_name(view: &View, title: &str, file_name: &str) -> Option<String> {
    let heading = single_level::level_name(view).map(|(name, _)| name);
    let by_title = || names::read(title).map(|_| title.to_owned());
    let by_file = || Some(names::from_file_name(file_name)).filter(|name| names::read(name).is_some());
    heading.or_else(by_title).or_else(by_file)
}

/// The names of flat levels under a title that is neither role nor track.
fn as_dimension(file: &File, title: &str) -> Option<Vec<String>> {
    let best = file.best().filter(|best| best.shape.name == "level headings" && file.declared_kind().is_none())?;
    let [track] = best.sketch.tracks.as_slice() else { return None };
    let is_role = names::read(title).is_some_and(|name| name.strength >= 0.3 && name.kind != NameKind::Sibling);
    let is_track = fold(title).split(|letter: char| !letter.is_alphanumeric()).any(language::names_track);
    (!is_role && !is_track)
        .then(|| track.levels.iter().map(|level| dimension_files::level_key(&level.heading)).collect())
}
