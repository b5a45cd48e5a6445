//! One criterion as a reader meets it on the page of its level, as the item of a list: its words, its permanent link, what
//! it raises or repeats, where it is raised, and who else asks the same.

use super::blocks::push_blocks;
use super::here::Here;
use super::html::Html;
use super::reason::reason;
use super::words::{Slot, Word};
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
    out.push_ours("\" aria-label=\"");
    out.push_word(&here.say().permalink);
    out.push_ours("\">#</a>");
    push_edit(here, criterion, out);
    if let Some(below) = below {
        push_earlier(here, (at, criterion), below, out);
    }
    push_twins(here, criterion, Likeness::Exact, out);
    push_twins(here, criterion, Likeness::Near, out);
    push_later(here, at, out);
    if !criterion.examples.is_empty() {
        out.push_ours("<details class=\"examples\"><summary>");
        out.push_word(&here.say().examples);
        out.push_ours("</summary>");
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
        out.push_ours("\" aria-label=\"");
        out.push_word(&here.say().change_words);
        out.push_ours("\">✎</a>");
    }
}

/// The wording that a criterion raises or repeats; one click away where it differs.
fn push_earlier(here: &Here, (at, criterion): (CriterionRef, &Criterion), below: CriterionRef, out: &mut Html) {
    let words = here.say();
    if here.same_words(at, below) {
        out.push_ours("<p class=\"note\">");
        out.push_sentence(&words.as_at, |out, _| push_level(here, (at, below), out));
        return out.push_ours("</p>");
    }
    let relation = &criterion.relation;
    out.push_ours("<details class=\"earlier\"><summary>");
    let was = if relation.kind == RelationKind::Raises { &words.was_at } else { &words.worded_at };
    out.push_sentence(was, |out, _| name::push_from(out, here, at.level.track, below.level));
    match relation.basis {
        Some(RelationBasis::Inferred) => push_guess(&words.inferred, out),
        Some(RelationBasis::Configured) => push_guess(&words.configured, out),
        Some(RelationBasis::Exact | RelationBasis::Near | RelationBasis::Scale | RelationBasis::Position) | None => {}
    }
    out.push_ours("</summary><p>");
    out.push_html(&here.diff(at, below).old);
    out.push_ours("</p><p class=\"note\">");
    push_level(here, (at, below), out);
    if let Some(why) = &relation.reason {
        out.push_ours(" · ");
        out.push_text(&reason(words, here.ladder(), why));
    }
    if relation.basis == Some(RelationBasis::Inferred) {
        out.push_ours(" · ");
        out.push_word(&words.from_the_wording);
    }
    out.push_ours("</p></details>");
}

fn push_guess(word: &Word, out: &mut Html) {
    out.push_ours(" <span class=\"guess\">");
    out.push_word(word);
    out.push_ours("</span>");
}

/// The name of the level of `other`, as seen from `at`, leading to the criterion.
fn push_level(here: &Here, (at, other): (CriterionRef, CriterionRef), out: &mut Html) {
    out.push_ours("<a href=\"");
    here.push_criterion(out, other);
    out.push_ours("\">");
    name::push_from(out, here, at.level.track, other.level);
    out.push_ours("</a>");
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
    let words = here.say();
    let push_named = |out: &mut Html| {
        for (index, twin) in criterion.shared.iter().filter(alike).take(named).enumerate() {
            if index > 0 {
                out.push_word(&words.comma);
            }
            here.push_level_of(out, twin.criterion);
        }
    };
    out.push_ours("<p class=\"note\">");
    let sentence = if likeness == Likeness::Exact { &words.same_at } else { &words.nearly_same_at };
    out.push_sentence(sentence, |out, _| match count - named {
        0 => push_named(out),
        rest => out.push_sentence(&words.and_more, |out, place| match place {
            Slot::More => push_rest(here, criterion, rest, out),
            _ => push_named(out),
        }),
    });
    out.push_ours("</p>");
}

fn push_rest(here: &Here, criterion: &Criterion, rest: usize, out: &mut Html) {
    let more = here.say().more.of(rest);
    let push_more = |out: &mut Html| out.push_sentence(more, |out, _| out.push_number(rest as u64));
    match criterion.dimension {
        Some(dimension) => {
            out.push_ours("<a href=\"");
            here.push_dimension(out, dimension);
            out.push_ours("\">");
            push_more(out);
            out.push_ours("</a>");
        }
        None => push_more(out),
    }
}

/// Where a criterion is raised in its turn.
fn push_later(here: &Here, at: CriterionRef, out: &mut Html) {
    let later = here.site.connections.raised_by.get(&at).map_or(&[][..], Vec::as_slice);
    if later.is_empty() {
        return;
    }
    out.push_ours("<p class=\"note later\">");
    out.push_sentence(&here.say().raised_at, |out, _| {
        for (index, later) in later.iter().enumerate() {
            if index > 0 {
                out.push_word(&here.say().comma);
            }
            push_level(here, (at, *later), out);
        }
    });
    out.push_ours("</p>");
}
