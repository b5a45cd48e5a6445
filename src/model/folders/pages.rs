//! Documents without a ladder: guidance of the framework, of a group, or pages of their own; and what folders are
//! called.

use std::collections::HashMap;

use super::Building;
use super::file::File;
use crate::model::framework::Page;
use crate::model::guidance::Guidance;
use crate::model::wording::key;

/// The titles that folders' own documents give them.
pub fn folder_titles<'a>(files: &'a [File]) -> HashMap<&'a str, &'a str> {
    let mut readmes: HashMap<&str, &File> = HashMap::new();
    for file in files.iter().filter(|file| file.speaks_for_folder()) {
        readmes.entry(&file.folder).or_insert(file);
    }
    let titled = readmes.into_iter().filter(|(_, readme)| !readme.glance().has_ladder && !readme.title().is_empty());
    titled.map(|(folder, readme)| (folder, readme.title())).collect()
}

/// A folder or file name as words: `software-engineering` → `Software engineering`.
pub fn humanised(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or(path);
    capitalised(&last.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// With a capital in front.
pub fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The words that all levels are called by, as the first has them: `Weaver` of `Junior Weaver` and `Weaver`.
pub fn common_words<'a>(mut levels: impl Iterator<Item = &'a String>) -> Option<String> {
    let first = levels.next()?;
    let others: Vec<Vec<String>> = levels.map(|name| name.split_whitespace().map(key).collect()).collect();
    let is_common = |word: &&str| others.iter().all(|words| words.contains(&key(word)));
    let common = first.split_whitespace().filter(is_common).collect::<Vec<_>>().join(" ");
    (!key(&common).is_empty()).then_some(common)
}

impl Building<'_> {
    /// Keeps the words of every document that no track was read from.
    pub(super) fn pages(&mut self) {
        for (index, file) in self.files.iter().enumerate() {
            if let (Some(prose), Some(group)) = (&self.prose[index], self.groups_of_pages[index]) {
                let Guidance { sections, navigation } = prose.guidance.clone();
                let framework = &mut self.framework;
                if !file.speaks_for_folder() {
                    let title = file.title().to_owned();
                    framework.pages.push(Page { title, group, sections, navigation, span: file.span });
                    continue;
                }
                match file.folder.is_empty() {
                    true => framework.guidance.extend(sections),
                    false => framework.groups[group].guidance.extend(sections),
                }
                framework.groups[group].navigation.extend(navigation);
            }
        }
    }
}
