//! The words of the interface for a project: those of the program, with the project's own tables over them.

use crate::pages::{Given, WordFile, Words};
use crate::parse::{self, Config, WrittenWord};
use crate::text::{Diagnostic, FileId, Sources};

/// The words in the language of a site, and what is wrong with the tables.
pub fn words(config: &Config, sources: &Sources, tables: &[FileId]) -> (Words, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let table = |file: &FileId| {
        let source = sources.get(*file);
        let (words, faults) = parse::words(source.text(), *file);
        found.extend(faults);
        WordFile {
            file: *file,
            language: language(source.path()).to_owned(),
            words: words.into_iter().map(given).collect(),
        }
    };
    let files: Vec<WordFile> = tables.iter().map(table).collect();
    let language = config.language.as_ref().map(|language| (language.value.as_str(), language.span));
    let (words, faults) = Words::of(language, &files);
    found.extend(faults);
    (words, found)
}

/// `themes/words/fr.toml` → `fr`.
fn language(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn given(word: WrittenWord) -> Given {
    let at = word.form.as_ref().map_or(word.name.span, |form| form.span);
    Given {
        name: word.name.value,
        form: word.form.map(|form| form.value),
        at,
        text: word.text.value,
        text_at: word.text.span,
    }
}
