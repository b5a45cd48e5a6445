//! Standings in a community or project: `Contributor`, `Reviewer`, `Maintainer`. Each is an ordinary word (a page has an
//! owner, a list has members); three different ones beside one another are the rungs of a ladder.

use std::collections::HashSet;

use super::NameKind;
use super::run::Read;
use super::weigh::{role_of, set};

/// How many different standings make a ladder.
const LADDER: usize = 3;
/// How sure a rung is then, and a plain role between the rungs (`Administrator`).
const RUNG: f32 = 0.62;
const BETWEEN: f32 = 0.5;

/// Lifts the standings of a run, where there are enough of them.
pub(super) fn weigh_community(read: &mut [Read]) {
    let names = || read.iter().flatten().filter(|name| name.kind == NameKind::Community);
    let different: HashSet<&str> = names().map(|name| role_of(name)).collect();
    if different.len() < LADDER {
        return;
    }
    for name in read.iter_mut().flatten() {
        let strength = match name.kind {
            NameKind::Community => RUNG,
            NameKind::Role => name.strength.max(BETWEEN),
            _ => name.strength,
        };
        set(name, strength);
    }
}

#[cfg(test)]
mod tests {
    use crate::model::names::run;

    #[test]
    fn several_standings_are_a_ladder() {
        let cases: [(&[&str], usize); 6] = [
            (&["Contributor", "Reviewer", "Maintainer"], 3),
            (&["New contributors", "Garden Member", "Plot Reviewer", "Owner of Beds", "Stepping down"], 3),
            (&["Contributors", "Committer", "Maintainer", "Administrator"], 4),
            (&["Owner", "Reviewer"], 0),
            (&["Open questions", "Members", "Data"], 0),
            (&["Contributor", "Senior Contributor"], 2),
        ];
        for (names, expected) in cases {
            let found = run(names).levels.iter().flatten().count();
            assert_eq!(found, expected, "{names:?}");
        }
    }
}
