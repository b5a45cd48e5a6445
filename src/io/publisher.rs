//! Bytes → an output folder, so that at every moment the folder holds whole files and the next build knows which are
//! ours.
//!
//! 1. Refuse a folder that holds files we did not make.
//! 2. Put on record what we made before and what we will make.
//! 3. Stage each file that is new or has changed, in any order and in parallel: nothing old is touched yet.
//! 4. Put the staged files in place, each by a rename, or with its whole folder where that is new; then remove what is no
//!    longer made; then shorten the record.
//!
//! Dot paths (`.git`, `.nojekyll`) are nobody's business. Nothing is flushed to the disk by force: a build that was
//! cut off is repaired by the next one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use walkdir::WalkDir;

use super::listing::forward;
use super::plan::{Plan, folders};
use super::record::Record;
use super::{Draft, Failure, record};

/// A build in progress.
#[derive(Debug)]
pub struct Publisher {
    out: PathBuf,
    plan: Plan,
    record: Record,
    /// What earlier builds made.
    earlier: BTreeSet<String>,
    /// Holds what is staged, each file at its path.
    staging: PathBuf,
    staged: Mutex<BTreeSet<String>>,
}

/// What a build did to its folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Published {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

impl Publisher {
    /// Prepares the folder `out` (steps 1 and 2).
    ///
    /// # Errors
    /// Where it holds files that are not ours, or cannot be written.
    pub fn open(out: &Path, plan: Plan) -> Result<Self, Failure> {
        std::fs::create_dir_all(out).map_err(Failure::of("create", out))?;
        let record = Record::of(out);
        let earlier = record.paths()?;
        if let Some(foreign) = foreign(out, &earlier)? {
            return Err(Failure::new("write into", out, refusal(&foreign)));
        }
        record.put(&earlier.union(plan.paths()).cloned().collect())?;
        let staging = record.staging()?;
        let staged = Mutex::new(BTreeSet::new());
        Ok(Self { out: out.to_owned(), plan, record, earlier, staging, staged })
    }

    /// Stages one file of the plan, unless it stands there already with the same bytes.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        if self.old(path).is_some_and(|file| stands(&file, bytes)) {
            return Ok(());
        }
        self.create(path)?.write_all(bytes).map_err(Failure::of("write", &self.staging.join(path)))?;
        self.staged(path);
        Ok(())
    }

    /// One file of the plan, to be written piece by piece.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn draft(&self, path: &str) -> Result<Draft<'_>, Failure> {
        Draft::new(self, path)
    }

    /// What stands at a path of the plan, if an earlier build put it there.
    pub(super) fn old(&self, path: &str) -> Option<PathBuf> {
        debug_assert!(self.plan.paths().contains(path), "`{path}` is not in the plan");
        self.earlier.contains(path).then(|| self.out.join(path))
    }

    /// An empty file where a path of the plan is staged.
    pub(super) fn create(&self, path: &str) -> Result<File, Failure> {
        let file = self.staging.join(path);
        let created = File::create(&file).or_else(|error| match (error.kind(), file.parent()) {
            (std::io::ErrorKind::NotFound, Some(folder)) => {
                std::fs::create_dir_all(folder)?;
                File::create(&file)
            }
            _ => Err(error),
        });
        created.map_err(Failure::of("write", &file))
    }

    /// The file of a path is whole.
    pub(super) fn staged(&self, path: &str) {
        self.staged.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(path.to_owned());
    }

    /// Stages a copy of a file.
    ///
    /// # Errors
    /// Where the file cannot be read or the folder cannot be written.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), Failure> {
        let bytes = std::fs::read(from).map_err(Failure::of("read", from))?;
        self.write(path, &bytes)
    }

    /// Puts everything in place and removes what is no longer made (step 4).
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn finish(self) -> Result<Published, Failure> {
        let staged = self.staged.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let old: Vec<&String> = self.earlier.difference(self.plan.paths()).collect();
        let obstructs = self.plan.obstructed_by();
        let (in_the_way, left): (Vec<&String>, Vec<&String>) = old.into_iter().partition(|path| obstructs(path));
        let mut removed = remove(&self.out, &in_the_way)?;
        let mut places = Places::new(&self.staging, &self.out);
        for path in &staged {
            places.put(path)?;
        }
        removed += remove(&self.out, &left)?;
        // Only folders are left there.
        std::fs::remove_dir_all(&self.staging).map_err(Failure::of("remove", &self.staging))?;
        self.record.put(self.plan.paths())?;
        Ok(Published { written: staged.len(), unchanged: self.plan.paths().len() - staged.len(), removed })
    }
}

fn refusal(foreign: &str) -> String {
    format!("it holds `{foreign}`, which this program did not write; empty the folder, or choose another with `--out`")
}

/// A file in the folder that we did not make, the first by name.
pub(super) fn foreign(out: &Path, ours: &BTreeSet<String>) -> Result<Option<String>, Failure> {
    let hidden = |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    for entry in WalkDir::new(out).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry)) {
        let entry = entry.map_err(|error| Failure::new("read", out, error.to_string()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(out).unwrap_or(entry.path());
        match forward(below) {
            Some(path) if ours.contains(&path) => {}
            path => return Ok(Some(path.unwrap_or_else(|| below.display().to_string()))),
        }
    }
    Ok(None)
}

fn stands(file: &Path, bytes: &[u8]) -> bool {
    let same_size =
        std::fs::symlink_metadata(file).is_ok_and(|facts| facts.is_file() && facts.len() == bytes.len() as u64);
    same_size && std::fs::read(file).is_ok_and(|old| old == bytes)
}

/// The way from the staged files to their places.
struct Places<'a> {
    staging: &'a Path,
    out: &'a Path,
    /// What is known of the folders there.
    folders: BTreeMap<String, Folder>,
}

#[derive(Clone, Copy, PartialEq)]
enum Folder {
    /// It stood before.
    Stands,
    /// It was staged, and has been put in place with everything in it.
    Placed,
}

impl<'a> Places<'a> {
    fn new(staging: &'a Path, out: &'a Path) -> Self {
        Self { staging, out, folders: BTreeMap::new() }
    }

    /// Puts a staged file in place, with the highest folder of it that does not stand yet.
    fn put(&mut self, path: &str) -> Result<(), Failure> {
        let mut above: Vec<&str> = folders(path).collect();
        while let Some(folder) = above.pop() {
            if self.folder(folder)? == Folder::Placed {
                return Ok(());
            }
        }
        let target = self.out.join(path);
        if target.is_dir() {
            // Only empty folders are left where a file is to stand: what was in them has been removed.
            std::fs::remove_dir(&target).map_err(Failure::of("replace", &target))?;
        }
        self.rename(path)
    }

    fn folder(&mut self, path: &str) -> Result<Folder, Failure> {
        if let Some(known) = self.folders.get(path) {
            return Ok(*known);
        }
        let state = if self.out.join(path).is_dir() {
            Folder::Stands
        } else {
            self.rename(path)?;
            Folder::Placed
        };
        self.folders.insert(path.to_owned(), state);
        Ok(state)
    }

    fn rename(&self, path: &str) -> Result<(), Failure> {
        let target = self.out.join(path);
        std::fs::rename(self.staging.join(path), &target).map_err(Failure::of("write", &target))
    }
}

/// Removes files of ours, and the folders that they leave empty.
fn remove(out: &Path, paths: &[&String]) -> Result<usize, Failure> {
    let mut removed = 0;
    for path in paths {
        debug_assert!(record::is_plain(path), "the record holds plain paths only");
        let file = out.join(path);
        match std::fs::remove_file(&file) {
            Ok(()) => removed += 1,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {}
            Err(error) => return Err(Failure::of("remove", &file)(error)),
        }
    }
    for path in paths {
        for folder in folders(path) {
            if std::fs::remove_dir(out.join(folder)).is_err() {
                break;
            }
        }
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Plan, Published, Publisher};
    use crate::io::Failure;

    type Files<'a> = &'a [(&'a str, &'a str)];

    fn plan(files: Files<'_>) -> Plan {
        Plan::new(files.iter().map(|(path, _)| (*path).to_owned())).expect("the paths do not meet")
    }

    fn staged(out: &Path, files: Files<'_>) -> Result<Publisher, Failure> {
        let publisher = Publisher::open(out, plan(files))?;
        for (path, text) in files {
            publisher.write(path, text.as_bytes())?;
        }
        Ok(publisher)
    }

    fn publish(out: &Path, files: Files<'_>) -> Published {
        staged(out, files).and_then(Publisher::finish).expect("the folder can be written")
    }

    /// Every file but those of dot paths, with its text.
    fn found(out: &Path) -> Vec<(String, String)> {
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(out).sort_by_file_name() {
            let entry = entry.expect("the folder can be read");
            let path = super::forward(entry.path().strip_prefix(out).expect("it lies below")).expect("a plain path");
            if entry.file_type().is_file() && !path.starts_with('.') {
                files.push((path, std::fs::read_to_string(entry.path()).expect("a text")));
            }
        }
        files
    }

    fn expected(files: Files<'_>) -> Vec<(String, String)> {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    const FIRST: Files<'static> =
        &[("a/one.html", "1"), ("a/two.html", "2"), ("b/c/three.html", "3"), ("index.html", "0")];
    const SECOND: Files<'static> = &[("a/one.html", "1"), ("a/two.html", "zwei"), ("b.html", "4"), ("index.html", "0")];

    #[test]
    fn only_what_changed_is_written_and_what_is_gone_is_removed() {
        let out = tempfile::tempdir().expect("a temporary folder");
        assert_eq!(publish(out.path(), FIRST), Published { written: 4, unchanged: 0, removed: 0 });
        std::fs::create_dir(out.path().join(".git")).expect("a folder is made");
        assert_eq!(publish(out.path(), FIRST), Published { written: 0, unchanged: 4, removed: 0 });
        assert_eq!(publish(out.path(), SECOND), Published { written: 2, unchanged: 2, removed: 1 });
        assert_eq!(found(out.path()), expected(SECOND));
        assert!(!out.path().join("b").exists(), "folders that are left empty go");
        assert!(out.path().join(".git").exists());
    }

    #[test]
    fn files_and_folders_change_places() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let folder: Files<'_> = &[("x/y/z.html", "deep"), ("k.html", "lower")];
        let file: Files<'_> = &[("K.html", "upper"), ("x", "a file")];
        for files in [folder, file, folder] {
            publish(out.path(), files);
            let mut wanted = expected(files);
            wanted.sort();
            assert_eq!(found(out.path()), wanted);
        }
    }

    #[test]
    fn a_folder_with_files_of_others_is_refused_untouched() {
        let out = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(out.path().join("thesis.doc"), "years of work").expect("a file is written");
        let failure = staged(out.path(), FIRST).expect_err("it must be refused").to_string();
        assert!(failure.contains("`thesis.doc`") && failure.contains("--out"), "{failure}");
        assert_eq!(found(out.path()), expected(&[("thesis.doc", "years of work")]));
        assert!(!out.path().join(".ladder-site").exists());
    }

    #[test]
    fn a_file_that_someone_adds_to_our_folder_is_not_lost() {
        let out = tempfile::tempdir().expect("a temporary folder");
        publish(out.path(), FIRST);
        std::fs::write(out.path().join("a/notes.html"), "mine").expect("a file is written");
        let failure = staged(out.path(), SECOND).expect_err("it must be refused").to_string();
        assert!(failure.contains("`a/notes.html`"), "{failure}");
    }

    #[test]
    fn until_it_is_finished_the_old_site_stands() {
        let out = tempfile::tempdir().expect("a temporary folder");
        publish(out.path(), FIRST);
        drop(staged(out.path(), SECOND).expect("it can be staged"));
        assert_eq!(found(out.path()), expected(FIRST));
        assert_eq!(publish(out.path(), SECOND).removed, 1);
        assert_eq!(found(out.path()), expected(SECOND));
    }

    /// Whatever had been renamed or removed when the program was killed, the next build makes the folder whole.
    #[test]
    fn a_build_that_was_killed_is_repaired() {
        let stages = 0..=SECOND.len();
        for killed_after in stages {
            let out = tempfile::tempdir().expect("a temporary folder");
            publish(out.path(), FIRST);
            let publisher = staged(out.path(), SECOND).expect("it can be staged");
            let staged = publisher.staged.lock().expect("nobody panicked").clone();
            let mut places = super::Places::new(&publisher.staging, out.path());
            for path in staged.iter().take(killed_after) {
                places.put(path).expect("it can be placed");
            }
            drop(publisher);
            publish(out.path(), SECOND);
            assert_eq!(found(out.path()), expected(SECOND), "killed after {killed_after} files");
            assert_eq!(publish(out.path(), &[]).removed, SECOND.len());
        }
    }

    #[test]
    fn a_first_build_that_was_killed_is_repaired() {
        let out = tempfile::tempdir().expect("a temporary folder");
        drop(staged(out.path(), FIRST).expect("it can be staged"));
        std::fs::write(out.path().join("index.html"), "half").expect("a file is written");
        publish(out.path(), FIRST);
        assert_eq!(found(out.path()), expected(FIRST));
        assert_eq!(std::fs::read_dir(out.path().join(".ladder-site")).expect("the record stands").count(), 1);
    }

    #[test]
    fn a_record_that_was_forged_leads_nowhere() {
        let outer = tempfile::tempdir().expect("a temporary folder");
        let out = outer.path().join("out");
        publish(&out, FIRST);
        std::fs::write(outer.path().join("precious"), "keep").expect("a file is written");
        let record = out.join(".ladder-site/record");
        let text = std::fs::read_to_string(&record).expect("the record stands");
        std::fs::write(&record, format!("{text}../precious\n/etc/nothing\n")).expect("a file is written");
        publish(&out, SECOND);
        assert!(outer.path().join("precious").exists());
    }
}
