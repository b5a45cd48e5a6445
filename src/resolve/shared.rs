//! Shared criteria (design rule 3.4): the same or nearly the same statement on two tracks of one group, or on two tracks
//! of which one branches from the other; marked on both.

use std::collections::BTreeSet;

use super::claim::{Bases, PerLevel};
use super::part::Part;
use super::statement::{Statements, own};
use super::{CriterionRef, Ladder, Shared, TrackRef};

/// Of every criterion of a part: the criteria of other tracks that say the same, in the order of the tracks.
pub(super) fn shared(
    ladder: &Ladder,
    part: &Part,
    bases: &Bases,
    statements: &Statements,
) -> PerLevel<Vec<Vec<Shared>>> {
    let alone = |level| vec![Vec::new(); ladder.level(level).criteria.len()];
    let mut shared = PerLevel::of(ladder, part.tracks.clone(), alone);
    let mut add = |of: CriterionRef, other: Shared| shared[of.level][of.criterion].push(other);
    let groups = part.groups.iter().map(|group| ladder.groups[group.0].tracks.clone());
    for tracks in groups.chain(branches_between_groups(ladder, part, bases)) {
        let criteria: Vec<Vec<CriterionRef>> = tracks.iter().map(|track| criteria(ladder, *track)).collect();
        for (first, second, exact) in statements.shared(&criteria) {
            add(first, Shared { criterion: second, exact });
            add(second, Shared { criterion: first, exact });
        }
    }
    for level in part.strands.iter().flat_map(|strand| &strand.order) {
        shared[*level].iter_mut().for_each(|others| others.sort_unstable_by_key(|other| other.criterion));
    }
    shared
}

/// Every two tracks of different groups of which one builds on the other, in the order of the ladder.
fn branches_between_groups(ladder: &Ladder, part: &Part, bases: &Bases) -> BTreeSet<Vec<TrackRef>> {
    if part.groups.len() < 2 {
        return BTreeSet::new();
    }
    let levels = part.strands.iter().flat_map(|strand| &strand.order);
    let tracks =
        levels.flat_map(|level| bases[*level].iter().filter_map(move |base| Some((level.track, base.level?.track))));
    let apart = tracks.filter(|(one, other)| ladder.track(*one).group != ladder.track(*other).group);
    apart.map(|(one, other)| vec![one.min(other), one.max(other)]).collect()
}

fn criteria(ladder: &Ladder, track: TrackRef) -> Vec<CriterionRef> {
    ladder.levels(track).flat_map(|(level, _)| own(ladder, level)).collect()
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::resolved;

    fn check(text: &str, expected: usize) {
        let (ladder, _) = resolved(text);
        let levels = ladder.tracks.iter().flat_map(|track| &track.levels);
        let shared = levels.flat_map(|level| &level.criteria).filter(|criterion| !criterion.shared.is_empty());
        assert_eq!(shared.count(), expected, "{text}");
    }

    #[test]
    fn the_same_words_on_two_tracks_are_marked_on_both() {
        let criterion = "- breaks large features into small pieces";
        let one = format!("# Delivery | group=a\n ## One | rank=1\n {criterion}\n");
        check(&format!("{one}# Lead | group=a\n ## Two | rank=2\n {criterion}"), 2);
        check(&format!("{one}# Lead | group=b\n ## Two | rank=2\n {criterion}"), 0);
        check(&format!("{one}# Lead | group=b | branch=delivery\n ## Two | rank=2\n {criterion}"), 2);
        check(&format!("{one}## Two | rank=2\n {criterion}"), 0);
    }
}
