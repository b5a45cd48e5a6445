//! Laws that hold for every ladder, held on frameworks put together at random from a few words.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::fixture::{framework, name, resolved, words};
use super::{Ladder, LevelRef, Memory, Project, RelationKind, State, ladder_again};

/// How many frameworks each law is held on.
const FRAMEWORKS: u64 = 60;

#[test]
fn laws_hold() {
    for seed in 0..FRAMEWORKS {
        let text = tracks(seed).concat();
        let (ladder, _) = resolved(&text);
        for level in levels(&ladder) {
            level_laws(&ladder, level, &text);
        }
    }
}

#[test]
fn the_order_of_tracks_does_not_matter_to_what_holds() {
    for seed in 0..FRAMEWORKS {
        let mut tracks = tracks(seed);
        let facts = facts(&tracks.concat());
        tracks.reverse();
        let other = self::facts(&tracks.concat());
        let differences: Vec<&String> = facts.symmetric_difference(&other).collect();
        assert!(differences.is_empty(), "{differences:#?} {}", tracks.concat());
    }
}

#[test]
fn what_is_remembered_changes_nothing() {
    let mut memory = Memory::default();
    for seed in 0..FRAMEWORKS {
        let mut parts: Vec<String> = tracks(seed);
        for _ in 0..parts.len() {
            parts.rotate_left(1);
            let edited = parts.last_mut().expect("there are tracks");
            *edited = edited.replacen("- ", "- often ", 1);
            let text = parts.concat();
            let (framework, sources) = framework(&text);
            let project = Project { sources: &sources, assets: &BTreeSet::new() };
            let (warm, told, remembered) = ladder_again(framework, project, &memory);
            memory = remembered;
            assert!((warm, told) == resolved(&text), "{text}");
        }
    }
}

fn level_laws(ladder: &Ladder, level: LevelRef, text: &str) {
    let value = ladder.level(level);
    let held: Vec<_> = value.in_force.iter().map(|held| held.criterion).collect();
    let set: BTreeSet<_> = held.iter().copied().collect();
    assert_eq!(held.len(), set.len(), "nothing is in force twice: {} of {text}", value.id);
    assert!(value.builds_on.iter().all(|base| base.level != Some(level)), "nothing builds on itself: {text}");
    if value.state == State::NotApplicable {
        assert!(held.is_empty() && value.builds_on.is_empty(), "{text}");
        return;
    }
    let own = value.criteria.len();
    assert!(held.iter().take(own).all(|of| of.level == level) && held.len() >= own, "own criteria come first: {text}");
    for held in &value.in_force {
        let origin = ladder.level(held.from);
        assert!(!origin.criteria.is_empty(), "an origin states something: {text}");
    }
    for criterion in &value.criteria {
        let relation = &criterion.relation;
        assert_eq!(relation.kind == RelationKind::Adds, relation.of.is_none(), "{text}");
        assert!(
            relation.of.is_none_or(|of| of.level != level && !set.contains(&of)),
            "what is taken up is gone: {text}"
        );
    }
    assert!(value.drops.iter().all(|of| !set.contains(of)), "what is dropped is gone: {text}");
}

fn levels(ladder: &Ladder) -> impl Iterator<Item = LevelRef> {
    ladder.tracks().flat_map(|(track, _)| ladder.levels(track).map(|(level, _)| level))
}

/// Everything that the rules say, as sentences whose order does not matter.
fn facts(text: &str) -> BTreeSet<String> {
    let (ladder, diagnostics) = resolved(text);
    let mut facts: BTreeSet<String> =
        diagnostics.iter().filter(|it| it.rule != "builds-on-cycle").map(|it| it.message.clone()).collect();
    for level in levels(&ladder) {
        let (id, value) = (name(&ladder, level), ladder.level(level));
        facts.insert(format!("{id} is complete: {}", value.complete));
        for held in &value.in_force {
            facts.insert(format!("{id} has {} from {}", words(&ladder, held.criterion), name(&ladder, held.from)));
        }
        for base in &value.builds_on {
            let level = base.level.map(|level| name(&ladder, level));
            facts.insert(format!("{id} builds on {} {level:?} {:?}", base.name, base.kind));
        }
        for criterion in &value.criteria {
            let of = criterion.relation.of.map(|of| ladder.criterion(of).id.clone());
            facts.insert(format!("{} {:?} {of:?}", criterion.id, criterion.relation.kind));
            facts.extend(
                criterion.shared.iter().map(|it| format!("{} is {}", criterion.id, ladder.criterion(it.criterion).id)),
            );
        }
        facts.extend(value.equivalents.iter().map(|it| format!("{id} = {}", name(&ladder, it.level))));
    }
    facts
}

/// Two to four tracks in the notation of the fixture.
fn tracks(seed: u64) -> Vec<String> {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    (0..2 + dice.roll(3)).map(|track| write_track(track, &mut dice)).collect()
}

fn write_track(track: usize, dice: &mut Dice) -> String {
    const NAMES: [&str; 4] = ["Delivery", "Lead", "Support", "Design"];
    let mut text = format!("# {}{}", NAMES[track], ["", "", " | replaces", " | branch=delivery"][dice.roll(4)]);
    for rank in 1..2 + dice.roll(4) {
        let more =
            ["", "", "", " | state=na", " | state=draft", " | branch=Lead", " | overlay=support/level-1", " | layer"];
        let _ = write!(text, "\n## Level {rank} | rank={rank}{}", more[dice.roll(8)]);
        for _ in 0..dice.roll(4) {
            let _ = write!(text, "\n- {}", sentence(dice));
        }
    }
    text.push('\n');
    text
}

fn sentence(dice: &mut Dice) -> String {
    let verb = ["writes", "reviews", "plans", "owns"][dice.roll(4)];
    let what = ["small features", "large systems", "the roadmap", "releases"][dice.roll(4)];
    let scope = ["", " for one team", " for several teams", " with help"][dice.roll(4)];
    format!("{verb} {what}{scope}")
}

/// Numbers without a source of chance, so that a failure comes back (xorshift64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}
