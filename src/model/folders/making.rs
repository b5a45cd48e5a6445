//! Files → the tracks that they make, finished: their names, criteria and guidance, what the author declares and what the
//! prose says. It depends on these files and a few words about their folder alone, so that what was made is remembered as
//! long as they stay what they are.

use std::sync::Arc;

use super::file::File;
use super::{alone, dimension_files, level_files, pages};
use crate::model::assemble::{self, Frame};
use crate::model::framework::{Mode, ModeBasis, Scale, Stated, Title, Track};
use crate::model::guidance::{self, Guidance};
use crate::model::leftover::Covered;
use crate::model::sketch::Sketch;
use crate::model::wording::key;
use crate::model::{declare, scales, stated};
use crate::text::{Block, Diagnostic, FileId, count_words};

/// How files make tracks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Each lies in a folder of its own and is one level.
    FolderPerLevel,
    /// Each is one level.
    FilePerLevel,
    /// Each is one dimension.
    FilePerDimension,
    /// One that is a ladder by itself.
    Alone,
}

/// Files that make tracks together, and all that is known of these from outside.
#[derive(Clone, PartialEq, Debug)]
pub struct Making {
    pub kind: Kind,
    /// Which of the files.
    pub files: Vec<usize>,
    /// What the tracks are called where their documents do not say.
    pub title: Option<String>,
    /// Index of the group.
    pub group: usize,
    /// The scales of the group.
    pub scales: Vec<Scale>,
    /// How levels accumulate, as the nearest README says.
    pub mode: Option<Stated<Mode, ModeBasis>>,
}

/// What some files made.
#[derive(Debug)]
pub struct Made {
    pub tracks: Vec<Arc<Track>>,
    /// What belongs to none of several tracks.
    pub rest: Guidance,
    pub shape: &'static str,
    pub confidence: f32,
    pub evidence: Vec<String>,
    /// Words of guidance and navigation, and the file that they stand in.
    pub words: Vec<(FileId, usize)>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Making {
    /// Nothing is known from outside yet.
    pub fn new(kind: Kind, files: Vec<usize>, title: Option<String>, group: usize) -> Self {
        Self { kind, files, title, group, scales: Vec::new(), mode: None }
    }

    /// Makes the tracks.
    pub fn made(&self, files: &[File]) -> Made {
        let own: Vec<&File> = self.files.iter().map(|index| &files[*index]).collect();
        match self.kind {
            Kind::FolderPerLevel => {
                self.finished("one folder per level", &level_files::sketch(&self.files, files), &own)
            }
            Kind::FilePerLevel => self.finished("one file per level", &level_files::sketch(&self.files, files), &own),
            Kind::FilePerDimension => {
                self.finished("one file per dimension", &dimension_files::sketch(&self.files, files), &own)
            }
            Kind::Alone => {
                let (shape, mut sketch) = alone::sketch(own[0]).expect("only a file with a believed reading is alone");
                let rest = alone::rest(&sketch);
                alone::add_other_shapes(own[0], &rest, &mut sketch);
                self.finished(shape, &sketch, &own)
            }
        }
    }

    fn finished(&self, shape: &'static str, sketch: &Sketch, files: &[&File]) -> Made {
        let mut diagnostics = Vec::new();
        let mut tracks = assemble::tracks(sketch, &self.frame(sketch, files[0]));
        let is_apart = self.kind == Kind::Alone && tracks.len() > 1;
        let rest = if is_apart { guidance::sort(&sketch.rest) } else { Guidance::default() };
        for file in files {
            declare::lay_over(&file.document.declared, file.document.file, &mut tracks, &mut diagnostics);
        }
        keep_leftovers(&mut tracks, &rest, files);
        for track in &mut tracks {
            scales::apply(&self.scales, track);
            stated::of_track(track);
            track.accumulates = track.accumulates.take().or_else(|| self.mode.clone());
        }
        Made {
            words: count(&tracks, &rest),
            tracks: tracks.into_iter().map(Arc::new).collect(),
            rest,
            shape,
            confidence: sketch.confidence,
            evidence: sketch.evidence.clone(),
            diagnostics,
        }
    }

    fn frame(&self, sketch: &Sketch, first: &File) -> Frame {
        let headings = || sketch.tracks.iter().flat_map(|track| &track.levels).map(|level| &level.heading);
        let is_alone = self.kind == Kind::Alone && headings().count() > 1;
        let is_level = |title: &String| is_alone && headings().any(|heading| key(heading) == key(title));
        let of_file = || pages::humanised(first.name.rsplit_once('.').map_or(&first.name, |(stem, _)| stem));
        // A document that begins with its first level has no title.
        let title = self.title.clone().map(|title| {
            let other = Some(of_file()).filter(|other| is_level(&title) && key(other) != key(&title));
            other.unwrap_or(title)
        });
        let title = title.or_else(|| pages::common_words(headings()));
        let has_several = sketch.tracks.len() > 1;
        Frame {
            title: title.map_or(Title::Ladder, Title::Written),
            group: self.group,
            span: first.span,
            is_ordered: self.kind != Kind::Alone,
            has_several,
        }
    }
}

/// Words of the files that found no place are guidance of the first track.
fn keep_leftovers(tracks: &mut [Track], rest: &Guidance, files: &[&File]) {
    if tracks.is_empty() {
        return;
    }
    let covered = Covered::by(tracks, rest);
    let left: Vec<Vec<Block>> = files.iter().map(|file| covered.missing(file.blocks())).collect();
    for blocks in left {
        let left = guidance::sort(&blocks.iter().collect::<Vec<_>>());
        tracks[0].guidance.extend(left.sections);
        tracks[0].navigation.extend(left.navigation);
    }
}

fn count(tracks: &[Track], rest: &Guidance) -> Vec<(FileId, usize)> {
    let sections = tracks.iter().flat_map(|track| &track.guidance).chain(&rest.sections);
    let sections = sections.map(|section| (section.span.file, count_words(&section.blocks)));
    let navigation = tracks.iter().flat_map(|track| &track.navigation);
    let navigation = navigation.map(|block| (block.span().file, count_words(std::slice::from_ref(block))));
    sections.chain(navigation).collect()
}
