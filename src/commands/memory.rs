//! What is remembered from one load to the next, and nothing else is: the parsed documents, of which one whose path, text
//! and declared keys are what they were is not parsed again; and, where loads follow one another, what the rules of
//! inheritance found in each part of the framework. The law, held in `tests/serve`: a load with memory gives what a load
//! without gives.

use crate::model::Framework;
use crate::parse::{self, Config, Declared, Document};
use crate::resolve::{self, Ladder, Project};
use crate::text::{Diagnostic, FileId, Sources, parallel};

/// What the last load parsed, in the order of the files.
#[derive(Debug, Default)]
pub struct Memory {
    documents: Vec<Document>,
    facts: Vec<Facts>,
    /// What was found while files were listed and decoded.
    seen: Vec<Diagnostic>,
    /// None where there is no next load.
    parts: Option<resolve::Memory>,
}

/// Everything that a document was made from, and what was found on the way.
#[derive(Debug)]
struct Facts {
    file: FileId,
    path: String,
    text: String,
    declared: Declared,
    diagnostics: Vec<Diagnostic>,
}

impl Memory {
    /// For loads that follow one another.
    pub fn lasting() -> Self {
        Self { parts: Some(resolve::Memory::default()), ..Self::default() }
    }

    /// The ladder of a framework, and what was found while it was resolved.
    pub fn ladder(&mut self, framework: Framework, project: Project<'_>) -> (Ladder, Vec<Diagnostic>) {
        let Some(last) = self.parts.take() else { return resolve::ladder(framework, project) };
        let (ladder, found, parts) = resolve::ladder_again(framework, project, &last);
        self.parts = Some(parts);
        (ladder, found)
    }

    /// Whether the last reading found just this.
    pub fn saw(&self, found: &[Diagnostic]) -> bool {
        self.seen == found
    }

    /// Keeps in mind what a reading found.
    pub fn see(&mut self, found: &[Diagnostic]) {
        self.seen = found.to_vec();
    }

    /// The documents of these files, in their order, and what was found while they were parsed.
    pub fn documents(
        &mut self,
        files: &[FileId],
        sources: &Sources,
        config: &Config,
    ) -> (&[Document], Vec<Diagnostic>) {
        let mut known = std::mem::take(&mut self.documents).into_iter().zip(std::mem::take(&mut self.facts)).peekable();
        let mut asked = Vec::with_capacity(files.len());
        for file in files {
            let path = sources.get(*file).path();
            // Both are in the order of the paths.
            while known.next_if(|(_, facts)| facts.path.as_str() < path).is_some() {}
            asked.push((*file, known.next_if(|(_, facts)| facts.path == path)));
        }
        let one = |(file, known): (FileId, Option<(Document, Facts)>)| {
            let source = sources.get(file);
            let declared = config.declared(sources.path_below_root(file));
            match known {
                Some((document, facts))
                    if facts.file == file && facts.text == source.text() && facts.declared == declared =>
                {
                    (document, facts)
                }
                Some(_) | None => {
                    let (document, diagnostics) = parse::document(file, source, &declared);
                    let (path, text) = (source.path().to_owned(), source.text().to_owned());
                    (document, Facts { file, path, text, declared, diagnostics })
                }
            }
        };
        let parsed: Vec<(Document, Facts)> = parallel::map(asked, one);
        (self.documents, self.facts) = parsed.into_iter().unzip();
        let found = self.facts.iter().flat_map(|facts| facts.diagnostics.clone()).collect();
        (&self.documents, found)
    }
}
