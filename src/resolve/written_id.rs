//! Ids that authors wrote into HTML (`<tr id="se-1">`, `<a name="top">`): a link to one leads to its document, although no
//! heading has it.

use std::collections::BTreeSet;

use crate::text::{FileId, Sources};

/// Every such id with its file.
pub(super) fn written_ids(sources: &Sources) -> BTreeSet<(FileId, String)> {
    let mut ids = BTreeSet::new();
    for (file, source) in sources.iter() {
        for name in [" id=", " name="] {
            let found = source.text().match_indices(name);
            ids.extend(found.filter_map(|(at, _)| Some((file, value(&source.text()[at + name.len()..])?.to_owned()))));
        }
    }
    ids
}

/// The value of an attribute between quotes.
fn value(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let end = text.char_indices().skip(1).take(LONGEST).find(|(_, letter)| *letter == quote)?.0;
    Some(&text[1..end])
}

/// No id is longer.
const LONGEST: usize = 100;
