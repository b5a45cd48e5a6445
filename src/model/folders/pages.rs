//! Documents without a ladder: guidance of the framework, of a group, or pages of their own; and what folders are
//! called.

use super::Building;
use super::file::File;
use crate::model::framework::Page;
use crate::model::guidance;
use crate::text::Block;

/// The title that a folder's own document gives it.
pub fn folder_title(folder: &str, files: &[File]) -> Option<String> {
    let readme = files
        .iter()
        .find(|file| file.folder == folder && file.is_readme() && file.name.to_lowercase().starts_with("readme"))?;
    (readme.best().is_none() && !readme.title.is_empty()).then(|| readme.title.clone())
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

impl Building {
    /// Keeps every document that no track was read from.
    pub(super) fn pages(&mut self, files: &[File]) {
        for (index, file) in files.iter().enumerate() {
            if self.used[index] {
                continue;
            }
            let title = file.view.title().map(|title| file.view.outline.nodes[title].at);
            let blocks: Vec<Block> = (0..file.view.blocks.len())
                .filter(|at| Some(*at) != title || file.document.title.is_some())
                .map(|at| file.view.blocks[at].clone())
                .collect();
            let guidance = guidance::sort(&blocks);
            let is_readme = file.name.to_lowercase().starts_with("readme");
            if is_readme && file.folder.is_empty() {
                self.framework.guidance.extend(guidance.sections);
                let group = self.group("", files);
                self.framework.groups[group].navigation.extend(guidance.navigation);
            } else if is_readme {
                let group = self.group(&file.folder, files);
                self.framework.groups[group].guidance.extend(guidance.sections);
                self.framework.groups[group].navigation.extend(guidance.navigation);
            } else {
                let group = self.group(&file.folder, files);
                self.framework.pages.push(Page {
                    title: file.title.clone(),
                    group,
                    sections: guidance.sections,
                    navigation: guidance.navigation,
                    span: file.span,
                });
            }
        }
    }
}
