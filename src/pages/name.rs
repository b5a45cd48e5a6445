//! What people call a level.

use crate::resolve::{CriterionRef, Ladder, Level, LevelRef, TrackRef};

/// Inside of its own track: the code, else the title.
pub(super) fn short(level: &Level) -> &str {
    level.code.as_deref().unwrap_or(&level.title)
}

/// Seen from anywhere: the title where it names the track already, else the track and the short name.
pub(super) fn whole(ladder: &Ladder, at: LevelRef) -> String {
    let (track, level) = (ladder.track(at.track), ladder.level(at));
    let (title, short) = (level.title.as_str(), short(level));
    if title == track.title || (title.len() > track.title.len() && title.contains(track.title.as_str())) {
        return title.to_owned();
    }
    format!("{} · {short}", track.title)
}

/// Seen from a level or page of `from`.
pub(super) fn from(ladder: &Ladder, from: TrackRef, at: LevelRef) -> String {
    if from == at.track { short(ladder.level(at)).to_owned() } else { whole(ladder, at) }
}

/// Seen from a level or page of `from`: the level that a criterion belongs to.
pub(super) fn of_criterion(ladder: &Ladder, track: TrackRef, criterion: CriterionRef) -> String {
    from(ladder, track, criterion.level)
}
