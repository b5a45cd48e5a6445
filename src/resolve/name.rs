//! From a name to a track or level (design rule 3.1).
//!
//! A name has alternatives, split at `/` and "or" (`development/delivery` has two). It is found where one alternative
//! occurs whole, word for word and whatever the case, in the title, heading, code, alias or file name of exactly one
//! track or level. The nearest that answers decides: first the levels of the same track, then the group, then the
//! framework; and of equals, a name that *is* the alternative goes before one that only holds it. A track stands for
//! its levels: where both answer, the track is meant.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Ladder, LevelRef, TrackRef};
use crate::text::{FileId, Sources, slug};

/// What a name may stand for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Target {
    Track(TrackRef),
    Level(LevelRef),
}

/// How the search for a name ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Found {
    One(Target),
    None,
    /// Two or more, in the order of the ladder.
    Several(Vec<Target>),
}

/// Who asks; nothing ever resolves to itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum Asking {
    /// A track as a whole: none of its levels is meant.
    Track(TrackRef),
    Level(LevelRef),
}

impl Asking {
    /// The track that asks, or whose level does.
    pub fn track(self) -> TrackRef {
        match self {
            Self::Track(track) => track,
            Self::Level(level) => level.track,
        }
    }

    /// Whether the target is the asking one itself, its track or, for a track, one of its levels.
    pub fn is_asking(self, target: Target) -> bool {
        match (target, self) {
            (Target::Track(track), asking) => track == asking.track(),
            (Target::Level(level), Self::Level(asking)) => level == asking,
            (Target::Level(level), Self::Track(track)) => level.track == track,
        }
    }
}

/// The names of all tracks and levels.
pub(super) struct Names<'a> {
    ladder: &'a Ladder,
    sources: &'a Sources,
    /// Collected when the first name is looked up.
    index: OnceCell<Index>,
}

#[derive(Default)]
struct Index {
    entries: Vec<Entry>,
    /// Word → the entries that hold it.
    by_word: BTreeMap<String, Vec<usize>>,
}

struct Entry {
    target: Target,
    words: Vec<String>,
}

impl<'a> Names<'a> {
    /// The names of a ladder.
    pub fn new(ladder: &'a Ladder, sources: &'a Sources) -> Self {
        Self { ladder, sources, index: OnceCell::new() }
    }

    /// Looks a name up.
    pub fn find(&self, name: &str, asking: Asking) -> Found {
        for alternatives in [vec![words(name)], alternatives(name), around_brackets(name)] {
            match self.find_alternatives(&alternatives, asking) {
                Found::None => {}
                found => return found,
            }
        }
        self.find_level_of_track(&words(name), asking)
    }

    /// Looks up a name that an author declares: `delivery/level-4` or `delivery` as ids are written, else as any name.
    pub fn find_declared(&self, name: &str, asking: Asking) -> Found {
        match self.by_id(name, asking).filter(|target| !asking.is_asking(*target)) {
            Some(target) => Found::One(target),
            None => self.find(name, asking),
        }
    }

    fn by_id(&self, name: &str, asking: Asking) -> Option<Target> {
        let (track, level) = name.split_once('/').map_or((name, None), |(track, level)| (track, Some(level)));
        let track = self.track_by_id(track, asking)?;
        let Some(level) = level else { return Some(Target::Track(track)) };
        let id = slug(level);
        let mut levels = self.ladder.levels(track);
        levels.find(|(_, value)| value.id == id || slug(&value.heading) == id).map(|(level, _)| Target::Level(level))
    }

    /// By the id, else by the title within the group.
    fn track_by_id(&self, name: &str, asking: Asking) -> Option<TrackRef> {
        let id = slug(name);
        let by_id = self.ladder.tracks().find(|(_, track)| track.id == id).map(|(track, _)| track);
        let group = self.ladder.track(asking.track()).group;
        let named = |track: &super::Track| track.group == group && slug(track.title.plain()) == id;
        by_id.or_else(|| self.ladder.tracks().find(|(_, track)| named(track)).map(|(track, _)| track))
    }

    fn find_alternatives(&self, alternatives: &[Vec<String>], asking: Asking) -> Found {
        let holding: Vec<&Entry> = alternatives.iter().flat_map(|words| self.holding(words)).collect();
        for scope in [Scope::Track, Scope::Group, Scope::Framework] {
            let near: Vec<&&Entry> = holding.iter().filter(|entry| self.is_in(entry.target, scope, asking)).collect();
            let equal = near.iter().filter(|entry| alternatives.contains(&entry.words)).map(|entry| entry.target);
            match narrow(equal.collect()) {
                Found::None => {}
                found => return found,
            }
            match narrow(near.iter().map(|entry| entry.target).collect()) {
                Found::None => {}
                found => return found,
            }
        }
        Found::None
    }

    /// "Delivery level 4": the words of a track, then those of one of its levels.
    fn find_level_of_track(&self, words: &[String], asking: Asking) -> Found {
        for split in (1..words.len()).rev() {
            let (track, level) = words.split_at(split);
            let Found::One(Target::Track(track)) = self.find_alternatives(&[track.to_vec()], asking) else { continue };
            let of_track = |entry: &&Entry| matches!(entry.target, Target::Level(level) if level.track == track);
            let named = self.holding(level).into_iter().filter(of_track).filter(|entry| entry.words == level);
            match narrow(named.map(|entry| entry.target).collect()) {
                Found::None => {}
                found => return found,
            }
        }
        Found::None
    }

    fn holding(&self, words: &[String]) -> Vec<&Entry> {
        self.index.get_or_init(|| Index::new(self.ladder, self.sources)).holding(words)
    }

    fn is_in(&self, target: Target, scope: Scope, asking: Asking) -> bool {
        let track = match target {
            Target::Track(track) => track,
            Target::Level(level) => level.track,
        };
        let asking_track = asking.track();
        let is_near = match scope {
            Scope::Track => track == asking_track,
            Scope::Group => self.ladder.track(track).group == self.ladder.track(asking_track).group,
            Scope::Framework => true,
        };
        is_near && !asking.is_asking(target)
    }
}

impl Index {
    /// Collects every name that a track or level goes by.
    fn new(ladder: &Ladder, sources: &Sources) -> Self {
        let mut names = Self::default();
        for (track, value) in ladder.tracks() {
            let files: BTreeSet<FileId> = value.levels.iter().map(|level| level.span.file).collect();
            let path = sources.get(value.span.file).path();
            names.add(Target::Track(track), value.title.plain());
            names.add(Target::Track(track), if files.len() > 1 { folder_name(path) } else { file_name(path) });
            for (of, level) in ladder.levels(track) {
                let written = [Some(&level.heading), Some(&level.title), level.code.as_ref()];
                written.into_iter().flatten().chain(&level.aliases).for_each(|name| names.add(Target::Level(of), name));
                if files.len() > 1 {
                    names.add(Target::Level(of), file_name(sources.get(level.span.file).path()));
                }
            }
        }
        names
    }

    fn add(&mut self, target: Target, name: &str) {
        let words = words(name);
        for word in words.iter().collect::<BTreeSet<_>>() {
            self.by_word.entry(word.clone()).or_default().push(self.entries.len());
        }
        self.entries.push(Entry { target, words });
    }

    /// The entries in which the words occur one behind the other.
    fn holding(&self, words: &[String]) -> Vec<&Entry> {
        let none = Vec::new();
        let with = |word: &String| self.by_word.get(word).unwrap_or(&none);
        let Some(rarest) = words.iter().map(with).min_by_key(|entries| entries.len()) else { return Vec::new() };
        let entries = rarest.iter().map(|index| &self.entries[*index]);
        entries.filter(|entry| entry.words.windows(words.len()).any(|window| window == words)).collect()
    }
}

/// How far a name is looked for.
#[derive(Clone, Copy)]
enum Scope {
    Track,
    Group,
    Framework,
}

/// One thing where the targets are one, or one track and levels of it.
fn narrow(targets: BTreeSet<Target>) -> Found {
    let mut iter = targets.iter();
    match (iter.next(), iter.next()) {
        (None, _) => Found::None,
        (Some(target), None) => Found::One(*target),
        // Tracks sort before levels.
        (Some(Target::Track(track)), Some(_)) if targets.iter().skip(1).all(|other| is_level_of(*other, *track)) => {
            Found::One(Target::Track(*track))
        }
        _ => Found::Several(targets.into_iter().collect()),
    }
}

fn is_level_of(target: Target, track: TrackRef) -> bool {
    matches!(target, Target::Level(level) if level.track == track)
}

/// The name split at `/` and "or".
fn alternatives(name: &str) -> Vec<Vec<String>> {
    let mut alternatives = Vec::new();
    for part in name.split('/') {
        alternatives.extend(words(part).split(|word| word == "or").map(<[String]>::to_vec));
    }
    alternatives.retain(|words| !words.is_empty());
    alternatives
}

/// `Senior Engineer (SE)`: what stands before the brackets, and what in them.
fn around_brackets(name: &str) -> Vec<Vec<String>> {
    let parts = name.split(['(', ')', '[', ']']).map(words);
    parts.filter(|words| !words.is_empty()).collect()
}

/// Runs of letters and digits, case folded.
pub(super) fn words(name: &str) -> Vec<String> {
    let words = name.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The name of a file without its ending; of a README, that of its folder.
fn file_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if is_index(stem) { folder_name(path) } else { stem }
}

/// Whether a file of this name stands for its folder.
pub(super) fn is_index(stem: &str) -> bool {
    stem.eq_ignore_ascii_case("readme") || stem.eq_ignore_ascii_case("index") || stem == "_index"
}

fn folder_name(path: &str) -> &str {
    path.rsplit('/').nth(1).unwrap_or("")
}
