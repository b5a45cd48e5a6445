//! What only one of two levels that face each other asks: by dimension, in two columns.

use super::here::Here;
use super::html::Html;
use super::lines::Lines;
use super::topic::push_heading;
use crate::resolve::{Criterion, CriterionRef, DimensionRef, LevelRef, Shared, TrackRef};

/// What each level asks and the one that it faces does not.
pub(super) struct Sides<'a> {
    tracks: (Option<TrackRef>, Option<TrackRef>),
    /// In the order of their first criterion.
    topics: Vec<Topic<'a>>,
    /// How many on the left and on the right.
    pub(super) only: (usize, usize),
}

#[derive(Default)]
struct Topic<'a> {
    dimension: Option<DimensionRef>,
    left: Vec<Own<'a>>,
    right: Vec<Own<'a>>,
}

/// A criterion, and the same one at another level of the track that is faced.
type Own<'a> = (CriterionRef, Option<&'a Shared>);

/// Which column a level fills.
#[derive(Clone, Copy)]
enum Hand {
    Left,
    Right,
}

impl<'a> Sides<'a> {
    pub(super) fn of(here: &Here<'a>, left: Option<LevelRef>, right: Option<LevelRef>) -> Self {
        let track = |level: Option<LevelRef>| level.map(|level| level.track);
        let mut sides = Self { tracks: (track(left), track(right)), topics: Vec::new(), only: (0, 0) };
        sides.only.0 = sides.add(here, Hand::Left, (left, right));
        sides.only.1 = sides.add(here, Hand::Right, (right, left));
        sides
    }

    /// Adds what a level asks and the level that it faces does not; returns how many those are.
    fn add(&mut self, here: &Here<'a>, hand: Hand, (level, faced): (Option<LevelRef>, Option<LevelRef>)) -> usize {
        let Some(level) = level else { return 0 };
        let mut count = 0;
        for (criterion, value) in here.ladder().level(level).criteria.iter().enumerate() {
            let twin = faced.and_then(|faced| twin_on(value, faced));
            if twin.is_some_and(|twin| Some(twin.criterion.level) == faced) {
                continue;
            }
            count += 1;
            let own = (CriterionRef { level, criterion }, twin);
            let topic = self.topic(value.dimension);
            match hand {
                Hand::Left => topic.left.push(own),
                Hand::Right => topic.right.push(own),
            }
        }
        count
    }

    fn topic(&mut self, dimension: Option<DimensionRef>) -> &mut Topic<'a> {
        let index = self.topics.iter().position(|topic| topic.dimension == dimension).unwrap_or_else(|| {
            self.topics.push(Topic { dimension, ..Topic::default() });
            self.topics.len() - 1
        });
        &mut self.topics[index]
    }

    /// Both columns of every dimension.
    pub(super) fn html(&self, here: &Here) -> Html {
        let mut lines = Lines { count: 0, html: Html::with_room(self.only.0.max(self.only.1) * 320) };
        for topic in &self.topics {
            if let Some(dimension) = topic.dimension {
                push_heading(here, dimension, &mut lines.html);
            }
            lines.html.push_ours("<div class=\"two\">");
            push_column(here, self.tracks.0, &topic.left, &mut lines);
            push_column(here, self.tracks.1, &topic.right, &mut lines);
            lines.html.push_ours("</div>\n");
        }
        lines.html
    }
}

fn push_column(here: &Here, track: Option<TrackRef>, criteria: &[Own], lines: &mut Lines) {
    lines.html.push_ours("<div>");
    if let Some(track) = track.filter(|_| !criteria.is_empty()) {
        lines.html.push_ours("<p class=\"only\">");
        let push_title = |out: &mut Html, _| out.push_text(here.track_title(track));
        lines.html.push_sentence(&here.say().only_in, push_title);
        lines.html.push_ours("</p><ul class=\"lines\">\n");
        for (criterion, twin) in criteria {
            match twin {
                Some(twin) => lines.add_twin(here, *criterion, twin),
                None => lines.add_words(here, *criterion),
            }
        }
        lines.html.push_ours("</ul>");
    }
    lines.html.push_ours("</div>");
}

/// The same criterion on the track of a level: at that level, if it is there.
fn twin_on(criterion: &Criterion, level: LevelRef) -> Option<&Shared> {
    let mut found = None;
    for shared in &criterion.shared {
        if shared.criterion.level == level {
            return Some(shared);
        }
        if found.is_none() && shared.criterion.level.track == level.track {
            found = Some(shared);
        }
    }
    found
}
