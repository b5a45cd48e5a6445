//! What every criterion of a level does to what is in force below it (design rule 3.3): it *adds* where nothing below
//! corresponds, *repeats* what says the same, *raises* what it supersedes. It takes up one criterion at most.
//!
//! The author's word counts first, then the next grade of a scale, then the same place in restated statements, and only
//! then the wording.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::position::{is_restated, same_place};
use super::scale::{GradesBelow, grades_below};
use super::statement::{Statements, own};
use super::threads::{Link, Tie};
use super::{CriterionRef, Ladder, LevelRef, Reason, Relation, RelationBasis, RelationKind, TrackRef};

/// What relations are found with.
pub(super) struct Relating<'a> {
    ladder: &'a Ladder,
    statements: &'a Statements,
    configured: &'a BTreeMap<CriterionRef, CriterionRef>,
    /// Ascending.
    restated: Vec<TrackRef>,
}

/// What stands below a level.
pub(super) struct Below<'a> {
    pub criteria: &'a [CriterionRef],
    /// The level of the same track that it builds on.
    pub previous: Option<LevelRef>,
}

impl<'a> Relating<'a> {
    /// For `tracks`, which ascend; `configured`: criterion → the one that it raises, as the author says.
    pub fn new(
        ladder: &'a Ladder,
        statements: &'a Statements,
        configured: &'a BTreeMap<CriterionRef, CriterionRef>,
        tracks: &[TrackRef],
    ) -> Self {
        let restated = tracks.iter().copied().filter(|track| is_restated(ladder, *track)).collect();
        Self { ladder, statements, configured, restated }
    }

    /// The relation of each criterion of a level to what is in force below it.
    pub fn relations(&self, level: LevelRef, below: &Below<'_>) -> Vec<Relation> {
        let own: Vec<CriterionRef> = own(self.ladder, level).collect();
        let grades = grades_below(self.ladder, below.criteria);
        let surer: Vec<Option<Relation>> = own.iter().map(|of| self.surer(*of, below, &grades)).collect();
        let open: Vec<CriterionRef> =
            own.iter().zip(&surer).filter(|(_, relation)| relation.is_none()).map(|(of, _)| *of).collect();
        let mut worded = self.statements.relate(&open, below.criteria).into_iter();
        let worded = |relation: Option<Relation>| {
            relation
                .unwrap_or_else(|| worded.next().flatten().map_or_else(Relation::adds, |(of, link)| by_words(of, link)))
        };
        surer.into_iter().map(worded).collect()
    }

    /// What is known without comparing words.
    fn surer(&self, own: CriterionRef, below: &Below<'_>, grades: &GradesBelow) -> Option<Relation> {
        if let Some(of) = self.configured.get(&own).filter(|of| below.criteria.contains(of)) {
            return Some(Relation::raises(*of, RelationBasis::Configured, Reason::Declared));
        }
        if let Some((of, grades)) = grades.raised_by(self.ladder, self.ladder.criterion(own)) {
            return Some(Relation::raises(of, RelationBasis::Scale, grades));
        }
        below
            .previous
            .filter(|_| self.restated.binary_search(&own.level.track).is_ok())
            .map(|previous| self.in_place(own, previous))
    }

    /// The statement at the same place: repeated where it says the same, else raised.
    fn in_place(&self, own: CriterionRef, previous: LevelRef) -> Relation {
        let of = same_place(own, previous);
        let link = self.statements.relate(&[own], &[of]).into_iter().flatten().next();
        match link {
            Some((of, link)) if link.tie != Tie::Raise => by_words(of, link),
            _ => {
                let place = Reason::Place { statement: own.criterion + 1, of: self.count(own.level) };
                Relation::raises(of, RelationBasis::Position, place)
            }
        }
    }

    fn count(&self, level: LevelRef) -> usize {
        self.ladder.level(level).criteria.len()
    }
}

impl Relation {
    /// Nothing below corresponds.
    pub(super) fn adds() -> Self {
        Self { kind: RelationKind::Adds, of: None, basis: None, reason: None }
    }

    fn raises(of: CriterionRef, basis: RelationBasis, reason: Reason) -> Self {
        Self { kind: RelationKind::Raises, of: Some(of), basis: Some(basis), reason: Some(reason) }
    }
}

fn by_words(of: CriterionRef, link: Link) -> Relation {
    let (kind, basis) = match link.tie {
        Tie::Exact => (RelationKind::Repeats, RelationBasis::Exact),
        Tie::Near => (RelationKind::Repeats, RelationBasis::Near),
        Tie::Raise => (RelationKind::Raises, RelationBasis::Inferred),
    };
    Relation { kind, of: Some(of), basis: Some(basis), reason: Some(Reason::Words(Arc::new(link.seen))) }
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::{relations, resolved, rules};

    fn check(text: &str, id: &str, expected: &[&str]) {
        let (ladder, _) = resolved(text);
        assert_eq!(relations(&ladder, id), expected, "{id} of {text}");
    }

    #[test]
    fn the_next_grade_of_a_dimension_raises_the_one_below() {
        let text = "# Build | scale=Tools:Learns,Uses,Shapes
            ## One\n - [Tools] Learns: the tools of the trade\n - [Other] Learns: to cook
            ## Two\n - [Other] Shapes: clay
            ## Three\n - [Tools] Shapes: the tools of everyone";
        check(text, "build/three", &["raises Scale Learns: the tools of the trade"]);
        check(text, "build/two", &["Adds"]);
    }

    const RESTATED: &str = "# Build
        ## One\n - Knows: the language\n - Owns: one service\n - Helps: the team
        ## Two\n - Teaches: what others need\n - Runs: every machine there is\n - Helps: the team";

    #[test]
    fn the_place_tells_in_restated_statements() {
        let expected = [
            "raises Position Knows: the language",
            "raises Position Owns: one service",
            "repeats Exact Helps: the team",
        ];
        check(RESTATED, "build/two", &expected);
    }

    #[test]
    fn the_place_tells_nothing_where_the_levels_are_not_built_alike() {
        let longer = format!("{RESTATED}\n - Cooks: for all");
        check(&longer, "build/two", &["Adds", "Adds", "repeats Exact Helps: the team", "Adds"]);
    }

    #[test]
    fn the_author_is_believed() {
        let text = "# Build
            ## One\n - writes tests\n - keeps order
            ## Two\n - designs machines\n ! two/designs-machines -> build/one/keeps-order";
        check(text, "build/two", &["raises Configured keeps order"]);
        let (_, diagnostics) = resolved(&text.replace("keeps-order", "keeps-odor"));
        assert_eq!(rules(&diagnostics), ["unknown-criterion"]);
        let (_, diagnostics) = resolved(&text.replace("-> build/one/keeps-order", "-> two/designs-machines"));
        assert_eq!(rules(&diagnostics), ["unused-raise"]);
    }
}
