//! Style: a word by which two people judge in two ways.

use super::{Rule, Seeker, Seen};
use crate::check::part;
use crate::check::phrase::words;
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "vague-word",
    severity: Severity::Note,
    finds: "A criterion rests on a word that nobody can judge by",
    why: "What is good or appropriate to one manager is not to the next, so that the same work is judged in two ways. A \
          number, a frequency, an example or a name can be checked.",
    mend: "Say what makes it good: how often, how many, by whom it is noticed.",
    example: Some(example!("vague-word", "content/ladder.md")),
    seeker: Seeker::Style(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (of, criterion) in seen.criteria() {
        let Some(language) = seen.language(of.level.track) else { continue };
        let text = criterion.text.plain();
        let mut done = 0;
        for word in words(&text) {
            // `as well as` joins, and is no praise.
            if let Some(length) = language.joints.phrase_at(&text, word.start) {
                done = done.max(word.start + length);
            }
            let Some(length) = language.vague.phrase_at(&text, word.start).filter(|_| word.start >= done) else {
                continue;
            };
            done = word.start + length;
            let message = format!("nobody can judge by `{}`", &text[word.start..done]);
            let place = part(&criterion.text, word.start..done).unwrap_or(criterion.span);
            found.push(RULE.finding(place, message).help("say how often, how many, or what is seen"));
        }
    }
    found
}
