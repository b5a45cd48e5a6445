//! What is in force at every level, each criterion with the level that stated it first (design rule 3.3).
//!
//! * Cumulative: own criteria, and what is in force at the bases but for what own criteria raise or repeat. A repeat
//!   stands in for what it repeats and keeps its origin.
//! * Replacing: own criteria. What was in force at the previous level and is neither raised nor repeated is dropped.
//! * An overlay keeps its base's criteria whatever the mode; the base layer holds at every level and enters once.
//! * A level that is not applicable has nothing in force; a level on an unresolved base, or above one, is incomplete.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::claim::{Bases, PerLevel};
use super::part::Strand;
use super::relation::{Below, Relating};
use super::statement::own;
use super::{
    Base, BaseBasis, BaseKind, Criterion, CriterionRef, DimensionRef, InForce, Ladder, LevelRef, Mode, Relation,
    RelationKind, State,
};

/// What a level has.
#[derive(Clone, Default)]
pub(super) struct Holding {
    /// One per own criterion.
    pub relations: Vec<Relation>,
    pub in_force: Vec<InForce>,
    pub drops: Vec<CriterionRef>,
    pub complete: bool,
    /// Levels in the longest chain below it: an origin with more of them is nearer.
    depth: usize,
}

/// What the levels are resolved from.
pub(super) struct Force<'a> {
    pub ladder: &'a Ladder,
    pub bases: &'a Bases,
    pub modes: &'a PerLevel<Mode>,
    pub relating: &'a Relating<'a>,
}

impl Force<'_> {
    /// What every level of a strand has.
    pub fn holdings(&self, strand: &Strand) -> PerLevel<Holding> {
        let mut holdings = PerLevel::of(self.ladder, strand.tracks.clone(), |_| Holding::default());
        for level in &strand.order {
            holdings[*level] = self.holding(*level, &holdings);
        }
        holdings
    }

    fn holding(&self, level: LevelRef, done: &PerLevel<Holding>) -> Holding {
        let bases = &self.bases[level];
        let complete = bases.iter().all(|base| base.level.is_some_and(|base| done[base].complete));
        let depth = bases.iter().filter_map(|base| base.level).map(|base| done[base].depth + 1).max().unwrap_or(0);
        if self.ladder.level(level).state == State::NotApplicable {
            let relations = own(self.ladder, level).map(|_| Relation::adds()).collect();
            return Holding { relations, complete: true, depth, ..Holding::default() };
        }
        let below = self.below(level, done);
        let criteria: Vec<CriterionRef> = below.iter().map(|held| held.in_force.criterion).collect();
        let previous = bases.iter().find(|base| base.kind == BaseKind::Previous).and_then(|base| base.level);
        let relations = self.relating.relations(level, &Below { criteria: &criteria, previous });
        let step = Step { level, taken: relations.iter().filter_map(|relation| relation.of).collect(), below };
        let carried = self.carried(&step, done);
        let drops = match self.modes[level] {
            Mode::Cumulative => Vec::new(),
            Mode::Replacing => step.dropped(&carried),
        };
        let in_force = step.own(&relations).into_iter().chain(carried).collect();
        Holding { relations, in_force, drops, complete, depth }
    }

    /// What is in force at the bases of a level, every criterion once; what holds whatever the mode goes first.
    fn below(&self, level: LevelRef, done: &PerLevel<Holding>) -> Vec<Held> {
        let bases = &self.bases[level];
        let mut found: Vec<(&Base, LevelRef)> = bases.iter().filter_map(|base| Some((base, base.level?))).collect();
        found.retain(|(base, _)| base.kind != BaseKind::Base || self.layer_enters(level));
        found.sort_by_key(|(base, _)| !stays(base.kind));
        let mut below = Vec::new();
        let mut seen = BTreeSet::new();
        for (base, base_level) in &found {
            for in_force in &done[*base_level].in_force {
                let dimension = self.ladder.criterion(in_force.criterion).dimension;
                if admits(base, bases, dimension) && (found.len() == 1 || seen.insert(in_force.criterion)) {
                    below.push(Held { in_force: *in_force, kind: base.kind });
                }
            }
        }
        below
    }

    /// A cumulative level has the base layer from the level below it on the same track.
    fn layer_enters(&self, level: LevelRef) -> bool {
        let on_same_track = |base: &Base| base.level.is_some_and(|base| base.track == level.track);
        let carried = self.bases[level].iter().any(|base| base.kind != BaseKind::Base && on_same_track(base));
        self.modes[level] == Mode::Replacing || !carried
    }

    /// What stays in force of what is below, from the nearest origin to the farthest.
    fn carried(&self, step: &Step, done: &PerLevel<Holding>) -> Vec<InForce> {
        let held = match self.modes[step.level] {
            Mode::Cumulative => step.not_taken(),
            Mode::Replacing => step.kept_while_replacing(done),
        };
        let mut carried: Vec<InForce> = held.into_iter().map(|held| held.in_force).collect();
        let mut met: BTreeMap<LevelRef, usize> = BTreeMap::new();
        for held in &carried {
            let next = met.len();
            met.entry(held.from).or_insert(next);
        }
        let is_layer = |level: LevelRef| self.ladder.level(level).is_base_layer;
        carried.sort_by_key(|held| (is_layer(held.from), Reverse(done[held.from].depth), met[&held.from]));
        if self.bases[step.level].len() > 1 {
            self.keep_first_of_equals(&mut carried, step.level);
        }
        carried
    }

    /// Two bases may state the same: the same words under the same dimension are in force once.
    fn keep_first_of_equals(&self, carried: &mut Vec<InForce>, level: LevelRef) {
        let words = |criterion: &Criterion| (criterion.dimension, criterion.text.line().to_lowercase());
        let mut seen: BTreeSet<_> = self.ladder.level(level).criteria.iter().map(words).collect();
        carried.retain(|held| seen.insert(words(self.ladder.criterion(held.criterion))));
    }
}

/// A level, what is in force below it and what of that its own criteria take up.
struct Step {
    level: LevelRef,
    below: Vec<Held>,
    taken: BTreeSet<CriterionRef>,
}

/// A criterion in force below, and by which kind of base.
struct Held {
    in_force: InForce,
    kind: BaseKind,
}

/// Whether a base gives criteria of this dimension: one that is meant for a dimension gives only those, and then the
/// previous level gives the other dimensions alone.
fn admits(base: &Base, bases: &[Base], dimension: Option<DimensionRef>) -> bool {
    match base.dimension {
        Some(only) => dimension == Some(only),
        None if base.basis == BaseBasis::Default && base.kind == BaseKind::Previous => {
            !bases.iter().any(|other| other.dimension.is_some() && other.dimension == dimension)
        }
        None => true,
    }
}

impl Step {
    /// Own criteria; a repeat has the origin of what it repeats.
    fn own(&self, relations: &[Relation]) -> Vec<InForce> {
        let repeated = |relation: &Relation| relation.of.filter(|_| relation.kind == RelationKind::Repeats);
        let taken = self.below.iter().filter(|held| self.taken.contains(&held.in_force.criterion));
        let origins: BTreeMap<CriterionRef, LevelRef> =
            taken.map(|held| (held.in_force.criterion, held.in_force.from)).collect();
        let origin = |relation| repeated(relation).and_then(|of| origins.get(&of)).copied().unwrap_or(self.level);
        let of = |criterion| CriterionRef { level: self.level, criterion };
        let own = relations.iter().enumerate();
        own.map(|(index, relation)| InForce { criterion: of(index), from: origin(relation) }).collect()
    }

    fn not_taken(&self) -> Vec<&Held> {
        self.below.iter().filter(|held| !self.taken.contains(&held.in_force.criterion)).collect()
    }

    /// Overlay and base layer stay, but for what own criteria supersede, be it through the levels between.
    fn kept_while_replacing(&self, done: &PerLevel<Holding>) -> Vec<&Held> {
        let staying: Vec<&Held> = self.below.iter().filter(|held| stays(held.kind)).collect();
        if staying.is_empty() {
            return staying;
        }
        let mut superseded = BTreeSet::new();
        let mut open: Vec<CriterionRef> = self.taken.iter().copied().collect();
        while let Some(of) = open.pop() {
            if superseded.insert(of) {
                open.extend(done[of.level].relations.get(of.criterion).and_then(|relation| relation.of));
            }
        }
        staying.into_iter().filter(|held| !superseded.contains(&held.in_force.criterion)).collect()
    }

    /// What the previous level had, and neither own criteria nor another base take up.
    fn dropped(&self, carried: &[InForce]) -> Vec<CriterionRef> {
        let kept: BTreeSet<CriterionRef> = carried.iter().map(|held| held.criterion).collect();
        let lost = |held: &&Held| held.kind == BaseKind::Previous && !kept.contains(&held.in_force.criterion);
        self.not_taken().into_iter().filter(lost).map(|held| held.in_force.criterion).collect()
    }
}

/// Whether what such a base gives stays in force where levels replace.
fn stays(kind: BaseKind) -> bool {
    match kind {
        BaseKind::Overlay | BaseKind::Base => true,
        BaseKind::Previous | BaseKind::Branch => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::{bases, in_force, level, relations, resolved};

    fn check(text: &str, id: &str, expected: &[&str]) {
        let (ladder, _) = resolved(text);
        assert_eq!(in_force(&ladder, id), expected, "{id} of {text}");
    }

    const CUMULATIVE: &str = "# Build
        ## L1 = One | rank=1
        - keeps the build green
        - writes tests
        ## L2 = Two | rank=2
        - Writes tests.
        - cuts releases
        ## L3 = Three | rank=3 | state=na
        ## L4 = Four | rank=4
        - names the risks";

    #[test]
    fn own_criteria_come_first_then_the_nearest_origin() {
        let expected = [
            "names the risks < build/l4",
            "cuts releases < build/l2",
            "Writes tests. < build/l1",
            "keeps the build green < build/l1",
        ];
        check(CUMULATIVE, "build/l4", &expected);
    }

    #[test]
    fn a_level_that_is_not_applicable_is_skipped_and_has_nothing() {
        check(CUMULATIVE, "build/l3", &[]);
        let (ladder, _) = resolved(CUMULATIVE);
        assert_eq!(bases(&ladder, "build/l4"), ["previous default build/l2"]);
        assert!(bases(&ladder, "build/l3").is_empty());
    }

    #[test]
    fn a_repeat_stands_in_and_keeps_its_origin() {
        check(
            CUMULATIVE,
            "build/l2",
            &["Writes tests. < build/l1", "cuts releases < build/l2", "keeps the build green < build/l1"],
        );
        let (ladder, _) = resolved(CUMULATIVE);
        assert_eq!(relations(&ladder, "build/l2"), ["repeats Exact writes tests", "Adds"]);
    }

    #[test]
    fn what_is_not_restated_is_dropped_where_levels_replace() {
        let text = "# Build | replaces
            ## L1 = One
            - keeps the build green
            - writes tests
            ## L2 = Two
            - writes tests";
        check(text, "build/l2", &["writes tests < build/l1"]);
        let (ladder, _) = resolved(text);
        let drops = &ladder.level(level(&ladder, "build/l2")).drops;
        assert_eq!(drops.len(), 1);
        assert_eq!(ladder.criterion(drops[0]).id, "build/l1/keeps-the-build-green");
    }

    #[test]
    fn the_base_layer_holds_at_every_level_and_enters_once() {
        let layer = "## All levels | layer
            - is kind
            - is on time
            ## L1 = One
            - writes tests
            ## L2 = Two
            - is on time
            ## L3 = Three
            - is on time";
        let cumulative = format!("# Build\n{layer}");
        check(
            &cumulative,
            "build/l1",
            &["writes tests < build/l1", "is kind < build/all-levels", "is on time < build/all-levels"],
        );
        check(
            &cumulative,
            "build/l3",
            &["is on time < build/all-levels", "writes tests < build/l1", "is kind < build/all-levels"],
        );
        let replacing = format!("# Build | replaces\n{layer}");
        check(&replacing, "build/l2", &["is on time < build/all-levels", "is kind < build/all-levels"]);
        check(&replacing, "build/l3", &["is on time < build/all-levels", "is kind < build/all-levels"]);
    }

    #[test]
    fn an_overlay_keeps_its_base_whatever_the_mode() {
        let text = "# Engineer
            ## Senior Engineer (SE) | rank=3
            - writes tests
            # Lead | replaces
            ## Senior Engineer (SE) with lead role | overlay=Senior Engineer (SE)
            - leads the team";
        let expected =
            ["leads the team < lead/senior-engineer-se-with-lead-role", "writes tests < engineer/senior-engineer-se"];
        check(text, "lead/senior-engineer-se-with-lead-role", &expected);
    }

    #[test]
    fn what_builds_on_an_unresolved_base_is_incomplete() {
        let (ladder, _) = resolved(
            "# Lead | branch=delivery
            ## L5 = Five | rank=5
            - leads
            ## L6 = Six | rank=6
            - leads more teams",
        );
        assert!(!ladder.level(level(&ladder, "lead/l5")).complete);
        assert!(!ladder.level(level(&ladder, "lead/l6")).complete);
    }
}
