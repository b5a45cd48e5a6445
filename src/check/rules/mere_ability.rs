//! Style: a criterion that asks what somebody could do, not what they do.

use super::{Rule, Seeker, Seen};
use crate::check::part;
use crate::check::phrase::words;
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "mere-ability",
    severity: Severity::Note,
    finds: "A criterion asks what somebody could do, not what they do",
    why: "An ability shows only in what somebody does, so that nobody can be judged by \"can write tests\" without guessing. \
          \"Writes tests\" is seen or not seen.",
    mend: "Say what is done: \"writes\" in the place of \"can write\".",
    example: Some(example!("mere-ability", "content/ladder.md")),
    seeker: Seeker::Style(find),
};

/// Among how many of the first words it stands.
const FIRST: usize = 2;

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (of, criterion) in seen.criteria() {
        let Some(language) = seen.language(of.level.track) else { continue };
        let text = criterion.text.plain();
        let label = criterion.label.as_ref().map_or(0, String::len);
        let first = words(&text).into_iter().filter(|word| word.start >= label).take(FIRST);
        let phrase = first.filter_map(|word| Some((word.start, language.abilities.phrase_at(&text, word.start)?)));
        if let Some((start, length)) = phrase.into_iter().next() {
            let message = format!("`{}` asks what somebody could do", &text[start..start + length]);
            let place = part(&criterion.text, start..start + length).unwrap_or(criterion.span);
            found.push(RULE.finding(place, message).help("say what they do"));
        }
    }
    found
}
