//! The program run on a folder, and its export read by name.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

pub const ADDS: &str = "adds";
pub const RAISES: &str = "raises";
pub const REPEATS: &str = "repeats";

/// What the program prints on a folder, and its exit code.
pub fn run(arguments: &[&str], folder: &Path) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let ran = command.args(arguments).arg(folder).output().expect("the program starts");
    (String::from_utf8_lossy(&ran.stdout).into_owned(), ran.status.code().unwrap_or(-1))
}

/// The export of a folder.
pub fn export(folder: &Path) -> Value {
    let (printed, code) = run(&["export"], folder);
    let export = serde_json::from_str(&printed);
    assert!(export.is_ok(), "export of `{}` gives {code} and no JSON: {printed:.200}", folder.display());
    export.unwrap_or_default()
}

/// The track whose id holds a name.
pub fn track<'a>(export: &'a Value, name: &str) -> &'a Value {
    let mut tracks = export["tracks"].as_array().into_iter().flatten();
    tracks.find(|track| text(&track["id"]).contains(name)).expect("the export has the track")
}

/// The track of an export that has one.
pub fn only_track(export: &Value) -> &Value {
    assert_eq!(export["tracks"].as_array().map(Vec::len), Some(1), "one track");
    &export["tracks"][0]
}

/// The levels of a track, lowest first.
pub fn levels(track: &Value) -> impl Iterator<Item = &Value> {
    track["levels"].as_array().into_iter().flatten()
}

/// The level of a rank.
pub fn level(track: &Value, rank: u32) -> &Value {
    levels(track).find(|level| level["rank"].as_f64() == Some(f64::from(rank))).expect("the track has the level")
}

/// The criterion with an id.
pub fn criterion<'a>(export: &'a Value, id: &str) -> &'a Value {
    let all = export["tracks"].as_array().into_iter().flatten().flat_map(levels);
    let mut all = all.flat_map(|level| level["criteria"].as_array().into_iter().flatten());
    all.find(|criterion| criterion["id"] == id).expect("a reference leads to a criterion")
}

/// The ids of the criteria in force.
pub fn in_force(level: &Value) -> Vec<&str> {
    level["in_force"].as_array().into_iter().flatten().map(|held| text(&held["criterion"])).collect()
}

/// The criteria of a level that stand in a relation of one kind, with what they relate to.
pub fn relations<'a>(level: &'a Value, kind: &str) -> Vec<(&'a str, &'a str)> {
    let criteria = level["criteria"].as_array().into_iter().flatten();
    let related = criteria.filter(|criterion| criterion["relation"]["kind"] == kind);
    related.map(|criterion| (text(&criterion["id"]), text(&criterion["relation"]["of"]))).collect()
}

/// A string, empty where there is none.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

/// Several fields that are strings.
pub fn strings<'a>(value: &'a Value, names: &[&str]) -> Vec<&'a str> {
    names.iter().map(|name| text(&value[*name])).collect()
}
