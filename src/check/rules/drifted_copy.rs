//! The same criterion on two levels or tracks with a small difference: a typo in one of them, or a copy that drifted.

use super::{Rule, Seeker, Seen};
use crate::check::{part, phrase};
use crate::resolve::{Criterion, CriterionRef, RelationBasis, RelationKind};
use crate::text::{Diagnostic, Severity};

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
    let (here, there) = (criterion.text.plain(), other.text.plain());
    let change = phrase::change(&here, &there)?;
    let name = seen.name(original.level, of.level);
    let message = format!("nearly the same is asked at {name}: {}", phrase::told(&change, &here, &there));
    let place = part(&criterion.text, change.one).unwrap_or(criterion.span);
    let help = "give both the same words, or say clearly how they differ";
    Some(RULE.finding(place, message).also(other.span, "the other one").help(help))
}
