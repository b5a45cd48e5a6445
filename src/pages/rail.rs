//! The levels of a track as steps, beside every page of the track.

use serde::Serialize;

use super::here::Here;
use super::html::Html;
use super::level::Counts;
use super::name;
use crate::resolve::{Level, LevelRef, State};

/// One level of a track, at the head of its column.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Step {
    pub name: String,
    /// The title, where the name is the code.
    pub title: Option<String>,
    pub href: String,
    pub state: State,
}

/// All levels of the track of `current`, lowest first: the items of a list.
pub(super) fn rail(here: &Here, current: LevelRef) -> Html {
    let levels = &here.ladder().track(current.track).levels;
    let mut out = Html::with_room(levels.len() * 160);
    for (at, level) in here.ladder().levels(current.track) {
        let absent = level.state == State::NotApplicable;
        out.push_ours(if absent { "<li><a class=\"absent\" href=\"" } else { "<li><a href=\"" });
        out.push_text(&level.id);
        out.push_ours(if at == current { ".html\" aria-current=\"page\">" } else { ".html\">" });
        out.push_text(name::short(level));
        if absent {
            out.push_ours(" ");
            out.push_marked("small", here.say().not_applicable.as_str());
        } else {
            push_facts(here, level, &mut out);
        }
        out.push_ours("</a>\n");
    }
    out
}

/// The title, where the name is the code, and how many criteria are new and raised.
fn push_facts(here: &Here, level: &Level, out: &mut Html) {
    if let Some(title) = name::beyond(level) {
        out.push_ours(" ");
        out.push_marked("small", title);
    }
    let counts = Counts::of(level);
    out.push_ours(" <small class=\"tally\">");
    for (count, sign, word) in [(counts.new, "+", &here.say().new), (counts.raised, " ↑", &here.say().raised)] {
        if count > 0 {
            out.push_ours(sign);
            out.push_number(count as u64);
            out.push_ours("<span class=\"vh\"> ");
            out.push_word(word);
            out.push_ours("</span>");
        }
    }
    out.push_ours("</small>");
}

/// One level, seen from another page.
pub(super) fn step(here: &Here, at: LevelRef, level: &Level) -> Step {
    Step {
        name: name::short(level).to_owned(),
        title: name::beyond(level).map(str::to_owned),
        href: here.level(at),
        state: level.state,
    }
}
