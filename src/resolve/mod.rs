//! Framework → ladder: names become ids, inheritance is applied, every criterion gets its origin and its relation to
//! what is in force below it (`docs` of each rule file tell the rule).
//!
//! Knows the rules of inheritance; refuses to know documents, pages and files.

mod ladder;
pub mod threads;

pub use crate::model::{BaseBasis, BaseKind, Evidence, Fact, Mode, ModeBasis, Rank, Section, State};
pub use ladder::{
    Base, Criterion, CriterionRef, Destination, Dimension, DimensionRef, EquivalenceBasis, Equivalent, Grade, Group,
    GroupRef, InForce, Ladder, Level, LevelRef, Page, PageRef, Relation, RelationBasis, RelationKind, Shared, Track,
    TrackRef,
};
