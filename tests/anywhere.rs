//! A site has the same bytes wherever and whenever it is built: in another folder, in another language and another time
//! zone, from another clone. What a page says of time comes from the repository, never from the clock.

#![allow(clippy::disallowed_methods, clippy::panic, reason = "runs the program on folders")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use support::files;

type Surroundings = [(&'static str, &'static str)];

const HERE: &Surroundings = &[("LC_ALL", "C"), ("LANG", "C"), ("TZ", "Pacific/Kiritimati"), ("RAYON_NUM_THREADS", "1")];
const THERE: &Surroundings =
    &[("LC_ALL", "tr_TR.UTF-8"), ("LANG", "de_DE.UTF-8"), ("TZ", "America/Adak"), ("RAYON_NUM_THREADS", "7")];

#[test]
fn two_folders_two_languages_two_time_zones() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let first = place.path().join("a");
    copy(&support::root().join("content"), &first.join("content"));
    std::fs::copy(support::root().join("site.toml"), first.join("site.toml")).expect("a file is copied");
    let second = place.path().join("a much longer path/with umlauts äöü/b");
    copy(&first, &second);
    same(&built(&first, HERE), &built(&second, THERE));
}

/// The day of the last change is that of the one who changed it: 31 December there is 1 January in many places.
#[test]
fn two_clones_of_a_repository() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let first = place.path().join("first");
    copy(&support::root().join("content"), &first.join("content"));
    git(&first, &["init", "--quiet", "--initial-branch=main"]);
    git(&first, &["add", "--all"]);
    git(&first, &["commit", "--quiet", "--message=all"]);
    let second = place.path().join("second");
    git(&first, &["clone", "--quiet", ".", "../second"]);
    for folder in [&first, &second] {
        std::fs::write(folder.join("site.toml"), "repository = \"https://github.com/lamps/ladders\"\n")
            .expect("a file");
    }
    let site = built(&first, HERE);
    same(&site, &built(&second, THERE));
    let says_the_day = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("2025-12-31");
    assert!(site.values().any(says_the_day), "no page says when its document was changed");
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=Lamp", "-c", "user.email=lamp@example.org"]).args(arguments);
    command.env("GIT_AUTHOR_DATE", "2025-12-31T23:30:00-0800").env("GIT_COMMITTER_DATE", "2025-12-31T23:30:00-0800");
    assert!(command.status().is_ok_and(|status| status.success()), "git {arguments:?}");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder is made");
    for entry in std::fs::read_dir(from).expect("a folder is read").filter_map(Result::ok) {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).expect("a file is copied")),
        }
    }
}

/// Path → bytes of all that is built.
fn built(folder: &Path, surroundings: &Surroundings) -> BTreeMap<String, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let ran = command.arg("build").current_dir(folder).envs(surroundings.iter().copied()).output();
    let ran = ran.expect("the program runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let site = folder.join("public");
    let paths = files(&site, &["html", "json", "js", "css", "xml", "txt", "csv", "svg"]);
    assert!(paths.len() > 50, "{paths:?}");
    paths.into_iter().map(|path| (path.clone(), std::fs::read(site.join(path)).expect("it was just built"))).collect()
}

#[track_caller]
fn same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert!(one.keys().eq(other.keys()), "other files");
    let differing: Vec<&String> = one.keys().filter(|path| one[*path] != other[*path]).collect();
    assert!(differing.is_empty(), "{differing:?}");
}
