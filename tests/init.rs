//! The first minutes: what `init` puts into a folder, and what it leaves as it is.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use support::site::folders;

const LADDER: &str = "# Delivery\n\n## Level 1\n\n- Ships small changes.\n\n## Level 2\n\n- Plans whole features.\n";

/// Runs the program in a folder; everything that it printed.
#[track_caller]
fn run(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let ran = command.current_dir(folder).args(arguments).output().expect("the program starts");
    let said = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
    assert!(ran.status.success(), "{arguments:?}: {said}");
    said
}

/// Path → text of every file of a folder.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let entries = entries.filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("it was found there").to_string_lossy().replace('\\', "/");
        (path, String::from_utf8_lossy(&std::fs::read(entry.path()).expect("it can be read")).into_owned())
    };
    entries.map(file).collect()
}

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
    std::fs::write(file, text).expect("a file is written");
}

#[test]
fn an_empty_folder_becomes_a_site_without_findings() {
    let outer = tempfile::tempdir().expect("a temporary folder");
    let said = run(outer.path(), &["init", "ours"]);
    assert!(said.contains("created  content/README.md") && said.contains("ladder-site serve --open ours"), "{said}");
    let folder = outer.path().join("ours");
    write(&folder, "site.toml", &(files(&folder)["site.toml"].clone() + "\n[check]\nstyle = true\n"));
    let found = run(&folder, &["check", "--strict", "--format", "short"]);
    assert!(!found.contains(": "), "{found}");
    run(&folder, &["build", "--strict"]);
    let export: serde_json::Value = serde_json::from_str(&run(&folder, &["export"])).expect("it is JSON");
    let track = |index: usize| &export["tracks"][index];
    assert_eq!(export["title"], "Career ladders");
    assert_eq!(track(1)["levels"][2]["builds_on"][0]["kind"], "branch");
    let own = track(0)["levels"][2]["criteria"].as_array().expect("a list");
    assert!(own.iter().any(|criterion| criterion["relation"]["basis"] == "scale"), "the scale raises a criterion");
    assert_eq!(track(0)["accumulates"]["basis"], "stated");
}

#[test]
fn every_setting_that_is_offered_is_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    run(folder.path(), &["init"]);
    let text = files(folder.path())["site.toml"].clone();
    let is_setting = |line: &str| {
        line.starts_with("# [") || line.split_once('=').is_some_and(|(key, _)| key.trim().split(' ').count() == 2)
    };
    let open = |line: &str| if is_setting(line) { line.trim_start_matches("# ").to_owned() } else { line.to_owned() };
    let opened: Vec<String> = text.lines().filter(|line| !line.contains("theme = ")).map(open).collect();
    assert!(opened.iter().any(|line| line.starts_with("base_url")) && opened.iter().any(|line| line == "[check]"));
    write(folder.path(), "site.toml", &opened.join("\n"));
    let found = run(folder.path(), &["check", "--format", "short"]);
    assert!(!found.contains("site.toml"), "{found}");
}

#[test]
fn what_is_there_is_never_touched() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), "README.md", "# A repository\n");
    write(folder.path(), ".gitignore", "node_modules\n");
    write(folder.path(), "content/engineering/engineer.md", LADDER);
    let before = files(folder.path());
    let said = run(folder.path(), &["init", "--github-pages"]);
    assert!(said.contains("add /public/ to .gitignore"), "{said}");
    let after = files(folder.path());
    for (path, text) in &before {
        assert_eq!(after.get(path), Some(text), "{path}");
    }
    let new: Vec<&str> = after.keys().filter(|path| !before.contains_key(*path)).map(String::as_str).collect();
    assert_eq!(new, [".github/workflows/ladders.yml", "site.toml"]);
    assert!(run(folder.path(), &["init", "--github-pages"]).contains("nothing is missing"));
    assert_eq!(files(folder.path()), after);
}

#[test]
fn a_repository_that_has_only_a_readme_gets_a_framework() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), "README.md", "# A repository\n");
    run(folder.path(), &["init"]);
    assert!(files(folder.path()).contains_key("content/engineering/engineer.md"));
}

/// A folder of Markdown is read after `init` as it was read before.
#[test]
fn a_folder_of_markdown_is_read_as_before() {
    for source in folders().into_iter().filter(|folder| !folder.join("site.toml").exists()) {
        let copy = tempfile::tempdir().expect("a temporary folder");
        for entry in
            walkdir::WalkDir::new(&source).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file())
        {
            let target = copy.path().join(entry.path().strip_prefix(&source).expect("it was found there"));
            std::fs::create_dir_all(target.parent().expect("a file has a parent")).expect("a folder is made");
            std::fs::copy(entry.path(), target).expect("a file is copied");
        }
        let export = || Command::new(env!("CARGO_BIN_EXE_ladder-site")).arg("export").arg(copy.path()).output();
        let before = export().expect("the program starts").stdout;
        let said = run(copy.path(), &["init"]);
        let has_framework = said.contains("engineer.md");
        let after = export().expect("the program starts").stdout;
        let title = |export: &[u8]| serde_json::from_slice::<serde_json::Value>(export).expect("JSON")["title"].clone();
        if !has_framework {
            assert!(before == after, "{}: read otherwise after `init`: {}", source.display(), title(&after));
        }
    }
}

/// The workflow is YAML, asks for no more than it needs, and names the program as it is.
#[test]
fn the_workflow_publishes_with_least_permissions() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let git = |arguments: &[&str]| {
        let ran = Command::new("git").current_dir(folder.path()).args(arguments).output().expect("git starts");
        assert!(ran.status.success());
    };
    git(&["init", "--quiet", "--initial-branch", "trunk"]);
    write(folder.path(), "docs/our ladders/levels.md", LADDER);
    run(&folder.path().join("docs/our ladders"), &["init", "--github-pages"]);
    let text = files(folder.path())[".github/workflows/ladders.yml"].clone();
    let workflow: serde_yaml::Value = serde_yaml::from_str(&text).expect("it is YAML");
    let of = |job: &str, key: &str| serde_json::to_value(&workflow["jobs"][job][key]).expect("JSON");
    assert_eq!(workflow["on"]["push"]["branches"][0], "trunk");
    assert_eq!(
        serde_json::to_value(&workflow["permissions"]).expect("JSON"),
        serde_json::json!({ "contents": "read" })
    );
    assert_eq!(of("build", "permissions"), serde_json::json!({ "contents": "read", "pages": "read" }));
    assert_eq!(of("deploy", "permissions"), serde_json::json!({ "pages": "write", "id-token": "write" }));
    assert_eq!(workflow["env"]["LADDER_SITE_VERSION"], env!("CARGO_PKG_VERSION"));
    assert!(text.contains("'docs/our ladders'") && !text.contains("{branch}") && !text.contains("{folder}"), "{text}");
}

#[test]
fn shells_can_complete_every_command() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(folder.path(), &["completions", shell]);
        for word in ["init", "publish", "github-pages", "completions"] {
            assert!(script.contains(word), "{shell}: `{word}`");
        }
    }
}
