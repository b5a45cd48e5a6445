//! The own criteria of a level in order: by dimension, then under the lead they share.

use super::Route;
use super::frame::Link;
use super::here::Here;
use super::html::Html;
use super::statement::push_statement;
use crate::resolve::{CriterionRef, DimensionRef, LevelRef, RelationKind};

/// The bytes that a criterion takes, about.
const ROOM: usize = 640;

/// The criteria of a level that are of one kind: for each dimension its name and its lists.
pub(super) fn topics(here: &Here, level: LevelRef, kind: RelationKind) -> Html {
    let mut topics: Vec<(Option<DimensionRef>, Vec<CriterionRef>)> = Vec::new();
    let mut count = 0;
    for (criterion, value) in here.ladder().level(level).criteria.iter().enumerate() {
        if value.relation.kind == kind {
            let at = CriterionRef { level, criterion };
            match topics.iter_mut().find(|(dimension, _)| *dimension == value.dimension) {
                Some((_, criteria)) => criteria.push(at),
                None => topics.push((value.dimension, vec![at])),
            }
            count += 1;
        }
    }
    let mut out = Html::with_room(count * ROOM);
    for (dimension, criteria) in topics {
        if let Some(dimension) = dimension {
            push_heading(here, dimension, &mut out);
        }
        push_runs(here, &criteria, &mut out);
    }
    out
}

/// Writes the title of a dimension as a heading that leads to its page.
pub(super) fn push_heading(here: &Here, dimension: DimensionRef, out: &mut Html) {
    out.push_ours("<h3><a href=\"");
    here.push_dimension(out, dimension);
    out.push_ours("\">");
    out.push_text(&here.ladder().dimensions[dimension.0].title);
    out.push_ours("</a></h3>\n");
}

/// One list for every run of criteria that share a lead.
fn push_runs(here: &Here, criteria: &[CriterionRef], out: &mut Html) {
    let lead = |at: &CriterionRef| here.ladder().criterion(*at).lead.as_ref();
    for run in criteria.chunk_by(|one, other| lead(one) == lead(other)) {
        if let Some(lead) = lead(&run[0]) {
            out.push_ours("<p class=\"lead\">");
            out.append_inlines(here, lead);
            out.push_ours("</p>\n");
        }
        out.push_ours("<ul class=\"criteria\">\n");
        for at in run {
            push_statement(here, *at, out);
        }
        out.push_ours("</ul>\n");
    }
}

/// A dimension's title, leading to its page.
pub(super) fn dimension_link(here: &Here, dimension: DimensionRef) -> Link {
    Link::new(here.ladder().dimensions[dimension.0].title.clone(), here.href(&Route::Dimension(dimension)))
}
