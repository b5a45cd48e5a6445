//! A reading made by hand, and how far an export differs from it.
//!
//! A reading is a list of `{"track", "level", "state"?, "facts"?, "criteria": [{"dimension", "text", "label"?, "lead"?}]}`
//! in the order of the levels. Words are compared by their letters and digits; what a reading leaves out is not compared.

use serde_json::Value;
use std::path::Path;

use super::export::{levels, text};

/// The differences, in words.
pub fn differences(export: &Value, reading: &Path) -> Vec<String> {
    let json = std::fs::read_to_string(reading).expect("the reading is there");
    let wanted: Value = serde_json::from_str(&json).expect("a reading is JSON");
    let wanted: Vec<&Value> = wanted.as_array().into_iter().flatten().collect();
    let tracks = export["tracks"].as_array().into_iter().flatten().enumerate();
    let found: Vec<(usize, &Value)> =
        tracks.flat_map(|(at, track)| levels(track).map(move |level| (at, level))).collect();
    let headings = |all: &mut dyn Iterator<Item = &Value>| all.map(|name| text(name).to_owned()).collect::<Vec<_>>();
    let mut faults = Vec::new();
    if found.len() != wanted.len() {
        let wanted = headings(&mut wanted.iter().map(|level| &level["level"]));
        let found = headings(&mut found.iter().map(|(_, level)| &level["heading"]));
        return vec![format!("levels {found:?}, expected {wanted:?}")];
    }
    for (have, want) in found.iter().zip(&wanted) {
        level_differences((export, have.1), want, &mut faults);
    }
    for (have, want) in found.windows(2).zip(wanted.windows(2)) {
        if (have[0].0 == have[1].0) != (want[0]["track"] == want[1]["track"]) {
            faults.push(format!(
                "`{}` and `{}`: tracks are cut elsewhere",
                text(&want[0]["level"]),
                text(&want[1]["level"])
            ));
        }
    }
    faults
}

fn level_differences((export, have): (&Value, &Value), want: &Value, faults: &mut Vec<String>) {
    let name = text(&want["level"]);
    let names = [text(&have["heading"]), text(&have["title"]), text(&have["code"])].map(letters);
    if !names.contains(&letters(name)) {
        faults.push(format!("level `{}`, expected `{name}`", text(&have["heading"])));
    }
    if !want["state"].is_null() && want["state"] != have["state"] {
        faults.push(format!("`{name}`: state {}, expected {}", have["state"], want["state"]));
    }
    let criteria: Vec<&Value> = have["criteria"].as_array().into_iter().flatten().collect();
    let expected: Vec<&Value> = want["criteria"].as_array().into_iter().flatten().collect();
    if criteria.len() != expected.len() {
        let texts: Vec<_> = criteria.iter().map(|criterion| text(&criterion["text"])).collect();
        faults.push(format!("`{name}`: {} criteria, expected {}: {texts:?}", criteria.len(), expected.len()));
    }
    for (have, want) in criteria.iter().zip(expected) {
        for field in ["text", "label", "lead"].into_iter().filter(|field| !want[*field].is_null()) {
            if letters(text(&have[field])) != letters(text(&want[field])) {
                faults.push(format!("`{name}`: {field} {}, expected {}", have[field], want[field]));
            }
        }
        let (have_dimension, want_dimension) = (dimension(export, have), text(&want["dimension"]));
        if letters(&have_dimension) != letters(want_dimension) {
            let words = text(&want["text"]);
            faults.push(format!("`{name}`: `{words:.40}` is under `{have_dimension}`, expected `{want_dimension}`"));
        }
    }
}

/// The title of a criterion's dimension.
fn dimension(export: &Value, criterion: &Value) -> String {
    let mut dimensions = export["dimensions"].as_array().into_iter().flatten();
    let found = dimensions.find(|found| found["id"] == criterion["dimension"]);
    found.map(|found| text(&found["title"]).to_owned()).unwrap_or_default()
}

/// Letters and digits only, in lower case.
fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
