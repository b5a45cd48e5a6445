//! Every page is valid HTML, as the Nu HTML checker of the W3C judges it: the demo, every shape, every trap, and the real
//! ladders that lie beside the repository. Continuous integration fetches the checker and names it in `VNU`; without it
//! the test is skipped.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, clippy::panic, reason = "runs the program on folders")]

mod support;

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::site::{build, folders};

#[test]
fn every_page_is_valid() {
    let Some(checker) = std::env::var_os("VNU") else {
        eprintln!("skipped: no HTML checker (set VNU to the path of `vnu.jar`)");
        return;
    };
    let place = tempfile::tempdir().expect("a temporary folder");
    let pages: usize =
        folders().iter().enumerate().map(|(at, folder)| lay(folder, &place.path().join(at.to_string()))).sum();
    assert!(pages > 100, "{pages} pages");
    let found = faults(&checker, place.path());
    let shown: Vec<&str> = found.iter().take(20).map(String::as_str).collect();
    assert!(found.is_empty(), "{} faults in {pages} pages, among them\n{}", found.len(), shown.join("\n"));
}

/// Lays the pages of a site below a folder; gives how many there are.
fn lay(folder: &Path, below: &Path) -> usize {
    let site = build(folder);
    for (path, page) in site.pages() {
        let file = below.join(path);
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, page).expect("a page is written");
    }
    site.pages().count()
}

/// What the checker says of the pages below a folder; what it only advises is left out.
fn faults(checker: &OsString, below: &Path) -> Vec<String> {
    let mut command = Command::new("java");
    command
        .arg("-Xss16m")
        .arg("-jar")
        .arg(checker)
        .args(["--errors-only", "--format", "json", "--skip-non-html"])
        .arg(below);
    let ran = command.output().expect("`java` runs");
    let said = String::from_utf8_lossy(&ran.stderr);
    let answer: Value = serde_json::from_str(said.trim()).unwrap_or_else(|why| panic!("{why}: {said}"));
    let messages = answer["messages"].as_array().expect("the checker gives a list");
    let told = |it: &Value| format!("{}:{}: {} {}", it["url"], it["lastLine"], it["message"], it["extract"]);
    messages.iter().filter(|it| it["type"] != "info").map(told).collect()
}
