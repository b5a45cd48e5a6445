//! What was found in each part of a framework the last time. A part of which everything that the rules read is as it was
//! is not resolved again.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::claim::Bases;
use super::kept::Kept;
use super::outcome::{Outcome, Rules};
use super::part::Part;
use super::{BaseBasis, Criterion, CriterionRef, Level, LevelRef, TrackRef};
use crate::text::{Inline, Inlines, Lookup, Mixing};

/// What was made and found the last time.
#[derive(Default)]
pub struct Memory {
    /// Of every part of a framework, by the fingerprint of what it was made from.
    outcomes: Outcomes,
    /// In the order of the tracks.
    tracks: Vec<Kept>,
}

/// The outcomes of parts, by their fingerprints.
pub(super) type Outcomes = Lookup<u64, Arc<Outcome>>;

impl std::fmt::Debug for Memory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Memory of {} parts", self.outcomes.len())
    }
}

impl Memory {
    pub(super) fn new(outcomes: Outcomes, tracks: Vec<Kept>) -> Self {
        Self { outcomes, tracks }
    }

    /// What was made of every track.
    pub(super) fn tracks(&self) -> &[Kept] {
        &self.tracks
    }

    /// What was found in the part with this fingerprint.
    pub(super) fn of(&self, fingerprint: u64) -> Option<Arc<Outcome>> {
        self.outcomes.get(&fingerprint).cloned()
    }
}

/// Stands for everything that [`Rules::outcome`] reads of a part: what its levels are and state, what they build on, how
/// they add up, what the author says of its criteria, and the scales of its dimensions. Places in the sources are not
/// read, and make no difference.
pub(super) fn fingerprint(rules: Rules<'_>, part: &Part) -> u64 {
    let mut hash = Mixing::default();
    for track in &part.tracks {
        let value = rules.ladder.track(*track);
        (track, value.group, value.mode as u8, value.levels.len()).hash(&mut hash);
        for (of, level) in rules.ladder.levels(*track) {
            (level.state as u8, level.is_base_layer, rules.modes[of] as u8).hash(&mut hash);
            feed_bases(rules.bases, of, &mut hash);
            feed_criteria(level, &mut hash);
        }
    }
    feed_scales(rules, part, &mut hash);
    feed_raises(rules, part, &mut hash);
    hash.finish()
}

fn feed_bases(bases: &Bases, level: LevelRef, hash: &mut Mixing) {
    bases[level].len().hash(hash);
    for base in &bases[level] {
        (base.level, base.kind as u8, base.basis == BaseBasis::Default, base.dimension).hash(hash);
    }
}

fn feed_criteria(level: &Level, hash: &mut Mixing) {
    level.criteria.len().hash(hash);
    for Criterion { dimension, label, lead, text, .. } in &level.criteria {
        (dimension, label).hash(hash);
        lead.is_some().hash(hash);
        lead.iter().for_each(|lead| feed_words(lead, hash));
        feed_words(text, hash);
    }
}

/// All that plain text is made from.
fn feed_words(inlines: &Inlines, hash: &mut Mixing) {
    for inline in &inlines.0 {
        match inline {
            Inline::Text(text) | Inline::Code(text) => hash.write(text.text.as_bytes()),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Subscript(inner)
            | Inline::Superscript(inner) => feed_words(inner, hash),
            Inline::Link(link) => feed_words(&link.content, hash),
            Inline::Image(image) => hash.write(image.alt.as_bytes()),
            Inline::Break { .. } => hash.write_u8(b' '),
        }
    }
    hash.write_u8(0);
}

/// The scales of all dimensions: there are few of them.
fn feed_scales(rules: Rules<'_>, part: &Part, hash: &mut Mixing) {
    let used = part.tracks.iter().flat_map(|track| &rules.ladder.track(*track).dimensions);
    for dimension in used {
        let value = &rules.ladder.dimensions[dimension.0];
        let Some(scale) = &value.scale else { continue };
        (dimension, &value.title, scale.len()).hash(hash);
        scale.iter().for_each(|grade| grade.name.hash(hash));
    }
}

fn feed_raises(rules: Rules<'_>, part: &Part, hash: &mut Mixing) {
    let is_here = |track: TrackRef| part.tracks.binary_search(&track).is_ok();
    let raises = rules.raises.iter().filter(|(upper, _): &(&CriterionRef, _)| is_here(upper.level.track));
    raises.for_each(|pair| pair.hash(hash));
}
