//! The user's `git`: what it knows of a folder, and how a site is committed to a branch.
//!
//! Takes folders, gives facts as plain data; takes files, gives commits. Runs the program itself, so that everything is
//! as the user has configured it (identity, credentials, hooks); refuses to know ladders.

mod branch;
mod commit;
mod facts;
mod history;
mod objects;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::Failure;
pub use branch::{Branch, Holds};
pub use commit::{Committed, Pushed};
pub use facts::GitFacts;
pub use history::History;
pub use objects::Contents;

/// A folder in a repository.
#[derive(Clone, Debug)]
pub struct Git {
    folder: PathBuf,
    /// The folder from the top of the repository: empty, or with a slash at its end.
    prefix: String,
    /// The file that names where a shallow clone ends; it is there in such a one only.
    ends: PathBuf,
}

impl Git {
    /// # Errors
    /// Where there is no `git`, the folder is in no repository, or git refuses to work there.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let mut git = Self { folder: folder.to_owned(), prefix: String::new(), ends: PathBuf::new() };
        let ran = git.run(&["rev-parse", "--show-prefix", "--git-path", "shallow"])?;
        if ran.status.success() {
            let said = String::from_utf8_lossy(&ran.stdout).into_owned();
            let (prefix, ends) = said.split_once('\n').unwrap_or_default();
            (git.prefix, git.ends) = (prefix.to_owned(), folder.join(ends.trim_end()));
            return Ok(git);
        }
        let said = words(&ran.stderr);
        let reason = match said.contains("not a git repository") {
            true => "it is in no git repository; `git init` makes one".to_owned(),
            false => said,
        };
        Err(Failure::new("publish", folder, reason))
    }

    /// What git prints on standard output; `None` where it ends with an error.
    fn ask(&self, arguments: &[&str]) -> Option<String> {
        let ran = self.run(arguments).ok()?;
        ran.status.success().then(|| String::from_utf8_lossy(&ran.stdout).into_owned())
    }

    /// The first line of what git prints, where that is not empty.
    fn ask_line(&self, arguments: &[&str]) -> Option<String> {
        let line = self.ask(arguments)?.lines().next()?.to_owned();
        (!line.is_empty()).then_some(line)
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, Failure> {
        self.command(arguments).stdin(Stdio::null()).output().map_err(no_git)
    }

    /// Messages are asked for in English, because some of them are read by this program.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.env("LC_ALL", "C").arg("-C").arg(&self.folder).args(arguments);
        command
    }
}

fn no_git(error: std::io::Error) -> Failure {
    let reason = match error.kind() {
        std::io::ErrorKind::NotFound => {
            "it is not installed, or not on the PATH; see https://git-scm.com/downloads".to_owned()
        }
        _ => error.to_string(),
    };
    Failure::new("run", Path::new("git"), reason)
}

/// What git says, on one line and without its own `fatal:`.
fn words(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines = text.lines().map(|line| line.trim_start_matches("fatal: ").trim_start_matches("error: ").trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
