//! How long each stage takes, for 100 and for 1,000 levels of a framework that nobody wrote, and how many criteria a
//! second that is: where a stage is linear, the two rates are alike. Numbers, not a test: nothing here fails.
//!
//! ```sh
//! cargo bench --bench stages              # every stage
//! cargo bench --bench stages -- resolve   # one of them
//! ```
//!
//! No disk: the sources are in memory, and what a stage gives is dropped outside of the time.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool that measures")]

#[allow(dead_code, reason = "the example that writes frameworks uses the rest")]
mod framework;

use std::collections::{BTreeMap, BTreeSet};

use divan::Bencher;
use divan::counter::ItemsCount;
use framework::Plan;
use ladder_site::check;
use ladder_site::model::{self, Framework};
use ladder_site::pages::{self, Page, Settings, Site, View};
use ladder_site::parse::{self, Declared, Document};
use ladder_site::render::{self, Theme};
use ladder_site::resolve::{self, Ladder, Project};
use ladder_site::text::{Source, Sources, parallel};

/// As in the program.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

const LEVELS: [usize; 2] = [100, 1000];
const CRITERIA_OF_LEVEL: usize = 24;

fn main() {
    divan::main();
}

fn sources(levels: usize) -> Sources {
    let files = Plan::of(levels).documents();
    Sources::new("", files.into_iter().map(|(path, text)| Source::new(path, text)).collect())
}

fn documents(sources: &Sources) -> Vec<Document> {
    let declared = Declared::default();
    parallel::map(sources.iter().collect::<Vec<_>>(), |(file, source)| parse::document(file, source, &declared).0)
}

fn framework_of(sources: &Sources) -> Framework {
    model::framework(&documents(sources), sources).0
}

fn ladder(framework: Framework, sources: &Sources) -> Ladder {
    let assets = BTreeSet::new();
    resolve::ladder(framework, Project { sources, assets: &assets }).0
}

fn site(levels: usize) -> Site {
    let sources = sources(levels);
    Site::new(ladder(framework_of(&sources), &sources), Settings::default(), sources)
}

fn views(site: &Site) -> Vec<View> {
    let routes = pages::routes(site);
    parallel::map(&routes, |route| match pages::page(site, route) {
        Page::View(view) => Some(view),
        Page::Data(..) | Page::Export | Page::Text(_) | Page::Copy(_) => None,
    })
    .into_iter()
    .flatten()
    .collect()
}

fn criteria(levels: usize) -> ItemsCount {
    ItemsCount::new(levels * CRITERIA_OF_LEVEL)
}

#[divan::bench(args = LEVELS, sample_count = 20)]
fn parse(bencher: Bencher, levels: usize) {
    let sources = sources(levels);
    bencher.counter(criteria(levels)).bench(|| documents(&sources));
}

#[divan::bench(args = LEVELS, sample_count = 20)]
fn model(bencher: Bencher, levels: usize) {
    let sources = sources(levels);
    let documents = documents(&sources);
    bencher.counter(criteria(levels)).bench(|| model::framework(&documents, &sources));
}

#[divan::bench(args = LEVELS, sample_count = 20)]
fn resolve(bencher: Bencher, levels: usize) {
    let sources = sources(levels);
    let framework = framework_of(&sources);
    bencher
        .counter(criteria(levels))
        .with_inputs(|| framework.clone())
        .bench_values(|framework| ladder(framework, &sources));
}

#[divan::bench(args = LEVELS, sample_count = 20)]
fn advice(bencher: Bencher, levels: usize) {
    let site = site(levels);
    let taste = check::Taste::Plain;
    bencher.counter(criteria(levels)).bench(|| check::advice(&site.ladder, &site.sources, taste));
}

#[divan::bench(args = LEVELS, sample_count = 20)]
fn pages(bencher: Bencher, levels: usize) {
    let site = site(levels);
    bencher.counter(criteria(levels)).bench(|| views(&site));
}

#[divan::bench(args = LEVELS, sample_count = 20)]
fn render(bencher: Bencher, levels: usize) {
    let theme = Theme::new(&BTreeMap::new()).expect("the default theme is whole");
    let views = views(&site(levels));
    bencher.counter(criteria(levels)).bench(|| parallel::map(&views, |view| render::render(&theme, view)));
}

#[divan::bench(args = LEVELS, sample_count = 20)]
fn export(bencher: Bencher, levels: usize) {
    let site = site(levels);
    bencher.counter(criteria(levels)).bench(|| serde_json::to_vec(&pages::export(&site)));
}
