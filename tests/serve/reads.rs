//! Reading is no change. The system tells of every file that is opened, also of those that the preview opens itself; one
//! that took this for a change would read for ever. How often it reads is seen as the system tells it, from outside.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::event::{AccessKind, CreateKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::preview::{LADDER, LONG, Preview, folder, write};

/// Longer than the preview waits for what may be half a save. A longer time would find no more, and a machine on which it
/// is too short finds less; nothing fails because of it.
const REST: Duration = Duration::from_millis(700);

#[test]
fn who_reads_makes_nobody_read_and_one_save_is_read_once() {
    const ROUNDS: usize = 40;
    let tracks = ["delivery", "nursing", "baking", "sailing"];
    let texts = tracks.map(|track| (format!("content/{track}.md"), LADDER.replace("Delivery", track)));
    let folder = folder(&[("site.toml", "title = \"One\"\n"), ("themes/own.css", ":root { color: teal }\n")]);
    texts.iter().for_each(|(path, text)| write(&folder.path().join(path), text));
    let files: Vec<PathBuf> = texts.iter().map(|(path, _)| folder.path().join(path)).collect();
    let preview = Preview::of(folder.path());
    let mut events = preview.events();
    events.next();
    let opened = Opened::of(folder.path());

    // One after the other, since the system tells the same thing twice in a row once.
    (0..ROUNDS).for_each(|_| files.iter().for_each(|file| drop(std::fs::read(file).expect("it is there"))));
    let counts = opened.until_now();
    for file in &files {
        let count = counts.get(file).copied().unwrap_or_default();
        assert!(count > 0 && count <= ROUNDS, "{}: read {count} times, of which {ROUNDS} here", file.display());
    }

    // A file that is renamed into its place is told in one breath.
    write(&folder.path().join(".new"), &format!("{}- Juggles lamps.\n", texts[0].1));
    std::fs::rename(folder.path().join(".new"), &files[0]).expect("a file is renamed");
    preview.shows("ladder.json", "Juggles lamps");
    let counts = opened.until_now();
    for file in &files {
        // Once more where the breath was not over when reading began.
        let count = counts.get(file).copied().unwrap_or_default();
        assert!((1..=2).contains(&count), "{}: read {count} times for one save", file.display());
    }
    assert!(events.next().is_some() && events.is_quiet_for(REST), "one save is one event");
}

/// Who opens files of a folder.
struct Opened {
    folder: PathBuf,
    told: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

impl Opened {
    fn of(folder: &Path) -> Self {
        let (sender, told) = channel();
        let mut watcher = notify::recommended_watcher(sender).expect("the system tells");
        watcher.watch(folder, RecursiveMode::Recursive).expect("it is there");
        Self { folder: folder.to_owned(), told, _watcher: watcher }
    }

    /// How often each file was opened since the last look. A mark that is no part of the site says that all was told.
    fn until_now(&self) -> BTreeMap<PathBuf, usize> {
        std::thread::sleep(REST);
        let mark = self.folder.join(".mark");
        write(&mark, "");
        let mut counts = BTreeMap::new();
        loop {
            let event = self.told.recv_timeout(LONG).expect("the mark is told").expect("nothing is lost");
            match event.kind {
                EventKind::Create(CreateKind::File) if event.paths.contains(&mark) => break,
                EventKind::Access(AccessKind::Open(_)) => {
                    event.paths.into_iter().for_each(|path| *counts.entry(path).or_default() += 1);
                }
                _ => {}
            }
        }
        std::fs::remove_file(mark).expect("it was made");
        counts
    }
}
