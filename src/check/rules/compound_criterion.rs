//! Style: one criterion that makes two demands.

use std::collections::BTreeSet;

use super::{Rule, Seeker, Seen};
use crate::check::language::Language;
use crate::check::part;
use crate::check::phrase::words;
use crate::resolve::{Criterion, Track, TrackRef};
use crate::text::{Diagnostic, Severity, fold};

pub(super) const RULE: Rule = Rule {
    id: "compound-criterion",
    severity: Severity::Note,
    finds: "A criterion makes two demands at once",
    why: "Somebody who meets one half and not the other can be told yes and told no. Two criteria can be judged, linked and \
          raised each on its own.",
    mend: "Make two criteria of it, or drop the half that the other one implies.",
    example: Some(example!("compound-criterion", "content/ladder.md")),
    seeker: Seeker::Style(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    seen.ladder.tracks().flat_map(|(of, track)| of_track(seen, of, track)).collect()
}

fn of_track(seen: &Seen<'_>, of: TrackRef, track: &Track) -> Vec<Diagnostic> {
    let Some(language) = seen.language(of) else { return Vec::new() };
    let criteria = || track.levels.iter().flat_map(|level| &level.criteria);
    let deeds: BTreeSet<String> = criteria().filter_map(deed).collect();
    criteria().filter_map(|criterion| diagnostic(criterion, language, &deeds)).collect()
}

/// The word with which a criterion begins, behind its label: what is done.
fn deed(criterion: &Criterion) -> Option<String> {
    let text = criterion.text.plain();
    let label = criterion.label.as_ref().map_or(0, String::len);
    let first = words(&text).into_iter().find(|word| word.start >= label)?;
    Some(fold(&text[first]))
}

fn diagnostic(criterion: &Criterion, language: &'static Language, deeds: &BTreeSet<String>) -> Option<Diagnostic> {
    let text = criterion.text.plain();
    let words = words(&text);
    let own = deed(criterion)?;
    let joint = words.iter().enumerate().skip(1).find_map(|(at, word)| {
        let end = word.start + language.joints.phrase_at(&text, word.start)?;
        let is_adverb = |word: &&std::ops::Range<usize>| language.adverbs.phrase_at(&text, word.start).is_some();
        let behind: Vec<_> = words[at..].iter().filter(|word| word.start >= end).skip_while(is_adverb).collect();
        let next = fold(&text[behind.first()?.start..behind.first()?.end]);
        // `tests and reviews`: the last word of a sentence is a thing.
        let is_deed = behind.len() > 2 && next != own && deeds.contains(&next);
        is_deed.then_some(word.start..end)
    })?;
    let message = format!("`{}` joins two demands", &text[joint.clone()]);
    let place = part(&criterion.text, joint).unwrap_or(criterion.span);
    Some(RULE.finding(place, message).help("make two criteria of it"))
}
