//! The law of the preview: what is served is what is built, byte for byte, but for the script that keeps a page alive.

use std::path::{Path, PathBuf};

use super::preview::{LADDER, Preview, folder, write};
use super::support;
use super::support::site::{build, folders};

/// A page without the script.
fn without_script(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page).into_owned();
    let (start, rest) =
        text.split_once("<script src=\"/__ladder/reload.js").unwrap_or_else(|| panic!("no script: {text}"));
    let (_, end) = rest.split_once("</script>").expect("the script ends");
    format!("{start}{end}").into_bytes()
}

#[track_caller]
fn check(preview: &Preview, folder: &Path) {
    let built = build(folder);
    let files: Vec<_> = built.files.iter().filter(|(path, _)| !path.starts_with('.')).collect();
    assert!(!files.is_empty());
    for (path, bytes) in files {
        let answer = preview.get(&encoded(path));
        let served = if path.ends_with(".html") { without_script(&answer.body) } else { answer.body };
        assert!(served == *bytes, "{}: {path} is served differently from what is built", folder.display());
    }
}

fn encoded(path: &str) -> String {
    let letter = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02x}"),
    };
    path.bytes().map(letter).collect()
}

#[test]
fn what_is_served_is_what_is_built() {
    all_of(folders().into_iter().filter(|folder| folder.starts_with(support::root())).collect());
}

/// On the real ladders that lie beside the repository.
#[test]
fn what_is_served_is_what_is_built_of_real_ladders() {
    all_of(folders().into_iter().filter(|folder| !folder.starts_with(support::root())).collect());
}

fn all_of(folders: Vec<PathBuf>) {
    for folder in folders.into_iter().filter(|folder| !build(folder).files.is_empty()) {
        check(&Preview::of(&folder), &folder);
    }
}

#[test]
fn what_is_remembered_changes_nothing() {
    let folder = folder(&[("site.toml", "title = \"One\"\n"), ("content/delivery.md", LADDER)]);
    let at = |path: &str| folder.path().join("content").join(path);
    let preview = Preview::of(folder.path());
    let other = LADDER.replace("Delivery", "Care").replace("whole features", "whole wards");
    write(&at("a/care.md"), &other);
    preview.shows("", "Care");
    check(&preview, folder.path());
    write(&at("zeal.md"), &LADDER.replace("Delivery", "Zeal"));
    preview.shows("", "Zeal");
    check(&preview, folder.path());
    std::fs::rename(at("a"), at("b")).expect("a folder is renamed");
    preview.shows("ladder.json", "content/b/care.md");
    check(&preview, folder.path());
    let declared = "title = \"One\"\n[files.\"zeal.md\"]\ntitle = \"Fervour\"\n";
    write(&folder.path().join("site.toml"), declared);
    preview.shows("", "Fervour");
    check(&preview, folder.path());
    std::fs::remove_file(at("delivery.md")).expect("a file is removed");
    preview.hides("", "Delivery");
    check(&preview, folder.path());
}
