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
use super::sides::Sides;
use super::{Route, name};
use crate::resolve::{Criterion, CriterionRef, InForce, Ladder, LevelRef, Shared, TrackRef};

/// Two levels side by side; one of them may be missing.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Row {
    pub left: Option<Side>,
    pub right: Option<Side>,
    /// What both ask, one pair after the other.
    pub shared: Lines,
    /// How many of the shared are word for word the same.
    pub exact: usize,
    /// How many criteria both carry on from the same level.
    pub common: usize,
    /// What only one of them asks, by dimension.
    pub sides: Html,
    /// The moves between the two, where they have a page, by where they lead.
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
    let both = left.zip(right);
    let (shared, exact) = both.map(|(left, right)| shared(here, left, right)).unwrap_or_default();
    let sides = Sides::of(here, left, right);
    Row {
        left: left.map(|level| Side::of(here, level, sides.only.0)),
        right: right.map(|level| Side::of(here, level, sides.only.1)),
        shared,
        exact,
        common: both.map_or(0, |(left, right)| common(here.ladder(), left, right)),
        sides: sides.html(here),
        moves: both.map(|(left, right)| moves(here, left, right)).unwrap_or_default(),
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

/// The criteria of two levels that are the same, in the order of the left one; and how many word for word.
fn shared(here: &Here, left: LevelRef, right: LevelRef) -> (Lines, usize) {
    let (mut lines, mut exact) = (Lines::default(), 0);
    for (criterion, value) in here.ladder().level(left).criteria.iter().enumerate() {
        if let Some(twin) = twin_at(value, right) {
            push_pair(here, CriterionRef { level: left, criterion }, twin, &mut lines.html);
            lines.count += 1;
            exact += usize::from(twin.exact);
        }
    }
    (lines, exact)
}

fn push_pair(here: &Here, left: CriterionRef, right: &Shared, out: &mut Html) {
    let twin = right.criterion;
    out.push_ours("<div class=\"two\"><p><span class=\"mark\" aria-hidden=\"true\">");
    if right.exact {
        out.push_ours("=</span> ");
        here.push_linked_words(out, left);
        out.push_ours("</p><p><a href=\"");
        here.push_criterion(out, twin);
        out.push_ours("\">");
        out.push_word(&here.say().same_words);
        return out.push_ours("</a></p></div>\n");
    }
    let text = |at| here.ladder().criterion(at).text.line();
    let diff = Diff::of(&text(left), &text(twin));
    out.push_ours("≈</span> <a href=\"");
    here.push_criterion(out, left);
    out.push_ours("\">");
    out.push_html(&diff.old);
    out.push_ours("</a></p><p><span class=\"vh\">");
    out.push_word(&here.say().nearly_same);
    out.push_ours(" </span><a href=\"");
    here.push_criterion(out, twin);
    out.push_ours("\">");
    out.push_html(&diff.new);
    out.push_ours("</a></p></div>\n");
}

fn twin_at(criterion: &Criterion, level: LevelRef) -> Option<&Shared> {
    criterion.shared.iter().find(|shared| shared.criterion.level == level)
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
    let known = [(left, right), (right, left)].into_iter().filter(|pair| here.site.connections.moves.contains(pair));
    known.map(|(from, to)| Link::new(name::whole(here, to), here.href(&Route::Move(from, to)))).collect()
}
