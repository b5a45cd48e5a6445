//! The order in which a document links to the files of a folder.

use std::collections::HashMap;

use super::file::File;
use crate::model::grid::texts;
use crate::text::Block;

/// The share of the files that a document must link to before its order counts.
const LINKED: f32 = 0.6;

/// The files in the order of the document that links to most of them. Those without a link stand in front of the first
/// linked file behind which they stood.
pub fn order(members: &[usize], files: &[File]) -> Option<Vec<usize>> {
    let paths: HashMap<&str, usize> = members.iter().map(|index| (files[*index].path.as_str(), *index)).collect();
    let mut best: Vec<usize> = Vec::new();
    for file in files.iter().filter(|file| file.is_readme()) {
        let found = linked(file, &paths);
        if found.len() > best.len() {
            best = found;
        }
    }
    if best.len() < 2 || (best.len() as f32) < LINKED * members.len() as f32 {
        return None;
    }
    for (place, index) in members.iter().enumerate().filter(|(_, index)| !best.contains(index)).collect::<Vec<_>>() {
        let next = members[place..].iter().find_map(|later| best.iter().position(|linked| linked == later));
        best.insert(next.unwrap_or(best.len()), *index);
    }
    Some(best)
}

fn linked(file: &File, paths: &HashMap<&str, usize>) -> Vec<usize> {
    let mut found = Vec::new();
    // A sentence names some of them in passing; a list or table has them in order.
    let (running, listed): (Vec<&Block>, Vec<&Block>) =
        file.blocks().iter().partition(|block| matches!(block, Block::Paragraph(_) | Block::Quote { .. }));
    for text in listed.into_iter().chain(running).flat_map(|block| texts(std::slice::from_ref(block))) {
        for link in text.links() {
            let path = resolve(&file.folder, &link.target);
            if let Some(index) = paths.get(path.as_str()).filter(|index| !found.contains(*index)) {
                found.push(*index);
            }
        }
    }
    found
}

/// The path below the root that a link in a folder leads to.
pub fn resolve(folder: &str, target: &str) -> String {
    let target = target.split(['#', '?']).next().unwrap_or("").replace("%20", " ");
    let mut parts: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').filter(|part| !part.is_empty()).collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
