//! Documents → framework: what each file is to its folder (a track, a level or dimension of the folder's track, or
//! guidance), and what the folder is then: a group, or a track.

mod dimension_files;
mod file;
mod level_files;
mod links;
mod pages;

use std::collections::BTreeMap;

use self::file::File;
use super::assemble::{self, Frame};
use super::framework::{Framework, Group, Reading, Track};
use super::sketch::Sketch;
use super::{guidance, layout};
use crate::parse::Document;
use crate::text::{Block, Diagnostic, Sources};

/// Reads all documents of a project.
pub fn framework(documents: &[Document], sources: &Sources) -> (Framework, Vec<Diagnostic>) {
    let blocks: Vec<Vec<Block>> = documents.iter().map(|document| layout::tidy(&document.blocks)).collect();
    let files: Vec<File> =
        documents.iter().zip(&blocks).map(|(document, blocks)| File::new(document, blocks, sources)).collect();
    let mut folders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        folders.entry(file.folder.as_str()).or_default().push(index);
    }
    let mut building =
        Building { framework: Framework::default(), origins: Vec::new(), used: vec![false; files.len()] };
    for (folder, members) in &folders {
        building.folder(folder, members, &files);
    }
    building.pages(&files);
    building.finish(&files)
}

/// A framework while folders are added to it.
struct Building {
    framework: Framework,
    /// Files of each track.
    origins: Vec<Vec<usize>>,
    /// Files that became a track or a part of one.
    used: Vec<bool>,
}

impl Building {
    fn folder(&mut self, folder: &str, members: &[usize], files: &[File]) {
        let levels = level_files::members(members, files);
        if !levels.is_empty() {
            self.join(&levels, files, &level_files::sketch(&levels, files));
        }
        let left: Vec<usize> = members.iter().copied().filter(|index| !self.used[*index]).collect();
        let dimensions = dimension_files::members(&left, files);
        if !dimensions.is_empty() {
            self.join(&dimensions, files, &dimension_files::sketch(&dimensions, files));
        }
        for index in members.iter().copied() {
            if let (false, Some(reading)) = (self.used[index], files[index].best()) {
                let group = self.group(folder, files);
                let mut sketch = reading.sketch.clone();
                super::beside::take_facts(&mut sketch);
                let frame =
                    Frame { title: files[index].title.clone(), group, span: files[index].span, is_ordered: false };
                let tracks = assemble::tracks(&sketch, &frame);
                if tracks.len() > 1 {
                    let rest = guidance::sort(&sketch.rest);
                    self.framework.groups[group].guidance.extend(rest.sections);
                    self.framework.groups[group].navigation.extend(rest.navigation);
                }
                self.add(tracks, &[index]);
            }
        }
    }

    /// Files that make one track together; the folder names it, its parent is the group.
    fn join(&mut self, members: &[usize], files: &[File], sketch: &Sketch) {
        let first = &files[members[0]];
        let folder = first.folder.as_str();
        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        let group = self.group(parent, files);
        let title = pages::folder_title(folder, files).or_else(|| (members.len() == 1).then(|| first.title.clone()));
        let title = title.unwrap_or_else(|| pages::humanised(folder));
        let frame = Frame { title, group, span: first.span, is_ordered: true };
        let tracks = assemble::tracks(sketch, &frame);
        self.add(tracks, members);
    }

    fn add(&mut self, tracks: Vec<Track>, files: &[usize]) {
        for index in files {
            self.used[*index] = true;
        }
        for track in tracks {
            self.framework.tracks.push(track);
            self.origins.push(files.to_vec());
        }
    }

    fn group(&mut self, folder: &str, files: &[File]) -> usize {
        if let Some(index) = self.framework.groups.iter().position(|group| group.path == folder) {
            return index;
        }
        let title = pages::folder_title(folder, files).unwrap_or_else(|| pages::humanised(folder));
        self.framework.groups.push(Group {
            path: folder.to_owned(),
            title,
            guidance: Vec::new(),
            navigation: Vec::new(),
        });
        self.framework.groups.len() - 1
    }

    fn finish(mut self, files: &[File]) -> (Framework, Vec<Diagnostic>) {
        self.framework.title = pages::folder_title("", files)
            .or_else(|| self.framework.tracks.first().map(|track| track.title.clone()))
            .or_else(|| files.first().map(|file| file.title.clone()))
            .unwrap_or_default();
        for (index, file) in files.iter().enumerate() {
            let tracks = (0..self.origins.len()).filter(|track| self.origins[*track].contains(&index)).collect();
            let best = file.best().filter(|_| self.used[index]);
            self.framework.readings.push(Reading {
                span: file.span,
                shape: if self.used[index] {
                    Some(best.map_or("one file of a track", |best| best.shape.name))
                } else {
                    None
                },
                confidence: best.map_or(1.0, |best| best.sketch.confidence),
                evidence: best.map(|best| best.sketch.evidence.clone()).unwrap_or_default(),
                tracks,
                guidance_words: 0,
                suggestion: None,
            });
        }
        (self.framework, Vec::new())
    }
}
