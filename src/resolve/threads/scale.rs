//! Words that say how wide, how much, how often, how alone: each stands on a scale, from low to high.
//!
//! The scales are the ones that skills frameworks are built on (autonomy, influence, complexity, knowledge: SFIA 8,
//! *levels of responsibility*; the Dreyfus brothers' five stages of skill, 1980; Bloom's taxonomy for verbs of
//! knowing), filled with general English. The word lists come from dictionaries of degree, not from any ladder.

/// What a word measures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Scale {
    /// How far the effect reaches among people.
    Reach,
    /// How big the thing worked on is.
    Size,
    /// How many.
    Count,
    /// How often.
    Frequency,
    /// How hard.
    Difficulty,
    /// How well.
    Mastery,
    /// What part one plays.
    Part,
    /// How alone.
    Autonomy,
    /// How far ahead.
    Horizon,
    /// How senior the others are.
    Seniority,
    /// How binding.
    Obligation,
}

impl Scale {
    pub const ALL: [Scale; 11] = [
        Scale::Reach,
        Scale::Size,
        Scale::Count,
        Scale::Frequency,
        Scale::Difficulty,
        Scale::Mastery,
        Scale::Part,
        Scale::Autonomy,
        Scale::Horizon,
        Scale::Seniority,
        Scale::Obligation,
    ];

    /// A bit of its own, for sets of scales.
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// The scales of a set, in their order.
    pub fn of(mut set: u16) -> impl Iterator<Item = Scale> {
        std::iter::from_fn(move || {
            let scale = Scale::ALL.get(set.trailing_zeros() as usize)?;
            set &= !scale.bit();
            Some(*scale)
        })
    }

    /// The rank of a sentence that does not say.
    pub const fn unsaid(self) -> u8 {
        match self {
            Scale::Reach | Scale::Count | Scale::Horizon => 2,
            Scale::Size | Scale::Autonomy | Scale::Frequency | Scale::Mastery | Scale::Part => 4,
            Scale::Difficulty | Scale::Seniority | Scale::Obligation => 3,
        }
    }
}
