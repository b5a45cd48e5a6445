//! Everything that a site is made from, as one word. Where it is the word of the last build and the folder stands as that
//! build left it, there is nothing to do.
//!
//! In go the sources as they were read, what was found on the way, the names of all other files, the settings with what
//! git knows, the theme's own files, what was asked for, and the program itself. Files that are copied are looked at by
//! themselves, because which those are is known only when the site is made.

use std::collections::BTreeMap;
use std::hash::Hasher;
use std::path::PathBuf;

use super::arguments::BuildArguments;
use super::read::Read;
use super::terminal::prefix;
use super::theme::ThemeFiles;
use crate::io::{Seal, print_of, stamp_of};
use crate::pages::Settings;
use crate::text::Mixing;

/// A word for what a site is made from; `None` where the program cannot look at itself.
pub fn inputs(
    arguments: &BuildArguments,
    read: &Read,
    (settings, theme): (&Settings, &ThemeFiles),
    program: Option<String>,
) -> Option<String> {
    let mut word = Word::default();
    word.add(program?);
    word.add(prefix(&arguments.folder));
    word.add(format!("{} {settings:?} {:?}", arguments.strict, read.diagnostics));
    word.add(read.sources.root());
    for (_, source) in read.sources.iter() {
        word.add(source.path());
        word.add(source.text());
    }
    read.assets.keys().for_each(|path| word.add(path));
    // Between two lists, so that nothing of one can pass for something of the other.
    word.add("/");
    for (path, bytes) in theme {
        word.add(path);
        word.add(bytes);
    }
    Some(format!("{:016x}", word.0.finish()))
}

/// A word for the program: another one as soon as somebody writes to its file, or another file is run.
pub fn program() -> Option<String> {
    let program = std::env::current_exe().ok()?.canonicalize().ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), program.display(), stamp_of(&program)?))
}

/// Whether the files that the last build copied are what they were.
pub fn are_same(seal: &Seal, assets: &BTreeMap<String, PathBuf>) -> bool {
    let is_same =
        |(path, print): (&String, &String)| assets.get(path).and_then(|file| print_of(file)).as_ref() == Some(print);
    seal.copied.iter().all(is_same)
}

#[derive(Default)]
struct Word(Mixing);

impl Word {
    /// With its length, so that two things never read as other two.
    fn add(&mut self, part: impl AsRef<[u8]>) {
        self.0.write_usize(part.as_ref().len());
        self.0.write(part.as_ref());
    }
}
