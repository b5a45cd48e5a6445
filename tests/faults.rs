//! What goes wrong with the machine: no half file, no lost source, a clear error, and a rerun that repairs.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "runs the program on folders")]

use std::collections::BTreeMap;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};

const LADDER: &str = "# Delivery\n\n## Level 1\n\n- Ships small changes.\n\n## Level 2\n\n- Plans whole features.\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    }
    folder
}

fn build(folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    command.arg("build").arg(folder).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file of a site but the record of what was written.
fn site(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = walk.filter(|entry| entry.file_type().is_file() && !entry.path().components().any(is_own));
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("walkdir stays below its folder");
        (path.to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file is read"))
    };
    files.map(read).collect()
}

fn is_own(part: std::path::Component<'_>) -> bool {
    part.as_os_str() == ".ladder-site"
}

#[test]
fn names_that_nobody_expects() {
    let names = [
        "new\nline.md",
        "🧑‍🚀.md",
        "Case.md",
        "case.md",
        "con.md",
        "quote\"'.md",
        "back\\slash.md",
        "<tag>.md",
        "percent%20.md",
        "#hash?.md",
        " lead.md",
        "-dash.md",
        "ü.md",
        "u\u{308}.md",
        "tab\t.md",
    ];
    let long = format!("{}.md", "ä".repeat(120));
    let texts: Vec<(&str, String)> =
        names.iter().copied().chain([long.as_str()]).map(|name| (name, LADDER.replace("Delivery", name))).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = folder(&files);
    let output = build(folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let json = std::fs::read_to_string(folder.path().join("public/ladder.json")).expect("the export is written");
    for (name, _) in files {
        let source = serde_json::to_string(name).expect("a name is JSON");
        assert!(json.contains(&format!("\"file\":{source}")), "{name} is not read");
    }
}

#[test]
fn what_is_no_file_is_passed_over() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let at = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(at("pipe.md")).status().expect("there are pipes").success());
    symlink("/dev/zero", at("zero.md")).expect("a link is made");
    symlink("..", at("round")).expect("a link is made");
    symlink("self.md", at("self.md")).expect("a link is made");
    symlink("nowhere.md", at("gone.md")).expect("a link is made");
    let output = build(folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for name in ["pipe.md", "zero.md", "round", "self.md", "gone.md"] {
        assert!(said(&output).contains(&format!("`{name}` is passed over")), "{name}: {}", said(&output));
    }
}

#[test]
fn a_document_that_nobody_may_read() {
    let folder = folder(&[("delivery.md", LADDER), ("secret.md", LADDER)]);
    let secret = folder.path().join("secret.md");
    std::fs::set_permissions(&secret, PermissionsExt::from_mode(0o000)).expect("a file is ours");
    if std::fs::read(&secret).is_ok() {
        eprintln!("skipped: nothing is secret to this user");
        return;
    }
    let output = build(folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("secret.md"), "{}", said(&output));
}

/// What is in the way of a file of the site: every other file stays whole, none is removed, and all is put right when the
/// way is free.
#[test]
fn a_place_that_is_taken() {
    let folder = folder(&[("delivery.md", LADDER)]);
    assert!(build(folder.path()).status.success());
    let before = site(&folder.path().join("public"));
    std::fs::write(folder.path().join("delivery.md"), LADDER.replace("Level 2", "Level 3")).expect("a file is written");
    let place = folder.path().join("public/delivery/level-3.html");
    std::fs::create_dir_all(place.join("taken")).expect("a folder is made");
    let output = build(folder.path());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    std::fs::remove_dir_all(&place).expect("a folder is removed");
    let between = site(&folder.path().join("public"));
    let gone: Vec<&String> = before.keys().filter(|path| !between.contains_key(*path)).collect();
    assert!(gone.is_empty(), "removed before all new files stand: {gone:?}");
    assert!(build(folder.path()).status.success());
    let fresh = tempfile::tempdir().expect("a temporary folder");
    std::fs::copy(folder.path().join("delivery.md"), fresh.path().join("delivery.md")).expect("a file is copied");
    assert!(build(fresh.path()).status.success());
    let after = site(&folder.path().join("public"));
    assert_eq!(after, site(&fresh.path().join("public")));
    let is_whole =
        |(path, bytes): (&String, &Vec<u8>)| before.get(path) == Some(bytes) || after.get(path) == Some(bytes);
    assert!(between.iter().all(is_whole), "half a file stood there meanwhile");
}

/// Files that are removed while a site is built: a whole site or a clear error, never a panic or half a file.
#[test]
fn sources_and_sites_that_vanish_meanwhile() {
    let documents: Vec<(String, String)> =
        (0..60).map(|at| (format!("t{at}.md"), LADDER.replace("Delivery", &format!("Track {at}")))).collect();
    let files: Vec<(&str, &str)> = documents.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    for round in 0..6 {
        let folder = folder(&files);
        let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
        let child = command.arg("build").arg(folder.path()).stderr(std::process::Stdio::piped()).spawn();
        let child = child.expect("the program runs");
        std::thread::sleep(std::time::Duration::from_millis(round * 8));
        let _ = std::fs::remove_file(folder.path().join("t59.md"));
        if round % 2 == 0 {
            let _ = std::fs::remove_dir_all(folder.path().join("public"));
        }
        let output = child.wait_with_output().expect("it ends");
        assert!(matches!(output.status.code(), Some(0 | 2)), "{:?}: {}", output.status, said(&output));
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
        let again = build(folder.path());
        assert!(again.status.success(), "{}", said(&again));
        assert!(folder.path().join("public/track-0/level-2.html").is_file());
        assert!(!folder.path().join("public/track-59").exists());
    }
}
