//! Chinese. Written without gaps between words, so that no rule of style reads it.

use super::{Language, Table};

pub static CHINESE: Language = Language {
    common: Table::of(""),
    joints: Table::of(""),
    adverbs: Table::of(""),
    abilities: Table::of(""),
    vague: Table::of(""),
    stressed: Table::of(""),
    abbreviations: Table::of(""),
};
