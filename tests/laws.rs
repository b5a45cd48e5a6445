//! What is true of every site, tried on every fixture, on the demo, and on real ladders where they lie beside the
//! repository. `ARCHITECTURE.md` lists the laws.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use support::law;
use support::law::words::Often;
use support::memory::{exported, made, rendered};
use support::site::{Built, build, documents, folders};

/// Every site, built once for all tests.
fn sites() -> &'static [Built] {
    static SITES: OnceLock<Vec<Built>> = OnceLock::new();
    SITES.get_or_init(|| {
        let folders = folders();
        std::thread::scope(|scope| {
            let halves = folders.chunks(folders.len().div_ceil(2));
            let running: Vec<_> = halves
                .map(|half| scope.spawn(move || half.iter().map(|folder| build(folder)).collect::<Vec<_>>()))
                .collect();
            running.into_iter().flat_map(|half| half.join().expect("a build does not panic")).collect()
        })
    })
}

/// Fails with the first few faults, so that a message stays readable.
#[track_caller]
fn none(faults: &[String]) {
    let shown: Vec<_> = faults.iter().take(40).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults, among them\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let mut faults = Vec::new();
    for site in sites() {
        let again = build(&site.folder);
        let paths: BTreeSet<_> = site.files.keys().chain(again.files.keys()).collect();
        for path in paths.into_iter().filter(|path| site.files.get(*path) != again.files.get(*path)) {
            faults.push(format!("{}: {path} differs from build to build", site.name));
        }
    }
    none(&faults);
}

#[test]
fn every_internal_link_and_anchor_resolves() {
    none(&sites().iter().flat_map(law::links::faults).collect::<Vec<_>>());
}

#[test]
fn every_page_has_a_title() {
    none(&sites().iter().flat_map(law::titles::faults).collect::<Vec<_>>());
}

/// In our own documents every word as often as it is written; in real ones, which repeat the heads of their tables, at
/// least once.
#[test]
fn every_word_of_the_source_is_on_the_site() {
    let lost = |site: &Built| {
        let is_ours = site.folder.starts_with(support::root());
        law::words::faults(site, &documents(&site.folder), if is_ours { Often::AsWritten } else { Often::Once })
    };
    none(&sites().iter().flat_map(lost).collect::<Vec<_>>());
}

#[test]
fn html_of_the_source_never_becomes_script() {
    let attack = build(&support::root().join("tests/fixtures/vectors"));
    none(&sites().iter().chain([&attack]).flat_map(law::dangers::faults).collect::<Vec<_>>());
    none(&law::links::faults(&attack));
}

#[test]
fn the_order_of_files_does_not_matter() {
    for folder in folders() {
        let mut documents = documents(&folder);
        let first = exported(made(&documents));
        documents.reverse();
        let middle = documents.len() / 2;
        documents.rotate_left(middle);
        assert!(first == exported(made(&documents)), "{}: depends on the order of its files", folder.display());
    }
}

/// A site of so many bytes is shown as pages too, now and then.
const SMALL: usize = 1_000;

#[test]
fn no_prefix_of_a_document_makes_the_program_panic() {
    let mut faults = Vec::new();
    for folder in folders() {
        let documents = documents(&folder);
        let size: usize = documents.iter().map(|(_, text)| text.len()).sum();
        for (at, end) in cuts(&documents, size) {
            let mut cut = documents.clone();
            cut[at].1.truncate(end);
            let run = || if size < SMALL && end % 8 == 0 { drop(rendered(made(&cut))) } else { drop(made(&cut)) };
            if std::panic::catch_unwind(run).is_err() {
                faults.push(format!("{}/{}: a panic on the first {end} bytes", folder.display(), cut[at].0));
            }
        }
    }
    none(&faults);
}

/// Which documents of a site to cut where: at every character of a small site, else spread over all of it, so that the
/// cost stays bounded.
fn cuts(documents: &[(String, String)], size: usize) -> Vec<(usize, usize)> {
    const BUDGET: usize = 60_000;
    let ends = |text: &str| text.char_indices().map(|(end, _)| end).chain([text.len()]).collect::<Vec<_>>();
    let all = documents.iter().enumerate().flat_map(|(at, (_, text))| ends(text).into_iter().map(move |end| (at, end)));
    let all: Vec<_> = all.collect();
    let affordable = (BUDGET / size.max(1)).max(4);
    let step = all.len().div_ceil(affordable).max(1);
    all.into_iter().skip(step / 2).step_by(step).collect()
}

#[test]
fn every_span_lies_in_its_file() {
    let faults = |folder: &Path| law::spans::faults(&folder.display().to_string(), &made(&documents(folder)));
    none(&folders().iter().flat_map(|folder| faults(folder)).collect::<Vec<_>>());
}
