//! Shared criteria (design rule 3.4): the same or nearly the same statement on two tracks of one group, marked on both.

use std::collections::BTreeMap;

use super::statement::{Statements, own};
use super::{CriterionRef, Group, Ladder, Shared};

/// For every shared criterion, the criteria of other tracks that say the same, in the order of the tracks.
pub(super) fn shared(ladder: &Ladder, statements: &Statements) -> BTreeMap<CriterionRef, Vec<Shared>> {
    let mut shared: BTreeMap<CriterionRef, Vec<Shared>> = BTreeMap::new();
    for group in &ladder.groups {
        for (first, second, exact) in statements.shared(&criteria_of_tracks(ladder, group)) {
            shared.entry(first).or_default().push(Shared { criterion: second, exact });
            shared.entry(second).or_default().push(Shared { criterion: first, exact });
        }
    }
    shared.values_mut().for_each(|others| others.sort_by_key(|other| other.criterion));
    shared
}

fn criteria_of_tracks(ladder: &Ladder, group: &Group) -> Vec<Vec<CriterionRef>> {
    let of_track = |track| ladder.levels(track).flat_map(|(level, _)| own(ladder, level)).collect();
    group.tracks.iter().map(|track| of_track(*track)).collect()
}
