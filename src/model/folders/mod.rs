//! Documents → framework: what each file is to its folder (a track, a level or dimension of the folder's track, or
//! guidance), and what the folder is then: a group, or a track.

mod alone;
mod dimension_files;
mod families;
mod file;
mod glance;
mod level_files;
mod links;
mod making;
mod memory;
mod pages;
mod prose;
mod readings;

pub use file::File;
pub use memory::Memory;

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use families::Family;
use file::{Held, Tidied};
use making::{Kind, Made, Making};
use prose::Prose;

use super::framework::{Framework, Group, Title};
use super::scales;
use super::stated::{self, Readme};
use crate::parse::Document;
use crate::text::{Diagnostic, Sources, parallel};

/// Reads all documents of a project.
pub fn framework<D: Borrow<Document>>(documents: &[D], sources: &Sources) -> (Framework, Vec<Diagnostic>) {
    let held = documents.iter().map(|document| Held::Once(document.borrow())).collect();
    let (framework, diagnostics, _) = read(held, sources, None);
    (framework, diagnostics)
}

/// The same, with less work where documents are as they were the last time.
pub fn framework_again(
    documents: &[Arc<Document>],
    sources: &Sources,
    last: &Memory,
) -> (Framework, Vec<Diagnostic>, Memory) {
    read(documents.iter().map(Held::Shared).collect(), sources, last.of(sources.root()))
}

fn read(documents: Vec<Held>, sources: &Sources, last: Option<&Memory>) -> (Framework, Vec<Diagnostic>, Memory) {
    let tidied: Vec<Tidied> = documents.iter().map(|_| Tidied::new()).collect();
    let places: Vec<(Held, &Tidied)> = documents.into_iter().zip(&tidied).collect();
    let files = parallel::map(places, |(held, tidied)| {
        let file = File::new(held, tidied, sources, last.and_then(|last| last.glance(held)));
        file.glance();
        file
    });
    let mut building = Building::new(&files);
    building.plan();
    let mut memory = Memory::below(sources.root());
    building.make(last, &mut memory);
    let (framework, diagnostics) = building.finish();
    (framework, diagnostics, memory)
}

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

/// A framework while folders are added to it.
struct Building<'a> {
    files: &'a [File<'a>],
    /// What the documents of folders call them.
    titles: HashMap<&'a str, &'a str>,
    /// Where each group is among those of the framework.
    places: HashMap<String, usize>,
    framework: Framework,
    diagnostics: Vec<Diagnostic>,
    /// In the order of their tracks.
    makings: Vec<Making>,
    /// Which of these each file is part of.
    outcomes: Vec<Option<usize>>,
    /// What became of each of these.
    outcome: Vec<Outcome>,
    /// Of each file that is part of none, its group and its words.
    groups_of_pages: Vec<Option<usize>>,
    prose: Vec<Option<Arc<Prose>>>,
}

/// What some files became.
struct Outcome {
    made: Arc<Made>,
    /// Where its tracks are among those of the framework.
    tracks: Range<usize>,
}

impl<'a> Building<'a> {
    fn new(files: &'a [File<'a>]) -> Self {
        Self {
            files,
            titles: pages::folder_titles(files),
            places: HashMap::new(),
            framework: Framework::default(),
            diagnostics: Vec::new(),
            makings: Vec::new(),
            outcomes: vec![None; files.len()],
            outcome: Vec::new(),
            groups_of_pages: vec![None; files.len()],
            prose: vec![None; files.len()],
        }
    }

    /// Says what every file is to its folder.
    fn plan(&mut self) {
        let mut folders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, file) in self.files.iter().enumerate() {
            folders.entry(file.folder.as_str()).or_default().push(index);
        }
        let lone = lone_files(&folders, self.files);
        let all: BTreeSet<&str> = folders.keys().chain(lone.keys()).copied().collect();
        for folder in all {
            let lone = level_files::lone_members(lone.get(folder).map_or(&[], Vec::as_slice), self.files);
            self.join(Kind::FolderPerLevel, folder, lone);
            self.folder(folder, folders.get(folder).map_or(&[], Vec::as_slice));
        }
        for (index, file) in self.files.iter().enumerate() {
            if self.outcomes[index].is_none() {
                self.groups_of_pages[index] = Some(self.group_of(file, &file.folder));
            }
        }
    }

    fn folder(&mut self, folder: &str, members: &[usize]) {
        let files = level_files::members(&self.left(members), self.files);
        match families::of(&files, self.files) {
            Some(families) => self.families(folder, families),
            None => self.join(Kind::FilePerLevel, folder, files),
        }
        let files = dimension_files::members(&self.left(members), self.files);
        self.join(Kind::FilePerDimension, folder, files);
        for index in self.left(members) {
            let file = &self.files[index];
            if file.glance().has_ladder {
                let group = self.group_of(file, &file.folder);
                self.add(Making::new(Kind::Alone, vec![index], Some(file.title().to_owned()), group));
            }
        }
    }

    /// A folder of levels of several roles is a group of tracks.
    fn families(&mut self, folder: &str, families: Vec<Family>) {
        for family in families {
            let title = family.title(self.files);
            let group = self.group_of(&self.files[family.files[0]], folder);
            self.add(Making::new(Kind::FilePerLevel, family.files, Some(title), group));
        }
    }

    /// The files of which nothing became yet.
    fn left(&self, members: &[usize]) -> Vec<usize> {
        members.iter().copied().filter(|index| self.outcomes[*index].is_none()).collect()
    }

    /// Files that make one track together, if there are any; the folder names it, its parent is the group.
    fn join(&mut self, kind: Kind, folder: &str, files: Vec<usize>) {
        let Some(first) = files.first().map(|index| &self.files[*index]) else { return };
        let group = self.group_of(first, above(folder));
        let is_folder = files.len() == 1 && (folder.is_empty() || first.is_called_as_folder());
        let of_file = || is_folder.then(|| first.title().to_owned());
        let title = self.title_of(folder).or_else(of_file);
        let title = title.or_else(|| Some(pages::humanised(folder)).filter(|title| !title.is_empty()));
        self.add(Making::new(kind, files, title, group));
    }

    fn add(&mut self, making: Making) {
        for index in &making.files {
            self.outcomes[*index] = Some(self.makings.len());
        }
        self.makings.push(making);
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
        let title = Title::Written(title());
        let group = Group { path: path.to_owned(), title, guidance: Vec::new(), navigation: Vec::new() };
        self.framework.groups.push(group);
        self.framework.groups.len() - 1
    }

    /// Reads what is to be read, and makes the tracks; what is remembered is neither read nor made again.
    fn make(&mut self, last: Option<&Memory>, memory: &mut Memory) {
        let prose = |(index, file): (usize, &File)| {
            let known = || last.and_then(|last| last.prose(file.held)).cloned();
            self.outcomes[index].is_none().then(|| known().unwrap_or_else(|| Arc::new(Prose::of(file))))
        };
        self.prose = parallel::map(self.files.iter().enumerate().collect::<Vec<_>>(), prose);
        self.scales();
        self.circumstances();
        let made = parallel::map(&self.makings, |making: &Making| {
            let known = last.and_then(|last| last.made(making, self.files)).cloned();
            known.unwrap_or_else(|| Arc::new(making.made(self.files)))
        });
        for (file, prose) in self.files.iter().zip(&self.prose) {
            memory.keep(file, prose.as_ref());
        }
        for (making, made) in std::mem::take(&mut self.makings).into_iter().zip(made) {
            self.take(&making, &made);
            memory.keep_made(making, &made, self.files);
        }
    }

    /// Scales that documents define or declare.
    fn scales(&mut self) {
        for (index, file) in self.files.iter().enumerate() {
            let group = self.group_of(file, &file.folder);
            let defined = self.prose[index].iter().flat_map(|prose| prose.scales.iter().cloned());
            self.framework.scales.extend(defined.map(|scale| super::Scale { group, ..scale }));
            self.framework.scales.extend(scales::declared(&file.document.declared, group));
        }
    }

    /// Tells those who make tracks what is said of them elsewhere.
    fn circumstances(&mut self) {
        let readmes = self.readmes();
        for making in &mut self.makings {
            let of_group = self.framework.scales.iter().filter(|scale| scale.group == making.group);
            making.scales = of_group.cloned().collect();
            let folder = making.files.first().map_or("", |first| self.files[*first].folder.as_str());
            making.mode = stated::nearest(&readmes, |readme| is_below(folder, readme)).cloned();
        }
        stated::inclusive(&mut self.framework.scales, &readmes);
    }

    fn readmes(&self) -> Vec<Readme<'a>> {
        let readme = |(file, prose): (&'a File<'a>, &Option<Arc<Prose>>)| {
            let mode = prose.as_ref()?.mode.clone()?;
            Some(Readme { file: file.document.file, folder: &file.folder, mode })
        };
        self.files.iter().zip(&self.prose).filter_map(readme).collect()
    }

    /// Puts what some files made into the framework.
    fn take(&mut self, making: &Making, made: &Arc<Made>) {
        if made.tracks.len() > 1 {
            let group = &mut self.framework.groups[making.group];
            group.guidance.extend(made.rest.sections.iter().cloned());
            group.navigation.extend(made.rest.navigation.iter().cloned());
        }
        self.diagnostics.extend(made.diagnostics.iter().cloned());
        let first = self.framework.tracks.len();
        self.framework.tracks.extend(made.tracks.iter().cloned());
        self.outcome.push(Outcome { made: Arc::clone(made), tracks: first..self.framework.tracks.len() });
    }

    fn finish(mut self) -> (Framework, Vec<Diagnostic>) {
        self.pages();
        let of_content = || match self.framework.tracks.as_slice() {
            [] => self.files.first().map(|file| Title::Written(file.title().to_owned())),
            [track] => Some(track.title.clone()),
            _ => Some(Title::Ladders),
        };
        self.framework.title = self.title_of("").map(Title::Written).or_else(of_content).unwrap_or_default();
        for group in self.framework.groups.iter_mut().filter(|group| group.title.plain().is_empty()) {
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
