//! One row of a comparison: two levels of the same rank, what both ask and what only one of them asks.

use std::collections::BTreeSet;

use serde::Serialize;

use super::compare::{column_name, row_anchor};
use super::connections::is_step;
use super::diff::Diff;
use super::frame::Link;
use super::here::Here;
use super::html::Html;
use super::level::FactView;
use super::lines::Lines;
use super::statement::dimension_link;
use super::{Route, name};
use crate::resolve::{Criterion, CriterionRef, DimensionRef, InForce, Ladder, LevelRef, Shared, TrackRef};

/// Two levels side by side; one of them may be missing.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Row {
    pub left: Option<Side>,
    pub right: Option<Side>,
    /// What both ask.
    pub shared: Vec<Pair>,
    /// How many of the shared are word for word the same.
    pub exact: usize,
    /// How many criteria both carry on from the same level.
    pub common: usize,
    pub topics: Vec<Topic>,
    /// The moves between the two, where they have a page.
    pub moves: Vec<Link>,
}

/// One of the two levels.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Side {
    pub name: String,
    pub href: String,
    pub anchor: String,
    pub facts: Vec<FactView>,
    pub in_force: usize,
    /// How many of its own criteria the other level does not ask.
    pub only: usize,
}

/// A criterion that stands on both levels.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Pair {
    pub left: Wording,
    pub right: Wording,
    pub exact: bool,
}

/// The words on one side, with what differs marked.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Wording {
    pub href: String,
    pub html: Html,
}

/// What only one of them asks, by dimension.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Topic {
    pub dimension: Option<Link>,
    pub left: Lines,
    pub right: Lines,
}

/// The rows of two tracks: levels of one rank face each other, then levels that are equivalent, then the rest alone.
pub(super) fn rows(here: &Here, left: TrackRef, right: TrackRef) -> Vec<Row> {
    pairs(here.ladder(), left, right).into_iter().map(|(left, right)| row(here, left, right)).collect()
}

type Faced = (Option<LevelRef>, Option<LevelRef>);

fn pairs(ladder: &Ladder, left: TrackRef, right: TrackRef) -> Vec<Faced> {
    let shown = |track| {
        let levels = ladder.levels(track).filter(|(_, level)| is_step(level) || level.is_base_layer);
        levels.map(|(level, _)| level).collect::<Vec<_>>()
    };
    let mut waiting = shown(right);
    let mut pairs: Vec<Faced> = Vec::new();
    for level in shown(left) {
        let partner = waiting.iter().position(|other| face(ladder, level, *other));
        pairs.push((Some(level), partner.map(|index| waiting.remove(index))));
    }
    for level in waiting {
        let rank = ladder.level(level).rank;
        let higher = |(one, other): &Faced| {
            let faced = other.or(*one).and_then(|level| ladder.level(level).rank);
            rank.zip(faced).is_some_and(|(rank, faced)| rank < faced)
        };
        let at = pairs.iter().position(higher).unwrap_or(pairs.len());
        pairs.insert(at, (None, Some(level)));
    }
    pairs
}

/// Whether two levels stand in one row.
fn face(ladder: &Ladder, one: LevelRef, other: LevelRef) -> bool {
    let (a, b) = (ladder.level(one), ladder.level(other));
    let same_rank = a.rank.is_some() && a.rank == b.rank;
    let both_base = a.is_base_layer && b.is_base_layer;
    both_base || same_rank || a.equivalents.iter().any(|equivalent| equivalent.level == other)
}

fn row(here: &Here, left: Option<LevelRef>, right: Option<LevelRef>) -> Row {
    let ladder = here.ladder();
    let shared = left.zip(right).map(|(left, right)| shared(here, left, right)).unwrap_or_default();
    let mut topics = Topics(Vec::new());
    let only_left = left.map_or(0, |level| topics.add(here, level, Hand::Left(right)));
    let only_right = right.map_or(0, |level| topics.add(here, level, Hand::Right(left)));
    Row {
        left: left.map(|level| Side::of(here, level, only_left)),
        right: right.map(|level| Side::of(here, level, only_right)),
        exact: shared.iter().filter(|pair| pair.exact).count(),
        shared,
        common: left.zip(right).map_or(0, |(left, right)| common(ladder, left, right)),
        topics: topics.0.into_iter().map(|(_, topic)| topic).collect(),
        moves: left.zip(right).map(|(left, right)| moves(here, left, right)).unwrap_or_default(),
    }
}

impl Side {
    fn of(here: &Here, at: LevelRef, only: usize) -> Self {
        let level = here.ladder().level(at);
        Self {
            name: column_name(here.ladder(), at),
            href: here.level(at),
            anchor: row_anchor(here.ladder(), at),
            facts: level.facts.iter().map(|fact| FactView::of(here, fact)).collect(),
            in_force: level.in_force.len(),
            only,
        }
    }
}

/// The criteria of two levels that are the same, in the order of the left one.
fn shared(here: &Here, left: LevelRef, right: LevelRef) -> Vec<Pair> {
    let ladder = here.ladder();
    let mut pairs = Vec::new();
    for (criterion, value) in ladder.level(left).criteria.iter().enumerate() {
        if let Some(twin) = twin_at(value, Some(right)) {
            pairs.push(pair(here, CriterionRef { level: left, criterion }, twin));
        }
    }
    pairs
}

fn pair(here: &Here, left: CriterionRef, right: &Shared) -> Pair {
    let text = |at| here.ladder().criterion(at).text.plain();
    let (old, new) = if right.exact {
        (here.words(left).clone(), Html::default())
    } else {
        let diff = Diff::of(&text(left), &text(right.criterion));
        (diff.old, diff.new)
    };
    Pair {
        left: Wording { href: here.criterion(left), html: old },
        right: Wording { href: here.criterion(right.criterion), html: new },
        exact: right.exact,
    }
}

fn twin_at(criterion: &Criterion, level: Option<LevelRef>) -> Option<&Shared> {
    criterion.shared.iter().find(|shared| Some(shared.criterion.level) == level)
}

/// Which column a level fills, and the level that faces it.
#[derive(Clone, Copy)]
enum Hand {
    Left(Option<LevelRef>),
    Right(Option<LevelRef>),
}

impl Hand {
    fn faced(self) -> Option<LevelRef> {
        match self {
            Self::Left(level) | Self::Right(level) => level,
        }
    }

    fn column(self, topic: &mut Topic) -> &mut Lines {
        match self {
            Self::Left(_) => &mut topic.left,
            Self::Right(_) => &mut topic.right,
        }
    }
}

/// Topics in the order of their first criterion.
struct Topics(Vec<(Option<DimensionRef>, Topic)>);

impl Topics {
    /// Adds what the level asks and the level that it faces does not; returns how many those are.
    fn add(&mut self, here: &Here, level: LevelRef, hand: Hand) -> usize {
        let mut count = 0;
        for (criterion, value) in here.ladder().level(level).criteria.iter().enumerate() {
            let at = CriterionRef { level, criterion };
            if hand.faced().is_some() && twin_at(value, hand.faced()).is_some() {
                continue;
            }
            count += 1;
            let column = hand.column(self.topic(here, value.dimension));
            match elsewhere(value, hand) {
                Some(twin) => column.add_twin(here, at, twin),
                None => column.add_words(here, at),
            }
        }
        count
    }

    fn topic(&mut self, here: &Here, dimension: Option<DimensionRef>) -> &mut Topic {
        let index = self.0.iter().position(|(found, _)| *found == dimension).unwrap_or_else(|| {
            let link = dimension.map(|dimension| dimension_link(here, dimension));
            let topic = Topic { dimension: link, left: Lines::default(), right: Lines::default() };
            self.0.push((dimension, topic));
            self.0.len() - 1
        });
        &mut self.0[index].1
    }
}

/// The same criterion at another level of the track that is faced.
fn elsewhere(criterion: &Criterion, hand: Hand) -> Option<&Shared> {
    let faced = hand.faced()?.track;
    criterion.shared.iter().find(|shared| shared.criterion.level.track == faced)
}

/// Criteria in force at both because one track branches from the other.
fn common(ladder: &Ladder, left: LevelRef, right: LevelRef) -> usize {
    let (one, other) = (&ladder.level(left).in_force, &ladder.level(right).in_force);
    let foreign = |entries: &[InForce], own: TrackRef| entries.iter().any(|entry| entry.criterion.level.track != own);
    if !foreign(one, left.track) && !foreign(other, right.track) {
        return 0;
    }
    let held: BTreeSet<CriterionRef> = one.iter().map(|entry| entry.criterion).collect();
    other.iter().filter(|entry| held.contains(&entry.criterion)).count()
}

fn moves(here: &Here, left: LevelRef, right: LevelRef) -> Vec<Link> {
    let ladder = here.ladder();
    let known = [(left, right), (right, left)].into_iter().filter(|pair| here.site.connections.moves.contains(pair));
    known
        .map(|(from, to)| {
            let name = format!("From {} to {}", name::whole(ladder, from), name::whole(ladder, to));
            Link::new(name, here.href(&Route::Move(from, to)))
        })
        .collect()
}
