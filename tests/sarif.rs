//! `check --format sarif`: what the schema of SARIF 2.1.0 requires of the objects that are written, and nothing that it
//! does not know. <https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json>

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The properties of an object: those it must have, and those it may have.
struct Shape {
    required: &'static [&'static str],
    allowed: &'static [&'static str],
}

const LOG: Shape = Shape { required: &["version", "runs"], allowed: &["$schema", "version", "runs"] };
const RUN: Shape = Shape { required: &["tool"], allowed: &["tool", "columnKind", "results"] };
const DRIVER: Shape = Shape { required: &["name"], allowed: &["name", "semanticVersion", "rules"] };
const RULE: Shape = Shape {
    required: &["id"],
    allowed: &["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
};
const MESSAGE: Shape = Shape { required: &["text"], allowed: &["text", "markdown"] };
const RESULT: Shape = Shape {
    required: &["message"],
    allowed: &["ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "partialFingerprints"],
};
const LOCATION: Shape = Shape { required: &[], allowed: &["id", "physicalLocation", "message"] };
const PLACE: Shape = Shape { required: &["artifactLocation"], allowed: &["artifactLocation", "region"] };
const REGION: Shape = Shape { required: &[], allowed: &["startLine", "startColumn", "endLine", "endColumn"] };
const ARTIFACT: Shape = Shape { required: &[], allowed: &["uri"] };

const LEVELS: [&str; 4] = ["none", "note", "warning", "error"];

#[track_caller]
fn has(value: &Value, shape: &Shape) {
    let object = value.as_object();
    assert!(object.is_some(), "an object: {value}");
    let keys: BTreeSet<&str> = object.into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    assert!(shape.required.iter().all(|key| keys.contains(key)), "{:?} in {value}", shape.required);
    assert!(keys.iter().all(|key| shape.allowed.contains(key)), "only {:?} in {value}", shape.allowed);
}

#[track_caller]
fn message(value: &Value) {
    has(value, &MESSAGE);
    assert!(value["text"].as_str().is_some_and(|text| !text.is_empty()), "{value}");
}

fn location(value: &Value) {
    has(value, &LOCATION);
    let place = &value["physicalLocation"];
    has(place, &PLACE);
    has(&place["artifactLocation"], &ARTIFACT);
    let uri = place["artifactLocation"]["uri"].as_str().unwrap_or_default();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~/%:".contains(letter);
    assert!(!uri.is_empty() && uri.chars().all(is_plain), "an encoded address: {uri}");
    let region = &place["region"];
    has(region, &REGION);
    let number = |key: &str| region[key].as_u64().unwrap_or(0);
    let (start, end) = ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
    assert!(start.0 > 0 && start.1 > 0 && end.1 > 0 && start <= end, "a region: {region}");
}

fn result(value: &Value, rules: &[Value]) {
    has(value, &RESULT);
    message(&value["message"]);
    assert!(LEVELS.contains(&value["level"].as_str().unwrap_or_default()), "{value}");
    let index = value["ruleIndex"].as_u64().map(|index| index as usize);
    let rule = index.and_then(|index| rules.get(index)).map(|rule| &rule["id"]);
    assert_eq!(rule, Some(&value["ruleId"]), "the index is that of the rule");
    value["locations"].as_array().into_iter().flatten().for_each(location);
    let mut ids = BTreeSet::new();
    for related in value["relatedLocations"].as_array().into_iter().flatten() {
        location(related);
        message(&related["message"]);
        assert!(ids.insert(related["id"].as_u64()), "an id is given once: {value}");
    }
    let prints = value["partialFingerprints"].as_object();
    assert!(prints.into_iter().flatten().all(|(_, print)| print.is_string()), "{value}");
}

/// The log of a folder, held to its shape; gives the results.
fn checked(folder: &Path) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let ran = command.current_dir(folder).args(["check", "--format", "sarif"]).output().expect("the program starts");
    let log: Value = serde_json::from_slice(&ran.stdout).expect("it prints JSON");
    has(&log, &LOG);
    assert_eq!((&log["version"], log["runs"].as_array().map(Vec::len)), (&Value::from("2.1.0"), Some(1)));
    let run = &log["runs"][0];
    has(run, &RUN);
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let driver = &run["tool"]["driver"];
    has(driver, &DRIVER);
    let rules = driver["rules"].as_array().cloned().unwrap_or_default();
    for rule in &rules {
        has(rule, &RULE);
        [&rule["shortDescription"], &rule["fullDescription"], &rule["help"]].into_iter().for_each(message);
        assert!(LEVELS.contains(&rule["defaultConfiguration"]["level"].as_str().unwrap_or_default()), "{rule}");
    }
    let results = run["results"].as_array().cloned().unwrap_or_default();
    results.iter().for_each(|value| result(value, &rules));
    results
}

#[test]
fn the_log_of_every_fixture_has_the_right_shape() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for kind in ["check", "traps"] {
        let folders = std::fs::read_dir(fixtures.join(kind)).expect("there are fixtures").flatten();
        folders.map(|entry| entry.path()).filter(|path| path.is_dir()).for_each(|folder| {
            checked(&folder);
        });
    }
}

#[test]
fn columns_are_utf16_and_paths_are_encoded() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = "# Bäcker\n\nEach level builds on the previous one.\n\n## Level 1\n\n- 🎂 Wiegt [Mehl](mehl.md).\n- Formt \
                Brötchen.\n\n## Level 2\n\n- Plant die Nacht.\n";
    std::fs::write(folder.path().join("bäcker 100%.md"), text).expect("a file is written");
    let results = checked(folder.path());
    let broken = results.iter().find(|result| result["ruleId"] == "broken-link").expect("a link is broken");
    let place = &broken["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "b%C3%A4cker%20100%25.md");
    let line = "- 🎂 Wiegt [Mehl](mehl.md).";
    let start = line.find('[').map(|at| line[..at].encode_utf16().count() + 1);
    assert_eq!(place["region"]["startColumn"].as_u64().map(|column| column as usize), start);
}
