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
use super::relation::{Below, Relating};
use super::statement::own;
use super::{
    Base, BaseBasis, BaseKind, CriterionRef, DimensionRef, InForce, Ladder, LevelRef, Mode, Relation, RelationKind,
    State,
};

/// What a level has.
#[derive(Default)]
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
    /// What every level has; `order` has every level behind what it builds on.
    pub fn holdings(&self, order: &[LevelRef]) -> PerLevel<Holding> {
        let mut holdings = PerLevel::new(self.ladder, |_| Holding::default());
        for level in order {
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

    /// What is in force at the bases of a level, every criterion once.
    fn below(&self, level: LevelRef, done: &PerLevel<Holding>) -> Vec<Held> {
        let bases = &self.bases[level];
        let mut below = Vec::new();
        let mut seen = Seen::default();
        for (base, base_level) in bases.iter().filter_map(|base| Some((base, base.level?))) {
            if base.kind == BaseKind::Base && !self.layer_enters(level) {
                continue;
            }
            for in_force in &done[base_level].in_force {
                let criterion = self.ladder.criterion(in_force.criterion);
                if admits(base, bases, criterion.dimension)
                    && (bases.len() < 2 || seen.is_new(in_force.criterion, self.ladder))
                {
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
        carried.sort_by_key(|held| (Reverse(done[held.from].depth), held.from));
        carried
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
        let stays = |held: &&Held| matches!(held.kind, BaseKind::Overlay | BaseKind::Base);
        if !self.below.iter().any(|held| stays(&held)) {
            return Vec::new();
        }
        let mut superseded = BTreeSet::new();
        let mut open: Vec<CriterionRef> = self.taken.iter().copied().collect();
        while let Some(of) = open.pop() {
            if superseded.insert(of) {
                open.extend(done[of.level].relations.get(of.criterion).and_then(|relation| relation.of));
            }
        }
        self.below.iter().filter(stays).filter(|held| !superseded.contains(&held.in_force.criterion)).collect()
    }

    /// What the previous level had, and neither own criteria nor another base take up.
    fn dropped(&self, carried: &[InForce]) -> Vec<CriterionRef> {
        let kept: BTreeSet<CriterionRef> = carried.iter().map(|held| held.criterion).collect();
        let lost = |held: &&Held| held.kind == BaseKind::Previous && !kept.contains(&held.in_force.criterion);
        self.not_taken().into_iter().filter(lost).map(|held| held.in_force.criterion).collect()
    }
}

/// What has come from another base: the criterion itself, or the same words under the same dimension.
#[derive(Default)]
struct Seen {
    criteria: BTreeSet<CriterionRef>,
    words: BTreeSet<(Option<DimensionRef>, String)>,
}

impl Seen {
    fn is_new(&mut self, of: CriterionRef, ladder: &Ladder) -> bool {
        let criterion = ladder.criterion(of);
        self.criteria.insert(of) && self.words.insert((criterion.dimension, criterion.text.plain().to_lowercase()))
    }
}
