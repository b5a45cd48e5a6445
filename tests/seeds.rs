//! Five ladders and what a careful reader takes from them: the demo's own, and the real ones they stand for where those
//! lie beside the repository. Everything is read from the export, so these are promises to whoever uses it.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

mod support;

use serde_json::Value;
use std::path::{Path, PathBuf};
use support::export::{
    ADDS, RAISES, REPEATS, criterion, export, in_force, level, levels, only_track, relations, strings, text, track,
};
use support::reading::differences;

/// The folder of the demo, and of the real ladder: each requirement holds on both.
fn each(demo: &str, seed: &str, check: impl Fn(&Path)) {
    check(&support::root().join("content").join(demo));
    if let Some(seeds) = support::shared("seeds") {
        check(&seeds.join(seed).join("source"));
    }
}

/// Both files of the company whose tech leads branch from delivery, in one folder.
fn each_pair(check: impl Fn(&Path)) {
    check(&support::root().join("content/tidewater"));
    if let Some(seeds) = support::shared("seeds") {
        let folder = tempfile::tempdir().expect("there is room for two files");
        for name in ["1-speedoc-tech-lead", "3-speedoc-delivery"] {
            let file = document(&seeds.join(name).join("source"));
            let to = folder.path().join(file.file_name().expect("a document has a name"));
            std::fs::copy(&file, to).expect("there is room for two files");
        }
        check(folder.path());
    }
}

/// One document alone in a folder, as it is or with lines before it.
fn alone(file: &Path, before: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let text = std::fs::read_to_string(file).expect("the document is there");
    std::fs::write(folder.path().join("ladder.md"), format!("{before}{text}")).expect("there is room for a file");
    folder
}

fn document(folder: &Path) -> PathBuf {
    let name = support::files(folder, &["md", "txt"]).into_iter().next().expect("the folder holds a document");
    folder.join(name)
}

#[test]
fn every_level_criterion_and_dimension_is_read_as_by_hand() {
    let Some(seeds) = support::shared("seeds") else { return };
    for seed in support::site::children(&seeds) {
        let faults = differences(&export(&seed.join("source")), &seed.join("truth.json"));
        assert!(faults.is_empty(), "{}: {}", seed.display(), faults.join("\n"));
    }
}

#[test]
fn a_track_that_begins_late_says_so() {
    each_pair(|folder| {
        let export = export(folder);
        let track = track(&export, "tech-lead");
        let states: Vec<_> = levels(track).map(|level| text(&level["state"])).collect();
        assert_eq!(states, ["not-applicable"; 4].into_iter().chain(["defined"; 3]).collect::<Vec<_>>());
        for level in levels(track).take(4) {
            for list in ["criteria", "builds_on", "in_force", "drops"] {
                assert_eq!(level[list].as_array().map(Vec::len), Some(0), "{list} of {}", level["id"]);
            }
        }
        assert!(!track.to_string().contains("all tracks") && !track.to_string().contains("back to tracks"));
    });
}

#[test]
fn a_branch_builds_on_the_level_below_in_the_other_track() {
    each_pair(|folder| {
        let export = export(folder);
        let base = &level(track(&export, "tech-lead"), 5)["builds_on"][0];
        let below = level(track(&export, "delivery"), 4);
        assert_eq!(strings(base, &["kind", "basis"]), ["branch", "stated"]);
        assert_eq!((&base["level"], &base["resolved"]), (&below["id"], &Value::Bool(true)));
        assert_eq!(base["track"], track(&export, "delivery")["id"]);
        assert!(base["evidence"]["source"]["line"].is_u64() && base["evidence"]["text"].is_string());
    });
}

#[test]
fn what_the_source_does_not_state_is_a_default() {
    each_pair(|folder| {
        let export = export(folder);
        for name in ["tech-lead", "delivery"] {
            let accumulates = &track(&export, name)["accumulates"];
            assert_eq!(strings(accumulates, &["mode", "basis"]), ["cumulative", "default"], "{name}");
        }
    });
}

#[test]
fn criteria_that_two_tracks_share_are_marked() {
    each_pair(|folder| {
        let export = export(folder);
        let (lead, delivery) = (level(track(&export, "tech-lead"), 5), level(track(&export, "delivery"), 5));
        let links = |level: &Value, exact: bool| -> Vec<(String, String)> {
            let criteria = level["criteria"].as_array().into_iter().flatten();
            let pairs = criteria.flat_map(|c| c["shared"].as_array().into_iter().flatten().map(move |s| (c, s)));
            let pairs = pairs.filter(|(_, shared)| shared["exact"] == exact);
            pairs.map(|(c, shared)| (text(&c["id"]).to_owned(), text(&shared["criterion"]).to_owned())).collect()
        };
        for exact in [true, false] {
            let (from_lead, from_delivery) = (links(lead, exact), links(delivery, exact));
            assert_eq!(from_lead.len(), 1, "exact: {exact}: {from_lead:?}");
            let turned: Vec<_> = from_delivery.into_iter().map(|(a, b)| (b, a)).collect();
            assert_eq!(from_lead, turned, "exact: {exact}");
            let words = |id: &str| text(&criterion(&export, id)["text"]).to_owned();
            assert_eq!(words(&from_lead[0].0) == words(&from_lead[0].1), exact);
        }
        let equals = lead["equivalents"].as_array().into_iter().flatten();
        assert!(equals.clone().any(|equal| equal["level"] == delivery["id"] && equal["basis"] == "rank"));
    });
}

#[test]
fn a_branch_that_is_not_there_is_named_and_reported() {
    each_pair(|folder| {
        let file = support::files(folder, &["md"]).into_iter().find(|name| name.contains("tech-lead"));
        let alone = alone(&folder.join(file.expect("the pair has a tech lead")), "");
        let export = export(alone.path());
        let level = level(only_track(&export), 5);
        let base = &level["builds_on"][0];
        assert_eq!(strings(base, &["kind", "basis"]), ["branch", "stated"]);
        assert_eq!((&base["resolved"], &level["complete"]), (&Value::Bool(false), &Value::Bool(false)));
        assert!(text(&base["name"]).contains("delivery"), "{base}");
        let (printed, _) = support::export::run(&["check", "--format", "json"], alone.path());
        assert!(printed.contains("unresolved-base"), "{printed}");
    });
}

#[test]
fn a_table_of_scopes_gives_each_level_a_fact() {
    each_pair(|folder| {
        let export = export(folder);
        let track = track(&export, "delivery");
        assert_eq!(levels(track).count(), 7);
        for level in levels(track) {
            assert_eq!(text(&level["facts"][0]["name"]), "Ownership", "{}", level["id"]);
            assert_ne!(text(&level["facts"][0]["value"]), "");
        }
        let file = support::files(folder, &["md"]).into_iter().find(|name| name.contains("delivery"));
        let source = std::fs::read_to_string(folder.join(file.expect("the pair has delivery"))).expect("it is there");
        let guidance = track["guidance"].to_string();
        for line in source.lines().filter_map(|line| line.strip_prefix("### [")) {
            let heading = line.split(']').next().unwrap_or_default();
            assert!(guidance.contains(&format!("\"{heading}\"")), "`{heading}` is no heading of the guidance");
        }
    });
}

#[test]
fn mojibake_is_repaired_and_reported_with_its_place() {
    each_pair(|folder| {
        assert!(!export(folder).to_string().contains('Â'));
        let (printed, _) = support::export::run(&["check", "--format", "short"], folder);
        let line = printed.lines().find(|line| line.contains("mojibake"));
        assert!(line.is_some_and(|line| line.contains("delivery.md:9:")), "{printed}");
    });
}

#[test]
fn a_plain_text_page_is_read_like_any_other() {
    each("larkfield", "2-engineering-ladders-tech-lead", |folder| {
        let export = export(folder);
        let track = only_track(&export);
        for (level, number) in levels(track).zip(4..) {
            assert_eq!(strings(level, &["code", "title"]), [format!("TL{number}"), format!("Tech Lead {number}")]);
            assert_eq!(level["rank"].as_f64(), Some(f64::from(number)));
            let facts = level["facts"].as_array().into_iter().flatten();
            assert!(facts.clone().any(|fact| strings(fact, &["name", "value"]) == ["Senior", "Yes"]));
            for criterion in level["criteria"].as_array().into_iter().flatten() {
                let label = text(&criterion["label"]);
                assert!(!label.is_empty() && text(&criterion["text"]).starts_with(label), "{}", criterion["id"]);
            }
        }
        assert_eq!(levels(track).count(), 4);
        assert!(!export.to_string().contains('←'), "the last line is navigation");
    });
}

#[test]
fn statements_that_are_restated_level_by_level_replace_one_another() {
    each("larkfield", "2-engineering-ladders-tech-lead", |folder| {
        let export = export(folder);
        let track = only_track(&export);
        assert_eq!(strings(&track["accumulates"], &["mode", "basis"]), ["replacing", "inferred"]);
        let counted: Vec<_> =
            levels(track).map(|level| [ADDS, RAISES, REPEATS].map(|kind| relations(level, kind).len())).collect();
        assert_eq!(counted, [[5, 0, 0], [0, 4, 1], [0, 3, 2], [0, 1, 4]]);
        for level in levels(track) {
            assert_eq!(in_force(level).len(), 5, "{}", level["id"]);
            assert_eq!(level["drops"].as_array().map(Vec::len), Some(0));
        }
    });
}

#[test]
fn five_names_put_labelled_statements_under_their_axes() {
    each("larkfield", "2-engineering-ladders-tech-lead", |folder| {
        let axes = ["technology", "system", "people", "process", "influence"];
        let before = "---\nladder: {dimensions: [Technology, System, People, Process, Influence]}\n---\n";
        let folder = alone(&document(folder), before);
        let export = export(folder.path());
        for level in levels(only_track(&export)) {
            let found: Vec<_> =
                level["criteria"].as_array().into_iter().flatten().map(|c| text(&c["dimension"])).collect();
            assert_eq!(found, axes, "{}", level["id"]);
        }
    });
}

#[test]
fn headings_with_two_codes_give_a_code_an_alias_and_a_title() {
    each("basalt", "4-poss-technical-leadership", |folder| {
        let export = export(folder);
        let track = only_track(&export);
        let codes: Vec<_> = levels(track).map(|level| text(&level["code"])).collect();
        assert_eq!(codes, ["L5", "L6", "L7", "L8", "L9"]);
        let aliases: Vec<_> = levels(track).map(|level| level["aliases"].to_string()).collect();
        assert_eq!(aliases, [r#"["T5"]"#, r#"["T6"]"#, "[]", "[]", "[]"]);
        let titles: Vec<_> = levels(track).map(|level| text(&level["title"])).collect();
        let expected = [
            "Senior Eng / Technical Lead",
            "Staff Eng / Senior Technical Lead",
            "Staff Tech Lead",
            "Senior Staff Tech Lead",
            "Principal Tech Lead",
        ];
        assert_eq!(titles, expected);
        assert_eq!(export["dimensions"].as_array().map(Vec::len), Some(3));
        assert!(text(&track["licence"]).contains("International License"));
        assert!(track["guidance"].to_string().contains("\"Credit\""));
    });
}

#[test]
fn a_higher_bar_takes_the_place_of_the_lower_ones() {
    each("basalt", "4-poss-technical-leadership", |folder| {
        let export = export(folder);
        let track = only_track(&export);
        assert_eq!(strings(&track["accumulates"], &["mode", "basis"]), ["cumulative", "stated"]);
        let evidence = &track["accumulates"]["evidence"];
        assert!(evidence["source"]["line"].is_u64() && text(&evidence["text"]).contains("Each level builds on"));
        let top = level(track, 9);
        let shares: Vec<_> = levels(track).map(|level| text(&level["criteria"][0]["id"])).collect();
        let held: Vec<_> = shares.iter().filter(|share| in_force(top).contains(*share)).collect();
        assert_eq!(held, [&shares[4]], "of the shares of time, only its own holds");
        let words = in_force(top).into_iter().map(|id| text(&criterion(&export, id)["text"]));
        let years: Vec<_> = words.filter(|words| words.contains("years of experience")).collect();
        assert!(years.len() == 1 && years[0].contains("12"), "{years:?}");
    });
}

#[test]
fn a_role_is_worn_on_a_level_that_is_not_itself() {
    let check = |folder: &Path| {
        let folder = alone(folder, "");
        let export = export(folder.path());
        let track = only_track(&export);
        let role = levels(track).next().expect("the document is a level");
        assert_eq!(levels(track).count(), 1);
        assert_eq!(role["code"], Value::Null);
        assert_eq!(text(&role["heading"]), "Senior Software Engineer (SSE) with Tech Lead Role");
        assert_eq!(strings(&role["facts"][0], &["name", "value"]), ["Years of Experience", "5+"]);
        assert_eq!(export["dimensions"].as_array().map(Vec::len), Some(4));
        assert!(!export.to_string().contains("\\\\"), "an escape is left");
        let base = &role["builds_on"][0];
        assert_eq!(strings(base, &["kind", "name"]), ["overlay", "Senior Software Engineer (SSE)"]);
        assert_eq!((&base["resolved"], &base["level"]), (&Value::Bool(false), &Value::Null));
        assert_eq!(strings(&track["accumulates"], &["mode", "basis"]), ["cumulative", "stated"]);
    };
    check(&support::root().join("content/paperboat/software-engineering/sse-with-tech-lead-role.md"));
    if let Some(seeds) = support::shared("seeds") {
        check(&document(&seeds.join("5-sse-tech-lead-role/source")));
    }
}

#[test]
fn a_role_keeps_what_its_base_asks_for() {
    let export = export(support::root());
    let role = level_with(&export, "Tech Lead Role");
    let base = level_with(&export, "Senior Software Engineer (SSE)");
    assert_eq!(strings(&role["builds_on"][0], &["kind", "level"]), ["overlay", text(&base["id"])]);
    let held = in_force(role);
    for own in in_force(base) {
        let taken_up = relations(role, RAISES).into_iter().chain(relations(role, REPEATS)).any(|(_, of)| of == own);
        assert!(held.contains(&own) != taken_up, "{own}");
    }
    assert_eq!(role["complete"], true);
}

/// The level whose heading ends with some words.
fn level_with<'a>(export: &'a Value, ending: &str) -> &'a Value {
    let mut all = export["tracks"].as_array().into_iter().flatten().flat_map(levels);
    all.find(|level| text(&level["heading"]).ends_with(ending)).expect("the demo has the level")
}
