//! How each document was read, for `outline`, and a warning where that is doubtful.

use std::collections::BTreeMap;

use super::file::{BELIEVED, File};
use super::{Building, Outcome};
use crate::model::framework::{Reading, Section};
use crate::text::{Block, Diagnostic, FileId, Severity, words};

/// Below this a reading is doubtful.
const SURE: f32 = 0.5;
/// How near a second explanation may come.
const NEAR: f32 = 0.97;
/// Below this a reading that was not believed is not worth a word.
const WORTH_ASKING: f32 = 0.3;
/// Fewest levels of a reading that is worth asking about.
const LEVELS: usize = 3;

/// What an author could write.
const IS_PAGE: &str = "ladder:\n  is: page";
const IS_TRACK: &str = "ladder:\n  is: track";

impl Building<'_> {
    /// Adds a reading for every file, and the warnings.
    pub(super) fn readings(&mut self) {
        let guidance = self.guidance_words();
        for (index, file) in self.files.iter().enumerate() {
            let outcome = self.outcomes[index].clone();
            let doubt = if file.declared_kind().is_some() { None } else { doubt(file, outcome.as_ref()) };
            let suggestion = doubt.as_ref().map(|doubt| doubt.suggestion.to_owned());
            if let Some(doubt) = doubt {
                self.diagnostics.push(doubt.diagnostic(file));
            }
            let guidance_words = guidance.get(&file.document.file).copied().unwrap_or(0);
            self.framework.readings.push(reading(file, outcome, guidance_words, suggestion));
        }
    }

    fn guidance_words(&self) -> BTreeMap<FileId, usize> {
        let framework = &self.framework;
        let mut counts: BTreeMap<FileId, usize> = BTreeMap::new();
        let tracks = framework.tracks.iter().flat_map(|track| &track.guidance);
        let groups = framework.groups.iter().flat_map(|group| &group.guidance);
        let pages = framework.pages.iter().flat_map(|page| &page.sections);
        let sections: Vec<&Section> = tracks.chain(groups).chain(pages).chain(&framework.guidance).collect();
        for section in sections {
            *counts.entry(section.span.file).or_default() += words(&section.blocks).len();
        }
        let navigation = framework.tracks.iter().flat_map(|track| &track.navigation);
        for block in navigation.chain(framework.pages.iter().flat_map(|page| &page.navigation)) {
            *counts.entry(block.span().file).or_default() += words(std::slice::from_ref(block)).len();
        }
        counts
    }
}

fn reading(file: &File, outcome: Option<Outcome>, guidance_words: usize, suggestion: Option<String>) -> Reading {
    match outcome {
        Some(Outcome { shape, confidence, evidence, tracks }) => {
            let confidence = if file.declared_kind().is_some() { 1.0 } else { confidence };
            Reading { span: file.span, shape: Some(shape), confidence, evidence, tracks, guidance_words, suggestion }
        }
        None => Reading {
            span: file.span,
            shape: None,
            confidence: 1.0 - file.readings.first().map_or(0.0, |best| best.sketch.confidence),
            evidence: vec!["no run of names that read as levels".to_owned()],
            tracks: Vec::new(),
            guidance_words,
            suggestion,
        },
    }
}

/// A reading that an author should look at.
struct Doubt {
    message: String,
    suggestion: &'static str,
}

impl Doubt {
    fn diagnostic(self, file: &File) -> Diagnostic {
        let span = file.view.blocks.first().map_or(file.span, Block::span);
        let found = Diagnostic::warning("doubtful-reading", span, self.message);
        debug_assert_eq!(found.severity, Severity::Warning);
        let lines = self.suggestion.replace('\n', " / ");
        found.help(format!("if that is wrong, write this into the front matter: `{lines}`"))
    }
}

fn doubt(file: &File, outcome: Option<&Outcome>) -> Option<Doubt> {
    let best = file.readings.first()?;
    let Some(outcome) = outcome else {
        let levels: usize = best.sketch.tracks.iter().map(|track| track.levels.len()).sum();
        let near = (WORTH_ASKING..BELIEVED).contains(&best.sketch.confidence) && levels >= LEVELS;
        let message = format!("read as guidance, though it could be a ladder (`{}`)", best.shape.name);
        return near.then_some(Doubt { message, suggestion: IS_TRACK });
    };
    let second = file.readings.get(1).filter(|second| second.sketch.confidence >= NEAR * best.sketch.confidence);
    if let Some(second) = second
        && outcome.shape == best.shape.name
    {
        let message = format!("read as `{}`, though `{}` explains it as well", best.shape.name, second.shape.name);
        return Some(Doubt { message, suggestion: IS_PAGE });
    }
    let message = format!("read as `{}`, but not surely ({:.0} of 100)", outcome.shape, outcome.confidence * 100.0);
    (outcome.confidence < SURE).then_some(Doubt { message, suggestion: IS_PAGE })
}
