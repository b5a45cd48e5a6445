//! What people call a level.

use super::here::Here;
use super::html::Html;
use crate::resolve::{Level, LevelRef, TrackRef};

/// Inside of its own track: the code, else the title.
pub(super) fn short(level: &Level) -> &str {
    level.code.as_deref().unwrap_or(&level.title)
}

/// What the title says beyond the short name; the rest of it where it begins with the code ("L1 Level 1").
pub(super) fn beyond(level: &Level) -> Option<&str> {
    let code = level.code.as_deref()?;
    let rest = level.title.strip_prefix(code).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let rest = rest.map_or(level.title.as_str(), |rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    Some(rest).filter(|rest| !rest.is_empty())
}

/// The code, where the title does not begin with it already.
pub(super) fn code_apart(level: &Level) -> Option<&str> {
    level.code.as_deref().filter(|code| !level.title.starts_with(code))
}

/// Where the track is known: the code and the title, the code said once.
pub(super) fn full(level: &Level) -> String {
    match beyond(level) {
        Some(_) if level.title.starts_with(short(level)) => level.title.clone(),
        Some(title) => format!("{} {title}", short(level)),
        None => short(level).to_owned(),
    }
}

/// Seen from anywhere: the title where it names the track already, else the track and the short name.
pub(super) fn whole(here: &Here, at: LevelRef) -> String {
    let (track, level) = (here.track_title(at.track), here.ladder().level(at));
    if names_track(&level.title, track) {
        return level.title.clone();
    }
    format!("{} · {}", track, short(level))
}

/// Whether the title of a level says already which track it is of.
pub(super) fn names_track(level: &str, track: &str) -> bool {
    level.starts_with(track) || level.contains(track)
}

/// The same, written as HTML.
pub(super) fn push_whole(out: &mut Html, here: &Here, at: LevelRef) {
    let (track, level) = (here.track_title(at.track), here.ladder().level(at));
    if names_track(&level.title, track) {
        return out.push_text(&level.title);
    }
    out.push_text(track);
    out.push_ours(" · ");
    out.push_text(short(level));
}

/// Seen from a level or page of `from`.
pub(super) fn from(here: &Here, from: TrackRef, at: LevelRef) -> String {
    if from == at.track { short(here.ladder().level(at)).to_owned() } else { whole(here, at) }
}

/// The same, written as HTML.
pub(super) fn push_from(out: &mut Html, here: &Here, from: TrackRef, at: LevelRef) {
    if from == at.track { out.push_text(short(here.ladder().level(at))) } else { push_whole(out, here, at) }
}
