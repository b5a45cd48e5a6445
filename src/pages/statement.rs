//! One criterion as a reader meets it on the page of its level, as the item of a list: its words, its permanent link, what
//! it raises or repeats, where it is raised, and who else asks the same.

use super::blocks::push_blocks;
use super::here::Here;
use super::html::Html;
use super::{name, source};
use crate::resolve::{Criterion, CriterionRef, RelationBasis, RelationKind, Shared};

/// A list of levels that ask the same names no more than these, and how many more there are.
const NAMED: usize = 3;

/// Writes a criterion of the level whose page this is.
pub(super) fn push_statement(here: &Here, at: CriterionRef, out: &mut Html) {
    let criterion = here.ladder().criterion(at);
    let wording = here.wording(at);
    out.push_ours("<li id=\"");
    wording.push_anchor(out);
    out.push_ours(match criterion.relation.kind {
        RelationKind::Adds => "\" class=\"adds\">",
        RelationKind::Repeats => "\" class=\"repeats\">",
        RelationKind::Raises => "\" class=\"raises\">",
    });
    let below = criterion.relation.of;
    match (criterion.relation.kind, below) {
        (RelationKind::Raises, Some(below)) => out.push_html(&here.diff(at, below).new),
        (RelationKind::Adds | RelationKind::Repeats | RelationKind::Raises, _) => {
            out.append_inlines(here, &criterion.text);
        }
    }
    out.push_ours(" <a class=\"permalink\" href=\"#");
    wording.push_anchor(out);
    out.push_ours("\" aria-label=\"Permanent link\">#</a>");
    push_edit(here, criterion, out);
    if let Some(below) = below {
        push_earlier(here, (at, criterion), below, out);
    }
    push_twins(here, criterion, Likeness::Exact, out);
    push_twins(here, criterion, Likeness::Near, out);
    push_later(here, at, out);
    if !criterion.examples.is_empty() {
        out.push_ours("<details class=\"examples\"><summary>Examples</summary>");
        push_blocks(here, &criterion.examples, 4, out);
        out.push_ours("</details>");
    }
    out.push_ours("</li>\n");
}

/// Where its words can be changed.
fn push_edit(here: &Here, criterion: &Criterion, out: &mut Html) {
    if let Some(address) = source::edit(here, criterion.span) {
        out.push_ours("<a class=\"permalink edit\" href=\"");
        out.push_text(&address);
        out.push_ours("\" aria-label=\"Change these words\">✎</a>");
    }
}

/// The wording that a criterion raises or repeats; one click away where it differs.
fn push_earlier(here: &Here, (at, criterion): (CriterionRef, &Criterion), below: CriterionRef, out: &mut Html) {
    if here.same_words(at, below) {
        out.push_ours("<p class=\"note\">As at <a href=\"");
        here.push_criterion(out, below);
        out.push_ours("\">");
        name::push_from(out, here.ladder(), at.level.track, below.level);
        return out.push_ours("</a></p>");
    }
    let relation = &criterion.relation;
    out.push_ours("<details class=\"earlier\"><summary>");
    out.push_ours(if relation.kind == RelationKind::Raises { "Was at " } else { "Worded otherwise at " });
    name::push_from(out, here.ladder(), at.level.track, below.level);
    match relation.basis {
        Some(RelationBasis::Inferred) => out.push_ours(" <span class=\"guess\">inferred</span>"),
        Some(RelationBasis::Configured) => out.push_ours(" <span class=\"guess\">configured</span>"),
        Some(RelationBasis::Exact | RelationBasis::Near | RelationBasis::Scale | RelationBasis::Position) | None => {}
    }
    out.push_ours("</summary><p>");
    out.push_html(&here.diff(at, below).old);
    out.push_ours("</p><p class=\"note\"><a href=\"");
    here.push_criterion(out, below);
    out.push_ours("\">");
    name::push_from(out, here.ladder(), at.level.track, below.level);
    out.push_ours("</a>");
    if let Some(evidence) = &relation.evidence {
        out.push_ours(" · ");
        out.push_text(evidence);
    }
    if relation.basis == Some(RelationBasis::Inferred) {
        out.push_ours(" · recognised from the wording, not stated by the source");
    }
    out.push_ours("</p></details>");
}

/// How alike two criteria are.
#[derive(Clone, Copy, PartialEq)]
enum Likeness {
    Exact,
    Near,
}

/// The levels of other tracks that ask the same. Where they are many, the rest is on the page of the dimension.
fn push_twins(here: &Here, criterion: &Criterion, likeness: Likeness, out: &mut Html) {
    let alike = |twin: &&Shared| twin.exact == (likeness == Likeness::Exact);
    let count = criterion.shared.iter().filter(alike).count();
    if count == 0 {
        return;
    }
    let named = if count <= NAMED + 1 { count } else { NAMED };
    out.push_ours("<p class=\"note\">");
    out.push_ours(if likeness == Likeness::Exact { "The same at " } else { "Nearly the same at " });
    for (index, twin) in criterion.shared.iter().filter(alike).take(named).enumerate() {
        if index > 0 {
            out.push_ours(", ");
        }
        here.push_level_of(out, twin.criterion);
    }
    if named < count {
        out.push_ours(" and ");
        push_rest(here, criterion, (count - named) as u64, out);
    }
    out.push_ours("</p>");
}

fn push_rest(here: &Here, criterion: &Criterion, rest: u64, out: &mut Html) {
    match criterion.dimension {
        Some(dimension) => {
            out.push_ours("<a href=\"");
            here.push_dimension(out, dimension);
            out.push_ours("\">");
            out.push_number(rest);
            out.push_ours(" more</a>");
        }
        None => {
            out.push_number(rest);
            out.push_ours(" more");
        }
    }
}

/// Where a criterion is raised in its turn.
fn push_later(here: &Here, at: CriterionRef, out: &mut Html) {
    let later = here.site.connections.raised_by.get(&at).map_or(&[][..], Vec::as_slice);
    for (index, later) in later.iter().enumerate() {
        out.push_ours(if index == 0 { "<p class=\"note later\">Raised at <a href=\"" } else { ", <a href=\"" });
        here.push_criterion(out, *later);
        out.push_ours("\">");
        name::push_from(out, here.ladder(), at.level.track, later.level);
        out.push_ours("</a>");
    }
    if !later.is_empty() {
        out.push_ours("</p>");
    }
}
