//! Two levels of a track that share a code, or a code and an alias.

use std::collections::BTreeMap;

use super::{Rule, Seeker, Seen};
use crate::resolve::Track;
use crate::text::{Diagnostic, Severity, Span, fold};

pub(super) const RULE: Rule = Rule {
    id: "duplicate-code",
    severity: Severity::Warning,
    finds: "Two levels of a track have the same code",
    why: "A code is what people write down and what addresses are made of. Where two levels share one, nobody knows which \
          is meant, and the address of the second changes when the first one goes.",
    mend: "Give one of them another code, in its heading or with `code:` under `levels:` in the front matter.",
    example: Some(example!("duplicate-code")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    seen.ladder.tracks().flat_map(|(_, track)| of_track(track)).collect()
}

fn of_track(track: &Track) -> Vec<Diagnostic> {
    let mut first: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, level) in track.levels.iter().enumerate() {
        for code in level.code.iter().chain(&level.aliases) {
            match first.get(&fold(code)) {
                Some((earlier, _)) if *earlier == at => {}
                Some((_, span)) => {
                    let message = format!("a second level has the code `{code}`");
                    let help = "give one of the two another code";
                    found.push(RULE.finding(level.span, message).also(*span, "the first").help(help));
                }
                None => {
                    first.insert(fold(code), (at, level.span));
                }
            }
        }
    }
    found
}
