//! What a level builds on (design rule 3.1): what is configured, else what the text states, else the previous defined
//! level of the same track. A level that is not applicable builds on nothing and is skipped in every chain.

use super::claim::{Bases, PerLevel};
use super::{Base, BaseBasis, BaseKind, Evidence, Ladder, LevelRef, State};

/// The bases of every level.
pub(super) fn bases(ladder: &Ladder) -> Bases {
    PerLevel::new(ladder, |level| {
        let value = ladder.level(level);
        if value.state == State::NotApplicable || value.is_base_layer {
            return Vec::new();
        }
        let mut bases: Vec<Base> =
            previous(ladder, level).map(|previous| default_base(ladder, previous)).into_iter().collect();
        bases.extend(base_layers(ladder, level));
        bases
    })
}

/// The nearest defined level below on the same track.
pub(super) fn previous(ladder: &Ladder, level: LevelRef) -> Option<LevelRef> {
    let below = (0..level.level).rev().map(|index| LevelRef { track: level.track, level: index });
    below.into_iter().find(|below| is_step(ladder, *below))
}

/// Whether a level is in use and a step of its track.
pub(super) fn is_step(ladder: &Ladder, level: LevelRef) -> bool {
    let level = ladder.level(level);
    level.state == State::Defined && !level.is_base_layer
}

fn default_base(ladder: &Ladder, level: LevelRef) -> Base {
    Base {
        name: ladder.level(level).title.clone(),
        level: Some(level),
        kind: BaseKind::Previous,
        basis: BaseBasis::Default,
        evidence: None,
        dimension: None,
    }
}

/// The criteria that hold at all levels of the track.
fn base_layers(ladder: &Ladder, level: LevelRef) -> impl Iterator<Item = Base> {
    ladder.levels(level.track).filter(|(_, layer)| layer.is_base_layer).map(|(layer, value)| Base {
        name: value.title.clone(),
        level: Some(layer),
        kind: BaseKind::Base,
        basis: BaseBasis::Stated,
        evidence: Some(Evidence { text: value.heading.clone(), span: value.span }),
        dimension: None,
    })
}
