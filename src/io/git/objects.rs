//! Bytes → objects of a repository, by one process for all files and one for all folders. Objects that nothing refers to
//! harm nobody and are removed by git in time, so that a run that is cut off leaves the repository as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::{Git, no_git};
use crate::io::Failure;
use crate::io::plan::folders;

/// What a file is to hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Contents {
    Words(String),
    /// The same as a file on disk.
    Of(PathBuf),
}

impl Contents {
    fn read(self) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Words(words) => Ok(words.into_bytes()),
            Self::Of(file) => std::fs::read(&file).map_err(Failure::of("read", &file)),
        }
    }
}

impl Git {
    /// Writes files, each given by its path and read when its turn comes; gives the name of their tree.
    ///
    /// # Errors
    /// Where git refuses, or a file cannot be read.
    pub fn tree(&self, files: impl IntoIterator<Item = (String, Contents)>) -> Result<String, Failure> {
        let mut import = Talk::start(self.command(&["fast-import", "--quiet"]))?;
        let mut blobs = BTreeMap::new();
        for (number, (path, bytes)) in files.into_iter().enumerate() {
            blobs.insert(path, import.blob(number + 1, &bytes.read()?)?);
        }
        // Only when it has ended can others see what it has written.
        import.end()?;
        let mut trees = Talk::start(self.command(&["mktree", "-z", "--batch"]))?;
        let mut entries: BTreeMap<&str, Vec<String>> = BTreeMap::from([("", Vec::new())]);
        for (path, blob) in &blobs {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            entries.entry(folder).or_default().push(format!("100644 blob {blob}\t{name}\0"));
        }
        for folder in deepest_first(&blobs) {
            let tree = trees.tree(&entries.remove(folder).unwrap_or_default())?;
            let (parent, name) = folder.rsplit_once('/').unwrap_or(("", folder));
            entries.entry(parent).or_default().push(format!("040000 tree {tree}\t{name}\0"));
        }
        let top = trees.tree(&entries.remove("").unwrap_or_default())?;
        trees.end()?;
        Ok(top)
    }
}

/// Every folder but the top, so that each comes after all that lie in it.
fn deepest_first(blobs: &BTreeMap<String, String>) -> Vec<&str> {
    let all: BTreeSet<&str> = blobs.keys().flat_map(|path| folders(path)).collect();
    let mut all: Vec<&str> = all.into_iter().collect();
    all.sort_by_key(|folder| std::cmp::Reverse(folder.split('/').count()));
    all
}

/// A running git that answers every question with one line.
struct Talk {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Talk {
    fn start(mut command: Command) -> Result<Self, Failure> {
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().map_err(no_git)?;
        let input = child.stdin.take().expect("it was asked for");
        let output = BufReader::new(child.stdout.take().expect("it was asked for"));
        Ok(Self { child, input, output })
    }

    fn blob(&mut self, mark: usize, bytes: &[u8]) -> Result<String, Failure> {
        let head = format!("blob\nmark :{mark}\ndata {}\n", bytes.len());
        let tail = format!("\nget-mark :{mark}\n");
        self.ask(&[head.as_bytes(), bytes, tail.as_bytes()].concat())
    }

    fn tree(&mut self, entries: &[String]) -> Result<String, Failure> {
        self.ask(format!("{}\0", entries.concat()).as_bytes())
    }

    fn ask(&mut self, question: &[u8]) -> Result<String, Failure> {
        self.input.write_all(question).and_then(|()| self.input.flush()).map_err(talked)?;
        let mut line = String::new();
        self.output.read_line(&mut line).map_err(talked)?;
        let name = line.trim_end();
        if name.is_empty() { Err(refused()) } else { Ok(name.to_owned()) }
    }

    fn end(mut self) -> Result<(), Failure> {
        drop(self.input);
        let status = self.child.wait().map_err(talked)?;
        if status.success() { Ok(()) } else { Err(refused()) }
    }
}

fn talked(error: std::io::Error) -> Failure {
    Failure::of("write objects with", Path::new("git"))(error)
}

fn refused() -> Failure {
    Failure::new("write objects with", Path::new("git"), "it ended too early")
}
