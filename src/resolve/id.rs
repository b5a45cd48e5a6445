//! Ids: names for the outside, made from the words and never from the order, so that a link outlives an edit elsewhere.
//!
//! A group, page, track or dimension is the slug of its title; a level that of its code, else of its title; a criterion
//! `track/level/first-six-words`. Where siblings clash, *all* of them add the rank, then the dimension (a track the
//! name of its group), then eight hex digits of a hash of the whole text; an ordinal tells identical twins apart. Names
//! that the site needs for itself ([`RESERVED`]) are avoided.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Criterion, Framework, Level};
use crate::text::{Lookup, Sources, fingerprint, slug};

/// First parts of addresses that the site keeps for itself.
pub const RESERVED: [&str; 5] = ["compare", "dimensions", "move", "search", "assets"];

/// Names of files at the top of the site, where pages of guidance lie too.
const FILES: [&str; 3] = ["index", "404", "ladder"];

/// Bytes of a slug; a file name may have 255, and an id joins three.
const LONGEST: usize = 72;

/// Words of a criterion that make its id.
const WORDS: usize = 6;

/// The ids of what lies at the top of a framework, in its order.
pub(super) struct Ids {
    pub groups: Vec<String>,
    pub pages: Vec<String>,
    pub tracks: Vec<String>,
}

/// Gives every group, page and track its id. No page is called like a track.
pub(super) fn ids(framework: &Framework, sources: &Sources) -> Ids {
    let reserved: BTreeSet<String> = RESERVED.map(str::to_owned).into();
    let tracks = track_ids(framework, sources, &reserved);
    let groups = group_ids(framework, &BTreeSet::new());
    let taken = reserved.iter().chain(&tracks).cloned().chain(FILES.map(str::to_owned)).collect();
    let pages = page_ids(framework, sources, &taken);
    Ids { groups, pages, tracks }
}

/// What can tell things from their siblings; made only where they clash.
struct Siblings<'a> {
    /// The word added to an id that is taken.
    kind: &'static str,
    /// The ids wherever they suffice.
    stems: Vec<String>,
    /// Added where siblings clash: a rank, a dimension, a group.
    qualifier: &'a dyn Fn(usize) -> Option<String>,
    /// The whole text, for the hash.
    whole: &'a dyn Fn(usize) -> String,
}

fn group_ids(framework: &Framework, taken: &BTreeSet<String>) -> Vec<String> {
    let groups = &framework.groups;
    let stems = groups.iter().map(|group| short(group.title.plain())).collect();
    let whole = |index: usize| groups[index].path.clone();
    unique(Siblings { kind: "group", stems, qualifier: &|_| None, whole: &whole }, taken)
}

fn page_ids(framework: &Framework, sources: &Sources, taken: &BTreeSet<String>) -> Vec<String> {
    let pages = &framework.pages;
    let stems = pages.iter().map(|page| short(&page.title)).collect();
    let qualifier = |index: usize| group_title(framework, pages[index].group);
    let whole = |index: usize| sources.get(pages[index].span.file).path().to_owned();
    unique(Siblings { kind: "page", stems, qualifier: &qualifier, whole: &whole }, taken)
}

fn track_ids(framework: &Framework, sources: &Sources, taken: &BTreeSet<String>) -> Vec<String> {
    let tracks = &framework.tracks;
    let stems = tracks.iter().map(|track| short(track.title.plain())).collect();
    let qualifier = |index: usize| group_title(framework, tracks[index].group);
    let path = |index: usize| sources.get(tracks[index].span.file).path();
    let whole = |index: usize| format!("{} {}", path(index), tracks[index].title.plain());
    unique(Siblings { kind: "track", stems, qualifier: &qualifier, whole: &whole }, taken)
}

fn group_title(framework: &Framework, group: usize) -> Option<String> {
    framework.groups.get(group).map(|group| short(group.title.plain()))
}

/// The ids of the levels of a track; the last part alone.
pub(super) fn level_ids(levels: &[Level]) -> Vec<String> {
    let stem = |level: &Level| short(level.code.as_deref().unwrap_or(&level.title));
    let qualifier = |index: usize| levels[index].rank.map(|rank| slug(&rank.0.to_string()));
    let whole = |index: usize| whole_level(&levels[index]);
    let stems = levels.iter().map(stem).collect();
    let taken = BTreeSet::from(["index".to_owned()]);
    unique(Siblings { kind: "level", stems, qualifier: &qualifier, whole: &whole }, &taken)
}

fn whole_level(level: &Level) -> String {
    let mut whole = level.heading.clone();
    for criterion in &level.criteria {
        whole.push('\n');
        whole.push_str(&criterion.text.line());
    }
    whole
}

/// The ids of the criteria of a level; the last part alone.
pub(super) fn criterion_ids(criteria: &[Criterion]) -> Vec<String> {
    let texts: Vec<Cow<'_, str>> = criteria.iter().map(|criterion| criterion.text.line()).collect();
    let stems = texts.iter().map(|text| first_words(text)).collect();
    let qualifier = |index: usize| criteria[index].dimension.as_deref().map(short);
    let whole = |index: usize| texts[index].clone().into_owned();
    unique(Siblings { kind: "criterion", stems, qualifier: &qualifier, whole: &whole }, &BTreeSet::new())
}

fn first_words(text: &str) -> String {
    let end = match text.is_ascii() {
        true => words_end(text.bytes().map(char::from).enumerate()),
        false => words_end(text.char_indices()),
    };
    short(end.map_or(text, |end| &text[..end]))
}

/// Where the last of the words that make an id ends, if more follows.
fn words_end(characters: impl Iterator<Item = (usize, char)>) -> Option<usize> {
    let mut words = 0;
    let mut has_word = false;
    for (at, character) in characters {
        if character.is_whitespace() {
            words += usize::from(std::mem::take(&mut has_word));
        }
        if words == WORDS {
            return Some(at);
        }
        has_word |= character.is_alphanumeric();
    }
    None
}

/// The slug, cut at a word where that leaves something, else at a character.
pub(super) fn short(name: &str) -> String {
    let mut slug = slug(name);
    if slug.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| slug.is_char_boundary(*end)).unwrap_or(0);
        slug.truncate(end);
        let end = slug.rfind('-').filter(|end| *end > LONGEST / 2).unwrap_or(slug.len());
        slug.truncate(end);
    }
    slug
}

/// Eight hex digits that stand for a text, the same on every machine.
pub(super) fn hash(text: &str) -> String {
    fingerprint(text.as_bytes())
}

/// One id for each, all different and none in `taken`.
fn unique(siblings: Siblings<'_>, taken: &BTreeSet<String>) -> Vec<String> {
    let Siblings { kind, stems, qualifier, whole } = siblings;
    let free = |stem: String| if taken.contains(&stem) { format!("{stem}-{kind}") } else { stem };
    let mut ids: Vec<String> = stems.into_iter().map(free).collect();
    if are_different(&ids) && !ids.iter().any(|id| taken.contains(id)) {
        return ids;
    }
    for clash in clashes(&ids) {
        let qualifiers: Vec<Option<String>> = clash.iter().map(|index| qualifier(*index)).collect();
        if qualifiers.iter().any(|qualifier| *qualifier != qualifiers[0]) {
            clash.iter().zip(qualifiers).for_each(|(index, qualifier)| append(&mut ids[*index], qualifier));
        }
    }
    for clash in clashes(&ids) {
        clash.iter().for_each(|index| append(&mut ids[*index], Some(hash(&whole(*index)))));
    }
    number_twins(ids, taken)
}

fn append(id: &mut String, part: Option<String>) {
    if let Some(part) = part {
        id.push('-');
        id.push_str(&part);
    }
}

fn are_different(ids: &[String]) -> bool {
    let mut met: Lookup<&str, ()> = Lookup::default();
    ids.iter().all(|id| met.insert(id, ()).is_none())
}

/// The sets of indices that share an id, in the order of the ids.
fn clashes(ids: &[String]) -> Vec<Vec<usize>> {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, id) in ids.iter().enumerate() {
        by_id.entry(id).or_default().push(index);
    }
    by_id.into_values().filter(|indices| indices.len() > 1).collect()
}

/// The last resort: `-2`, `-3` … behind what is still alike.
fn number_twins(ids: Vec<String>, taken: &BTreeSet<String>) -> Vec<String> {
    let stems: BTreeSet<String> = ids.iter().cloned().collect();
    let mut used = taken.clone();
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let mut numbered = Vec::with_capacity(ids.len());
    for id in ids {
        let mut candidate = id.clone();
        let ordinal = last.entry(id.clone()).or_insert(1);
        while used.contains(&candidate) || (candidate != id && stems.contains(&candidate)) {
            *ordinal += 1;
            candidate = format!("{id}-{ordinal}");
        }
        used.insert(candidate.clone());
        numbered.push(candidate);
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::{RESERVED, Siblings, first_words, hash, short, unique};

    /// Of each: its stem, what qualifies it, and its whole text.
    fn check(names: &[(&str, &str, &str)], expected: &[&str]) {
        let stems = names.iter().map(|name| name.0.to_owned()).collect();
        let qualifier = |index: usize| Some(names[index].1.to_owned()).filter(|qualifier| !qualifier.is_empty());
        let whole = |index: usize| names[index].2.to_owned();
        let siblings = Siblings { kind: "track", stems, qualifier: &qualifier, whole: &whole };
        assert_eq!(unique(siblings, &RESERVED.map(str::to_owned).into()), expected);
    }

    #[test]
    fn words_suffice_where_nothing_clashes() {
        check(&[("delivery", "", "a"), ("tech-lead", "", "b")], &["delivery", "tech-lead"]);
        check(&[("search", "", "a")], &["search-track"]);
    }

    #[test]
    fn clashing_siblings_all_add_what_tells_them_apart() {
        check(&[("senior", "3", "a"), ("senior", "4", "b"), ("lead", "5", "c")], &["senior-3", "senior-4", "lead"]);
        let (a, b) = (format!("senior-{}", hash("a")), format!("senior-{}", hash("b")));
        check(&[("senior", "3", "a"), ("senior", "3", "b")], &[&a, &b]);
    }

    #[test]
    fn only_identical_twins_are_numbered() {
        let twin = format!("same-{}", hash("a"));
        check(&[("same", "", "a"), ("same", "", "a")], &[&twin, &format!("{twin}-2")]);
    }

    #[test]
    fn a_criterion_is_named_by_its_first_six_words() {
        assert_eq!(first_words("Owns: runs 20-30% of — the whole thing, and more"), "owns-runs-20-30-of-the-whole");
        assert_eq!(first_words("—"), "section");
    }

    #[test]
    fn long_slugs_are_cut_at_a_word_or_a_character() {
        assert_eq!(short(&"word ".repeat(40)), ["word"; 14].join("-"));
        assert_eq!(short(&"長".repeat(40)), "長".repeat(24));
    }
}
