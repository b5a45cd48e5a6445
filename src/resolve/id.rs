//! Ids: names for the outside, made from the words and never from the order, so that a link outlives an edit elsewhere.
//!
//! A group, page, track or dimension is the slug of its title; a level that of its code, else of its title; a criterion
//! `track/level/first-six-words`. Where siblings clash, *all* of them add the rank, then the dimension (a track the
//! name of its group), then eight hex digits of a hash of the whole text; an ordinal tells identical twins apart. Names
//! that the site needs for itself ([`RESERVED`]) are avoided.

use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64;

use crate::model::{Criterion, Framework, Level};
use crate::text::{Sources, slug};

/// First parts of addresses that the site keeps for itself.
pub const RESERVED: [&str; 9] =
    ["compare", "dimensions", "move", "search", "assets", "index", "ladder", "404", "groups"];

/// Bytes of a slug; a file name may have 255, and an id joins three.
const LONGEST: usize = 72;

/// Words of a criterion that make its id.
const WORDS: usize = 6;

/// The ids of a framework, in its order. Those of levels and criteria are the last part alone.
pub(super) struct Ids {
    pub groups: Vec<String>,
    pub pages: Vec<String>,
    pub tracks: Vec<String>,
    pub levels: Vec<Vec<String>>,
    pub criteria: Vec<Vec<Vec<String>>>,
}

/// Gives every group, page, track, level and criterion its id. No group or page is called like a track.
pub(super) fn ids(framework: &Framework, sources: &Sources) -> Ids {
    let reserved: BTreeSet<String> = RESERVED.map(str::to_owned).into();
    let tracks = unique(&track_names(framework, sources), &reserved, "track");
    let taken = &reserved | &tracks.iter().cloned().collect();
    let groups = unique(&group_names(framework), &taken, "group");
    let taken = &taken | &groups.iter().cloned().collect();
    let pages = unique(&page_names(framework, sources), &taken, "page");
    let index = BTreeSet::from(["index".to_owned()]);
    let levels = framework.tracks.iter().map(|track| unique(&level_names(&track.levels), &index, "level")).collect();
    let of_level = |level: &Level| unique(&criterion_names(&level.criteria), &BTreeSet::new(), "criterion");
    let criteria = framework.tracks.iter().map(|track| track.levels.iter().map(of_level).collect()).collect();
    Ids { groups, pages, tracks, levels, criteria }
}

/// What can tell a thing from its siblings.
struct Name {
    /// The id wherever it suffices.
    stem: String,
    /// Added one after the other where siblings clash; empty where the thing has none.
    qualifiers: Vec<String>,
    /// The whole text, for the hash.
    whole: String,
}

fn group_names(framework: &Framework) -> Vec<Name> {
    let name = |group: &crate::model::Group| Name {
        stem: short(&group.title),
        qualifiers: Vec::new(),
        whole: group.path.clone(),
    };
    framework.groups.iter().map(name).collect()
}

fn page_names(framework: &Framework, sources: &Sources) -> Vec<Name> {
    let name = |page: &crate::model::Page| Name {
        stem: short(&page.title),
        qualifiers: group_title(framework, page.group),
        whole: sources.get(page.span.file).path().to_owned(),
    };
    framework.pages.iter().map(name).collect()
}

fn track_names(framework: &Framework, sources: &Sources) -> Vec<Name> {
    let name = |track: &crate::model::Track| Name {
        stem: short(&track.title),
        qualifiers: group_title(framework, track.group),
        whole: format!("{} {}", sources.get(track.span.file).path(), track.title),
    };
    framework.tracks.iter().map(name).collect()
}

fn group_title(framework: &Framework, group: usize) -> Vec<String> {
    framework.groups.get(group).map(|group| short(&group.title)).into_iter().collect()
}

fn level_names(levels: &[Level]) -> Vec<Name> {
    let name = |level: &Level| Name {
        stem: short(level.code.as_deref().unwrap_or(&level.title)),
        qualifiers: level.rank.map(|rank| slug(&rank.0.to_string())).into_iter().collect(),
        whole: whole_level(level),
    };
    levels.iter().map(name).collect()
}

fn whole_level(level: &Level) -> String {
    let mut whole = level.heading.clone();
    for criterion in &level.criteria {
        whole.push('\n');
        whole.push_str(&criterion.text.plain());
    }
    whole
}

fn criterion_names(criteria: &[Criterion]) -> Vec<Name> {
    let name = |criterion: &Criterion| {
        let whole = criterion.text.plain();
        let qualifiers = criterion.dimension.as_deref().map(short).into_iter().collect();
        Name { stem: first_words(&whole), qualifiers, whole }
    };
    criteria.iter().map(name).collect()
}

fn first_words(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    short(&words.take(WORDS).collect::<Vec<_>>().join(" "))
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
    format!("{:08x}", xxh3_64(text.as_bytes()) as u32)
}

/// One id per name, all different and none in `taken`; `kind` is the word added to a taken one.
fn unique(names: &[Name], taken: &BTreeSet<String>, kind: &str) -> Vec<String> {
    let stem =
        |name: &Name| if taken.contains(&name.stem) { format!("{}-{kind}", name.stem) } else { name.stem.clone() };
    let mut ids: Vec<String> = names.iter().map(stem).collect();
    let steps = names.iter().map(|name| name.qualifiers.len()).max().unwrap_or(0);
    for step in 0..steps {
        for clash in clashes(&ids) {
            let qualifier = |index: usize| names[index].qualifiers.get(step);
            if clash.iter().any(|index| qualifier(*index) != qualifier(clash[0])) {
                clash.iter().for_each(|index| append(&mut ids[*index], qualifier(*index).map(String::as_str)));
            }
        }
    }
    for clash in clashes(&ids) {
        clash.iter().for_each(|index| append(&mut ids[*index], Some(&hash(&names[*index].whole))));
    }
    number_twins(ids, taken)
}

fn append(id: &mut String, part: Option<&str>) {
    if let Some(part) = part {
        id.push('-');
        id.push_str(part);
    }
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
    use super::{Name, RESERVED, first_words, hash, short, unique};

    fn check(names: &[(&str, &str, &str)], expected: &[&str]) {
        let name = |(stem, qualifier, whole): &(&str, &str, &str)| Name {
            stem: (*stem).to_owned(),
            qualifiers: Some(*qualifier)
                .filter(|qualifier| !qualifier.is_empty())
                .map(str::to_owned)
                .into_iter()
                .collect(),
            whole: (*whole).to_owned(),
        };
        let names: Vec<Name> = names.iter().map(name).collect();
        assert_eq!(unique(&names, &RESERVED.map(str::to_owned).into(), "track"), expected);
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
