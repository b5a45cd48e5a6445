//! Two tracks, or two levels of one track, that readers cannot tell apart by name.

use std::collections::BTreeMap;

use super::{Rule, Seeker, Seen};
use crate::resolve::Track;
use crate::text::{Diagnostic, Severity, Span};

pub(super) const RULE: Rule = Rule {
    id: "duplicate-title",
    severity: Severity::Warning,
    finds: "Two tracks of a group, or two levels of a track, have the same title",
    why: "Readers choose tracks and levels by name, and documents name what they build on. Two of one name both get a \
          page, but nobody can tell which is which, and their addresses change when one of them goes.",
    mend: "Number the levels, name one after what tells it apart, or write another `title:` under `ladder:` in the front \
           matter of one of the documents.",
    example: Some(example!("duplicate-title")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let tracks = seen.ladder.tracks.iter().map(|track| (track.title.plain(), track.group.0, track.span));
    let mut found = twins(tracks, "track", "write another `title:` under `ladder:` in the front matter of one of them");
    for track in &seen.ladder.tracks {
        found.extend(twins(levels(track), "level", "number them, or name the second after what tells it apart"));
    }
    found
}

fn levels(track: &Track) -> impl Iterator<Item = (&str, usize, Span)> {
    let own = track.levels.iter().filter(|level| level.code.is_none() && level.rank.is_none());
    own.map(|level| (level.title.as_str(), 0, level.span))
}

/// Everything that has the title of an earlier one of the same group.
fn twins<'a>(named: impl Iterator<Item = (&'a str, usize, Span)>, what: &str, help: &str) -> Vec<Diagnostic> {
    let mut first = BTreeMap::new();
    let mut found = Vec::new();
    for (title, group, span) in named {
        match first.get(&(group, title.to_lowercase())) {
            Some(earlier) => {
                let message = format!("a second {what} is called `{title}`");
                found.push(RULE.finding(span, message).also(*earlier, "the first").help(help));
            }
            None => {
                first.insert((group, title.to_lowercase()), span);
            }
        }
    }
    found
}
