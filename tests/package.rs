//! The package as others get it: what is in it, which Rust it needs, under which licences its parts are.

#![allow(clippy::disallowed_methods, reason = "asks cargo")]

mod support;

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;
use support::{files, read, root};

fn cargo(arguments: &[&str]) -> Option<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let ran = Command::new(cargo).current_dir(root()).args(arguments).output().expect("cargo starts");
    ran.status.success().then(|| String::from_utf8_lossy(&ran.stdout).into_owned())
}

/// Every package that the lock file names, or, where those of other systems cannot be fetched, those of this one.
fn packages() -> Vec<Value> {
    let whole = ["metadata", "--format-version", "1", "--locked"];
    let host = cargo(&["-vV"]).unwrap_or_default();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    let printed = cargo(&whole).or_else(|| cargo(&[&whole[..], &["--offline", "--filter-platform", &host]].concat()));
    let metadata: Value = serde_json::from_str(&printed.expect("cargo knows its packages")).expect("it is JSON");
    metadata["packages"].as_array().expect("a list").clone()
}

/// The value of a key of `Cargo.toml` as it stands in quotes.
fn declared(key: &str) -> String {
    let manifest = read("Cargo.toml");
    let line = manifest.lines().find_map(|line| line.strip_prefix(&format!("{key} = \""))).expect("the key is there");
    line.trim_end_matches('"').to_owned()
}

fn version(text: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = text.split('.').map(|part| part.parse().expect("a number")).collect();
    parts.resize(3, 0);
    parts
}

#[test]
fn no_dependency_needs_a_newer_rust_than_we_state() {
    let ours = declared("rust-version");
    let packages = packages();
    assert!(packages.len() > 50);
    for package in &packages {
        let needs = package["rust_version"].as_str().unwrap_or("1.0");
        assert!(version(needs) <= version(&ours), "{} needs Rust {needs}; we state {ours}", package["name"]);
    }
}

#[test]
fn the_workflow_builds_with_the_oldest_rust_that_we_state() {
    let workflow = read(".github/workflows/ci.yml");
    assert!(workflow.contains(&format!("cargo +{} build --locked", declared("rust-version"))));
}

#[test]
fn every_licence_is_one_that_we_allow() {
    let deny = read("deny.toml");
    let list = deny.split("allow = [").nth(1).and_then(|rest| rest.split(']').next()).expect("deny.toml has a list");
    let allowed: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
    let mut used = BTreeSet::new();
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or("none").replace('/', " OR ");
        let met = met(&licence, &allowed);
        assert!(met.is_some(), "{} is under `{licence}`, of which deny.toml allows nothing", package["name"]);
        used.extend(met.into_iter().flatten());
    }
    let unused: Vec<_> = allowed.iter().filter(|name| !used.contains(**name)).collect();
    assert!(unused.is_empty(), "no crate needs {unused:?}; remove them from deny.toml");
}

/// The licences of the list that meet an expression of SPDX: at least one of each group joined by `OR`, for all groups
/// joined by `AND`.
fn met(expression: &str, allowed: &BTreeSet<&str>) -> Option<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for group in expression.split(" AND ") {
        let names = group.split(" OR ").map(|name| name.trim_matches(['(', ')', ' ']));
        let names: Vec<_> = names.filter(|name| allowed.contains(name)).map(str::to_owned).collect();
        if names.is_empty() {
            return None;
        }
        found.extend(names);
    }
    Some(found)
}

/// What the binary carries is in the package; what only we need is not.
#[test]
fn the_package_holds_what_it_is_built_from() {
    let listed = cargo(&["package", "--list", "--allow-dirty", "--offline"]).expect("cargo lists the package");
    let listed: BTreeSet<&str> = listed.lines().collect();
    for path in files(&root().join("themes/default"), &["html", "css", "js", "svg"]) {
        assert!(listed.contains(format!("themes/default/{path}").as_str()), "themes/default/{path}");
    }
    for path in files(&root().join("src"), &["rs", "js", "md", "toml", "yml"]) {
        assert!(listed.contains(format!("src/{path}").as_str()), "src/{path}");
    }
    for path in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "Cargo.lock", "build.rs"] {
        assert!(listed.contains(path), "{path}");
    }
    for ours in ["content/", "docs/", ".github/", ".ci/", "bench/", "target/", "public/"] {
        assert!(!listed.iter().any(|path| path.starts_with(ours)), "{ours}");
    }
}

/// Every workflow says what it may do, which by itself is to read; a write is asked for by the one job that needs it.
#[test]
fn workflows_may_do_no_more_than_they_must() {
    for path in files(&root().join(".github/workflows"), &["yml", "yaml"]) {
        let text = read(&format!(".github/workflows/{path}"));
        let workflow: serde_yaml::Value = serde_yaml::from_str(&text).expect("a workflow is YAML");
        let may = serde_json::to_value(&workflow["permissions"]).expect("JSON");
        assert_eq!(may, serde_json::json!({ "contents": "read" }), "{path}");
        let used = text.lines().filter_map(|line| line.split_once("uses: ").map(|(_, action)| action.trim()));
        for action in used {
            let known = action.starts_with("actions/") || action.starts_with("EmbarkStudios/cargo-deny-action@");
            assert!(known && action.contains("@v"), "{path}: {action}");
        }
    }
}
