//! What the rules find in one part of a framework: what its criteria take up, what is in force at its levels, and which
//! criteria its tracks share.

use std::collections::BTreeMap;

use super::claim::{Bases, PerLevel};
use super::force::{Force, Holding};
use super::part::Part;
use super::relation::Relating;
use super::shared::shared;
use super::statement::statements;
use super::{CriterionRef, Ladder, Mode, Shared};
use crate::text::parallel;

/// What was found, of every level of a part.
#[derive(Clone)]
pub(super) struct Outcome {
    /// Strand by strand.
    pub holdings: Vec<PerLevel<Holding>>,
    /// Of each criterion of a level, those of other tracks that say the same.
    pub shared: PerLevel<Vec<Vec<Shared>>>,
}

/// What the rules read.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    /// Every level alone, and how the criteria of its track add up.
    pub ladder: &'a Ladder,
    pub bases: &'a Bases,
    pub modes: &'a PerLevel<Mode>,
    /// Criterion → the one that it raises, as the author says.
    pub raises: &'a BTreeMap<CriterionRef, CriterionRef>,
}

impl Rules<'_> {
    /// Applies the rules to a part. Nothing outside of it is read.
    pub fn outcome(self, part: &Part) -> Outcome {
        let Rules { ladder, bases, modes, raises } = self;
        let statements = statements(ladder, &part.tracks);
        let relating = Relating::new(ladder, &statements, raises, &part.tracks);
        let force = Force { ladder, bases, modes, relating: &relating };
        let (holdings, shared) = parallel::both(
            || parallel::map(&part.strands, |strand| force.holdings(strand)),
            || shared(ladder, part, bases, &statements),
        );
        Outcome { holdings, shared }
    }
}
