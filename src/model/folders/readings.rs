//! How each document was read, for `outline`, and a warning where that is doubtful.

use std::collections::BTreeMap;

use super::file::{BELIEVED, File};
use super::{Building, Outcome};
use crate::model::framework::Reading;
use crate::text::{Diagnostic, FileId, Severity};

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
        let words = self.words();
        for (index, file) in self.files.iter().enumerate() {
            let outcome = self.outcomes[index].map(|making| &self.outcome[making]);
            let doubt = if file.declared_kind().is_some() { None } else { doubt(file, outcome) };
            let suggestion = doubt.as_ref().map(|doubt| doubt.suggestion.to_owned());
            if let Some(doubt) = doubt {
                self.diagnostics.push(doubt.diagnostic(file));
            }
            let guidance_words = words.get(&file.document.file).copied().unwrap_or(0);
            let reading = Reading { guidance_words, suggestion, ..reading(file, outcome) };
            self.framework.readings.push(reading);
        }
    }

    /// Words of guidance, by the file that they stand in.
    fn words(&self) -> BTreeMap<FileId, usize> {
        let mut counts: BTreeMap<FileId, usize> = BTreeMap::new();
        for (file, words) in self.outcome.iter().flat_map(|outcome| &outcome.made.words) {
            *counts.entry(*file).or_default() += words;
        }
        for (file, prose) in self.files.iter().zip(&self.prose) {
            if let Some(prose) = prose {
                let navigation = if file.speaks_for_folder() { 0 } else { prose.navigation_words };
                *counts.entry(file.document.file).or_default() += prose.words + navigation;
            }
        }
        counts
    }
}

fn reading(file: &File, outcome: Option<&Outcome>) -> Reading {
    let none = Reading {
        span: file.span,
        shape: None,
        confidence: 1.0 - file.glance().readings.first().map_or(0.0, |best| best.confidence),
        evidence: vec!["no run of names that read as levels".to_owned()],
        tracks: Vec::new(),
        guidance_words: 0,
        suggestion: None,
    };
    let Some(Outcome { made, tracks }) = outcome else { return none };
    Reading {
        shape: Some(made.shape),
        confidence: if file.declared_kind().is_some() { 1.0 } else { made.confidence },
        evidence: made.evidence.clone(),
        tracks: tracks.clone().collect(),
        ..none
    }
}

/// A reading that an author should look at.
struct Doubt {
    message: String,
    suggestion: &'static str,
}

impl Doubt {
    fn diagnostic(self, file: &File) -> Diagnostic {
        let span = file.glance().start;
        let found = Diagnostic::warning("doubtful-reading", span, self.message);
        debug_assert_eq!(found.severity, Severity::Warning);
        let lines = self.suggestion.replace('\n', " / ");
        found.help(format!("if that is wrong, write this into the front matter: `{lines}`"))
    }
}

fn doubt(file: &File, outcome: Option<&Outcome>) -> Option<Doubt> {
    let (best, second) = (file.glance().readings.first()?, file.glance().readings.get(1));
    let Some(Outcome { made, .. }) = outcome else {
        let near = (WORTH_ASKING..BELIEVED).contains(&best.confidence) && best.levels >= LEVELS;
        let message = format!("read as guidance, though it could be a ladder (`{}`)", best.shape);
        return near.then_some(Doubt { message, suggestion: IS_TRACK });
    };
    let second = second.filter(|second| second.confidence >= NEAR * best.confidence);
    if let Some(second) = second
        && made.shape == best.shape
    {
        let message = format!("read as `{}`, though `{}` explains it as well", best.shape, second.shape);
        return Some(Doubt { message, suggestion: IS_PAGE });
    }
    let message = format!("read as `{}`, but not surely ({:.0} of 100)", made.shape, made.confidence * 100.0);
    (made.confidence < SURE).then_some(Doubt { message, suggestion: IS_PAGE })
}
