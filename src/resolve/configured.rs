//! Configured raises: criterion id → id of the criterion that it raises (design rule 3.3, basis `configured`). The id of
//! the track may be left out within it.

use std::collections::BTreeMap;

use super::claim::Claims;
use super::statement::own;
use super::{CriterionRef, Ladder, TrackRef};
use crate::model::Stated;
use crate::text::{Diagnostic, nearest};

/// The pairs whose ids both exist; others are errors.
pub(super) fn configured_raises(
    ladder: &Ladder,
    claims: &Claims,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<CriterionRef, CriterionRef> {
    if claims.tracks.iter().all(|track| track.raises.is_empty()) {
        return BTreeMap::new();
    }
    let ids = ids(ladder);
    let mut raises = BTreeMap::new();
    for (track, _) in ladder.tracks() {
        for (upper, lower) in &claims.of_track(track).raises {
            let mut find = |id| find(id, ladder, (&ids, track)).map_err(|unknown| diagnostics.extend(unknown)).ok();
            if let (Some(upper), Some(lower)) = (find(upper), find(lower)) {
                raises.insert(upper, lower);
            }
        }
    }
    raises
}

type Ids<'a> = BTreeMap<&'a str, CriterionRef>;

fn ids(ladder: &Ladder) -> Ids<'_> {
    let levels = ladder.tracks().flat_map(|(track, _)| ladder.levels(track).map(|(level, _)| level));
    let criteria = levels.flat_map(|level| own(ladder, level));
    criteria.map(|of| (ladder.criterion(of).id.as_str(), of)).collect()
}

fn find(
    id: &Stated<String, ()>,
    ladder: &Ladder,
    known: (&Ids<'_>, TrackRef),
) -> Result<CriterionRef, Option<Diagnostic>> {
    let (ids, track) = known;
    let prefix = format!("{}/", ladder.track(track).id);
    let full = format!("{prefix}{}", id.value);
    let found = ids.get(id.value.as_str()).or_else(|| ids.get(full.as_str()));
    found.copied().ok_or_else(|| {
        let place = id.evidence.as_ref()?.span;
        let own = ids.keys().copied().filter(|known| known.starts_with(&prefix));
        let help = match nearest(&id.value, own) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "`ladder-site export` prints the id of every criterion".to_owned(),
        };
        let message = format!("no criterion has the id `{}`", id.value);
        Some(Diagnostic::error("unknown-criterion", place, message).help(help))
    })
}

/// Reports the pairs that could not be used, because the one that is to be raised is not in force below the other.
pub(super) fn report_unused(
    ladder: &Ladder,
    raises: &BTreeMap<CriterionRef, CriterionRef>,
    is_used: impl Fn(CriterionRef) -> bool,
) -> Vec<Diagnostic> {
    let unused = raises.iter().filter(|(upper, _)| !is_used(**upper));
    let report = |(upper, lower): (&CriterionRef, &CriterionRef)| {
        let (upper, lower) = (ladder.criterion(*upper), ladder.criterion(*lower));
        let message = format!("`{}` cannot raise `{}`, which is not in force below it", upper.id, lower.id);
        Diagnostic::warning("unused-raise", upper.span, message)
            .also(lower.span, "this is what it is to raise")
            .help("take the pair out of `raises`, or let the level build on the one that holds it")
    };
    unused.map(report).collect()
}
