//! Parts of a framework that can be resolved one beside the other: the tracks of a group, together with those of every
//! group that builds on it or that it builds on. Words are weighed within a part, so that an edit changes what is found
//! in its own part and nowhere else.

use std::collections::BTreeMap;

use super::claim::Bases;
use super::unions::Unions;
use super::{GroupRef, Ladder, LevelRef, TrackRef};

/// Tracks that may take up or share what one another states.
#[derive(Default)]
pub(super) struct Part {
    /// Ascending.
    pub groups: Vec<GroupRef>,
    /// Ascending.
    pub tracks: Vec<TrackRef>,
    pub strands: Vec<Strand>,
}

/// Tracks that build on one another, over any number of steps.
#[derive(Default)]
pub(super) struct Strand {
    /// Ascending.
    pub tracks: Vec<TrackRef>,
    /// Every level behind what it builds on.
    pub order: Vec<LevelRef>,
}

/// The parts, in the order of their first groups; `order` has every level behind what it builds on.
pub(super) fn parts(ladder: &Ladder, bases: &Bases, order: &[LevelRef]) -> Vec<Part> {
    let group = |track: TrackRef| ladder.track(track).group;
    let last = ladder.tracks.iter().map(|track| track.group.0 + 1).max();
    let mut groups = Unions::new(ladder.groups.len().max(last.unwrap_or(0)));
    let mut tracks = Unions::new(ladder.tracks.len());
    for level in order {
        for base in bases[*level].iter().filter_map(|base| base.level) {
            groups.join(group(level.track).0, group(base.track).0);
            tracks.join(level.track.0, base.track.0);
        }
    }
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    for index in 0..ladder.groups.len() {
        parts.entry(groups.root(index)).or_default().groups.push(GroupRef(index));
    }
    let mut strands: BTreeMap<usize, Strand> = BTreeMap::new();
    for (track, value) in ladder.tracks() {
        parts.entry(groups.root(value.group.0)).or_default().tracks.push(track);
        strands.entry(tracks.root(track.0)).or_default().tracks.push(track);
    }
    for level in order {
        strands.entry(tracks.root(level.track.0)).or_default().order.push(*level);
    }
    for (track, strand) in strands {
        parts.entry(groups.root(group(TrackRef(track)).0)).or_default().strands.push(strand);
    }
    parts.into_values().collect()
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::resolved;

    #[test]
    fn words_of_another_group_weigh_nothing_here() {
        let one = "# Build | group=a
            ## One | rank=1
            - plans the tasting menu for one kitchen
            ## Two | rank=2
            - plans the tasting menu for several kitchens";
        let other: String = (0..60).map(|at| format!("\n - plans the menu of kitchen {at}")).collect();
        let relation = |text: &str| resolved(text).0.tracks[0].levels[1].criteria[0].relation.clone();
        assert_eq!(relation(&format!("{one}\n # Cook | group=b\n ## One | rank=1 {other}")), relation(one));
    }
}
