//! Documents without a ladder: guidance of the framework, of a group, or pages of their own; and what folders are
//! called.

use std::collections::HashMap;

use super::Building;
use super::file::File;
use crate::model::framework::Page;
use crate::model::guidance::{self, Guidance};
use crate::model::sketch::Sketch;
use crate::model::wording::key;
use crate::text::Block;

/// The titles that folders' own documents give them.
pub fn folder_titles<'a>(files: &'a [File]) -> HashMap<&'a str, &'a str> {
    let mut readmes: HashMap<&str, &File> = HashMap::new();
    for file in files.iter().filter(|file| file.speaks_for_folder()) {
        readmes.entry(&file.folder).or_insert(file);
    }
    let titled = readmes.into_iter().filter(|(_, readme)| readme.best().is_none() && !readme.title.is_empty());
    titled.map(|(folder, readme)| (folder, readme.title.as_str())).collect()
}

/// A folder or file name as words: `software-engineering` → `Software engineering`.
pub fn humanised(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or(path);
    let words = last.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut characters = words.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The words that all levels of a sketch are called by, as the first has them: `Weaver` of `Junior Weaver` and `Weaver`.
pub fn common_words(sketch: &Sketch) -> Option<String> {
    let mut levels = sketch.tracks.iter().flat_map(|track| &track.levels).map(|level| &level.heading);
    let first = levels.next()?;
    let others: Vec<Vec<String>> = levels.map(|name| name.split_whitespace().map(key).collect()).collect();
    let is_common = |word: &&str| others.iter().all(|words| words.contains(&key(word)));
    let common = first.split_whitespace().filter(is_common).collect::<Vec<_>>().join(" ");
    (!key(&common).is_empty()).then_some(common)
}

impl Building<'_> {
    /// Keeps every document that no track was read from.
    pub(super) fn pages(&mut self) {
        for (index, file) in self.files.iter().enumerate() {
            if self.outcomes[index].is_none() {
                self.page(file);
            }
        }
    }

    fn page(&mut self, file: &File) {
        let title = file.view.title().map(|title| file.view.outline.nodes[title].at);
        let has_own_title = title.is_some_and(|title| is_called(&file.view.blocks[title], &file.title));
        let blocks: Vec<&Block> = (0..file.view.blocks.len())
            .filter(|at| Some(*at) != title || !has_own_title)
            .map(|at| &file.view.blocks[at])
            .collect();
        let Guidance { sections, navigation } = guidance::sort(&blocks);
        let group = self.group_of(file, &file.folder);
        if file.speaks_for_folder() && file.folder.is_empty() {
            self.framework.guidance.extend(sections);
            self.framework.groups[group].navigation.extend(navigation);
        } else if file.speaks_for_folder() {
            self.framework.groups[group].guidance.extend(sections);
            self.framework.groups[group].navigation.extend(navigation);
        } else {
            self.framework.pages.push(Page { title: file.title.clone(), group, sections, navigation, span: file.span });
        }
    }
}

fn is_called(block: &Block, title: &str) -> bool {
    matches!(block, Block::Heading(heading) if heading.content.plain() == title)
}
