//! What is remembered from one load to the next, and nothing else is: the parsed documents, of which one whose path, text
//! and declared keys are what they were is not parsed again; and, where loads follow one another, what each stage keeps of
//! what it read and found. The law, held in `tests/serve`: a load with memory gives what a load without gives.

use std::sync::Arc;

use crate::model::{self, Framework};
use crate::parse::{self, Config, Declared, Document};
use crate::resolve::{self, Ladder, Project};
use crate::text::{Diagnostic, FileId, Sources, parallel};

/// What the last load parsed, in the order of the files.
#[derive(Debug, Default)]
pub struct Memory {
    documents: Vec<Arc<Document>>,
    facts: Vec<Facts>,
    /// What was found while files were listed and decoded.
    seen: Vec<Diagnostic>,
    /// None where there is no next load.
    stages: Option<Stages>,
}

/// What the stages keep.
#[derive(Debug, Default)]
struct Stages {
    framework: model::Memory,
    ladder: resolve::Memory,
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
        Self { stages: Some(Stages::default()), ..Self::default() }
    }

    /// The framework that some files hold, and what was found while they were parsed and understood.
    pub fn framework(&mut self, files: &[FileId], sources: &Sources, config: &Config) -> (Framework, Vec<Diagnostic>) {
        let mut found = self.parse(files, sources, config);
        let (framework, doubts) = match &mut self.stages {
            None => {
                let understood = model::framework(&self.documents, sources);
                // No load follows, so the documents go before the ladder comes.
                parallel::map(std::mem::take(&mut self.documents), drop);
                self.facts.clear();
                understood
            }
            Some(stages) => {
                let (framework, doubts, memory) = model::framework_again(&self.documents, sources, &stages.framework);
                stages.framework = memory;
                (framework, doubts)
            }
        };
        found.extend(doubts);
        (framework, found)
    }

    /// The ladder of a framework, and what was found while it was resolved.
    pub fn ladder(&mut self, framework: Framework, project: Project<'_>) -> (Ladder, Vec<Diagnostic>) {
        let Some(stages) = &mut self.stages else { return resolve::ladder(framework, project) };
        let (ladder, found, memory) = resolve::ladder_again(framework, project, &stages.ladder);
        stages.ladder = memory;
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

    /// Parses what is not remembered, and tells what was found in all.
    fn parse(&mut self, files: &[FileId], sources: &Sources, config: &Config) -> Vec<Diagnostic> {
        let mut known = std::mem::take(&mut self.documents).into_iter().zip(std::mem::take(&mut self.facts)).peekable();
        let mut asked = Vec::with_capacity(files.len());
        for file in files {
            let path = sources.get(*file).path();
            // Both are in the order of the paths.
            while known.next_if(|(_, facts)| facts.path.as_str() < path).is_some() {}
            asked.push((*file, known.next_if(|(_, facts)| facts.path == path)));
        }
        let one = |(file, known): (FileId, Option<(Arc<Document>, Facts)>)| {
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
                    (Arc::new(document), Facts { file, path, text, declared, diagnostics })
                }
            }
        };
        let parsed: Vec<(Arc<Document>, Facts)> = parallel::map(asked, one);
        (self.documents, self.facts) = parsed.into_iter().unzip();
        self.facts.iter().flat_map(|facts| facts.diagnostics.clone()).collect()
    }
}
