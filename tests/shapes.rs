//! Every shape in which people lay out ladders, in the smallest document that shows it:
//! `tests/fixtures/shapes/<name>/source/…`, and in `expected.json` beside it how a careful reader reads it.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

mod support;

use support::export::export;
use support::reading::differences;

#[test]
fn every_shape_is_read_as_by_hand() {
    let mut faults = Vec::new();
    for folder in support::site::children(&support::root().join("tests/fixtures/shapes")) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = differences(&export(&folder.join("source")), &folder.join("expected.json"));
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
