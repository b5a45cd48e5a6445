//! Where one can go from a level: up, down, across, and beside another track.

use std::cmp::Ordering;

use serde::Serialize;

use super::compare::row_anchor;
use super::connections::is_step;
use super::frame::Link;
use super::here::Here;
use super::html::Html;
use super::level::Counts;
use super::{Route, name};
use crate::resolve::{LevelRef, TrackRef};

/// As many levels can be named in one sentence.
const FEW: usize = 3;

/// From here.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Ways {
    pub previous: Option<Way>,
    pub next: Option<Way>,
    /// What the next level asks.
    pub next_counts: Option<Counts>,
    /// Levels of other tracks, and roles, that build on this one: the items of a list, as all that follow.
    pub branches: Html,
    /// Levels of equal standing.
    pub equivalents: Html,
    /// The same where they are few.
    pub equals: Vec<Way>,
    /// Other tracks side by side with this one, at this level; those with an equivalent level are not among them.
    pub comparisons: Html,
}

/// A level that one can go to.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Way {
    pub level: Link,
    /// The page of the move from here to there, where there is one.
    pub r#move: Option<String>,
    /// Where the two stand side by side.
    pub comparison: Option<String>,
}

pub(super) fn ways(here: &Here, at: LevelRef) -> Ways {
    let level = here.ladder().level(at);
    let to = |to: LevelRef| way(here, at, to);
    let branches = here.site.connections.branches.get(&at).map_or(&[][..], Vec::as_slice);
    let equivalents = || level.equivalents.iter().map(|equivalent| to(equivalent.level));
    let (previous, next) = neighbours(here, at);
    Ways {
        previous: previous.map(to),
        next: next.map(to),
        next_counts: next.map(|next| Counts::of(here.ladder().level(next))),
        branches: list(here, branches.iter().map(|branch| to(*branch))),
        equivalents: list(here, equivalents()),
        equals: if level.equivalents.len() <= FEW { equivalents().collect() } else { Vec::new() },
        comparisons: comparisons(here, at),
    }
}

fn way(here: &Here, from: LevelRef, to: LevelRef) -> Way {
    let moves = here.site.connections.moves.contains(&(from, to));
    Way {
        level: Link::new(name::from(here, from.track, to), here.level(to)),
        r#move: moves.then(|| here.href(&Route::Move(from, to))),
        comparison: comparison(here, from, to.track),
    }
}

fn list(here: &Here, ways: impl Iterator<Item = Way>) -> Html {
    let words = here.say();
    let mut out = Html::default();
    for way in ways {
        out.push_ours("<li>");
        out.push_link_to(&way.level.href, &way.level.name);
        for (href, words) in [(way.r#move, &words.what_changes), (way.comparison, &words.side_by_side)] {
            if let Some(href) = href {
                out.push_ours(" <a class=\"minor\"");
                out.attribute("href", &href);
                out.push_ours(">");
                out.push_word(words);
                out.push_ours("</a>");
            }
        }
        out.push_ours("\n");
    }
    out
}

/// The steps before and after a level on its own track.
pub(super) fn neighbours(here: &Here, at: LevelRef) -> (Option<LevelRef>, Option<LevelRef>) {
    let ladder = here.ladder();
    if ladder.level(at).is_base_layer {
        return (None, None);
    }
    let levels = ladder.levels(at.track).filter(|(_, level)| is_step(level));
    let (mut before, mut after) = (None, None);
    for (step, _) in levels {
        match step.level.cmp(&at.level) {
            Ordering::Less => before = Some(step),
            Ordering::Equal => {}
            Ordering::Greater => after = after.or(Some(step)),
        }
    }
    (before, after)
}

/// For every track that this one is compared with: the place where this level stands there.
fn comparisons(here: &Here, at: LevelRef) -> Html {
    let ladder = here.ladder();
    let rank = ladder.level(at).rank;
    let same_rank = |track: TrackRef| {
        let mut levels = ladder.levels(track).filter(|(_, level)| is_step(level));
        levels.find(|(_, level)| rank.is_some() && level.rank == rank).map(|(level, _)| level)
    };
    let equal = |track: &TrackRef| ladder.level(at).equivalents.iter().any(|equal| equal.level.track == *track);
    let tracks = here.site.connections.beside.get(&at.track).into_iter().flatten();
    let mut out = Html::default();
    for beside in tracks.filter(|track| !equal(track)) {
        if let Some(href) = comparison(here, at, *beside) {
            let name = match same_rank(*beside) {
                Some(level) => name::whole(here, level),
                None => here.track_title(*beside).to_owned(),
            };
            out.push_ours("<li>");
            out.push_link_to(&href, &name);
            out.push_ours("\n");
        }
    }
    out
}

/// Where a level stands on the page that compares its track with another.
fn comparison(here: &Here, at: LevelRef, other: TrackRef) -> Option<String> {
    let pair = (at.track.min(other), at.track.max(other));
    let route = Route::Compare(pair.0, pair.1);
    let stands = is_step(here.ladder().level(at)) && here.site.connections.comparisons.contains(&pair);
    stands.then(|| here.anchor(&route, &row_anchor(here.ladder(), at)))
}
