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

/// What `check` prints on a folder with some files.
fn ran(files: &[(&str, &str)], arguments: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let ran = command.current_dir(folder.path()).args(arguments).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it prints UTF-8");
    (ran.status.code().unwrap_or(-1), text(ran.stdout), text(ran.stderr))
}

const LADDER: &str = "# Baker\n\nEach level builds on the previous one.\n\n## Level 1\n\n- Weighs flour.\n- Shapes \
                      rolls.\n\n## Level 2\n\n- Repairs an [oven](oven.md).\n- Plans the night shift.\n";

#[test]
fn what_is_allowed_is_on_no_page_and_changes_no_reading() {
    let comment = "<!-- ladder-site: allow broken-link -->";
    let whole_file = format!("<!-- ladder-site: allow-file broken-link -->\n\n{LADDER}");
    let spots = [
        LADDER.replace("- Repairs", &format!("{comment}\n- Repairs")),
        LADDER.replace("- Repairs", &format!("{comment}\n\n- Repairs")),
        LADDER.replace("(oven.md).", &format!("(oven.md). {comment}")),
        LADDER
            .replace("- Shapes rolls.\n", "- Shapes rolls.\n- Buys [grain](grain.md).\n")
            .replace("- Buys", &format!("{comment}\n- Buys")),
        whole_file,
    ];
    for text in spots {
        let plain = text.replace(comment, "").replace("<!-- ladder-site: allow-file broken-link -->", "");
        let broken = |text: &str| ran(&[("baker.md", text)], &["check", "--format", "short"]).1.lines().count();
        assert!(broken(&plain) > broken(&text), "{text}");
        let read = |text: &str| {
            let exported = ran(&[("baker.md", text)], &["export"]).1;
            let export: serde_json::Value = serde_json::from_str(&exported).expect("the export is JSON");
            let levels = export["tracks"][0]["levels"].as_array().cloned().unwrap_or_default();
            let criteria = levels.iter().map(|level| level["criteria"].as_array().cloned().unwrap_or_default());
            criteria.map(|all| all.iter().map(|it| it["text"].to_string()).collect()).collect::<Vec<Vec<String>>>()
        };
        assert_eq!(read(&text), read(&plain), "{text}");
        assert!(!ran(&[("baker.md", &text)], &["export"]).1.contains("ladder-site: allow"), "{text}");
    }
}

#[test]
fn comments_stand_in_plain_text_and_html_too() {
    let html = "<h1>Baker</h1><p>Each level builds on the previous one.</p>\n<h2>Level 1</h2><ul><li>Weighs flour.\n\
                </ul><h2>Level 2</h2><ul>\n<!-- ladder-site: allow broken-link -->\n<li>Repairs an <a \
                href='oven.md'>oven</a>.</li><li>Plans.</li></ul>";
    assert_eq!(ran(&[("baker.html", html)], &["check", "--format", "short"]).1, "");
    let text = LADDER.replace("[oven](oven.md)", "oven") + "<!-- ladder-site: allow-file empty-level -->\n";
    let exported = ran(&[("baker.txt", &text)], &["export"]).1;
    assert!(!exported.contains("allow-file"), "{exported}");
}

#[test]
fn weights_are_set_in_the_configuration() {
    let check = |toml: &str, arguments: &[&str]| {
        let files = [("site.toml", toml), ("content/baker.md", LADDER)];
        let (code, out, _) = ran(&files, &[&["check", "--format", "short"], arguments].concat());
        (code, out)
    };
    let (code, out) = check("", &[]);
    assert!(code == 0 && out.contains("warning[broken-link]"), "{out}");
    assert_eq!(check("", &["--strict"]).0, 1);
    let (code, out) = check("[check.rules]\nbroken-link = \"error\"\n", &[]);
    assert!(code == 1 && out.contains("error[broken-link]"), "{out}");
    assert_eq!(check("[check.rules]\nbroken-link = \"off\"\n", &["--strict"]), (0, String::new()));
    assert_eq!(check("[check]\nrules = { broken-link = \"note\" }\n", &["--strict"]).0, 0);
    let (code, out) = check("[check.rules]\nbroken-links = \"off\"\n", &[]);
    assert!(code == 1 && out.contains("there is no rule `broken-links`"), "{out}");
}

#[test]
fn rules_are_listed_and_explained() {
    let explain = |arguments: &[&str]| ran(&[], &[&["check", "--explain"], arguments].concat());
    let (code, out, _) = explain(&[]);
    assert!(code == 0 && RULES.iter().all(|rule| out.contains(rule.id) && out.contains(rule.finds)), "{out}");
    let (code, out, _) = explain(&["drifted-copy"]);
    assert!(code == 0 && out.contains("claen") && out.contains("<!-- ladder-site: allow drifted-copy -->"), "{out}");
    let (code, out, err) = explain(&["drifted-copies"]);
    assert!(code == 2 && out.is_empty() && err.contains("did you mean `drifted-copy`?"), "{err}");
    assert!(err.contains("undefined-abbreviation"), "the rules are listed: {err}");
}

#[test]
fn every_finding_has_a_rule() {
    let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut found = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source");
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_test = path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs");
        for verb in ["error(", "warning(", "note(", "without_place("] {
            for (_, rest) in
                product.match_indices(&format!("Diagnostic::{verb}")).map(|(at, it)| product[at..].split_at(it.len()))
            {
                let Some(id) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                    continue;
                };
                assert!(is_test || RULES.iter().any(|rule| rule.id == id), "{}: `{id}` is no rule", path.display());
                found += usize::from(!is_test);
            }
        }
    }
    assert!(found > 20, "the names of rules are found: {found}");
}
