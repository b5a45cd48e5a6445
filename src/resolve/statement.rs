//! The criteria as plain statements: what the recognition of repeats and raises compares.

use std::borrow::Cow;

use super::claim::PerLevel;
use super::threads::{Link, Pair, Statement, Threads};
use super::{CriterionRef, Ladder, LevelRef, TrackRef};
use crate::text::Inlines;

/// All statements of some tracks, prepared once; a criterion's number runs on over tracks and levels.
pub(super) struct Statements {
    threads: Threads,
    first_of: PerLevel<usize>,
    refs: Vec<CriterionRef>,
}

/// What the criteria of these tracks say.
pub(super) fn statements(ladder: &Ladder, tracks: &[TrackRef]) -> Statements {
    let mut refs = Vec::new();
    let first_of = PerLevel::of(ladder, tracks.to_vec(), |level| {
        let first = refs.len();
        refs.extend(own(ladder, level));
        first
    });
    let words = |of: &CriterionRef| {
        let criterion = ladder.criterion(*of);
        (criterion.text.line(), criterion.lead.as_ref().map(Inlines::line))
    };
    let words: Vec<(Cow<'_, str>, Option<Cow<'_, str>>)> = refs.iter().map(words).collect();
    let statement = |(of, (text, lead))| {
        let criterion = ladder.criterion(of);
        let dimension = criterion.dimension.map(|dimension| dimension.0);
        let (label, level) = (criterion.label.as_deref(), first_of[of.level]);
        Statement { text, lead: Option::as_deref(lead), label, dimension, level }
    };
    let pairs = refs.iter().copied().zip(words.iter().map(|(text, lead)| (text.as_ref(), lead)));
    let threads = Threads::new(pairs.map(statement));
    Statements { threads, first_of, refs }
}

/// The criteria of a level itself.
pub(super) fn own(ladder: &Ladder, level: LevelRef) -> impl Iterator<Item = CriterionRef> + use<> {
    (0..ladder.level(level).criteria.len()).map(move |criterion| CriterionRef { level, criterion })
}

impl Statements {
    /// For each of `own`, in order: what it takes up of `below`, if anything.
    pub fn relate(&self, own: &[CriterionRef], below: &[CriterionRef]) -> Vec<Option<(CriterionRef, Link)>> {
        let numbers = |refs: &[CriterionRef]| -> Vec<usize> { refs.iter().map(|of| self.number(*of)).collect() };
        let links = self.threads.relate(&numbers(own), &numbers(below));
        links.into_iter().map(|link| link.map(|link| (self.refs[link.of], link))).collect()
    }

    /// The same statements on different tracks; each track by its criteria.
    pub fn shared(&self, tracks: &[Vec<CriterionRef>]) -> Vec<(CriterionRef, CriterionRef, bool)> {
        let numbers = |track: &Vec<CriterionRef>| track.iter().map(|of| self.number(*of)).collect();
        let pair = |pair: Pair| (self.refs[pair.first], self.refs[pair.second], pair.exact);
        self.threads.shared(&tracks.iter().map(numbers).collect::<Vec<_>>()).into_iter().map(pair).collect()
    }

    fn number(&self, of: CriterionRef) -> usize {
        self.first_of[of.level] + of.criterion
    }
}
