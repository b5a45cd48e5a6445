//! Documents → framework: what each file is to its folder (a track, a level or dimension of the folder's track, or
//! guidance), and what the folder is then: a group, or a track.

mod alone;
mod dimension_files;
mod file;
mod level_files;
mod links;
mod pages;
mod readings;

pub use file::File;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use alone::Alone;

use super::assemble::{self, Frame};
use super::framework::{Framework, Group, Track};
use super::leftover::Covered;
use super::sketch::Sketch;
use super::stated::{self, Readme};
use super::{declare, guidance, layout, scales};
use crate::parse::Document;
use crate::text::{Block, Diagnostic, Sources, parallel};

/// Reads all documents of a project.
pub fn framework(documents: &[Document], sources: &Sources) -> (Framework, Vec<Diagnostic>) {
    let blocks: Vec<Cow<[Block]>> = parallel::map(documents, |document| layout::tidy(&document.blocks));
    let pairs: Vec<(&Document, &Cow<[Block]>)> = documents.iter().zip(&blocks).collect();
    let files: Vec<File> = parallel::map(pairs, |(document, blocks)| File::new(document, blocks, sources));
    let mut folders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        folders.entry(file.folder.as_str()).or_default().push(index);
    }
    let mut building = Building::new(&files);
    let lone = lone_files(&folders, &files);
    let all: BTreeSet<&str> = folders.keys().chain(lone.keys()).copied().collect();
    for folder in all {
        building.folder_of_folders(folder, lone.get(folder).map_or(&[], Vec::as_slice));
        building.folder(folder, folders.get(folder).map_or(&[], Vec::as_slice));
    }
    building.pages();
    building.scales();
    building.finish()
}

/// What a track is called whose documents lie at the top, where no folder has a name, and that nobody gave a title. The
/// name of the project's own folder is none: the same documents give the same site wherever they lie.
const ONE: &str = "Career ladder";

/// Documents that are alone in a folder of their own and speak for it, by the folder above.
fn lone_files<'a>(folders: &BTreeMap<&'a str, Vec<usize>>, files: &[File]) -> BTreeMap<&'a str, Vec<usize>> {
    let mut lone: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (folder, members) in folders {
        let [one] = members.as_slice() else { continue };
        let below = format!("{folder}/");
        let is_leaf = folders.range(below.as_str()..).next().is_none_or(|(next, _)| !next.starts_with(&below));
        if is_leaf && !folder.is_empty() && files[*one].is_called_as_folder() {
            lone.entry(above(folder)).or_default().push(*one);
        }
    }
    lone
}

/// The folder that a folder lies in.
fn above(folder: &str) -> &str {
    folder.rsplit_once('/').map_or("", |(above, _)| above)
}

/// What several tracks are called together that nobody gave a title.
const SEVERAL: &str = "Career ladders";

/// A framework while folders are added to it.
struct Building<'a> {
    files: &'a [File<'a>],
    /// What the documents of folders call them.
    titles: HashMap<&'a str, &'a str>,
    /// Where each group is among those of the framework.
    places: HashMap<String, usize>,
    framework: Framework,
    diagnostics: Vec<Diagnostic>,
    /// What became of each file.
    outcomes: Vec<Option<Outcome>>,
}

/// Files of a folder that make one track together.
struct Joined<'a> {
    shape: &'static str,
    folder: &'a str,
    files: Vec<usize>,
    sketch: Sketch<'a>,
}

/// What a file became.
#[derive(Clone, Default)]
struct Outcome {
    shape: &'static str,
    confidence: f32,
    evidence: Vec<String>,
    tracks: Vec<usize>,
}

impl Outcome {
    fn of(shape: &'static str, sketch: &Sketch) -> Self {
        Self { shape, confidence: sketch.confidence, evidence: sketch.evidence.clone(), tracks: Vec::new() }
    }
}

impl<'a> Building<'a> {
    fn new(files: &'a [File<'a>]) -> Self {
        let outcomes = vec![None; files.len()];
        let titles = pages::folder_titles(files);
        Self {
            files,
            titles,
            places: HashMap::new(),
            framework: Framework::default(),
            diagnostics: Vec::new(),
            outcomes,
        }
    }

    fn folder_of_folders(&mut self, folder: &str, lone: &[usize]) {
        let files = level_files::lone_members(lone, self.files);
        let sketch = level_files::sketch(&files, self.files);
        self.join(Joined { shape: "one folder per level", folder, files, sketch });
    }

    fn folder(&mut self, folder: &str, members: &[usize]) {
        let files = level_files::members(&self.left(members), self.files);
        let sketch = level_files::sketch(&files, self.files);
        self.join(Joined { shape: "one file per level", folder, files, sketch });
        let files = dimension_files::members(&self.left(members), self.files);
        let sketch = dimension_files::sketch(&files, self.files);
        self.join(Joined { shape: "one file per dimension", folder, files, sketch });
        let left = self.left(members);
        let alone = parallel::map(&left, |index| Alone::new(&self.files[*index]));
        for (index, alone) in left.into_iter().zip(alone) {
            if let Some(alone) = alone {
                self.one(index, alone);
            }
        }
    }

    /// The files of which nothing became yet.
    fn left(&self, members: &[usize]) -> Vec<usize> {
        members.iter().copied().filter(|index| self.outcomes[*index].is_none()).collect()
    }

    /// A file that is a track, or holds several.
    fn one(&mut self, index: usize, alone: Alone) {
        let Alone { outcome, mut tracks, rest } = alone;
        let file = &self.files[index];
        let group = self.group_of(file, &file.folder);
        tracks.iter_mut().for_each(|track| track.group = group);
        if tracks.len() > 1 {
            self.framework.groups[group].guidance.extend(rest.sections);
            self.framework.groups[group].navigation.extend(rest.navigation);
        }
        self.add(outcome, tracks, &[index]);
    }

    /// Files that make one track together, if there are any; the folder names it, its parent is the group.
    fn join(&mut self, Joined { shape, folder, files, sketch }: Joined) {
        let Some(first) = files.first().map(|index| &self.files[*index]) else { return };
        let group = self.group_of(first, above(folder));
        let of_file = || (files.len() == 1 && folder.is_empty()).then(|| first.title.clone());
        let title = self.title_of(folder).or_else(of_file);
        let title = title.or_else(|| Some(pages::humanised(folder)).filter(|title| !title.is_empty()));
        let title = title.or_else(|| pages::common_words(&sketch)).unwrap_or_else(|| ONE.to_owned());
        let frame = Frame { title, group, span: first.span, is_ordered: true, has_several: sketch.tracks.len() > 1 };
        self.add(Outcome::of(shape, &sketch), assemble::tracks(&sketch, &frame), &files);
    }

    fn add(&mut self, outcome: Outcome, mut tracks: Vec<Track>, files: &[usize]) {
        for index in files {
            let document = self.files[*index].document;
            declare::lay_over(&document.declared, document.file, &mut tracks, &mut self.diagnostics);
        }
        self.keep_leftovers(&mut tracks, files);
        let first = self.framework.tracks.len();
        let outcome = Outcome { tracks: (first..first + tracks.len()).collect(), ..outcome };
        for index in files {
            self.outcomes[*index] = Some(outcome.clone());
        }
        self.framework.tracks.extend(tracks.into_iter().map(Arc::new));
    }

    /// Words of the files that found no place are guidance of the first track.
    fn keep_leftovers(&self, tracks: &mut [Track], files: &[usize]) {
        let Some(group) = tracks.first().map(|track| &self.framework.groups[track.group]) else { return };
        let covered = Covered::by(tracks, group);
        let missing = |index: &usize| covered.missing(self.files[*index].view.blocks);
        let left: Vec<Vec<Block>> = files.iter().map(missing).collect();
        for blocks in left {
            let left = guidance::sort(&blocks.iter().collect::<Vec<_>>());
            tracks[0].guidance.extend(left.sections);
            tracks[0].navigation.extend(left.navigation);
        }
    }

    /// The group that a file declares, or that of a folder.
    fn group_of(&mut self, file: &File, folder: &str) -> usize {
        match &file.document.declared.group {
            Some(group) => self.group(&group.value, || group.value.clone()),
            None => self.folder_group(folder),
        }
    }

    fn folder_group(&mut self, folder: &str) -> usize {
        let title = self.title_of(folder);
        self.group(folder, || title.unwrap_or_else(|| pages::humanised(folder)))
    }

    fn title_of(&self, folder: &str) -> Option<String> {
        self.titles.get(folder).map(|title| (*title).to_owned())
    }

    fn group(&mut self, path: &str, title: impl FnOnce() -> String) -> usize {
        if let Some(place) = self.places.get(path) {
            return *place;
        }
        self.places.insert(path.to_owned(), self.framework.groups.len());
        let group = Group { path: path.to_owned(), title: title(), guidance: Vec::new(), navigation: Vec::new() };
        self.framework.groups.push(group);
        self.framework.groups.len() - 1
    }

    /// Scales that documents define or declare, and the criteria that are grades of them.
    fn scales(&mut self) {
        for (index, file) in self.files.iter().enumerate() {
            let group = self.group_of(file, &file.folder);
            let defined = if self.outcomes[index].is_none() { scales::defined(file, group) } else { Vec::new() };
            self.framework.scales.extend(defined.into_iter().chain(scales::declared(&file.document.declared, group)));
        }
        for track in self.framework.tracks.iter_mut().map(Arc::make_mut) {
            scales::apply(&self.framework.scales, track);
        }
    }

    /// Documents without a ladder, with the documents of the tracks beside and below them.
    fn readmes(&self) -> Vec<Readme> {
        let tracks: BTreeSet<usize> = (0..self.files.len()).filter(|index| self.outcomes[*index].is_some()).collect();
        let readme = |(index, file): (usize, &File)| {
            if tracks.contains(&index) {
                return None;
            }
            let mode = stated::mode(file.view.blocks)?;
            let below =
                tracks.iter().map(|index| &self.files[*index]).filter(|other| is_below(&other.folder, &file.folder));
            let depth = file.folder.split('/').count();
            Some(Readme {
                file: file.document.file,
                depth,
                tracks: below.map(|other| other.document.file).collect(),
                mode,
            })
        };
        self.files.iter().enumerate().filter_map(readme).collect()
    }

    fn finish(mut self) -> (Framework, Vec<Diagnostic>) {
        let of_content = || match self.framework.tracks.as_slice() {
            [] => self.files.first().map(|file| file.title.clone()),
            [track] => Some(track.title.clone()),
            _ => Some(SEVERAL.to_owned()),
        };
        self.framework.title = self.title_of("").or_else(of_content).unwrap_or_default();
        let readmes: Vec<Readme> = self.readmes();
        stated::apply(&mut self.framework, &readmes);
        for group in self.framework.groups.iter_mut().filter(|group| group.title.is_empty()) {
            group.title.clone_from(&self.framework.title);
        }
        self.readings();
        (self.framework, self.diagnostics)
    }
}

/// Whether a folder is another, or lies in it.
fn is_below(folder: &str, above: &str) -> bool {
    above.is_empty() || folder.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
