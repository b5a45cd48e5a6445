//! A build or a publication that is killed at any moment: what was there stays whole, and the next run puts all right.
//! `LADDER_KILLS` says how often each is killed; some tens of times where it says nothing.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::project::{Project, git, program};

const TRACKS: usize = 5;

fn kills() -> usize {
    std::env::var("LADDER_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(20)
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    /// Between nothing and `most`.
    fn span(&mut self, most: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        most.mul_f64((self.0 >> 33) as f64 / f64::from(u32::MAX >> 1))
    }
}

/// Two states of one framework: most pages differ, some exist in one of them only.
fn put(project: &Project, state: usize) {
    let content = project.folder().join("content");
    std::fs::remove_dir_all(&content).expect("the documents can be removed");
    for track in 0..TRACKS {
        let name = if track % 4 == 0 { format!("only-{state}-{track}") } else { format!("track-{track}") };
        let level = |level: usize| format!("## Level {level}\n\n- Does thing {level} of {name} in state {state}.\n\n");
        let levels: String = (1..5).map(level).collect();
        project.write(
            &format!("content/{name}.md"),
            &format!("# {name}\n\nEach level builds on the one before.\n\n{levels}"),
        );
    }
}

/// Path → bytes, but for what the program keeps for itself.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let own = |entry: &walkdir::DirEntry| entry.file_name() != ".ladder-site";
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_entry(own).filter_map(Result::ok);
    let entries = entries.filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("it was found there").to_string_lossy().into_owned();
        (path, std::fs::read(entry.path()).expect("it can be read"))
    };
    entries.map(file).collect()
}

fn start(project: &Project, arguments: &[&str]) -> Child {
    let mut command = program(&project.folder());
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    command.spawn().expect("the program starts")
}

fn run(project: &Project, arguments: &[&str]) -> (bool, String) {
    let ran = program(&project.folder()).args(arguments).output().expect("the program starts");
    (ran.status.success(), String::from_utf8_lossy(&ran.stderr).into_owned())
}

#[track_caller]
fn runs(project: &Project, arguments: &[&str]) {
    let (fine, said) = run(project, arguments);
    assert!(fine, "{arguments:?}: {said}");
}

#[test]
fn a_build_that_is_killed_leaves_whole_files() {
    let project = Project::without_git();
    let out = project.folder().join("public");
    let mut sites = Vec::new();
    for state in 0..2 {
        put(&project, state);
        runs(&project, &["build", "--out", &format!("../clean-{state}")]);
        sites.push(files(&project.beside(&format!("clean-{state}"))));
    }
    let started = Instant::now();
    runs(&project, &["build"]);
    let (mut whole, mut dice, mut cut, mut between) = (started.elapsed(), Dice(7), 0, 0);
    for round in 0..kills() {
        let state = round % 2;
        put(&project, state);
        let mut child = start(&project, &["build"]);
        if round % 3 == 0 {
            // Most files are put in place in no time, so half of the interest lies there.
            let begun = Instant::now();
            while !out.join(".ladder-site/staging").exists() && begun.elapsed() < whole {}
            std::thread::sleep(dice.span(whole / 2));
        } else {
            std::thread::sleep(dice.span(whole));
        }
        child.kill().expect("it can be killed");
        cut += usize::from(!child.wait().expect("it ends").success());
        let (old, new, found) = (&sites[1 - state], &sites[state], files(&out));
        for (path, bytes) in &found {
            assert!(
                old.get(path) == Some(bytes) || new.get(path) == Some(bytes),
                "round {round}: `{path}` is not whole"
            );
        }
        between += usize::from(found != *old && found != *new);
        if old.keys().any(|path| !found.contains_key(path)) {
            let missing = new.iter().find(|(path, bytes)| found.get(*path) != Some(bytes));
            assert!(missing.is_none(), "round {round}: removed before {missing:?} stood");
        }
        let started = Instant::now();
        runs(&project, &["build"]);
        whole = started.elapsed();
        assert!(files(&out) == *new, "round {round}: the next build does not put it right");
    }
    eprintln!("{cut} of {} builds were cut off, {between} of them between two files", kills());
    assert!(cut * 3 > kills(), "many are cut off");
}

#[test]
fn a_publication_that_is_killed_leaves_the_branch_as_it_was_or_will_be() {
    let project = Project::new();
    let mut trees = Vec::new();
    for state in [1, 0] {
        put(&project, state);
        runs(&project, &["publish", "--push"]);
        trees.insert(0, tree(&project.folder()));
    }
    let started = Instant::now();
    put(&project, 1);
    runs(&project, &["publish", "--push"]);
    let (mut whole, mut dice, mut cut) = (started.elapsed(), Dice(11), 0);
    for round in 0..kills() {
        let state = round % 2;
        put(&project, state);
        let before = project.git(&["rev-parse", "gh-pages"]);
        let state_of_work = || project.git(&["status", "--porcelain"]);
        let work = state_of_work();
        let mut child = start(&project, &["publish", "--push"]);
        std::thread::sleep(dice.span(whole));
        let group = i32::try_from(child.id()).expect("a process has a small number");
        let with_children = round % 2 == 1;
        signal(if with_children { -group } else { group }, "KILL");
        cut += usize::from(!child.wait().expect("it ends").success());
        // What it started goes on to its end.
        while signal(-group, "0") {
            std::thread::sleep(Duration::from_millis(5));
        }
        for folder in [project.folder(), project.remote()] {
            let now = git(&folder, &["rev-parse", "gh-pages"]);
            let is_new = || tree(&folder) == trees[state] && git(&folder, &["rev-parse", "gh-pages^"]) == before;
            assert!(now == before || is_new(), "round {round}: the branch is at {now}");
        }
        assert_eq!(state_of_work(), work, "round {round}");
        if with_children {
            // Git itself was killed too, which leaves its locks behind, as it says.
            unlock(&project.folder().join(".git"));
            unlock(&project.remote());
        }
        let started = Instant::now();
        runs(&project, &["publish", "--push"]);
        whole = started.elapsed().max(Duration::from_millis(100));
        for folder in [project.folder(), project.remote()] {
            assert_eq!(tree(&folder), trees[state], "round {round}: the next run does not put it right");
        }
    }
    project.git(&["fsck", "--strict", "--no-dangling"]);
    git(&project.remote(), &["fsck", "--strict", "--no-dangling"]);
    eprintln!("{cut} of {} publications were cut off", kills());
    assert!(cut * 3 > kills(), "many are cut off");
}

fn tree(folder: &Path) -> String {
    git(folder, &["rev-parse", "gh-pages^{tree}"])
}

/// Whether there was somebody to signal.
fn signal(process: i32, name: &str) -> bool {
    let ran =
        Command::new("kill").args([&format!("-{name}"), "--", &process.to_string()]).stderr(Stdio::null()).status();
    ran.is_ok_and(|status| status.success())
}

fn unlock(folder: &Path) {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    for entry in entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "lock")) {
        std::fs::remove_file(entry.path()).expect("a lock can be removed");
    }
}
