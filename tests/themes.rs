//! What THEMES.md promises: the tables of what templates see are those of the program, and the example theme is short,
//! builds, and looks different.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, clippy::panic, reason = "tests read files")]

mod support;

use std::process::Command;

use support::{read, root};

/// A structure that templates see: its name, the template it is the view of, its fields.
struct Seen {
    name: String,
    template: Option<String>,
    fields: Vec<String>,
}

/// Every structure of `src/pages` that is handed to templates.
fn seen() -> Vec<Seen> {
    let folder = root().join("src/pages");
    let files = support::files(&folder, &["rs"]);
    files.iter().flat_map(|file| structures(&read(&format!("src/pages/{file}")))).collect()
}

fn structures(text: &str) -> Vec<Seen> {
    let mut found: Vec<Seen> = Vec::new();
    let (mut template, mut serialised, mut open) = (None, false, false);
    for line in text.lines() {
        if let Some(shown) = line.strip_prefix("/// What `").and_then(|rest| rest.strip_suffix("` shows.")) {
            template = Some(shown.to_owned());
        } else if line.starts_with("#[derive(") {
            serialised = line.contains("Serialize");
        } else if let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            open = serialised;
            if open {
                found.push(Seen { name: name.to_owned(), template: template.take(), fields: Vec::new() });
            }
        } else if line == "}" {
            (open, template) = (false, None);
        } else if let (true, Some(field)) = (open, line.strip_prefix("    pub ").and_then(|rest| rest.split_once(": ")))
        {
            let field = field.0.trim_start_matches("r#").to_owned();
            found.last_mut().expect("a structure is open").fields.push(field);
        }
    }
    found
}

/// The tables of THEMES.md: heading and fields.
fn tables() -> Vec<(String, Vec<String>)> {
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for line in read("THEMES.md").lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            tables.push((heading.trim_matches('`').to_owned(), Vec::new()));
        } else if let (Some((_, fields)), Some(rest)) = (tables.last_mut(), line.strip_prefix("| `")) {
            fields.push(rest.split('`').next().unwrap_or_default().to_owned());
        }
    }
    tables
}

#[test]
fn the_tables_of_the_page_are_those_of_the_program() {
    let (seen, tables) = (seen(), tables());
    let mut faults = Vec::new();
    for view in seen.iter().filter(|it| it.template.is_some()) {
        let template = view.template.as_deref().unwrap_or_default();
        if !tables.iter().any(|(heading, _)| heading == template) {
            faults.push(format!("THEMES.md has no table for `{template}`: {}", view.fields.join(", ")));
        }
    }
    for (heading, fields) in &tables {
        let mut named = seen
            .iter()
            .filter(|it| it.template.as_ref() == Some(heading) || (it.template.is_none() && it.name == *heading));
        if !named.clone().any(|it| it.fields == *fields) {
            let now = named.next().map_or("nothing".to_owned(), |it| it.fields.join(", "));
            faults
                .push(format!("the table `{heading}` of THEMES.md says {}; the program has {now}", fields.join(", ")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(tables.len() > 30);
}

#[test]
fn the_example_is_short_and_changes_the_look_of_every_page() {
    let theme = root().join("themes/harbour");
    let files = support::files(&theme, &["css", "html", "js"]);
    let lines: usize = files.iter().map(|file| read(&format!("themes/harbour/{file}")).lines().count()).sum();
    assert!(lines < 100, "{lines} lines");
    let project = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let file = project.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    };
    write("site.toml", "title = \"Quay\"\ntheme = \"harbour\"\n");
    write("content/delivery.md", "# Delivery\n\n## Level 1\n\n- Ties knots.\n\n## Level 2\n\n- Teaches knots.\n");
    files.iter().for_each(|file| write(&format!("themes/harbour/{file}"), &read(&format!("themes/harbour/{file}"))));
    let built = Command::new(env!("CARGO_BIN_EXE_ladder-site")).arg("build").arg(project.path()).output();
    let built = built.expect("the program runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let public = project.path().join("public");
    let bytes = |extension: &str, but: &str| -> u64 {
        let files = support::files(&public.join("assets/theme"), &[extension]);
        let files = files.iter().filter(|file| !file.starts_with(but));
        files.map(|file| std::fs::metadata(public.join("assets/theme").join(file)).map_or(0, |file| file.len())).sum()
    };
    // Both are for comfort only, so they stay light.
    assert!(bytes("css", "own.") <= 30 * 1024, "{} bytes of style", bytes("css", "own."));
    assert!(bytes("js", "own.") <= 15 * 1024, "{} bytes of script", bytes("js", "own."));
    for page in support::files(&public, &["html"]) {
        let text = std::fs::read_to_string(public.join(&page)).expect("it was written");
        assert!(text.contains("assets/theme/own."), "{page} has no style of the theme");
        assert!(text.contains("whoever looks after its track"), "{page} has no footer of the theme");
    }
}
