//! Every rule, one file each: what it finds, why that matters, an example, how to mend it, and the search.

/// The example of a rule: the fixture that the tests run.
macro_rules! example {
    ($rule:literal) => {
        crate::check::Example {
            file: "ladder.md",
            wrong: include_str!(concat!("../../../tests/fixtures/check/", $rule, "/bad.md")),
            right: include_str!(concat!("../../../tests/fixtures/check/", $rule, "/good.md")),
            says: include_str!(concat!("../../../tests/fixtures/check/", $rule, "/expected")),
        }
    };
    ($rule:literal, $file:literal) => {
        crate::check::Example {
            file: $file,
            wrong: include_str!(concat!("../../../tests/fixtures/check/", $rule, "/bad/", $file)),
            right: include_str!(concat!("../../../tests/fixtures/check/", $rule, "/good/", $file)),
            says: include_str!(concat!("../../../tests/fixtures/check/", $rule, "/expected")),
        }
    };
}

mod ambiguous_base;
mod broken_link;
mod broken_toml;
mod broken_yaml;
mod builds_on_cycle;
mod compound_criterion;
mod dimension_spelling;
mod doubtful_reading;
mod drifted_copy;
mod duplicate_code;
mod duplicate_id;
mod duplicate_key;
mod duplicate_title;
mod empty_level;
mod falling_grade;
mod grade_wordings;
mod identical_level;
mod invisible_character;
mod machine;
mod mere_ability;
mod missing_level;
mod missing_word;
mod mojibake;
mod nested_too_deep;
mod no_document;
mod no_words;
mod not_utf8;
mod passed_over;
mod path_collision;
mod repeated_criterion;
mod repeated_in_level;
mod template;
mod too_large;
mod undefined_abbreviation;
mod uneven_jump;
mod unknown_criterion;
mod unknown_file;
mod unknown_key;
mod unknown_level;
mod unknown_rule;
mod unknown_value;
mod unordered_levels;
mod unresolved_base;
mod unresolved_equivalent;
mod unstated_accumulation;
mod unused_allow;
mod unused_raise;
mod vague_word;
mod vanishing_dimension;
mod wrong_place;
mod wrong_type;

use super::{Rule, Seeker, Seen};

/// Every rule, in the order of the names.
pub static ALL: [&Rule; 51] = [
    &ambiguous_base::RULE,
    &broken_link::RULE,
    &broken_toml::RULE,
    &broken_yaml::RULE,
    &builds_on_cycle::RULE,
    &compound_criterion::RULE,
    &dimension_spelling::RULE,
    &doubtful_reading::RULE,
    &drifted_copy::RULE,
    &duplicate_code::RULE,
    &duplicate_id::RULE,
    &duplicate_key::RULE,
    &duplicate_title::RULE,
    &empty_level::RULE,
    &falling_grade::RULE,
    &grade_wordings::RULE,
    &identical_level::RULE,
    &invisible_character::RULE,
    &machine::RULE,
    &mere_ability::RULE,
    &missing_level::RULE,
    &missing_word::RULE,
    &mojibake::RULE,
    &nested_too_deep::RULE,
    &no_document::RULE,
    &no_words::RULE,
    &not_utf8::RULE,
    &passed_over::RULE,
    &path_collision::RULE,
    &repeated_criterion::RULE,
    &repeated_in_level::RULE,
    &template::RULE,
    &too_large::RULE,
    &undefined_abbreviation::RULE,
    &uneven_jump::RULE,
    &unknown_criterion::RULE,
    &unknown_file::RULE,
    &unknown_key::RULE,
    &unknown_level::RULE,
    &unknown_rule::RULE,
    &unknown_value::RULE,
    &unordered_levels::RULE,
    &unresolved_base::RULE,
    &unresolved_equivalent::RULE,
    &unstated_accumulation::RULE,
    &unused_allow::RULE,
    &unused_raise::RULE,
    &vague_word::RULE,
    &vanishing_dimension::RULE,
    &wrong_place::RULE,
    &wrong_type::RULE,
];
