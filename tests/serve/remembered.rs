//! The law of loads that follow one another: whatever is changed, added, removed or renamed, a load that remembers gives
//! what a load without memory gives: the same ladder, the same findings, the same pages. `LADDER_EDITS=500` tries more.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ladder_site::commands::{Loaded, Loads, load};
use ladder_site::pages::{self, Page, Site};
use ladder_site::render::{Theme, render};
use ladder_site::text::parallel;

use super::chance::Chance;
use super::mutate;
use super::preview::write;
use super::support;
use super::support::site::{documents, folders};

/// How many changes follow one another in each folder.
fn edits() -> usize {
    std::env::var("LADDER_EDITS").ok().and_then(|number| number.parse().ok()).unwrap_or(6)
}

#[test]
fn what_is_remembered_changes_nothing_in_fixtures() {
    all_of(folders().into_iter().filter(|folder| folder.starts_with(support::root())).collect());
}

/// On the real ladders that lie beside the repository.
#[test]
fn what_is_remembered_changes_nothing_in_real_ladders() {
    all_of(folders().into_iter().filter(|folder| !folder.starts_with(support::root())).collect());
}

/// A framework of several groups that build on one another.
#[test]
fn what_is_remembered_changes_nothing_among_groups() {
    let text = |track: &str, base: &str| {
        let level = |rank: usize| {
            format!("## L{rank}\n\n### Craft\n\n- Mends {rank} sails of {track}.\n- Counts the ropes of {base}.\n\n")
        };
        let levels: String = (1..4).map(level).collect();
        format!("# {track}\n\nThis track is a branch from the {base} track. See [it](../{base}.md).\n\n{levels}")
    };
    let names = ["amber", "birch", "cedar", "dune", "elder", "fern"];
    let file = |(at, name): (usize, &&str)| {
        (format!("{}/{name}.md", ["north", "south", "west"][at / 2]), text(name, names[(at * 5 + 1) % names.len()]))
    };
    let readme = ("README.md".to_owned(), "# Boats\n\nEach level includes those below.\n".to_owned());
    let framework = names.iter().enumerate().map(file).chain([readme]).collect();
    follow("groups", framework, edits() * 5);
}

fn all_of(folders: Vec<PathBuf>) {
    let with_documents = folders.iter().map(|folder| (folder, documents(folder)));
    let small = |(folder, documents): (&PathBuf, Vec<(String, String)>)| {
        let size: usize = documents.iter().map(|(_, text)| text.len()).sum();
        (!documents.is_empty() && size < 80_000).then(|| (folder.display().to_string(), documents))
    };
    let small: Vec<_> = with_documents.filter_map(small).collect();
    parallel::map(small, |(name, documents)| follow(&name, documents, edits()));
}

/// Changes the documents one by one, and compares after every change.
fn follow(name: &str, documents: Vec<(String, String)>, edits: usize) {
    let folder = tempfile::tempdir().expect("there is room");
    let mut files: BTreeMap<String, String> = documents.into_iter().collect();
    files.iter().for_each(|(path, text)| write(&folder.path().join(path), text));
    let mut chance = Chance::new(name.bytes().map(usize::from).sum::<usize>() as u64);
    let mut loads = Loads::of(folder.path());
    let mut story = Vec::new();
    for _ in 0..edits {
        let warm = loads.again().expect("the folder can be read");
        let cold = load(folder.path(), None).expect("the folder can be read");
        compare(&warm, &cold, &format!("{name} after {story:?}"));
        story.push(change(&mut chance, folder.path(), &mut files));
    }
}

/// What a document may say besides, before its words or behind them.
const SAID: [(&str, &str); 11] = [
    ("---\nladder:\n  accumulates: replacing\n---\n", ""),
    ("---\nladder:\n  title: Zeal\n---\n", ""),
    ("---\nladder:\n  is: page\n---\n", ""),
    ("---\nladder:\n  is: track\n---\n", ""),
    ("---\nladder:\n  group: others\n---\n", ""),
    ("---\nladder:\n  builds_on: amber\n---\n", ""),
    ("---\nladder:\n  dimensions: [Craft, Care]\n---\n", ""),
    ("", "\n\nEach level includes those below.\n"),
    ("", "\n\nSee [the other](other.md).\n"),
    ("", "\n\n# Zeal\n"),
    ("", "\n\n## L9\n\n- Sings.\n"),
];

/// Changes something on disk, and says what.
fn change(chance: &mut Chance, folder: &Path, files: &mut BTreeMap<String, String>) -> String {
    let paths: Vec<String> = files.keys().cloned().collect();
    let path = paths[chance.below(paths.len())].clone();
    let (stem, name) = path.rsplit_once('/').unwrap_or(("", &path));
    match chance.below(12) {
        0 if paths.len() > 1 => {
            files.remove(&path);
            std::fs::remove_file(folder.join(&path)).expect("it was there");
            format!("without {path}")
        }
        1 => {
            let copy = format!("{stem}/copy-{}-{name}", chance.below(100));
            set(folder, files, copy.trim_start_matches('/'), files[&path].clone())
        }
        2 => {
            let text = files.remove(&path).expect("it is one of them");
            std::fs::remove_file(folder.join(&path)).expect("it was there");
            let other = format!("{}{name}", chance.of(&["", "zeal/", "aside/", "aside/deep/"]));
            set(folder, files, &other, text)
        }
        3 | 4 => {
            let (before, behind) = SAID[chance.below(SAID.len())];
            let text = [before, &files[&path], behind].concat();
            set(folder, files, &path, text)
        }
        5 => set(folder, files, &path, files[&path].replacen("- ", "- Quietly ", 1)),
        _ => {
            let other = files[&paths[chance.below(paths.len())]].clone();
            let text = mutate::site(chance, &[(path.clone(), files[&path].clone())], &other).remove(0).1;
            set(folder, files, &path, text)
        }
    }
}

fn set(folder: &Path, files: &mut BTreeMap<String, String>, path: &str, text: String) -> String {
    write(&folder.join(path), &text);
    files.insert(path.to_owned(), text);
    format!("another {path}")
}

#[track_caller]
fn compare(warm: &Loaded, cold: &Loaded, story: &str) {
    assert!(warm.site.ladder == cold.site.ladder, "another ladder: {story}");
    assert_eq!(warm.advised(), cold.diagnostics, "other findings: {story}");
    let (one, other) = (pages_of(&warm.site), pages_of(&cold.site));
    assert!(one.keys().eq(other.keys()), "other pages: {story}");
    for (path, bytes) in &one {
        assert!(other[path] == *bytes, "another {path}: {story}");
    }
}

/// Every file that is made of the ladder.
fn pages_of(site: &Site) -> BTreeMap<String, Vec<u8>> {
    static THEME: OnceLock<Theme> = OnceLock::new();
    let theme = THEME.get_or_init(|| Theme::new(&BTreeMap::new()).expect("the default theme can be read"));
    let bytes = |page: Page| match page {
        Page::View(view) => render(theme, &view).expect("the default theme shows every page"),
        Page::Data(_, data) => serde_json::to_vec(&data).expect("data is JSON"),
        Page::Export => serde_json::to_vec(&pages::export(site)).expect("the export is JSON"),
        Page::Text(words) => words.into_bytes(),
        Page::Copy(_) => Vec::new(),
    };
    let routes = pages::routes(site).into_iter();
    routes.map(|route| (route.path(&site.ladder), bytes(pages::page(site, &route)))).collect()
}
