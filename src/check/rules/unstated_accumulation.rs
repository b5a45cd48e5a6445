//! A track that does not say whether a level includes the ones below.

use super::{Rule, Seeker, Seen};
use crate::resolve::ModeBasis;
use crate::text::{Diagnostic, Severity};

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
    let unstated = seen.steps().filter(|(_, track, levels)| track.mode_basis == ModeBasis::Default && levels.len() > 1);
    let help = "write `accumulates: cumulative` or `accumulates: replacing` under `ladder:` in its front matter";
    let diagnostic =
        |title: &str| format!("the levels of `{title}` are taken to add up; the source does not say whether they do");
    unstated.map(|(_, track, _)| RULE.finding(track.span, diagnostic(&track.title)).help(help)).collect()
}
