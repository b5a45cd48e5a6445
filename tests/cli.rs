//! The commands as people run them, on what people get wrong: every bad input has a clear message and the right exit
//! code, and loses nothing.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const LADDER: &str = "# Delivery\n\n## Level 1\n\n- Ships small changes.\n\n## Level 2\n\n- Plans whole features.\n";

/// A run that has ended.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    #[track_caller]
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        self
    }

    /// Everything that was printed holds all of these.
    #[track_caller]
    fn says(self, words: &[&str]) -> Self {
        let all = format!("{}{}", self.out, self.err);
        for word in words {
            assert!(all.contains(word), "`{word}` is missing in:\n{all}");
        }
        self
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let ran = command.current_dir(folder).args(arguments).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it prints UTF-8");
    Ran { code: ran.status.code().unwrap_or(-1), out: text(ran.stdout), err: text(ran.stderr) }
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        write(&folder.path().join(path), bytes);
    }
    folder
}

fn write(file: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
    std::fs::write(file, bytes).expect("a file is written");
}

/// Every file of a folder, but those of dot paths, with its bytes and the time at which it was written.
fn snapshot(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let seen = |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(seen);
    let files = files.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let time = entry.metadata().ok().and_then(|facts| facts.modified().ok()).expect("a file has a time");
        (entry.path().to_owned(), std::fs::read(entry.path()).expect("a file can be read"), time)
    };
    let found: Vec<_> = files.map(read).collect();
    assert!(!found.is_empty(), "there is something to compare");
    found
}

#[test]
fn an_empty_folder() {
    let folder = folder(&[]);
    for command in ["build", "check", "outline", "export"] {
        run(folder.path(), &[command]).ends(1).says(&["no document", ".md, .markdown, .txt or .html"]);
    }
    let export = run(folder.path(), &["export"]);
    assert!(serde_json::from_str::<serde_json::Value>(&export.out).is_ok(), "the data is printed all the same");
    assert!(!folder.path().join("public").exists(), "nothing is written");
}

#[test]
fn a_project_without_content() {
    let folder = folder(&[("site.toml", b""), ("levels.md", LADDER.as_bytes())]);
    run(folder.path(), &["build"]).ends(1).says(&["no document in `./content`", "below `content/`"]);
}

#[test]
fn a_project_that_keeps_its_documents_elsewhere() {
    let folder = folder(&[("site.toml", b"content = '.'"), ("levels.md", LADDER.as_bytes())]);
    run(folder.path(), &["build"]).ends(0);
    assert!(folder.path().join("public/delivery/level-1.html").exists());
    run(folder.path(), &["build"]).ends(0).says(&["nothing changed"]);
    write(&folder.path().join("site.toml"), b"content = 'ladders'\nexclude = ['old.md']");
    run(folder.path(), &["build"]).ends(1).says(&["no document in `./ladders`"]);
    write(&folder.path().join("ladders/levels.md"), LADDER.as_bytes());
    write(&folder.path().join("ladders/old.md"), b"# Old\n");
    let outline = run(folder.path(), &["outline"]).ends(0);
    assert!(outline.out.contains("ladders/levels.md") && !outline.out.contains("old.md"), "{}", outline.out);
    write(&folder.path().join("site.toml"), b"content = '../elsewhere'");
    run(folder.path(), &["check"]).ends(1).says(&["site.toml:1:12: error", "no folder of the project"]);
}

#[test]
fn an_empty_file() {
    let folder = folder(&[("empty.md", b""), ("delivery.md", LADDER.as_bytes())]);
    for command in ["check", "outline", "export", "build"] {
        run(folder.path(), &[command]).ends(0);
    }
}

#[test]
fn a_file_that_is_not_utf8() {
    let folder = folder(&[("a/old.md", b"# Delivery\n\ncaf\xe9 au lait\n"), ("new.md", LADDER.as_bytes())]);
    run(folder.path(), &["check", "--format", "short"])
        .ends(1)
        .says(&["a/old.md:3:4: error[not-utf8]: this file is not UTF-8: byte 0xe9 at offset 15"]);
    run(folder.path(), &["build"]).ends(1).says(&["a/old.md:3:4", "save it as UTF-8"]);
    let pages = snapshot(&folder.path().join("public"));
    assert!(pages.iter().any(|(_, bytes, _)| String::from_utf8_lossy(bytes).contains("Ships small changes")));
}

#[test]
fn a_line_of_50_mb() {
    let line = format!("# Delivery\n\n## Level 1\n\n- {}{{ladder", "word ".repeat(10_000_000));
    let folder = folder(&[("long.md", line.as_bytes())]);
    run(folder.path(), &["check"]).ends(0);
}

#[test]
fn levels_that_build_on_one_another() {
    let with = |title: &str, base: &str| {
        format!(
            "---\nladder:\n  title: {title}\n  levels:\n    Level 1: {{ builds_on: {base}/level-1 }}\n---\n\n# {title}\n\n## Level 1\n\n- Ships.\n\n## Level 2\n\n- Plans.\n"
        )
    };
    let (one, two) = (with("Alpha", "beta"), with("Beta", "alpha"));
    let folder = folder(&[("alpha.md", one.as_bytes()), ("beta.md", two.as_bytes())]);
    run(folder.path(), &["check", "--format", "short"]).ends(1).says(&["alpha.md:5:", "error[builds-on-cycle]"]);
    run(folder.path(), &["build"]).ends(1).says(&["written"]);
    assert!(folder.path().join("public/alpha/level-1.html").exists(), "what is sound is written");
}

#[test]
fn two_tracks_of_one_title() {
    let folder = folder(&[("a.md", LADDER.as_bytes()), ("b.md", LADDER.replace("Ships", "Sells").as_bytes())]);
    run(folder.path(), &["check", "--format", "short"])
        .ends(0)
        .says(&["b.md:1:1: warning[duplicate-title]: a second track is called `Delivery`"]);
    run(folder.path(), &["check", "--strict"]).ends(1);
    run(folder.path(), &["build"]).ends(0);
    let text: String = snapshot(&folder.path().join("public"))
        .iter()
        .filter(|(path, ..)| path.extension().is_some_and(|ending| ending == "html"))
        .map(|(_, bytes, _)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    assert!(text.contains("Ships small changes") && text.contains("Sells small changes"));
}

#[test]
fn a_theme_that_does_not_parse() {
    let folder = folder(&[("delivery.md", LADDER.as_bytes())]);
    run(folder.path(), &["build"]).ends(0);
    let before = snapshot(&folder.path().join("public"));
    write(&folder.path().join("themes/templates/home.html"), b"{% if %}");
    run(folder.path(), &["build"]).ends(1).says(&["error[template]", "home.html", "as it was"]);
    run(folder.path(), &["check"]).ends(1).says(&["home.html"]);
    assert_eq!(snapshot(&folder.path().join("public")), before);
}

#[test]
fn a_theme_that_asks_for_what_is_not_there() {
    let folder = folder(&[("delivery.md", LADDER.as_bytes())]);
    run(folder.path(), &["build"]).ends(0);
    let before = snapshot(&folder.path().join("public"));
    write(&folder.path().join("themes/templates/home.html"), b"{{ nothing.of_the_kind }}");
    write(&folder.path().join("delivery.md"), LADDER.replace("small", "large").as_bytes());
    run(folder.path(), &["build"]).ends(1).says(&["error[template]", "home.html"]);
    assert_eq!(snapshot(&folder.path().join("public")), before, "a template failure keeps the old site");
}

#[test]
fn a_theme_that_is_not_there() {
    let folder = folder(&[("site.toml", b"theme = 'fancy'\n"), ("content/delivery.md", LADDER.as_bytes())]);
    run(folder.path(), &["build"]).ends(1).says(&["site.toml:1:10: error", "no theme `fancy`", "themes/fancy/"]);
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let folder = folder(&[("delivery.md", LADDER.as_bytes()), ("taken", b"a file")]);
    run(folder.path(), &["build", "--out", "taken/site"]).ends(2).says(&["error: cannot create `taken/site`"]);
    run(folder.path(), &["build", "--out", "taken"]).ends(2).says(&["`taken`"]);
}

#[test]
fn an_output_folder_with_files_of_others() {
    let folder = folder(&[("delivery.md", LADDER.as_bytes()), ("public/thesis.doc", b"years of work")]);
    run(folder.path(), &["build"]).ends(2).says(&["`thesis.doc`", "--out"]);
    run(folder.path(), &["build", "--out", "."]).ends(2).says(&["`delivery.md`"]);
    assert_eq!(snapshot(&folder.path().join("public")).len(), 1);
}

#[test]
fn a_folder_that_is_not_there() {
    let folder = folder(&[]);
    for command in ["build", "check", "outline", "export"] {
        run(folder.path(), &[command, "nowhere"]).ends(2).says(&["error: cannot read `nowhere`"]);
    }
}

#[test]
fn mistakes_in_what_is_declared() {
    let folder = folder(&[
        ("site.toml", b"titel = 'Growth'\n[check.rules]\nempty-levels = 'off'\n[files.'delivry.md']\nis = 'track'\n"),
        ("content/delivery.md", b"---\nladder:\n  accumulate: replacing\n---\n# Delivery\n"),
    ]);
    run(folder.path(), &["check"]).ends(1).says(&[
        "site.toml:1:1: error[unknown-key]: unknown key `titel` in `site.toml`",
        "did you mean `title`?",
        "site.toml:3:1: error[unknown-value]: there is no rule `empty-levels`",
        "site.toml:4:9: error[unknown-file]: there is no document `delivry.md`",
        "did you mean `delivery.md`?",
        "content/delivery.md:3:3: error[unknown-key]: unknown key `accumulate` in `ladder`",
        "did you mean `accumulates`?",
        "4 errors",
    ]);
}

#[test]
fn front_matter_wins_over_site_toml() {
    let folder = folder(&[
        ("site.toml", b"title = 'Growth'\n[files.'delivery.md']\ntitle = 'From the site'\nsummary = 'A summary'\n"),
        ("content/delivery.md", format!("---\nladder: {{ title: From the document }}\n---\n{LADDER}").as_bytes()),
    ]);
    let export: serde_json::Value =
        serde_json::from_str(&run(folder.path(), &["export"]).ends(0).out).expect("it is JSON");
    assert_eq!(export["title"], "Growth");
    assert_eq!(export["tracks"][0]["title"], "From the document");
    assert_eq!(export["tracks"][0]["summary"], "A summary");
}

#[test]
fn only_what_changed_is_written_again() {
    let folder =
        folder(&[("delivery.md", LADDER.as_bytes()), ("design.md", LADDER.replace("Delivery", "Design").as_bytes())]);
    run(folder.path(), &["build"]).ends(0);
    let before = snapshot(&folder.path().join("public"));
    run(folder.path(), &["build"]).ends(0).says(&["nothing changed"]);
    assert_eq!(snapshot(&folder.path().join("public")), before);
    std::fs::remove_file(folder.path().join("design.md")).expect("a file is removed");
    run(folder.path(), &["build"]).ends(0).says(&["removed"]);
    assert!(!folder.path().join("public/design/index.html").exists());
}

#[test]
fn outline_shows_one_document_or_all() {
    let folder = folder(&[("delivery.md", LADDER.as_bytes()), ("sub/notes.md", b"# Notes\n\nJust words.\n")]);
    run(folder.path(), &["outline"]).ends(0).says(&[
        "delivery.md",
        "Level 1 (1), Level 2 (1)",
        "sub/notes.md",
        "guidance",
    ]);
    let one = run(folder.path(), &["outline", "delivery.md", "--format", "json"]).ends(0);
    let outline: serde_json::Value = serde_json::from_str(&one.out).expect("it is JSON");
    assert_eq!(outline.as_array().map(Vec::len), Some(1));
    assert_eq!(outline[0]["tracks"][0]["levels"][1]["title"], "Level 2");
    run(folder.path(), &["outline", "nowhere.md"]).ends(2).says(&["`nowhere.md`"]);
}

#[test]
fn rules_are_explained() {
    let folder = folder(&[]);
    run(folder.path(), &["check", "--explain", "empty-level"]).ends(0).says(&["without criteria"]);
    run(folder.path(), &["check", "--explain", "empty-lvel"]).ends(2).says(&["did you mean `empty-level`?"]);
}

#[test]
fn a_wrong_argument_ends_with_2() {
    let folder = folder(&[]);
    run(folder.path(), &["build", "--base-url", "example.org"]).ends(2).says(&["https://example.org/"]);
    run(folder.path(), &["bild"]).ends(2).says(&["build"]);
}

/// Whatever the program can find has a reason that `--explain` tells; a rule is the first text behind the name of a
/// severity, or a constant called `RULE`.
#[test]
fn every_rule_of_the_program_is_explained() {
    let mut rules = std::collections::BTreeSet::new();
    let files = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).into_iter().filter_map(Result::ok);
    for entry in files.filter(|entry| entry.file_type().is_file() && entry.file_name() != "tests.rs") {
        let text = std::fs::read_to_string(entry.path()).expect("the source can be read");
        let product = text.split("#[cfg(test)]").next().unwrap_or("");
        for before in
            ["::error(", "::warning(", "::note(", "::without_place(", "const RULE: &str =", "const RULE: Rule ="]
        {
            let quoted = product.split(before).skip(1).filter_map(|after| after.trim_start().strip_prefix('"'));
            rules.extend(quoted.filter_map(|after| after.split('"').next().map(str::to_owned)));
        }
    }
    assert!(rules.len() > 20, "{rules:?}");
    let folder = folder(&[]);
    for rule in rules {
        run(folder.path(), &["check", "--explain", &rule]).ends(0).says(&[&rule]);
    }
}
