//! Nothing is lost: every word of every document is on the site.

use std::collections::BTreeMap;

use crate::support::page::page;
use crate::support::site::Built;
use crate::support::words;

/// How often a word that is written several times has to be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Often {
    AsWritten,
    /// Merged heads of tables are written again and again, and shown once.
    Once,
}

/// The words that the site lacks. A document is its path and its text.
pub fn faults(site: &Built, documents: &[(String, String)], often: Often) -> Vec<String> {
    let mut faults = Vec::new();
    let shown = counted(site.pages().flat_map(|(_, html)| words::words(&page(html).text)));
    for (path, text) in documents {
        for (word, count) in counted(words::of_source(path, text)) {
            let have = shown.get(&word).copied().unwrap_or(0);
            let wanted = if often == Often::AsWritten { count } else { 1 };
            if have < wanted {
                faults.push(format!("{}: {path}: `{word}` stands {count} times, shown {have} times", site.name));
            }
        }
    }
    faults
}

fn counted(words: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}
