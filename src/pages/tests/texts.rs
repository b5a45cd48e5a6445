//! What scripts are told says the same as the pages.

use std::collections::BTreeSet;

use super::orchard::{ORCHARD, site};
use crate::pages::texts::{Number, Texts, number};
use crate::pages::{Data, Page, Route, Site, page};
use crate::resolve::{LevelRef, TrackRef};

fn texts(site: &Site, track: TrackRef) -> Box<Texts> {
    match page(site, &Route::Texts(track)) {
        Page::Data(_, Data::Texts(texts)) => texts,
        other => panic!("the words of a track, not {other:?}"),
    }
}

/// What is in force at a level, as track and number, composed as a script does it.
fn composed(site: &Site, at: LevelRef) -> BTreeSet<(usize, usize)> {
    let texts = texts(site, at.track);
    let level = &texts.levels[at.level];
    let whole = |it: &Number| match it {
        Number::Own(number) => (at.track.0, *number),
        Number::Foreign(track, number) => (*track, *number),
    };
    let below = level.base.map(|(track, level)| composed(site, LevelRef { track: TrackRef(track), level }));
    let mut held = below.unwrap_or_default();
    for gone in level.without.iter().map(whole) {
        assert!(held.remove(&gone), "only what is there goes");
    }
    held.extend(level.with.iter().map(whole));
    let first: usize = texts.levels[..at.level].iter().map(|level| level.criteria.len()).sum();
    held.extend((first..first + level.criteria.len()).map(|number| (at.track.0, number)));
    held
}

#[test]
fn what_is_in_force_can_be_composed_from_the_differences() {
    let site = site(ORCHARD);
    let ladder = &site.ladder;
    let levels = ladder.tracks().flat_map(|(track, _)| ladder.levels(track));
    let mut carried = 0;
    for (at, level) in levels {
        let expected: BTreeSet<(usize, usize)> = level
            .in_force
            .iter()
            .map(|entry| match number(&site.wordings, TrackRef(usize::MAX), entry.criterion) {
                Number::Own(number) => (usize::MAX, number),
                Number::Foreign(track, number) => (track, number),
            })
            .collect();
        assert_eq!(composed(&site, at), expected, "{}", level.title);
        carried += expected.len() - level.criteria.len();
    }
    assert!(carried > 3, "something is carried on");
}
