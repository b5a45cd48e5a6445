//! A track that does not say whether a level includes the ones below.

use std::collections::BTreeSet;

use super::{Rule, Seeker, Seen};
use crate::resolve::{Base, BaseBasis, BaseKind, Level, ModeBasis, Track};
use crate::text::{Diagnostic, FileId, Severity};

pub(super) const RULE: Rule = Rule {
    id: "unstated-accumulation",
    severity: Severity::Note,
    finds: "A track does not say whether a level includes the ones below it",
    why: "Whether a level includes everything below it, or restates the whole, decides what is asked of the people on \
          it. Where the source does not say so, its levels are shown as adding up, and the page says that this is a \
          guess.",
    mend: "Say so in a sentence (\"each level builds on the previous one\"), or write `accumulates: cumulative` or \
           `accumulates: replacing` under `ladder:` in the front matter.",
    example: Some(example!("unstated-accumulation")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let stated: BTreeSet<FileId> =
        seen.ladder.tracks.iter().filter(|track| is_stated(track)).map(|track| track.span.file).collect();
    let unstated = seen.steps().filter(|(_, track, levels)| levels.len() > 1 && !stated.contains(&track.span.file));
    let help = "write `accumulates: cumulative` or `accumulates: replacing` under `ladder:` in its front matter";
    let diagnostic =
        |title: &str| format!("the levels of `{title}` are taken to add up; the source does not say whether they do");
    unstated.map(|(_, track, _)| RULE.finding(track.span, diagnostic(track.title.plain())).help(help)).collect()
}

/// Whether anything says how the levels of a track add up: of all of them, or what one of them builds on.
fn is_stated(track: &Track) -> bool {
    let of_level =
        |level: &Level| level.builds_on.iter().any(|base| base.basis != BaseBasis::Default && is_below(base));
    let is_below = track.levels.iter().any(of_level);
    is_below || track.mode_basis != ModeBasis::Default
}

fn is_below(base: &Base) -> bool {
    match base.kind {
        BaseKind::Previous => true,
        BaseKind::Branch | BaseKind::Overlay | BaseKind::Base => false,
    }
}
