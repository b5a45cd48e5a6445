//! Level names: what a reader sees in the words of a heading, cell, bullet lead or file name.
//!
//! In go plain words, out come code, title, rank and how sure it is that this names a level. [`read()`] looks at one name
//! alone; [`run()`] looks at names that stand beside one another, where the evidence is strongest: it lifts what fits its
//! siblings, settles which of several codes is the code, which way the ladder runs and whether it holds several tracks.
//!
//! ```text
//! name  = codes [sep] title | title [sep] codes | title "(" codes ")" | codes | title
//! codes = code { ("/" | "-" | "&" | ",") code }            TL5   L3.2   IC 3a   T5/L5   3/4
//!       | step number | number step                        Level 5   Niveau III   5級
//! title = words around a role, seniority, proficiency or leading role, then perhaps a number   Senior Engineer II
//! ```
//!
//! The words come from `model::language`. It refuses to know documents, shapes and tracks' titles.

mod clean;
mod code;
mod community;
mod cut;
mod elsewhere;
mod evidence;
mod file_name;
mod grouped;
mod number;
mod read;
mod run;
mod settle;
mod state;
mod title;
mod token;
mod unknown_role;
mod weigh;

pub use code::Code;
pub use elsewhere::{is_elsewhere, is_step_word, is_title_word};
pub use file_name::from_file_name;
pub use read::{read, read_numbered};
pub use run::{Direction, Reader, RunLevel, RunReading, run};
pub use state::state_of;

use super::Rank;

/// What a reader sees in a level name.
#[derive(Clone, PartialEq, Debug)]
pub struct LevelName {
    /// Every code as written, in order; [`run()`] settles which of them is the code of the level.
    pub codes: Vec<Code>,
    /// Other names for the level: `Level 3` in `Level 3: Senior Engineer`.
    pub aliases: Vec<String>,
    /// The name without its codes; the whole name where nothing else is left.
    pub title: String,
    /// The number that is written: in the code, beside a word for step, or at the end of the title.
    pub rank: Option<Rank>,
    /// How far up its words stand, from 0 (intern) to 10 (the top); for telling the direction of a ladder.
    pub standing: Option<f32>,
    pub kind: NameKind,
    /// From 0 to 1: how sure it is, seen alone, that this names a level.
    pub strength: f32,
    /// The tag between code and title that tells tracks apart: `EM` in `L4 EM - Software Engineer`.
    pub tag: Option<String>,
    /// The level that a role is worn on: `Data Analyst (DA)` in `Data Analyst (DA) with Mentor Role`.
    pub overlay_on: Option<String>,
    /// The whole name without decoration.
    whole: String,
    /// The title without its number and words of standing, folded; equal for the steps of one role.
    pub stem: String,
}

/// By what a name is recognised.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameKind {
    /// `Level 5`, `Niveau 3`.
    Step,
    /// `TL5 - Tech Lead 5`, `Engineer I (IC 2)`.
    CodeAndTitle,
    /// `IC3`.
    Code,
    /// `Engineer II`, `Tech Lead 4`.
    NumberedTitle,
    /// `Senior Engineer`, `Développeur confirmé`.
    SeniorityTitle,
    /// `Junior`.
    Seniority,
    /// `Engineering Manager`, `VP`.
    Management,
    /// `Beginner`, `Kompetent`.
    Proficiency,
    /// `Reviewer`, `Code Owner`: a standing in a community or project.
    Community,
    /// `Engineer`: a role without a word of standing.
    Role,
    /// A bare number: `3`, `IV`, `3/4`.
    Number,
    /// `All levels`: what holds for everybody.
    Everybody,
    /// Known only by its siblings.
    Sibling,
}
