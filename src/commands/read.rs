//! A folder → its sources: which of them are documents, which one is `site.toml`, and which could not be read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::io::{Asset, CONFIG, Exclude, Failure, Found, Listing, Project, Text, word_tables};
use crate::parse::{self, Config, Spanned};
use crate::text::{Diagnostic, FileId, Severity, Source, Sources, Span, nearest, parallel};

/// What a project holds, as text.
pub struct Read {
    pub sources: Sources,
    /// The sources that are documents; the others are `site.toml`, tables of words and what is not UTF-8.
    pub documents: Vec<FileId>,
    /// The sources that are tables of words of the interface.
    pub words: Vec<FileId>,
    pub config: Config,
    /// Path in the project → path on disk.
    pub assets: BTreeMap<String, PathBuf>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a project; `output` is a folder that is left out.
///
/// # Errors
/// Where the machine cannot read it.
pub fn read(project: &Project, output: Option<&std::path::Path>) -> Result<Read, Failure> {
    let declared = early(project);
    let root = declared.content.as_ref();
    let project = &root.map_or_else(|| project.clone(), |root| project.with_root(&root.value));
    let (exclude, broken) = Exclude::new(&declared.exclude.iter().map(|it| it.value.as_str()).collect::<Vec<_>>());
    let listing = Listing::new(project, &exclude, output)?;
    let texts: Vec<(String, Text)> = parallel::map(&listing.documents, text).into_iter().collect::<Result<_, _>>()?;
    let tables = word_tables(&project.folder, declared.theme.as_ref().map(|name| name.value.as_str()))?;
    let decoded = Decoded::new(project, texts, tables);
    let mut diagnostics = listing.diagnostics;
    diagnostics.extend(decoded.diagnostics());
    let Decoded { sources, documents, words, .. } = decoded;
    let (config, problems) = config(&sources);
    diagnostics.extend(problems);
    diagnostics.extend(broken.iter().filter_map(|(index, why)| Some(no_pattern(config.exclude.get(*index)?, why))));
    diagnostics.extend(unknown_files(&config, &sources, &documents));
    if documents.is_empty() {
        diagnostics.push(no_document(project));
    }
    let assets = listing.assets.into_iter().map(|Asset { path, file }| (path, file)).collect();
    Ok(Read { sources, documents, words, config, assets, diagnostics })
}

fn text(found: &Found) -> Result<(String, Text), Failure> {
    Ok((found.path.clone(), found.read()?))
}

/// What `site.toml` says, before the sources have their numbers: which files are sources depends on it.
fn early(project: &Project) -> Config {
    match &project.config {
        Some(Text::Whole(text)) => parse::config(text, FileId(0)).0,
        Some(Text::Broken { .. } | Text::TooLarge) | None => Config::default(),
    }
}

fn config(sources: &Sources) -> (Config, Vec<Diagnostic>) {
    match sources.find(CONFIG) {
        Some(file) => parse::config(sources.get(file).text(), file),
        None => (Config::default(), Vec::new()),
    }
}

/// Sources with their numbers, and the ones that are no text.
struct Decoded {
    sources: Sources,
    documents: Vec<FileId>,
    words: Vec<FileId>,
    broken: Vec<(FileId, Fault)>,
}

enum Fault {
    NotUtf8 { byte: u8, offset: usize },
    TooLarge,
}

impl Decoded {
    fn new(project: &Project, texts: Vec<(String, Text)>, tables: Vec<(String, Text)>) -> Self {
        let others: BTreeSet<String> = tables.iter().map(|(path, _)| path.clone()).collect();
        let config = project.config.clone().map(|text| (CONFIG.to_owned(), text));
        let mut faults = BTreeMap::new();
        let mut whole = Vec::new();
        for (path, text) in texts.into_iter().filter(|(path, _)| !others.contains(path)).chain(tables).chain(config) {
            let text = match text {
                Text::Whole(text) => text,
                Text::Broken { before, byte, offset } => {
                    faults.insert(path.clone(), Fault::NotUtf8 { byte, offset });
                    before + "\u{fffd}"
                }
                Text::TooLarge => {
                    faults.insert(path.clone(), Fault::TooLarge);
                    String::new()
                }
            };
            whole.push((path, text));
        }
        let sources = parallel::map(whole, |(path, text)| Source::new(path, text));
        let sources = Sources::new(project.root(), sources);
        let good = sources.iter().filter(|(_, source)| source.path() != CONFIG && !faults.contains_key(source.path()));
        let (words, documents): (Vec<_>, Vec<_>) = good.partition(|(_, source)| others.contains(source.path()));
        let files = |list: Vec<(FileId, &Source)>| list.into_iter().map(|(file, _)| file).collect();
        let (words, documents) = (files(words), files(documents));
        let broken = faults.into_iter().filter_map(|(path, fault)| Some((sources.find(&path)?, fault))).collect();
        Self { sources, documents, words, broken }
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        self.broken.iter().map(|(file, fault)| self.diagnostic(*file, fault)).collect()
    }

    fn diagnostic(&self, file: FileId, fault: &Fault) -> Diagnostic {
        let end = self.sources.get(file).text().len();
        match fault {
            Fault::NotUtf8 { byte, offset } => {
                let place = Span::new(file, end - '\u{fffd}'.len_utf8(), end);
                let message = format!("this file is not UTF-8: byte {byte:#04x} at offset {offset}; it is passed over");
                Diagnostic::error("not-utf8", place, message).help("save it as UTF-8")
            }
            Fault::TooLarge => {
                let message = "this file is larger than 4 GiB; it is passed over";
                Diagnostic::error("too-large", Span::new(file, 0, 0), message).help("split it")
            }
        }
    }
}

fn no_pattern(pattern: &Spanned<String>, why: &str) -> Diagnostic {
    let message = format!("`{}` is no pattern of paths: {why}", pattern.value);
    Diagnostic::error("unknown-value", pattern.span, message).help("write a glob, such as `drafts/**` or `*.txt`")
}

/// Documents that `[files]` names and that do not exist.
fn unknown_files(config: &Config, sources: &Sources, documents: &[FileId]) -> Vec<Diagnostic> {
    let paths: std::collections::BTreeSet<&str> = documents.iter().map(|file| sources.path_below_root(*file)).collect();
    let unknown = config.files.iter().map(|(path, _)| path).filter(|path| !paths.contains(path.value.as_str()));
    let diagnostic = |path: &Spanned<String>| {
        let help = match nearest(&path.value, paths.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write its path below the folder that holds the documents, such as `delivery/levels.md`".to_owned(),
        };
        Diagnostic::error("unknown-file", path.span, format!("there is no document `{}`", path.value)).help(help)
    };
    unknown.map(diagnostic).collect()
}

fn no_document(project: &Project) -> Diagnostic {
    let folder = match project.root() {
        "" => project.folder.clone(),
        root => project.folder.join(root),
    };
    let message = format!("there is no document in `{}`", folder.display());
    let help = match project.root() {
        "" => "files that end in .md, .markdown, .txt or .html are read, in any folder below".to_owned(),
        root => format!(
            "in a folder with a `site.toml`, files below `{root}/` that end in .md, .markdown, .txt or .html are read; \
             `content = \".\"` in `site.toml` reads the whole folder"
        ),
    };
    Diagnostic::without_place("no-document", Severity::Error, message).help(help)
}
