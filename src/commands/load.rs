//! Folder → site: read, parse, model, resolve. Every command starts here, so that none can see another ladder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Outcome;
use super::memory::Memory;
use super::origin::{Origin, unknown_forge};
use super::read::{Read, read};
use super::words::words;
use crate::io::{Failure, Project};
use crate::model::{Framework, Title};
use crate::pages::{Settings, Site};
use crate::parse::{self, Config};
use crate::text::{Diagnostic, FileId, Severity, Source, Sources};
use crate::{check, resolve};

/// A project, loaded.
#[derive(Debug)]
pub struct Loaded {
    pub site: Site,
    /// What is wrong with it; in a preview every error, and advice only from [`Loaded::advised`].
    pub diagnostics: Vec<Diagnostic>,
    /// What the stages met, as they weigh it.
    met: Vec<Diagnostic>,
    pub config: Config,
    /// Files that pages may show or offer: path in the project → path on disk.
    pub assets: BTreeMap<String, PathBuf>,
    /// The project, as the user wrote it.
    pub folder: PathBuf,
    /// Whether there is anything to make a site of.
    pub has_documents: bool,
}

/// A project whose documents are read and whose names are still as written.
#[derive(Debug)]
pub struct Understood {
    pub framework: Framework,
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
    config: Config,
    assets: BTreeMap<String, PathBuf>,
    /// Tables of words of the interface.
    tables: Vec<FileId>,
    has_documents: bool,
}

/// Loads a project or a folder; `output` is a folder that is left out.
///
/// # Errors
/// Where the machine cannot read it. What is the author's fault is among the diagnostics.
pub fn load(folder: &Path, output: Option<&Path>) -> Result<Loaded, Failure> {
    load_project(&Project::open(folder)?, output)
}

/// A project that was read and is not yet understood.
pub struct Fresh {
    project: Project,
    read: Read,
}

impl Fresh {
    /// Reads a project.
    ///
    /// # Errors
    /// As [`load`].
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let project = Project::open(folder)?;
        let read = read(&project, None)?;
        Ok(Self { project, read })
    }

    /// Whether a document is empty now that was not before: somebody may be about to write it.
    pub fn has_emptied(&self, last: &Loaded) -> bool {
        let old = &last.site.sources;
        let held_words = |path: &str| old.find(path).is_some_and(|file| !old.get(file).text().is_empty());
        self.read.sources.iter().any(|(_, source)| source.text().is_empty() && held_words(source.path()))
    }

    /// `last` where nothing has changed, and else, with documents that have not changed not parsed again, what
    /// [`load`] gives.
    pub fn load(self, memory: &mut Memory, last: Option<&Arc<Loaded>>, origin: &Origin) -> Arc<Loaded> {
        match last {
            Some(last) if memory.saw(&self.read.diagnostics) && is_same(&self.read, last) => Arc::clone(last),
            Some(_) | None => {
                memory.see(&self.read.diagnostics);
                let mut loaded = loaded(&self.project, self.read, memory);
                loaded.diagnostics = match can_advice_be_an_error(&loaded.config) {
                    true => loaded.advised(),
                    false => loaded.judged(Vec::new()),
                };
                origin.settle(&mut loaded);
                Arc::new(loaded)
            }
        }
    }
}

fn is_same(read: &Read, last: &Loaded) -> bool {
    let (new, old) = (&read.sources, &last.site.sources);
    let equal =
        |((_, new), (_, old)): ((_, &Source), (_, &Source))| new.path() == old.path() && new.text() == old.text();
    read.assets == last.assets
        && new.root() == old.root()
        && new.len() == old.len()
        && new.iter().zip(old.iter()).all(equal)
}

/// Loads a project that is open.
///
/// # Errors
/// As [`load`].
pub fn load_project(project: &Project, output: Option<&Path>) -> Result<Loaded, Failure> {
    let loaded = unadvised(project, read(project, output)?);
    Ok(Loaded { diagnostics: loaded.advised(), ..loaded })
}

/// Loads a project that was read, with no diagnostics yet: those are for [`Loaded::advised`], beside other work.
pub fn unadvised(project: &Project, read: Read) -> Loaded {
    loaded(project, read, &mut Memory::default())
}

/// How the documents of a project are read, before anything is resolved.
///
/// # Errors
/// As [`load`].
pub fn understand(project: &Project) -> Result<Understood, Failure> {
    Ok(understood(read(project, None)?, &mut Memory::default()))
}

fn understood(read: Read, memory: &mut Memory) -> Understood {
    let Read { sources, documents, words: tables, config, assets, mut diagnostics } = read;
    let has_documents = !documents.is_empty();
    let (mut framework, doubts) = memory.framework(&documents, &sources, &config);
    diagnostics.extend(doubts);
    if let Some(title) = &config.title {
        framework.title = Title::Written(title.value.clone());
    }
    Understood { framework, sources, diagnostics, config, assets, tables, has_documents }
}

fn loaded(project: &Project, read: Read, memory: &mut Memory) -> Loaded {
    let understood = understood(read, memory);
    let Understood { framework, sources, diagnostics: mut met, config, assets, tables, has_documents } = understood;
    let (words, faults) = words(&config, &sources, &tables);
    met.extend(faults);
    let paths: BTreeSet<String> = assets.keys().cloned().collect();
    let (ladder, problems) = memory.ladder(framework, resolve::Project { sources: &sources, assets: &paths });
    met.extend(problems);
    let site = Site::new(ladder, Settings { words, ..settings(&config) }, sources);
    Loaded { site, diagnostics: Vec::new(), met, config, assets, folder: project.folder.clone(), has_documents }
}

impl Understood {
    /// What is wrong, by the weight that the project gives it.
    pub fn errors(&self) -> Vec<Diagnostic> {
        let found = check::weighed(check::allowed(self.diagnostics.clone(), &self.sources), &severities(&self.config));
        found.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
    }

    /// What the errors mean for the exit code.
    pub fn outcome(&self) -> Outcome {
        if self.errors().is_empty() { Outcome::Fine } else { Outcome::Content }
    }
}

impl Loaded {
    /// Everything that is wrong, with advice. Seeking that takes as long as all the rest of a load, so the preview shows
    /// its pages first.
    pub fn advised(&self) -> Vec<Diagnostic> {
        self.judged(check::advice(&self.site.ladder, &self.site.sources, taste(&self.config)))
    }

    /// What the stages met and `advice`, as the author allows and weighs it.
    fn judged(&self, advice: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let found = self.met.iter().cloned().chain(advice).chain(unknown_forge(&self.config)).collect();
        check::weighed(check::allowed(found, &self.site.sources), &severities(&self.config))
    }

    /// What the diagnostics mean for the exit code.
    pub fn outcome(&self, strict: Strictness) -> Outcome {
        let strict = strict == Strictness::Strict || self.config.check.strict.as_ref().is_some_and(|it| it.value);
        let least = if strict { Severity::Warning } else { Severity::Error };
        let bad = self.diagnostics.iter().any(|finding| finding.severity >= least);
        if bad { Outcome::Content } else { Outcome::Fine }
    }
}

/// Whether warnings fail the run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strictness {
    Lenient,
    Strict,
}

impl From<bool> for Strictness {
    fn from(strict: bool) -> Self {
        if strict { Self::Strict } else { Self::Lenient }
    }
}

/// What `site.toml` alone sets; what git knows is added where pages are made.
pub fn settings(config: &Config) -> Settings {
    let value = |setting: &Option<parse::Spanned<String>>| setting.as_ref().map(|setting| setting.value.clone());
    Settings {
        base_url: value(&config.base_url).map(|url| with_slash(&url)),
        language: value(&config.language),
        ..Settings::default()
    }
}

/// An address with exactly one slash at its end.
pub fn with_slash(url: &str) -> String {
    format!("{}/", url.trim_end_matches('/'))
}

fn taste(config: &Config) -> check::Taste {
    match &config.check.style {
        Some(style) if style.value => check::Taste::Style,
        _ => check::Taste::Plain,
    }
}

/// Advice is at most a warning, unless the author wants it otherwise.
fn can_advice_be_an_error(config: &Config) -> bool {
    config.check.rules.iter().any(|(_, severity)| severity.value == Some(Severity::Error))
}

fn severities(config: &Config) -> Vec<check::Weight<'_>> {
    let rules = config.check.rules.iter();
    rules
        .map(|(rule, severity)| check::Weight { rule: &rule.value, span: rule.span, severity: severity.value })
        .collect()
}
