//! Chinese. Written without gaps between words, so that no rule of style reads it.

use super::Language;

pub static CHINESE: Language =
    Language { common: "", joints: "", adverbs: "", abilities: "", vague: "", stressed: "", abbreviations: "" };
