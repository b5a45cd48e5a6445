//! A project in a repository of its own, with another one that stands in for its remote.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub const LADDER: &str = "# Delivery\n\nEach level builds on the one before it.\n\n## Level 1\n\n- Ships small \
                          changes.\n- Asks for help early.\n\n## Level 2\n\n- Plans whole features.\n";
pub const CARE: &str = "# Care\n\nEach level builds on the one before it.\n\n## Level 1\n\n- Answers \
                        letters.\n\n## Level 2\n\n- Plans whole features.\n- See [the other track](delivery.md#level-2).\n";

/// Where the site will stand.
pub const BASE: &str = "https://our.github.io/repo/";

pub struct Project {
    all: TempDir,
}

/// A run that has ended.
pub struct Ran {
    pub code: i32,
    /// Everything that was printed.
    pub said: String,
}

impl Ran {
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}", self.said);
        self
    }

    #[track_caller]
    pub fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.said.contains(word), "`{word}` is missing in:\n{}", self.said);
        }
        self
    }

    fn of(ran: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: ran.status.code().unwrap_or(-1), said: text(&ran.stdout) + &text(&ran.stderr) }
    }
}

impl Project {
    /// Committed to `main`, with the remote `origin`.
    pub fn new() -> Self {
        let project = Self::without_git();
        git(&project.folder(), &["init", "--quiet", "--initial-branch", "main"]);
        project.commit("first");
        git(project.all.path(), &["init", "--quiet", "--bare", "remote.git"]);
        git(&project.folder(), &["remote", "add", "origin", "../remote.git"]);
        project
    }

    /// The same files, in no repository.
    pub fn without_git() -> Self {
        let project = Self { all: tempfile::tempdir().expect("a temporary folder") };
        project.write("site.toml", &format!("title = \"Ladders\"\nbase_url = \"{BASE}\"\n"));
        project.write("content/delivery.md", LADDER);
        project.write("content/care.md", CARE);
        project
    }

    pub fn folder(&self) -> PathBuf {
        self.all.path().join("project")
    }

    /// The repository that stands in for the remote.
    pub fn remote(&self) -> PathBuf {
        self.all.path().join("remote.git")
    }

    /// Another place beside the project.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.all.path().join(name)
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.folder().join(path);
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    }

    pub fn commit(&self, message: &str) {
        git(&self.folder(), &["add", "--all"]);
        git(&self.folder(), &["commit", "--quiet", "-m", message]);
    }

    #[track_caller]
    pub fn publish(&self, arguments: &[&str]) -> Ran {
        publish_in(&self.folder(), arguments)
    }

    /// What git prints in the project.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        git(&self.folder(), arguments)
    }

    /// The branch of the remote, checked out.
    pub fn site(&self) -> PathBuf {
        let site = self.beside("site");
        git(self.all.path(), &["clone", "--quiet", "--branch", "gh-pages", "remote.git", "site"]);
        site
    }
}

pub fn publish_in(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(&program(folder).arg("publish").args(arguments).output().expect("the program starts"))
}

/// The program, with git as somebody who has configured nothing but a name.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    alone(&mut command);
    command.current_dir(folder);
    command
}

#[track_caller]
pub fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    alone(&mut command);
    let ran = command.current_dir(folder).args(arguments).output().expect("git starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    assert!(ran.status.success(), "git {arguments:?}: {}", text(&ran.stderr));
    text(&ran.stdout)
}

/// Keeps the configuration of the machine out of a test.
fn alone(command: &mut Command) {
    let nothing = if cfg!(windows) { "NUL" } else { "/dev/null" };
    command.env("GIT_CONFIG_GLOBAL", nothing).env("GIT_CONFIG_NOSYSTEM", "1");
    for (kind, name) in [("AUTHOR", "Writer"), ("COMMITTER", "Writer")] {
        command.env(format!("GIT_{kind}_NAME"), name).env(format!("GIT_{kind}_EMAIL"), "writer@example.org");
    }
}
