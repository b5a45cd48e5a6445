//! Where the things of the sources are shown: files, folders and headings → destinations (design §4, "Links").
//!
//! A document leads to the page, level, track or group that was made of it, a folder to what its README leads to, a
//! heading to the level or section under it.

use std::collections::{BTreeMap, BTreeSet};

use super::anchor::{Anchors, anchor};
use super::name::is_index;
use super::{Destination, GroupRef, Ladder, LevelRef, PageRef, Section, TrackRef};
use crate::text::{self, FileId, Inlines, Sources, Span, slug};

/// What was made of the documents, by file and folder.
pub(super) struct Places {
    pub files: BTreeMap<FileId, Destination>,
    /// Without a slash at the end; with the README that stands for it, if any.
    pub folders: BTreeMap<String, (Destination, Option<FileId>)>,
    /// The anchor of every section with a heading.
    pub anchors: BTreeMap<Span, String>,
}

/// Collects all places; `folders` are those of the groups, in their order, below the root.
pub(super) fn places(ladder: &Ladder, folders: &[String], sources: &Sources) -> Places {
    let shown = shown_sections(ladder);
    let anchors = anchors(ladder, &shown);
    let files = files(ladder, &shown);
    let folders = folder_places(ladder, folders, (&files, sources));
    Places { files, folders, anchors }
}

/// The guidance of each page.
fn shown_sections(ladder: &Ladder) -> Vec<(Destination, &[Section])> {
    let pages = ladder.pages.iter().enumerate();
    let mut shown: Vec<(Destination, &[Section])> =
        pages.map(|(index, page)| (Destination::Page(PageRef(index)), page.sections.as_slice())).collect();
    for (track, value) in ladder.tracks() {
        shown.extend(ladder.levels(track).map(|(of, level)| (Destination::Level(of), level.guidance.as_slice())));
        shown.push((Destination::Track(track), &value.guidance));
    }
    let groups = ladder.groups.iter().enumerate();
    shown.extend(groups.map(|(index, group)| (Destination::Group(GroupRef(index)), group.guidance.as_slice())));
    shown.push((Destination::Home, &ladder.guidance));
    shown
}

/// An anchor for every heading of the guidance, each once on its page: the author's id, else the heading's. Those of
/// sections stand under the section's span, those inside of blocks under their own.
fn anchors(ladder: &Ladder, shown: &[(Destination, &[Section])]) -> BTreeMap<Span, String> {
    let mut anchors = BTreeMap::new();
    // Groups are shown on the home page, one below the other.
    let mut home = Anchors::default();
    for (destination, sections) in shown.iter().filter(|(_, sections)| !sections.is_empty()) {
        let mut own = own_anchors(ladder, destination);
        let given = match destination {
            Destination::Home | Destination::Group(_) => &mut home,
            _ => &mut own,
        };
        for section in *sections {
            if let Some(heading) = &section.heading {
                anchors.insert(section.span, given.next(wanted(section.id.as_deref(), heading)));
            }
            for inner in text::headings(&section.blocks) {
                anchors.insert(inner.span, given.next(wanted(inner.id.as_deref(), &inner.content)));
            }
        }
    }
    anchors
}

/// Anchors that a page has given out before its guidance: those of a level's criteria.
fn own_anchors(ladder: &Ladder, page: &Destination) -> Anchors {
    let mut given = Anchors::default();
    if let Destination::Level(level) = page {
        let ids = ladder.level(*level).criteria.iter().filter_map(|criterion| criterion.id.rsplit('/').next());
        ids.for_each(|id| drop(given.next(id.to_owned())));
    }
    given
}

fn wanted(id: Option<&str>, heading: &Inlines) -> String {
    let own = id.filter(|id| !id.is_empty() && !id.contains(char::is_whitespace));
    let wanted = own.map_or_else(|| anchor(&heading.plain()), str::to_owned);
    if wanted.is_empty() { "section".to_owned() } else { wanted }
}

/// The page that each document became; of a document that holds several tracks, their group.
fn files(ladder: &Ladder, shown: &[(Destination, &[Section])]) -> BTreeMap<FileId, Destination> {
    let mut files = BTreeMap::new();
    for (index, page) in ladder.pages.iter().enumerate() {
        files.entry(page.span.file).or_insert(Destination::Page(PageRef(index)));
    }
    for (file, parts) in parts_of_files(ladder) {
        files.entry(file).or_insert(parts.destination(ladder));
    }
    for (destination, sections) in shown {
        for section in *sections {
            files.entry(section.span.file).or_insert(destination.clone());
        }
    }
    files
}

/// What of the tracks lies in one file.
#[derive(Default)]
struct Parts {
    tracks: BTreeSet<TrackRef>,
    levels: BTreeSet<LevelRef>,
}

impl Parts {
    fn destination(&self, ladder: &Ladder) -> Destination {
        let mut tracks = self.tracks.iter();
        let (first, second) = (tracks.next().copied().unwrap_or(TrackRef(0)), tracks.next());
        let has_more_files = || {
            let track = ladder.track(first);
            track.levels.iter().any(|level| level.span.file != track.levels[0].span.file)
        };
        match (self.levels.len(), second) {
            (_, Some(_)) => Destination::Group(ladder.track(first).group),
            (1, None) if has_more_files() => {
                self.levels.first().map_or(Destination::Track(first), |level| Destination::Level(*level))
            }
            _ => Destination::Track(first),
        }
    }
}

fn parts_of_files(ladder: &Ladder) -> BTreeMap<FileId, Parts> {
    let mut parts: BTreeMap<FileId, Parts> = BTreeMap::new();
    for (track, value) in ladder.tracks() {
        parts.entry(value.span.file).or_default().tracks.insert(track);
        for (of, level) in ladder.levels(track) {
            let files = level.criteria.iter().map(|criterion| criterion.span.file);
            for file in files.chain([level.span.file]).collect::<BTreeSet<_>>() {
                let parts = parts.entry(file).or_default();
                parts.tracks.insert(track);
                parts.levels.insert(of);
            }
        }
    }
    parts
}

/// Folders lead to what their README became, else to the track or group that they make.
fn folder_places(
    ladder: &Ladder,
    group_folders: &[String],
    (files, sources): (&BTreeMap<FileId, Destination>, &Sources),
) -> BTreeMap<String, (Destination, Option<FileId>)> {
    let mut folders = BTreeMap::new();
    for (file, source) in sources.iter().filter(|(_, source)| is_index_file(source.path())) {
        if let Some(destination) = files.get(&file) {
            folders.entry(folder(source.path()).to_owned()).or_insert((destination.clone(), Some(file)));
        }
    }
    for (track, value) in ladder.tracks() {
        let homes: BTreeSet<&str> =
            value.levels.iter().map(|level| folder(sources.get(level.span.file).path())).collect();
        let files: BTreeSet<FileId> = value.levels.iter().map(|level| level.span.file).collect();
        if let (Some(home), 1, 2..) = (homes.first(), homes.len(), files.len()) {
            folders.entry((*home).to_owned()).or_insert((Destination::Track(track), None));
        }
    }
    folders.entry(sources.root().to_owned()).or_insert((Destination::Home, None));
    for (index, below_root) in group_folders.iter().enumerate() {
        let path = join(sources.root(), below_root);
        folders.entry(path).or_insert((Destination::Group(GroupRef(index)), None));
    }
    folders
}

/// What was made of every heading of every file, by the fragments that lead to it.
pub(super) type Headings = BTreeMap<FileId, BTreeMap<String, Destination>>;

/// In the order of the document: levels, sections, then titles and dimensions.
pub(super) fn headings(ladder: &Ladder, Places { anchors, .. }: &Places) -> Headings {
    let shown = &shown_sections(ladder);
    let mut written: Vec<(Span, String, Destination)> = Vec::new();
    for (page, sections) in shown {
        for section in *sections {
            if let (Some(heading), Some(anchor)) = (&section.heading, anchors.get(&section.span)) {
                let destination = Destination::Anchor(Box::new(page.clone()), anchor.clone());
                written.push((section.span, heading.plain(), destination));
            }
        }
    }
    for (track, _) in ladder.tracks() {
        let level =
            |(of, level): (LevelRef, &super::Level)| (level.span, level.heading.clone(), Destination::Level(of));
        written.extend(ladder.levels(track).map(level));
    }
    written.sort_by_key(|(span, _, _)| *span);
    let mut numbering: BTreeMap<FileId, Anchors> = BTreeMap::new();
    let mut headings: BTreeMap<FileId, BTreeMap<String, Destination>> = BTreeMap::new();
    for (span, heading, destination) in &written {
        let name = numbering.entry(span.file).or_default().next(anchor(heading));
        headings.entry(span.file).or_default().entry(name).or_insert(destination.clone());
    }
    for (fragment, file, destination) in other_fragments(ladder, shown, &written) {
        headings.entry(file).or_default().entry(fragment).or_insert(destination);
    }
    headings
}

/// Other ways to write a fragment: the author's ids, hyphens folded, the title of the document, its dimensions.
fn other_fragments(
    ladder: &Ladder,
    shown: &[(Destination, &[Section])],
    written: &[(Span, String, Destination)],
) -> Vec<(String, FileId, Destination)> {
    let by_span: BTreeMap<Span, &Destination> = written.iter().map(|(span, _, to)| (*span, to)).collect();
    let sections = shown.iter().flat_map(|(_, sections)| *sections);
    let with_id = sections.filter_map(|section| Some((section.id.clone()?, section.span)));
    let own = with_id.filter_map(|(id, span)| Some((id, span.file, (*by_span.get(&span)?).clone())));
    let mut fragments: Vec<(String, FileId, Destination)> = own.collect();
    fragments.extend(written.iter().map(|(span, heading, to)| (slug(heading), span.file, to.clone())));
    for (track, value) in ladder.tracks() {
        let dimensions = value.dimensions.iter().map(|dimension| ladder.dimensions[dimension.0].title.as_str());
        for title in [value.title.plain()].into_iter().chain(dimensions) {
            fragments.push((anchor(title), value.span.file, Destination::Track(track)));
        }
    }
    for (index, page) in ladder.pages.iter().enumerate() {
        fragments.push((anchor(&page.title), page.span.file, Destination::Page(PageRef(index))));
    }
    fragments
}

/// The folder of a path, empty at the top.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Two parts of a path, either of which may be empty.
pub(super) fn join(folder: &str, rest: &str) -> String {
    match (folder, rest) {
        ("", rest) => rest.to_owned(),
        (folder, "") => folder.to_owned(),
        (folder, rest) => format!("{folder}/{rest}"),
    }
}

fn is_index_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    is_index(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}
