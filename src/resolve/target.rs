//! From the target of a link, as written, to where it leads (design §4, "Links").
//!
//! A target is tried as written, without its ending or with another, and as a folder; one that begins with a slash from
//! the root of the documents and of the project, then by the longest end that fits exactly one document. Only `http`,
//! `https`, `mailto` and `tel` leave the site: any other scheme (`javascript:`, `data:`, `file:`) leads nowhere. A file
//! that is no document is offered only where the project says that it has it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::anchor::without_number;
use super::place::{Headings, Places, folder, headings, join};
use super::written_id::written_ids;
use super::{Destination, Ladder, Project};
use crate::text::FileId;

/// Endings that a link may leave out or have turned into another.
const ENDINGS: [&str; 4] = [".md", ".markdown", ".html", ".txt"];

/// Schemes of links that leave the site.
const OUTSIDE: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The way from targets to destinations.
pub(super) struct Targets<'a> {
    ladder: &'a Ladder,
    places: &'a Places,
    project: Project<'a>,
    /// Last part of a path → the documents and folders that end in it.
    by_last: BTreeMap<&'a str, Vec<&'a str>>,
    /// Looked up by links that name a heading only, and most ladders have none.
    headings: OnceCell<Headings>,
    written_ids: OnceCell<BTreeSet<(FileId, String)>>,
}

/// Where a target leads.
pub(super) struct Lead {
    pub destination: Destination,
    /// The document was found, but not the heading in it.
    pub misses_heading: bool,
}

impl<'a> Targets<'a> {
    /// Reads the paths of all places.
    pub fn new(ladder: &'a Ladder, places: &'a Places, project: Project<'a>) -> Self {
        let files = places.files.keys().map(|file| project.sources.get(*file).path());
        let mut by_last: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for path in files.chain(places.folders.keys().map(String::as_str)) {
            by_last.entry(last(path)).or_default().push(path);
        }
        Self { ladder, places, project, by_last, headings: OnceCell::new(), written_ids: OnceCell::new() }
    }

    /// Where a target leads that stands in `from`.
    pub fn lead(&self, from: FileId, target: &str) -> Lead {
        let target: String = target.trim().chars().filter(|character| !character.is_control()).collect();
        if let Some(scheme) = scheme(&target) {
            let is_outside = OUTSIDE.iter().any(|outside| scheme.eq_ignore_ascii_case(outside));
            return plain(if is_outside { Destination::External } else { Destination::Broken });
        }
        if target.starts_with("//") {
            return plain(Destination::External);
        }
        let (path, fragment) = target.split_once('#').unwrap_or((&target, ""));
        let path = decoded(path.split('?').next().unwrap_or(path));
        let (destination, file) = self.page(from, &path);
        self.heading(destination, file, &decoded(fragment))
    }

    /// The page of a path, and the document behind it.
    fn page(&self, from: FileId, path: &str) -> (Destination, Option<FileId>) {
        let here = self.project.sources.get(from).path();
        let found = match path.strip_prefix('/') {
            _ if path.is_empty() => self.at(here),
            None => resolved(folder(here), path).and_then(|path| self.at(&path)),
            Some(below) => resolved(self.project.sources.root(), below)
                .and_then(|path| self.at(&path))
                .or_else(|| resolved("", below).and_then(|path| self.at(&path)))
                .or_else(|| self.by_longest_end(below)),
        };
        found.unwrap_or((Destination::Broken, None))
    }

    /// What is at a path: a document, a folder or another file of the project.
    fn at(&self, path: &str) -> Option<(Destination, Option<FileId>)> {
        let known = spellings(path).find_map(|path| self.document(&path));
        let folder = || self.places.folders.get(path).cloned();
        let asset = || self.project.assets.contains(path).then(|| (Destination::Asset(path.to_owned()), None));
        self.document(path).or_else(asset).or_else(folder).or(known)
    }

    fn document(&self, path: &str) -> Option<(Destination, Option<FileId>)> {
        let file = self.project.sources.find(path)?;
        Some((self.places.files.get(&file)?.clone(), Some(file)))
    }

    /// `/handbook/levels/delivery.md` may mean `levels/delivery.md`, or just `delivery.md`.
    fn by_longest_end(&self, path: &str) -> Option<(Destination, Option<FileId>)> {
        let path = resolved("", path)?;
        let mut end = path.as_str();
        loop {
            let names = [end.to_owned()].into_iter().chain(spellings(end));
            let fitting: BTreeSet<&str> = names.flat_map(|name| self.ending_in(&name)).collect();
            if let (Some(only), 1) = (fitting.first(), fitting.len()) {
                return self.at(only);
            }
            end = end.split_once('/')?.1;
        }
    }

    fn ending_in(&self, end: &str) -> Vec<&'a str> {
        let same_last = self.by_last.get(last(end)).into_iter().flatten().copied();
        let fits = |path: &&str| path.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
        same_last.filter(fits).collect()
    }

    fn heading(&self, page: Destination, file: Option<FileId>, fragment: &str) -> Lead {
        let (Some(file), false) = (file, fragment.is_empty() || fragment == "top") else { return plain(page) };
        let headings = self.headings.get_or_init(|| headings(self.ladder, self.places)).get(&file);
        let find = |fragment: &str| headings.and_then(|headings| headings.get(fragment)).cloned();
        let lower = fragment.to_lowercase();
        match find(fragment).or_else(|| find(&lower)).or_else(|| find(without_number(&lower))) {
            Some(destination) => plain(destination),
            None => {
                let written_ids = self.written_ids.get_or_init(|| written_ids(self.project.sources));
                Lead { destination: page, misses_heading: !written_ids.contains(&(file, fragment.to_owned())) }
            }
        }
    }
}

fn plain(destination: Destination) -> Lead {
    Lead { destination, misses_heading: false }
}

/// The scheme of an absolute address.
fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let mut characters = scheme.chars();
    let is_scheme = characters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && characters.all(|it| it.is_ascii_alphanumeric() || matches!(it, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

/// The same document under other endings.
fn spellings(path: &str) -> impl Iterator<Item = String> {
    let stem = ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path).to_owned();
    ENDINGS.iter().map(move |ending| format!("{stem}{ending}"))
}

/// A relative path from a folder; `None` above the project.
fn resolved(folder: &str, path: &str) -> Option<String> {
    let joined = join(folder, path);
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Percent signs undone, where that gives text.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let is_hex = |hex: &&str| *byte == b'%' && hex.bytes().all(|digit| digit.is_ascii_hexdigit());
        let hex = text.get(at + 1..at + 3).filter(is_hex);
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::resolve::fixture::{framework, name, rules};
    use crate::resolve::{Destination, Ladder, Project, ladder};

    const SITE: &str = "# Delivery | file=tracks/delivery.md
        > How to use it
        ## Level 4
        > How to use it
        # Lead | file=tracks/lead/README.md
        ## One | file=tracks/lead/one.md
        ## Two | file=tracks/lead/two.md
        # Notes | file=notes/a b.md
        ## Three";

    /// Where a target leads that stands in `tracks/from.md`, and the rules that it breaks.
    fn check(target: &str, expected: &str) {
        let text = format!("{SITE}\n # From | file=tracks/from.md\n ## L1\n - reads <{target}>");
        let (framework, sources) = framework(&text);
        let assets = BTreeSet::from(["tracks/map.png".to_owned(), "LICENSE".to_owned()]);
        let (ladder, diagnostics) = ladder(framework, Project { sources: &sources, assets: &assets });
        let from = sources.find("tracks/from.md").expect("the document is there");
        let destination = &ladder.links[&(from, target.to_owned())];
        let warns = if rules(&diagnostics).contains(&"broken-link") { " !" } else { "" };
        assert_eq!(format!("{}{warns}", show(&ladder, destination)), expected, "{target}");
    }

    fn show(ladder: &Ladder, destination: &Destination) -> String {
        match destination {
            Destination::Home => "home".to_owned(),
            Destination::Group(group) => format!("group {}", group.0),
            Destination::Track(track) => ladder.track(*track).id.clone(),
            Destination::Level(level) => name(ladder, *level),
            Destination::Page(page) => format!("page {}", page.0),
            Destination::Anchor(page, anchor) => format!("{}#{anchor}", show(ladder, page)),
            Destination::Asset(path) => format!("asset {path}"),
            Destination::External => "external".to_owned(),
            Destination::Broken => "broken".to_owned(),
        }
    }

    #[test]
    fn documents_lead_to_what_was_made_of_them() {
        check("delivery.md", "delivery");
        check("./delivery", "delivery");
        check("delivery.html", "delivery");
        check("../tracks/delivery.md?raw=1", "delivery");
        check("lead/one.md", "lead/one");
        check("lead/", "lead");
        check("lead", "lead");
        check("lead/README.md", "lead");
        check("../notes/a%20b.md", "notes");
        check("..", "home");
        check("", "from");
    }

    #[test]
    fn paths_from_the_root_may_begin_elsewhere() {
        check("/tracks/delivery.md", "delivery");
        check("/handbook/tracks/delivery.md", "delivery");
        check("/handbook/delivery", "delivery");
        check("/handbook/lead/", "lead");
        check("/handbook/other.md", "broken !");
        check("handbook/delivery.md", "broken !");
    }

    #[test]
    fn headings_lead_to_levels_and_sections() {
        check("delivery.md#level-4", "delivery/level-4");
        check("delivery.md#Level-4", "delivery/level-4");
        check("delivery.md#how-to-use-it", "delivery#how-to-use-it");
        check("delivery.md#how-to-use-it-1", "delivery#how-to-use-it-1");
        check("delivery.md#level-9", "delivery !");
        check("delivery.md#", "delivery");
        check("#l1", "from/l1");
    }

    #[test]
    fn files_are_offered_only_where_the_project_has_them() {
        check("map.png", "asset tracks/map.png");
        check("/LICENSE", "asset LICENSE");
        check("../../etc/passwd", "broken !");
        check("other.png", "broken !");
    }

    #[test]
    fn only_web_and_mail_lead_outside() {
        check("https://example.org/x", "external");
        check("MAILTO:someone@example.org", "external");
        check("//example.org", "external");
        for target in ["javascript:alert(1)", "JaVa\tScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc"]
        {
            check(target, "broken !");
        }
    }
}
