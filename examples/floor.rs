//! The least that a build could do, for measuring: reads the documents of a folder, gives each one Markdown pass, and
//! writes files of the same names and sizes as a site has that was built before. No ladder work; two threads.
//!
//! ```sh
//! cargo run --release --example floor -- CONTENT SITE OUT
//! ```
//!
//! Which files the site has is read from it in the same run: names and sizes, never their bytes.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool that measures")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use walkdir::WalkDir;

fn main() -> std::io::Result<()> {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let [content, site, out] = folders.as_slice() else {
        eprintln!("usage: floor CONTENT SITE OUT");
        std::process::exit(2);
    };
    let documents: Vec<PathBuf> = files(content).into_iter().map(|(path, _)| path).collect();
    let pages: Vec<String> = documents.par_iter().map(|path| page(path)).collect::<std::io::Result<_>>()?;
    let words: Vec<u8> = pages.concat().into_bytes();
    let wanted: Vec<(PathBuf, usize)> = files(site)
        .into_iter()
        .filter_map(|(path, size)| Some((out.join(path.strip_prefix(site).ok()?), size)))
        .collect();
    let folders: BTreeSet<&Path> = wanted.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.into_iter().try_for_each(std::fs::create_dir_all)?;
    wanted.par_iter().try_for_each(|(path, size)| write(path, *size, &words))
}

/// The files below a folder, with their sizes.
fn files(folder: &Path) -> Vec<(PathBuf, usize)> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    entries.map(|entry| (entry.path().to_owned(), entry.metadata().map_or(0, |it| it.len() as usize))).collect()
}

fn page(path: &Path) -> std::io::Result<String> {
    let text = std::fs::read_to_string(path)?;
    let mut page = String::with_capacity(text.len());
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Text(words) | Event::Code(words) => page.push_str(&words),
            _ => page.push('\n'),
        }
    }
    Ok(page)
}

/// A file of some size, full of words.
fn write(path: &Path, size: usize, words: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut file = std::fs::File::create(path)?;
    let mut left = size;
    while left > 0 && !words.is_empty() {
        let piece = &words[..left.min(words.len())];
        file.write_all(piece)?;
        left -= piece.len();
    }
    Ok(())
}
