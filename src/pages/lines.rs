//! Criteria in short, as the items of a list: one line each, `<li>`, with what the line does to the levels below as its
//! class where that matters, and its words leading to the permanent link. Long lists of them stand on nearly every page,
//! so they are written here, once, and not by templates.

use super::here::Here;
use super::html::Html;
use crate::resolve::{CriterionRef, RelationKind, Shared};

/// The bytes of most lines.
const ROOM: usize = 224;

/// Items of a list, and how many.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct Lines {
    pub count: usize,
    pub html: Html,
}

impl Lines {
    /// None yet, with room for so many.
    pub(super) fn with_room(lines: usize) -> Self {
        Self { count: 0, html: Html::with_room(lines * ROOM) }
    }

    /// Adds the words of a criterion, leading to where it stands.
    pub(super) fn add(&mut self, here: &Here, criterion: CriterionRef) {
        self.add_from(here, None, (criterion, criterion));
    }

    /// Adds the words of one criterion, leading to another: to the one that stated them first. `place` is that of its
    /// dimension among others.
    pub(super) fn add_from(&mut self, here: &Here, place: Option<usize>, (words, first): (CriterionRef, CriterionRef)) {
        match place {
            Some(place) => {
                self.html.push_ours("<li class=\"d");
                self.html.push_number(place as u64);
                self.html.push_ours("\">");
            }
            None => self.html.push_ours("<li>"),
        }
        self.link(here, words, first);
    }

    /// Adds the words of a criterion under the name of what it does: `adds`, `repeats` or `raises`.
    pub(super) fn add_marked(&mut self, here: &Here, criterion: CriterionRef) {
        self.html.push_ours(match here.ladder().criterion(criterion).relation.kind {
            RelationKind::Adds => "<li class=\"adds\">",
            RelationKind::Repeats => "<li class=\"repeats\">",
            RelationKind::Raises => "<li class=\"raises\">",
        });
        self.link(here, criterion, criterion);
    }

    /// Adds the words of a criterion alone.
    pub(super) fn add_words(&mut self, here: &Here, criterion: CriterionRef) {
        self.html.push_ours("<li>");
        here.push_words(&mut self.html, criterion);
        self.html.push_ours("\n");
        self.count += 1;
    }

    /// Adds the words of a criterion alone, and where the same stands elsewhere.
    pub(super) fn add_twin(&mut self, here: &Here, criterion: CriterionRef, twin: &Shared) {
        self.html.push_ours("<li>");
        here.push_words(&mut self.html, criterion);
        let likeness = if twin.exact { &here.say().twin_at } else { &here.say().near_twin_at };
        self.html.push_ours(" <span class=\"note\">");
        self.html.push_sentence(likeness, |out, _| here.push_level_of(out, twin.criterion));
        self.html.push_ours("</span>\n");
        self.count += 1;
    }

    fn link(&mut self, here: &Here, words: CriterionRef, to: CriterionRef) {
        if words == to {
            here.push_linked_words(&mut self.html, words);
        } else {
            self.html.push_ours("<a href=\"");
            here.push_criterion(&mut self.html, to);
            self.html.push_ours("\">");
            here.push_words(&mut self.html, words);
            self.html.push_ours("</a>");
        }
        self.html.push_ours("\n");
        self.count += 1;
    }
}
