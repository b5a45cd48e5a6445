//! How long documents of 10 MB take to be read, in every layout that could take more time than its length warrants, and
//! how much longer than documents of a quarter of that. Numbers, not a test: nothing here fails. What is linear shows a
//! factor near 4.
//!
//! ```sh
//! cargo bench --bench reading                  # every layout
//! cargo bench --bench reading -- keyed prose   # some of them
//! cargo bench --bench reading -- FOLDER        # the documents of a folder, again and again, the fastest time of each stage
//! ```
//!
//! Reading is the stages `parse` and `model`: no disk, no inheritance, no pages.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool that measures")]

mod layouts;

use std::path::Path;
use std::time::{Duration, Instant};

use ladder_site::model;
use ladder_site::parse::{self, Declared, Document};
use ladder_site::text::{Source, Sources, parallel};
use layouts::LAYOUTS;

/// That of the program, so that its figures are ours.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bytes of a large document, about.
const LARGE: usize = 10_000_000;
/// How often a folder is read.
const TIMES: usize = 20;

fn main() {
    let arguments = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect::<Vec<String>>();
    if let Some(folder) = arguments.iter().find(|word| Path::new(word).is_dir()) {
        return folder_again_and_again(Path::new(folder));
    }
    println!("{:<20} {:>7} {:>8} {:>8} {:>8} {:>7}", "layout", "MB", "parse", "model", "both", "factor");
    for (name, write) in LAYOUTS {
        if arguments.is_empty() || arguments.iter().any(|word| word == name) {
            let (quarter, whole) = (write(LARGE / 4), write(LARGE));
            let bytes: usize = whole.iter().map(|(_, text)| text.len()).sum();
            let small = read(sources(quarter)).both();
            let large = read(sources(whole));
            let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
            let factor = large.both().as_secs_f64() / small.as_secs_f64();
            let megabytes = bytes as f64 / 1e6;
            let (parse, model, both) = (seconds(large.parse), seconds(large.model), seconds(large.both()));
            println!("{name:<20} {megabytes:>7.1} {parse:>8} {model:>8} {both:>8} {factor:>7.1}");
        }
    }
}

/// What the stages took.
struct Took {
    parse: Duration,
    model: Duration,
}

impl Took {
    fn both(&self) -> Duration {
        self.parse + self.model
    }
}

fn sources(files: Vec<(String, String)>) -> Sources {
    Sources::new("", files.into_iter().map(|(path, text)| Source::new(path, text)).collect())
}

fn read(sources: Sources) -> Took {
    let start = Instant::now();
    let files: Vec<_> = sources.iter().collect();
    let declared = Declared::default();
    let documents: Vec<Document> = parallel::map(files, |(file, source)| parse::document(file, source, &declared).0);
    let parse = start.elapsed();
    let start = Instant::now();
    let framework = model::framework(&documents, &sources);
    let model = start.elapsed();
    drop(framework);
    Took { parse, model }
}

fn folder_again_and_again(folder: &Path) {
    let mut files = Vec::new();
    documents(folder, "", &mut files);
    let took: Vec<Took> = (0..TIMES).map(|_| read(sources(files.clone()))).collect();
    let fastest = |stage: fn(&Took) -> Duration| took.iter().map(stage).min().unwrap_or_default().as_secs_f64() * 1e3;
    println!("{} documents: parse {:.1} ms, model {:.1} ms", files.len(), fastest(|t| t.parse), fastest(|t| t.model));
}

fn documents(folder: &Path, prefix: &str, out: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            documents(&entry.path(), &format!("{path}/"), out);
        } else if name.ends_with(".md") {
            out.extend(std::fs::read_to_string(entry.path()).ok().map(|text| (path, text)));
        }
    }
}
