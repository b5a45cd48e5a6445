//! Lists the files of the default theme, so that the binary carries them.

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
    let mut code = String::from("&[\n");
    for file in &files {
        let name = file.strip_prefix(&theme).expect("the file was found there").to_string_lossy().replace('\\', "/");
        let contents = contents(file);
        writeln!(code, "    ({name:?}, {contents}),").expect("a string takes it");
    }
    code.push_str("]\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names the folder for what is built"));
    std::fs::write(out.join("theme.rs"), code).expect("the folder for what is built can be written");
}

/// The expression for what a file holds. Scripts and style sheets come without what is there for those who read them here.
fn contents(file: &Path) -> String {
    let extension = file.extension().and_then(|extension| extension.to_str());
    if !matches!(extension, Some("js" | "css")) {
        return format!("include_str!({:?})", file.to_string_lossy());
    }
    let text = std::fs::read_to_string(file).expect("the default theme can be read");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    if extension == Some("css") {
        return format!("{:?}", lines.collect::<Vec<_>>().join("\n"));
    }
    let end = |line: &str| if line.ends_with(['{', '(', '[', ',', ';']) { "" } else { "\n" };
    let squeezed: String =
        lines.map(squeezed).flat_map(|line| [end(&line).to_owned(), line].into_iter().rev()).collect();
    format!("{squeezed:?}")
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
