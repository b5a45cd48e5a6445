//! Lists the files of the default theme, so that the binary carries them, and makes a structure of the interface's words,
//! so that a word that does not exist is found when the program is compiled.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a build script reads and writes files")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const THEME: &str = "themes/default";

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let theme = root.join(THEME);
    let mut files = Vec::new();
    list(&theme, &mut files);
    files.sort();
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names the folder for what is built"));
    let write = |name: &str, code: &str| {
        std::fs::write(out.join(name), code).expect("the folder for what is built can be written");
    };
    let (tables, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.starts_with(theme.join("words")));
    write("words.rs", &words(&tables));
    let mut code = String::from("&[\n");
    for file in &files {
        let name = file.strip_prefix(&theme).expect("the file was found there").to_string_lossy().replace('\\', "/");
        let contents = contents(file);
        writeln!(code, "    ({name:?}, {contents}),").expect("a string takes it");
    }
    code.push_str("]\n");
    write("theme.rs", &code);
}

/// The tables of words as code: a field for each word of the English one, and every table as it stands.
fn words(tables: &[PathBuf]) -> String {
    let english = tables.iter().find(|file| file.ends_with("en.toml")).expect("there are words in English");
    let english = entries(english);
    let mut fields =
        "    /// The tag of the table in which words are looked for first.\n    pub language: Box<str>,\n".to_owned();
    let mut gathered = "            language: tables.language().into(),\n".to_owned();
    let mut names = String::new();
    let mut places = std::collections::BTreeSet::new();
    for run in english.chunk_by(|one, other| one.0 == other.0) {
        let (name, form, text) = &run[0];
        let found = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place.to_owned());
        let found: Vec<String> = found.collect();
        let kind = match (form.as_str(), found.is_empty()) {
            ("", true) => "Word",
            ("", false) => "Sentence",
            (_, _) => "Counted",
        };
        places.extend(found);
        let method = kind.to_lowercase();
        let english = run.last().map_or("", |(_, _, text)| text);
        writeln!(fields, "    #[doc = {:?}]\n    pub {name}: {kind},", format!("`{english}`"))
            .expect("a string takes it");
        writeln!(gathered, "            {name}: tables.{method}({name:?}),").expect("a string takes it");
        writeln!(names, "    ({name:?}, Kind::{kind}),").expect("a string takes it");
    }
    let variant = |place: &String| format!("{}{}", place[..1].to_uppercase(), &place[1..]);
    let variants: String = places.iter().map(|place| format!("    {},\n", variant(place))).collect();
    let known: String = places.iter().map(|place| format!("    ({place:?}, Slot::{}),\n", variant(place))).collect();
    let table = |file: &PathBuf| {
        let language = file.file_stem().expect("a table has a name").to_string_lossy().into_owned();
        format!("    ({language:?}, &{:?}),\n", entries(file))
    };
    let tables: String = tables.iter().map(table).collect();
    format!(
        "/// Every word of the interface, in one language; where that has none, in English.\n\
         #[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]\npub struct Words {{\n{fields}}}\n\n\
         impl Words {{\n    #[expect(clippy::too_many_lines, reason = \"a line for each word\")]\n    fn gather(tables: &Tables) -> Self {{\n        Self {{\n{gathered}        }}\n    }}\n}}\n\n\
         /// What stands in a sentence in braces.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\n\
         pub enum Slot {{\n{variants}}}\n\nconst SLOTS: &[(&str, Slot)] = &[\n{known}];\n\n\
         const NAMES: &[(&str, Kind)] = &[\n{names}];\n\n\
         /// Name, form or nothing, text.\ntype Said = (&'static str, &'static str, &'static str);\n\nconst BUILT_IN: &[(&str, &[Said])] = &[\n{tables}];\n"
    )
}

/// Name, form and text of each word of a table of ours, which has one word on a line: `name = "text"`, or
/// `name = { one = "text", other = "text" }`. Other tables are read with all that TOML allows.
fn entries(file: &Path) -> Vec<(String, String, String)> {
    let text = std::fs::read_to_string(file).expect("the default theme can be read");
    let mut entries = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (name, value) = line.split_once(" = ").unwrap_or_else(|| unreadable(file, line));
        match value.strip_prefix("{ ").and_then(|forms| forms.strip_suffix("\" }")) {
            Some(forms) => {
                for form in forms.split("\", ") {
                    let (form, text) = form.split_once(" = \"").unwrap_or_else(|| unreadable(file, line));
                    entries.push((name.to_owned(), form.to_owned(), text.to_owned()));
                }
            }
            None => {
                let text = value.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                let text = text.unwrap_or_else(|| unreadable(file, line));
                entries.push((name.to_owned(), String::new(), text.to_owned()));
            }
        }
    }
    entries
}

fn unreadable(file: &Path, line: &str) -> ! {
    eprintln!("{}: this is no word: {line}", file.display());
    std::process::exit(1)
}

/// The expression for what a file holds. Scripts and style sheets come without what is there for those who read them here.
fn contents(file: &Path) -> String {
    let extension = file.extension().and_then(|extension| extension.to_str());
    if !matches!(extension, Some("js" | "css")) {
        return format!("include_str!({:?})", file.to_string_lossy());
    }
    let mut text = std::fs::read_to_string(file).expect("the default theme can be read");
    while let Some((before, comment)) = text.split_once("/*").filter(|_| extension == Some("css")) {
        text = [before, comment.split_once("*/").map_or("", |(_, after)| after)].concat();
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    if extension == Some("css") {
        return format!("{:?}", lines.map(unpadded).collect::<Vec<_>>().join("\n"));
    }
    let end = |line: &str| if line.ends_with(['{', '(', '[', ',', ';']) { "" } else { "\n" };
    let squeezed: String =
        lines.map(squeezed).flat_map(|line| [end(&line).to_owned(), line].into_iter().rev()).collect();
    format!("{squeezed:?}")
}

/// A line of a style sheet without the blanks beside braces and between declarations, where no string stands in it.
fn unpadded(line: &str) -> String {
    if line.contains('"') {
        return line.to_owned();
    }
    const PADDED: [(&str, &str); 5] = [(" {", "{"), ("{ ", "{"), ("; ", ";"), (" }", "}"), (";}", "}")];
    PADDED.iter().fold(line.to_owned(), |line, (padded, bare)| line.replace(padded, bare))
}

/// A line of a script without the blanks beside signs, but for those inside of quotes. No line of ours begins or ends
/// inside of quotes, and no pattern holds a blank.
fn squeezed(line: &str) -> String {
    const SIGNS: &str = "=(){},;:?<>|&![]+-*/%";
    let letters: Vec<char> = line.chars().collect();
    let mut out = String::with_capacity(line.len());
    let mut quote = None;
    for (at, letter) in letters.iter().enumerate() {
        match quote {
            Some(mark) if *letter == mark => quote = None,
            None if "\"'`".contains(*letter) => quote = Some(*letter),
            None if *letter == ' ' && [at - 1, at + 1].iter().any(|beside| SIGNS.contains(letters[*beside])) => {
                continue;
            }
            Some(_) | None => {}
        }
        out.push(*letter);
    }
    out
}

/// Every file below a folder. Cargo runs this again when a file or folder changes, comes or goes.
fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in std::fs::read_dir(folder).expect("the default theme can be read") {
        let path = entry.expect("the default theme can be read").path();
        if path.is_dir() {
            list(&path, files);
        } else {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
}
