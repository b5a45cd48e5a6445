//! A build of what has not changed does nothing and says so; whatever has changed, on one side or the other, is made again.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

const LADDER: &str = "# Delivery\n\n![A map](map.png)\n\n## Level 1\n\n- Ships small changes.\n\n## Level 2\n\n- Plans \
                      whole features.\n";

/// A project in a repository, and a folder for what the system keeps for programs.
struct Project(tempfile::TempDir, tempfile::TempDir);

impl Project {
    fn built() -> Self {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        let project = Self(folder(), folder());
        project.write("site.toml", "title = \"Ladders\"\n");
        project.write("content/delivery.md", LADDER);
        project.write("content/map.png", "a map");
        project.write("content/notes.txt", "Read the levels from below.\n");
        project.git(&["init", "--quiet", "--initial-branch=main"]);
        project.git(&["add", "site.toml", "content"]);
        project.git(&["commit", "--quiet", "--message=all", "--date=2025-01-01T12:00:00+0000"]);
        assert!(!unchanged(&project.build(&[])));
        project
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.at(path);
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    }

    fn remove(&self, path: &str) {
        std::fs::remove_file(self.at(path)).expect("a file is removed");
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.current_dir(self.0.path()).args(["-c", "user.name=Lamp", "-c", "user.email=lamp@example.org"]);
        let date = ("GIT_COMMITTER_DATE", "2025-01-01T12:00:00+0000");
        assert!(command.args(arguments).envs([date]).status().is_ok_and(|status| status.success()), "{arguments:?}");
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
        command.arg("build").arg(self.0.path()).env("XDG_CACHE_HOME", self.1.path());
        command
    }

    fn build(&self, arguments: &[&str]) -> Output {
        let output = self.command().args(arguments).output().expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    fn site(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files(&self.at("public"), |file| std::fs::read(file).expect("a file is read"))
    }

    /// Every file in the output folder with the moment when it was written.
    fn moments(&self) -> BTreeMap<PathBuf, SystemTime> {
        let moment = |file: &Path| file.metadata().and_then(|facts| facts.modified()).expect("it stands");
        let mut moments = files(&self.at("public"), moment);
        let own = self.at("public/.ladder-site");
        moments.insert(own.clone(), moment(&own));
        moments
    }
}

fn files<T>(folder: &Path, look: impl Fn(&Path) -> T) -> BTreeMap<PathBuf, T> {
    let walk = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = walk.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), look(entry.path()))).collect()
}

fn unchanged(output: &Output) -> bool {
    String::from_utf8_lossy(&output.stdout).contains("nothing changed")
}

#[test]
fn what_has_not_changed_is_left_alone() {
    let project = Project::built();
    let before = project.moments();
    assert!(unchanged(&project.build(&[])));
    assert_eq!(project.moments(), before);
    // It is told as it was told when the site was made.
    let seals = files(project.1.path(), |file| std::fs::read_to_string(file).expect("a file is read"));
    assert_eq!(seals.len(), 1);
    for (file, text) in seals {
        std::fs::write(file, text + "told from the seal\n").expect("a file is written");
    }
    let output = project.build(&[]);
    assert!(unchanged(&output) && String::from_utf8_lossy(&output.stderr).contains("told from the seal"));
}

#[test]
fn warnings_are_told_again_and_fail_a_strict_build() {
    let project = Project::built();
    project.write("content/delivery.md", &LADDER.replace("small", "[small](nowhere.md)"));
    let first = project.build(&[]);
    assert!(!unchanged(&first) && !first.stderr.is_empty());
    let second = project.build(&[]);
    assert!(unchanged(&second));
    assert_eq!(second.stderr, first.stderr);
    let strict = || project.command().arg("--strict").output().expect("the program runs");
    assert_eq!((strict().status.code(), strict().status.code()), (Some(1), Some(1)));
}

type Deed = fn(&Project);

#[test]
fn whatever_a_site_is_made_from_is_looked_at() {
    let deeds: [(&str, Deed); 13] = [
        ("a table of words", |project| project.write("themes/words/en.toml", "tracks = \"Paths\"\n")),
        ("a document", |project| project.write("content/delivery.md", &LADDER.replace("small", "large"))),
        ("a document more", |project| project.write("content/design.md", LADDER)),
        ("a document less", |project| project.remove("content/notes.txt")),
        ("a document's name", |project| {
            std::fs::rename(project.at("content/notes.txt"), project.at("content/advice.txt")).expect("it is renamed");
        }),
        ("the settings", |project| project.write("site.toml", "title = \"Our ladders\"\n")),
        ("a file that is copied", |project| project.write("content/map.png", "b map")),
        ("a file that was copied", |project| project.remove("content/map.png")),
        ("a style sheet", |project| project.write("themes/own.css", "h1{color:red}")),
        ("a template", |project| {
            let text = "{% extends \"default/level.html\" %}{% block footer %}<p>ours</p>{% endblock %}";
            project.write("themes/templates/level.html", text);
        }),
        ("the remote", |project| project.git(&["remote", "add", "origin", "https://github.com/lamps/ladders.git"])),
        ("the history", |project| {
            project.git(&["rm", "--quiet", "--cached", "content/delivery.md"]);
        }),
        ("the branch", |project| {
            project.git(&["remote", "add", "origin", "https://github.com/lamps/ladders.git"]);
            project.build(&[]);
            project.git(&["checkout", "--quiet", "-b", "draft"]);
        }),
    ];
    for (name, deed) in deeds {
        let project = Project::built();
        deed(&project);
        assert!(!unchanged(&project.build(&[])), "{name}");
        let made_again = project.site();
        std::fs::remove_dir_all(project.at("public")).expect("a folder is removed");
        project.build(&[]);
        assert!(project.site() == made_again, "{name}");
        assert!(unchanged(&project.build(&[])), "{name}");
    }
}

#[test]
fn the_words_of_a_project_are_on_its_pages() {
    let project = Project::built();
    project.write("themes/words/en.toml", "tracks = \"Paths\"\n");
    project.build(&[]);
    let page = std::fs::read_to_string(project.at("public/index.html")).expect("a file is read");
    assert!(page.contains(">Paths</a>"), "{page}");
}

#[test]
fn the_address_is_looked_at() {
    let project = Project::built();
    assert!(!unchanged(&project.build(&["--base-url", "https://example.org/"])));
    assert!(unchanged(&project.build(&["--base-url", "https://example.org/"])));
    assert!(!unchanged(&project.build(&["--base-url", "https://example.com/"])));
    assert!(!unchanged(&project.build(&[])));
}

#[test]
fn whatever_was_made_is_repaired() {
    let deeds: [(&str, Deed); 5] = [
        ("a page less", |project| project.remove("public/delivery/level-1.html")),
        ("another page", |project| project.write("public/delivery/level-1.html", "mine")),
        ("a copy", |project| project.write("public/assets/files/content/map.png", "my map")),
        ("a folder less", |project| {
            std::fs::remove_dir_all(project.at("public/delivery")).expect("a folder is removed");
        }),
        ("another page of the same length and moment", |project| {
            let page = project.at("public/delivery/level-1.html");
            let moment = page.metadata().and_then(|facts| facts.modified()).expect("it stands");
            let text = std::fs::read_to_string(&page).expect("a file is read").replace("small", "large");
            std::fs::write(&page, text).expect("a file is written");
            let file = std::fs::File::options().write(true).open(&page).expect("a file is opened");
            file.set_modified(moment).expect("its moment is set");
        }),
    ];
    for (name, deed) in deeds {
        let project = Project::built();
        let whole = project.site();
        deed(&project);
        assert!(!unchanged(&project.build(&[])), "{name}");
        assert!(project.site() == whole, "{name}");
        assert!(unchanged(&project.build(&[])), "{name}");
    }
}

#[test]
fn a_file_of_others_is_refused_as_ever() {
    let project = Project::built();
    project.write("public/thesis.doc", "years of work");
    let output = project.command().output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("thesis.doc"));
}
