//! One criterion as a reader meets it, and criteria put in order: by dimension, then under the lead they share.

use serde::Serialize;

use super::Route;
use super::blocks::blocks;
use super::frame::Link;
use super::here::{Here, anchor_of};
use super::html::Html;
use super::{name, source};
use crate::resolve::{Criterion, CriterionRef, DimensionRef, LevelRef, RelationBasis, RelationKind};
use crate::text::Inlines;

/// A criterion on the page of its own level.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Statement {
    /// The last part of its permanent link.
    pub anchor: String,
    pub kind: RelationKind,
    /// Where it raises something, what is new is marked.
    pub html: Html,
    /// Where its words can be changed.
    pub edit: Option<String>,
    pub examples: Html,
    /// What it raises or repeats.
    pub earlier: Option<Earlier>,
    /// Where it is raised in its turn.
    pub later: Vec<Link>,
    /// Levels of other tracks that ask the same: links, one after the other.
    pub same: Html,
    /// Those that ask nearly the same.
    pub nearly: Html,
}

/// The wording that a criterion raises or repeats.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Earlier {
    pub level: Link,
    pub basis: Option<RelationBasis>,
    pub evidence: Option<String>,
    /// What is gone from it is marked; empty where the words are the same.
    pub html: Html,
}

/// Criteria of one dimension.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Topic {
    /// `None` for criteria without a dimension.
    pub dimension: Option<Link>,
    pub runs: Vec<Run>,
}

/// Criteria that share a lead; an empty lead where they have none.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Run {
    pub lead: Html,
    pub statements: Vec<Statement>,
}

impl Statement {
    pub(super) fn of(here: &Here, at: CriterionRef) -> Self {
        let ladder = here.ladder();
        let criterion = ladder.criterion(at);
        let (html, earlier) = wording(here, at);
        let level = |at: CriterionRef, track| Link::new(name::of_criterion(ladder, track, at), here.criterion(at));
        let later = here.site.connections.raised_by.get(&at).map_or(&[][..], Vec::as_slice);
        Self {
            anchor: anchor_of(ladder, at).to_owned(),
            kind: criterion.relation.kind,
            html,
            edit: source::edit(here, criterion.span),
            examples: blocks(here, &criterion.examples, 4),
            earlier,
            later: later.iter().map(|later| level(*later, at.level.track)).collect(),
            same: twins(here, at, Likeness::Exact),
            nearly: twins(here, at, Likeness::Near),
        }
    }
}

/// How alike two criteria are.
#[derive(Clone, Copy, PartialEq)]
enum Likeness {
    Exact,
    Near,
}

/// The levels of other tracks that hold the same criterion, as links.
fn twins(here: &Here, at: CriterionRef, likeness: Likeness) -> Html {
    let mut out = Html::default();
    let shared = here.ladder().criterion(at).shared.iter();
    for twin in shared.filter(|twin| twin.exact == (likeness == Likeness::Exact)) {
        if !out.is_empty() {
            out.push_ours(", ");
        }
        here.push_level_of(&mut out, twin.criterion);
    }
    out
}

/// The words of a criterion, and of what it raises or repeats.
fn wording(here: &Here, at: CriterionRef) -> (Html, Option<Earlier>) {
    let ladder = here.ladder();
    let criterion = ladder.criterion(at);
    let Some(below) = criterion.relation.of else { return (Html::inlines(here, &criterion.text), None) };
    let (old, new) = (ladder.criterion(below).text.plain(), criterion.text.plain());
    let diff = here.diff(at, below);
    let earlier = Earlier {
        level: Link::new(name::of_criterion(ladder, at.level.track, below), here.criterion(below)),
        basis: criterion.relation.basis,
        evidence: criterion.relation.evidence.clone(),
        html: if old == new { Html::default() } else { diff.old.clone() },
    };
    let html = match criterion.relation.kind {
        RelationKind::Raises => diff.new.clone(),
        RelationKind::Adds | RelationKind::Repeats => Html::inlines(here, &criterion.text),
    };
    (html, Some(earlier))
}

/// The criteria of a level that are of one kind, by dimension.
pub(super) fn topics(here: &Here, level: LevelRef, kind: RelationKind) -> Vec<Topic> {
    let mut topics: Vec<(Option<DimensionRef>, Topic)> = Vec::new();
    let mut lead: Option<&Inlines> = None;
    for (criterion, value) in here.ladder().level(level).criteria.iter().enumerate() {
        if value.relation.kind != kind {
            continue;
        }
        let statement = Statement::of(here, CriterionRef { level, criterion });
        let topic = topic_of(here, &mut topics, value);
        match topic.runs.last_mut() {
            Some(run) if lead == value.lead.as_ref() => run.statements.push(statement),
            Some(_) | None => {
                let lead = value.lead.as_ref().map(|lead| Html::inlines(here, lead)).unwrap_or_default();
                topic.runs.push(Run { lead, statements: vec![statement] });
            }
        }
        lead = value.lead.as_ref();
    }
    topics.into_iter().map(|(_, topic)| topic).collect()
}

fn topic_of<'t>(
    here: &Here,
    topics: &'t mut Vec<(Option<DimensionRef>, Topic)>,
    criterion: &Criterion,
) -> &'t mut Topic {
    let index = topics.iter().position(|(dimension, _)| *dimension == criterion.dimension).unwrap_or_else(|| {
        let dimension = criterion.dimension.map(|dimension| dimension_link(here, dimension));
        topics.push((criterion.dimension, Topic { dimension, runs: Vec::new() }));
        topics.len() - 1
    });
    &mut topics[index].1
}

/// A dimension's title, leading to its page.
pub(super) fn dimension_link(here: &Here, dimension: DimensionRef) -> Link {
    Link::new(here.ladder().dimensions[dimension.0].title.clone(), here.href(&Route::Dimension(dimension)))
}
