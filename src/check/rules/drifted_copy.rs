//! The same criterion on two levels or tracks with a small difference: a typo in one of them, or a copy that drifted.

use super::{Rule, Seeker, Seen};
use crate::check::language::Language;
use crate::check::part;
use crate::check::phrase::{self, Change, is_kin, words};
use crate::resolve::{Criterion, CriterionRef, RelationBasis, RelationKind};
use crate::text::{Diagnostic, Severity, fold};

pub(super) const RULE: Rule = Rule {
    id: "drifted-copy",
    severity: Severity::Warning,
    finds: "A criterion is nearly the same as one of another level or track",
    why: "Readers see two wordings and look for the difference that is meant; there is none, only a slip of the pen or a \
          copy of which one was mended. On the site the two count as one.",
    mend: "Give both the same words; or, where a difference is meant, say it clearly enough to be seen.",
    example: Some(example!("drifted-copy")),
    seeker: Seeker::Advice(find),
};

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    seen.criteria().filter_map(|(of, criterion)| diagnostic(seen, of, criterion, original(of, criterion)?)).collect()
}

/// What a criterion is nearly the same as: something below it, else something on an earlier track.
fn original(of: CriterionRef, criterion: &Criterion) -> Option<CriterionRef> {
    let relation = &criterion.relation;
    let below =
        relation.of.filter(|_| relation.kind == RelationKind::Repeats && relation.basis == Some(RelationBasis::Near));
    let earlier = || criterion.shared.iter().filter(|shared| shared.criterion.level.track < of.level.track);
    let is_exact = relation.basis == Some(RelationBasis::Exact) || earlier().any(|shared| shared.exact);
    below.or_else(|| earlier().next().filter(|_| !is_exact).map(|shared| shared.criterion))
}

fn diagnostic(seen: &Seen<'_>, of: CriterionRef, criterion: &Criterion, original: CriterionRef) -> Option<Diagnostic> {
    let other = seen.ladder.criterion(original);
    let (here, there) = (seen.wording(of).text.as_ref(), seen.wording(original).text.as_ref());
    let changes = phrase::changes(here, there);
    if !is_slight(&changes, (here, there), seen.language(of.level.track)) {
        return None;
    }
    let first = changes.iter().find(|change| !change.one.is_empty()).or(changes.first())?;
    let name = seen.name(original.level, of.level);
    let message = format!("nearly the same is asked at {name}: {}", phrase::told(&changes, here, there));
    let place = part(&criterion.text, first.one.clone()).filter(|_| !first.one.is_empty()).unwrap_or(criterion.span);
    let help = "give both the same words, or say clearly how they differ";
    Some(RULE.finding(place, message).also(other.span, "the other one").help(help))
}

/// Whether a difference is that of a copy: slips of the pen, endings and words without content, and at most one word more
/// beside them. Another word in the same sentence asks for something else.
fn is_slight(changes: &[Change], (here, there): (&str, &str), language: Option<&'static Language>) -> bool {
    let mut kin = 0;
    let mut other = 0;
    for change in changes {
        let (one, two) = (parts(&here[change.one.clone()]), parts(&there[change.other.clone()]));
        let (one_left, two_left) = (without_kin(&one, &two, language), without_kin(&two, &one, language));
        if one_left > 0 && two_left > 0 {
            return false;
        }
        kin += usize::from(one_left + two_left == 0);
        other += one_left + two_left;
    }
    other == 0 || (other == 1 && kin > 0)
}

/// The words of a difference, those with a hyphen taken apart.
fn parts(text: &str) -> Vec<String> {
    words(text).into_iter().flat_map(|word| text[word].split(['-', '‑']).map(fold).collect::<Vec<_>>()).collect()
}

/// How many words with content have no form of themselves on the other side.
fn without_kin(words: &[String], others: &[String], language: Option<&'static Language>) -> usize {
    let is_kin = |word: &&String| others.iter().any(|other| is_kin(word, other));
    let is_common = |word: &&String| language.is_some_and(|it| it.common.holds(word));
    words.iter().filter(|word| !is_kin(word) && !is_common(word)).count()
}

#[cfg(test)]
mod tests {
    use super::is_slight;
    use crate::check::{language, phrase};

    fn slight(here: &str, there: &str) -> bool {
        let language = language::of([&*phrase::key(here), "the bread of the day and the night"].into_iter());
        is_slight(&phrase::changes(here, there), (here, there), language)
    }

    #[test]
    fn slips_endings_and_small_words_are_slight() {
        assert!(slight("Feeds teh cats of the house", "Feeds the cats of the house"));
        assert!(slight("Feeds the cats of a house", "Feeds cats of the house"));
        assert!(slight("Feeds old cats, and cleans up after hte dogs", "Feeds cats, and cleans-up after the dogs"));
        assert!(slight("Makes sure that cats are fed", "Making sure that cats are fed"));
    }

    #[test]
    fn another_word_is_another_demand() {
        assert!(!slight("Feeds the cats of the house", "Feeds the dogs of the house"));
        assert!(!slight("Feeds the old cats of the house", "Feeds the cats of the house"));
        assert!(!slight("Feeds 2 cats of the house", "Feeds 3 cats of the house"));
    }
}
