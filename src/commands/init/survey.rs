//! What lies in a folder already.

use std::path::Path;

use super::super::read::read;
use crate::io::{Failure, Project};
use crate::text::Sources;

/// What there is, as far as it matters for what is missing.
#[derive(Debug)]
pub struct Survey {
    /// A `site.toml` says where documents lie.
    pub is_project: bool,
    /// The folder that holds every document; empty where there is more than one, or none.
    pub root: String,
    documents: usize,
    /// The text of `.gitignore`.
    ignored: Option<String>,
}

impl Survey {
    /// # Errors
    /// Where the folder cannot be read.
    pub fn of(folder: &Path) -> Result<Self, Failure> {
        let project = Project::open(folder)?;
        let read = read(&project, None)?;
        let paths: Vec<&str> = read.documents.iter().map(|file| read.sources.get(*file).path()).collect();
        let is_project = project.config.is_some();
        // A repository has a README of its own before it has ladders.
        let ladders: Vec<&str> = paths.into_iter().filter(|path| is_project || !is_readme(path)).collect();
        let in_content = ladders.iter().all(|path| path.starts_with("content/"));
        let root = if is_project { root(&read.sources) } else { if in_content { "content" } else { "" }.to_owned() };
        let ignored = std::fs::read_to_string(folder.join(".gitignore")).ok();
        Ok(Self { is_project, root, documents: ladders.len(), ignored })
    }

    /// Whether there is something to read.
    pub fn has_documents(&self) -> bool {
        self.documents > 0
    }

    /// Whether there is a `.gitignore` that lets git see the output folder.
    pub fn ignores_nothing(&self) -> bool {
        let names_public = |line: &str| line.trim().trim_matches('/') == "public";
        self.ignored.as_ref().is_some_and(|text| !text.lines().any(names_public))
    }
}

fn root(sources: &Sources) -> String {
    sources.root().to_owned()
}

fn is_readme(path: &str) -> bool {
    path.split('.').next().is_some_and(|stem| stem.eq_ignore_ascii_case("readme")) && !path.contains('/')
}
