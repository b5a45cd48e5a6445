//! The own criteria of a level in order: by dimension, then under the lead they share.

use serde::Serialize;

use super::Route;
use super::frame::Link;
use super::here::Here;
use super::html::Html;
use super::statement::push_statement;
use crate::resolve::{CriterionRef, DimensionRef, LevelRef, RelationKind};
use crate::text::Inlines;

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
    /// Items of a list.
    pub criteria: Html,
}

/// The criteria of a level that are of one kind, by dimension.
pub(super) fn topics(here: &Here, level: LevelRef, kind: RelationKind) -> Vec<Topic> {
    let mut topics: Vec<(Option<DimensionRef>, Topic)> = Vec::new();
    let mut lead: Option<&Inlines> = None;
    for (criterion, value) in here.ladder().level(level).criteria.iter().enumerate() {
        if value.relation.kind != kind {
            continue;
        }
        let topic = topic_of(here, &mut topics, value.dimension);
        if topic.runs.is_empty() || lead != value.lead.as_ref() {
            let lead = value.lead.as_ref().map(|lead| Html::inlines(here, lead)).unwrap_or_default();
            topic.runs.push(Run { lead, criteria: Html::with_room(2048) });
        }
        if let Some(run) = topic.runs.last_mut() {
            push_statement(here, CriterionRef { level, criterion }, &mut run.criteria);
        }
        lead = value.lead.as_ref();
    }
    topics.into_iter().map(|(_, topic)| topic).collect()
}

fn topic_of<'t>(
    here: &Here,
    topics: &'t mut Vec<(Option<DimensionRef>, Topic)>,
    of: Option<DimensionRef>,
) -> &'t mut Topic {
    let index = topics.iter().position(|(dimension, _)| *dimension == of).unwrap_or_else(|| {
        let dimension = of.map(|dimension| dimension_link(here, dimension));
        topics.push((of, Topic { dimension, runs: Vec::new() }));
        topics.len() - 1
    });
    &mut topics[index].1
}

/// A dimension's title, leading to its page.
pub(super) fn dimension_link(here: &Here, dimension: DimensionRef) -> Link {
    Link::new(here.ladder().dimensions[dimension.0].title.clone(), here.href(&Route::Dimension(dimension)))
}
