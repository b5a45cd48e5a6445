//! The rules on the smallest documents that break them: a folder per rule in `tests/fixtures/check`, with `bad.md` (or
//! the folder `bad`, where it takes more than one file), the same mended in `good.md` (`good`), and in `expected` all that
//! `check --format short` prints on the bad one. On the good one it prints nothing.
//!
//! `UPDATE=1 cargo test --test check` writes what is expected, and `docs/rules.md`.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

use std::path::{Path, PathBuf};
use std::process::Command;

use ladder_site::check::{RULES, reference};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/check")
}

/// What `check` prints on a fixture, with the paths as seen from its folder.
fn checked(fixture: &Path, side: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (place, file) = (fixture.join(side), fixture.join(format!("{side}.md")));
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    if file.exists() {
        std::fs::copy(&file, folder.path().join("ladder.md")).expect("a fixture is copied");
        command.current_dir(folder.path());
    } else {
        command.current_dir(&place);
    }
    let ran = command.args(["check", "--format", "short"]).output().expect("the program starts");
    assert!(ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("it prints UTF-8")
}

fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Holds a file to what it should be, or writes it.
#[track_caller]
fn hold(file: &Path, text: &str) {
    if is_update() {
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    }
    let held = std::fs::read_to_string(file).unwrap_or_default();
    assert_eq!(held, text, "{}; UPDATE=1 writes it", file.display());
}

#[test]
fn every_rule_finds_what_breaks_it_and_nothing_else() {
    for rule in RULES.iter().filter(|rule| rule.example.is_some()) {
        let fixture = fixtures().join(rule.id);
        let found = checked(&fixture, "bad");
        assert!(found.contains(&format!("[{}]: ", rule.id)), "{}: {found}", rule.id);
        hold(&fixture.join("expected"), &found);
        assert_eq!(checked(&fixture, "good"), "", "{}", rule.id);
    }
}

#[test]
fn a_finding_weighs_what_its_rule_says() {
    for rule in RULES.iter().filter(|rule| rule.example.is_some()) {
        let found = checked(&fixtures().join(rule.id), "bad");
        let severity = format!("{:?}", rule.severity).to_lowercase();
        let of_rule = found.lines().filter(|line| line.contains(&format!("[{}]: ", rule.id)));
        for line in of_rule {
            assert!(line.contains(&format!(" {severity}[{}]: ", rule.id)), "{line}");
        }
    }
}

#[test]
fn every_fixture_belongs_to_a_rule() {
    let folders = std::fs::read_dir(fixtures()).expect("there are fixtures");
    for folder in folders.flatten() {
        let name = folder.file_name().to_string_lossy().into_owned();
        assert!(RULES.iter().any(|rule| rule.id == name && rule.example.is_some()), "`{name}` is no rule");
    }
}

#[test]
fn the_reference_is_that_of_the_rules() {
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md"), &reference());
}
