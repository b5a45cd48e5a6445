//! Restatement: every level of a track has the same number (three or more) of statements, each with a label and none
//! without. Then the place of a statement says which one of the level below it restates (design rule 3.3, basis
//! `position`), provided that neighbouring levels repeat some in place or the author says that levels replace.

use super::{CriterionRef, Ladder, Level, LevelRef, Mode, State, TrackRef};
use crate::text::Span;

/// Statements that a level must have before their places mean anything.
const FEWEST: usize = 3;

/// A track whose levels have the same number of labelled statements.
pub(super) struct Restatement {
    pub levels: usize,
    pub statements: usize,
    /// Every level repeats at least one statement of the level below at the same place.
    pub all_neighbours_repeat: bool,
    pub first_repeat: Option<Span>,
}

/// How a track restates itself; `None` where its levels are not built alike.
pub(super) fn restatement(ladder: &Ladder, track: TrackRef) -> Option<Restatement> {
    let levels: Vec<&Level> = ladder.track(track).levels.iter().filter(|level| is_step(level)).collect();
    let statements = levels.first()?.criteria.len();
    let alike =
        |level: &&Level| level.criteria.len() == statements && level.criteria.iter().all(|it| it.label.is_some());
    if levels.len() < 2 || statements < FEWEST || !levels.iter().all(alike) {
        return None;
    }
    let repeats: Vec<Option<Span>> = levels.windows(2).map(|pair| repeat_in_place(pair[0], pair[1])).collect();
    Some(Restatement {
        levels: levels.len(),
        statements,
        all_neighbours_repeat: repeats.iter().all(Option::is_some),
        first_repeat: repeats.into_iter().flatten().next(),
    })
}

/// Whether places of statements tell which one they restate.
pub(super) fn is_restated(ladder: &Ladder, track: TrackRef) -> bool {
    let replaces = ladder.track(track).mode == Mode::Replacing;
    restatement(ladder, track).is_some_and(|restatement| restatement.all_neighbours_repeat || replaces)
}

/// The statement at the same place of another level of the same, restated track.
pub(super) fn same_place(of: CriterionRef, level: LevelRef) -> CriterionRef {
    CriterionRef { level, criterion: of.criterion }
}

fn is_step(level: &Level) -> bool {
    level.state == State::Defined && !level.is_base_layer
}

fn repeat_in_place(lower: &Level, upper: &Level) -> Option<Span> {
    let mut pairs = lower.criteria.iter().zip(&upper.criteria);
    pairs.find(|(lower, upper)| words(&lower.text.line()).eq(words(&upper.text.line()))).map(|(_, upper)| upper.span)
}

/// Letters and digits, case folded: what makes two wordings equal.
fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase)
}
