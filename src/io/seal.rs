//! How a build left its folder and what it was made from, so that the next one can tell that there is nothing to do.
//!
//! It lies among the files that the system keeps for programs and not in the folder, whose bytes are the same wherever it
//! is built. A file of the folder that somebody touched since, removed or added makes it void: so does every build that
//! changes anything.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, Metadata};
use std::hash::Hasher;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::Failure;
use super::publisher::foreign;
use super::record::Record;
use crate::text::{Mixing, parallel};

/// Stands before the folder that it is about.
const HEADER: &str = "# how ladder-site left ";
/// As many are kept before those of folders that are no more are looked for.
const MANY: usize = 64;
/// Ends the lines about files; what was told follows.
const TOLD: &str = "told";

/// What is known of a folder that is as a build left it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seal {
    /// A word for everything that the site was made from, but for what was copied.
    pub made_from: String,
    /// Path in the project of each file that was copied → a word for its bytes.
    pub copied: BTreeMap<String, String>,
    /// What people were told of it.
    pub told: String,
}

impl Seal {
    /// The seal of an output folder, and how many files that has; `None` where there is no seal or the folder is not as it
    /// was left.
    pub fn of(out: &Path) -> Option<(Self, usize)> {
        let (file, header) = place(out)?;
        let text = std::fs::read_to_string(file).ok()?;
        let (seal, stamps) = parsed(text.strip_prefix(&header)?)?;
        let paths = Record::of(out).paths().ok()?;
        let is_ours = foreign(out, &paths).ok()?.is_none();
        (is_ours && stamps == self::stamps(out, &paths)?).then_some((seal, paths.len()))
    }

    /// Seals a folder, where the system keeps files for programs.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn put(&self, out: &Path) -> Result<(), Failure> {
        let Some((file, header)) = place(out) else { return Ok(()) };
        let Some(stamps) = stamps(out, &Record::of(out).paths()?) else { return Ok(()) };
        let copied = self.copied.iter().map(|(path, word)| format!("copied {word} {path}\n"));
        let files = stamps.iter().map(|stamp| format!("file {stamp}\n"));
        let files: String = copied.chain(files).collect();
        let Self { made_from, told, .. } = self;
        tidy(&file);
        replace(&file, &format!("{header}made {made_from}\n{files}{TOLD}\n{told}"))
    }
}

/// Where the seal of a folder lies, and how it begins.
fn place(out: &Path) -> Option<(PathBuf, String)> {
    let out = std::fs::canonicalize(out).ok()?;
    let header = format!("{HEADER}{}\n", out.to_str().filter(|out| !out.contains('\n'))?);
    let mut name = Mixing::default();
    name.write(header.as_bytes());
    Some((kept()?.join("ladder-site").join(format!("{:016x}", name.finish())), header))
}

/// Where the system keeps files that programs can make again.
fn kept() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let home = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    let local = || folder("LOCALAPPDATA").filter(|_| cfg!(windows));
    folder("XDG_CACHE_HOME").or_else(local).or_else(|| Some(folder("HOME")?.join(home)))
}

/// Removes the seals of folders that are no more, where there are many.
fn tidy(beside: &Path) {
    let Some(entries) = beside.parent().and_then(|folder| std::fs::read_dir(folder).ok()) else { return };
    let files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    if files.len() < MANY {
        return;
    }
    for file in files {
        let mut line = String::new();
        let read = File::open(&file).and_then(|file| BufReader::new(file).read_line(&mut line));
        let folder = line.trim_end().strip_prefix(HEADER).map(Path::new);
        if read.is_ok() && folder.is_some_and(|folder| !folder.exists()) {
            let _ = std::fs::remove_file(file);
        }
    }
}

/// Puts a text into a file, whole or not at all.
fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    let new = file.with_extension(format!("{}.new", std::process::id()));
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(Failure::of("create", folder))?;
    }
    std::fs::write(&new, text).map_err(Failure::of("write", &new))?;
    std::fs::rename(&new, file).map_err(Failure::of("write", file))
}

/// What the text of a seal says, and the stamps of the files.
fn parsed(text: &str) -> Option<(Seal, Vec<String>)> {
    let (lines, told) = text.split_once(&format!("\n{TOLD}\n"))?;
    let mut seal = Seal { told: told.to_owned(), ..Seal::default() };
    let mut stamps = Vec::new();
    for line in lines.lines() {
        match line.split_once(' ')? {
            ("made", word) => word.clone_into(&mut seal.made_from),
            ("file", stamp) => stamps.push(stamp.to_owned()),
            ("copied", copied) => {
                let (word, path) = copied.split_once(' ')?;
                seal.copied.insert(path.to_owned(), word.to_owned());
            }
            _ => return None,
        }
    }
    Some((seal, stamps))
}

/// The stamps of all files and of the record, with their paths; `None` where one is missing.
fn stamps(out: &Path, paths: &BTreeSet<String>) -> Option<Vec<String>> {
    let record = (Record::of(out).file(), "the record");
    let files = paths.iter().map(|path| (out.join(path), path.as_str()));
    let files: Vec<(PathBuf, &str)> = files.chain([record]).collect();
    let stamp = |(file, path): &(PathBuf, &str)| Some(format!("{} {path}", stamp_of(file)?));
    parallel::map(&files, stamp).into_iter().collect()
}

/// What changes as soon as somebody writes to a file or puts another in its place: its length, and when it was written.
/// `None` where it is none.
pub fn stamp_of(file: &Path) -> Option<String> {
    let facts = std::fs::symlink_metadata(file).ok().filter(Metadata::is_file)?;
    let written = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("{} {written} {}", facts.len(), changed(&facts)))
}

/// Which file it is, and when anything about it was changed last, which nobody can set.
#[cfg(unix)]
fn changed(facts: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    format!("{}.{:09} {}", facts.ctime(), facts.ctime_nsec(), facts.ino())
}

/// Other systems do not say.
#[cfg(not(unix))]
fn changed(_: &Metadata) -> &'static str {
    "-"
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Seal;
    use crate::io::{Plan, Publisher};

    /// The clock of a file system may stand still for some milliseconds: waits until it has moved on.
    fn wait(out: &Path) {
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        let file = elsewhere.path().join("now");
        let written = |file: &Path| file.metadata().and_then(|facts| facts.modified()).expect("it stands");
        let sealed = written(&out.join(".ladder-site/record"));
        loop {
            std::fs::write(&file, "now").expect("a file is written");
            if written(&file) > sealed {
                return;
            }
        }
    }

    fn publish(out: &Path) {
        let plan = Plan::new(["a/one.html", "two.html"].map(str::to_owned)).expect("the paths do not meet");
        let publisher = Publisher::open(out, plan).expect("the folder can be written");
        publisher.write("a/one.html", b"1").expect("a file is written");
        publisher.write("two.html", b"2").expect("a file is written");
        publisher.finish().expect("the folder can be written");
    }

    fn sealed() -> (tempfile::TempDir, Seal) {
        let out = tempfile::tempdir().expect("a temporary folder");
        publish(out.path());
        let copied = [("a picture.png".to_owned(), "1f".to_owned())].into();
        let seal = Seal { made_from: "abc".to_owned(), copied, told: "warning\ntold\n".to_owned() };
        seal.put(out.path()).expect("it can be written");
        (out, seal)
    }

    #[test]
    fn a_folder_that_nobody_touched_keeps_its_seal() {
        let (out, seal) = sealed();
        assert_eq!(Seal::of(out.path()), Some((seal, 2)));
    }

    #[test]
    fn whatever_is_done_to_the_folder_breaks_it() {
        type Deed = fn(&Path) -> std::io::Result<()>;
        let deeds: [(&str, Deed); 7] = [
            ("a file gone", |out| std::fs::remove_file(out.join("two.html"))),
            ("other bytes", |out| std::fs::write(out.join("two.html"), "zwei")),
            ("other bytes, as many", |out| std::fs::write(out.join("two.html"), "3")),
            ("a file more", |out| std::fs::write(out.join("a/three.html"), "3")),
            ("a folder gone", |out| std::fs::remove_dir_all(out.join("a"))),
            ("a folder for a file", |out| {
                std::fs::remove_file(out.join("two.html")).and_then(|()| std::fs::create_dir(out.join("two.html")))
            }),
            ("no record", |out| std::fs::remove_file(out.join(".ladder-site/record"))),
        ];
        for (name, deed) in deeds {
            let (out, _) = sealed();
            wait(out.path());
            deed(out.path()).expect(name);
            assert_eq!(Seal::of(out.path()), None, "{name}");
        }
    }
}
