//! Documents that nobody wrote: the laws hold for them too.
//!
//! ```sh
//! cargo test --test fuzz                                                        # a short run, the same every time
//! LADDER_FUZZ=100000 LADDER_FUZZ_SEED=7 cargo test --release --test fuzz -- --nocapture
//! LADDER_FUZZ=10000000 LADDER_FUZZ_LITTLE=1 cargo test --release --test fuzz -- --nocapture   # asks little of each
//! ```
//!
//! A long run also says which input took longest, and leaves the input at work in `target/tmp`, for a crash that ends the
//! process. A finding is printed as small as it can be made; it becomes a fixture before it is mended.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a run is told what to do, and tells")]

mod chance;
mod grow;
mod judge;
mod mutate;
mod shrink;
#[path = "../support/mod.rs"]
mod support;
mod words;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ladder_site::parse;
use ladder_site::text::FileId;

use chance::Chance;
use judge::{Asked, fault};
use support::site::{documents, folders};

/// How many sites a short run tries.
const FEW: usize = 400;
/// Bytes of the sites that are mutated where there are to be millions.
const LITTLE: usize = 4 * 1024;
/// A site of so few bytes may take this long, in a long run of a program that was built for release.
const LONGEST: Duration = Duration::from_secs(1);

type Site = Vec<(String, String)>;

#[test]
fn no_site_that_nobody_wrote_breaks_a_law() {
    let run = Run::asked();
    let seeds = seeds(if run.asks_little { LITTLE } else { mutate::MOST });
    let next = AtomicUsize::new(0);
    let found: Vec<String> = std::thread::scope(|scope| {
        let work = |worker: usize| run.work(worker, &seeds, &next);
        let threads: Vec<_> = (0..2).map(|worker| scope.spawn(move || work(worker))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a fault is caught")).collect()
    });
    assert!(found.is_empty(), "{} findings of {} inputs\n\n{}", found.len(), run.count, found.join("\n\n"));
}

#[test]
fn no_configuration_makes_the_program_panic() {
    let whole = "title = \"Lamps\"\nlanguage = \"en\"\nexclude = [\"a/**\"]\n\n[check]\nstrict = true\n\
                 rules = { cycle = \"off\" }\n\n[files.\"a.md\"]\naccumulates = \"cumulative\"\n\
                 levels = { \"Level 1\" = { rank = 2, aliases = [\"T1\"] } }\n";
    for seed in 0..2_000 {
        let mut chance = Chance::new(seed);
        let site = mutate::site(&mut chance, &[("site.toml".to_owned(), whole.to_owned())], whole);
        let (_, findings) = parse::config(&site[0].1, FileId(0));
        let inside = |at: std::ops::Range<usize>| site[0].1.get(at).is_some();
        assert!(findings.iter().filter_map(|one| one.span).all(|span| inside(span.range())), "{:?}", site[0].1);
    }
}

/// What was asked for.
struct Run {
    count: usize,
    seed: u64,
    is_long: bool,
    /// Whether little is asked of each input, so that there can be millions.
    asks_little: bool,
}

impl Run {
    fn asked() -> Self {
        let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
        let count = number("LADDER_FUZZ").and_then(|count| usize::try_from(count).ok());
        Self {
            count: count.unwrap_or(FEW),
            seed: number("LADDER_FUZZ_SEED").unwrap_or(0),
            is_long: count.is_some(),
            asks_little: number("LADDER_FUZZ_LITTLE").is_some(),
        }
    }

    /// Takes inputs until there are enough, or too many findings.
    fn work(&self, worker: usize, seeds: &[Site], next: &AtomicUsize) -> Vec<String> {
        const ENOUGH: usize = 5;
        let mut found = Vec::new();
        let mut slowest = Duration::ZERO;
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= self.count || found.len() >= ENOUGH {
                return found;
            }
            if self.is_long && index > 0 && index.is_multiple_of(100_000) {
                println!("{index} inputs");
            }
            let (site, asked) = self.input(index, seeds);
            let asked = if self.asks_little { Asked::Little } else { asked };
            if self.is_long {
                leave(worker, &site);
            }
            let (took, fault) = timed(&site, asked);
            if self.is_long && took > slowest {
                slowest = took;
                println!("input {index}: {took:?}, {} bytes", site.iter().map(|(_, text)| text.len()).sum::<usize>());
            }
            // On a busy machine one run says little; where millions are run the machine is busy with them.
            let again = || (0..3).any(|_| timed(&site, asked).0 <= LONGEST);
            let is_measured = self.is_long && !self.asks_little && !cfg!(debug_assertions);
            let is_slow = is_measured && took > LONGEST && !again();
            match fault {
                Some(fault) => found.push(told(index, &fault, &shrink::smallest(site, asked))),
                None if is_slow => found.push(told(index, &format!("it takes {took:?}"), &site)),
                None => {}
            }
        }
    }

    /// The input of a number: the same for the same seed, whichever thread asks.
    fn input(&self, index: usize, seeds: &[Site]) -> (Site, Asked) {
        let mut chance = Chance::new((self.seed << 32) ^ index as u64);
        if index.is_multiple_of(2) || seeds.is_empty() {
            let site = grow::site(&mut chance);
            let asked =
                if site.iter().any(|(path, _)| path.ends_with(".txt")) { Asked::AllButWords } else { Asked::All };
            return (site, asked);
        }
        let site = &seeds[chance.below(seeds.len())];
        let other = &seeds[chance.below(seeds.len())][0].1;
        (mutate::site(&mut chance, site, other), Asked::AllButWords)
    }
}

/// How long it takes to judge a site, and what is found.
fn timed(site: &Site, asked: Asked) -> (Duration, Option<String>) {
    let began = Instant::now();
    let fault = fault(site, asked);
    (began.elapsed(), fault)
}

fn told(index: usize, fault: &str, site: &Site) -> String {
    let files: Vec<String> = site.iter().map(|(path, text)| format!("{path}: {text:?}")).collect();
    format!("input {index}: {fault}\n{}", files.join("\n"))
}

fn leave(worker: usize, site: &Site) {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{worker}.txt"));
    // Only a help; the run goes on without it.
    let _ = std::fs::write(file, format!("{site:?}"));
}

/// What is mutated: sites of fewer bytes, ours and real ones.
fn seeds(most: usize) -> Vec<Site> {
    let small = |site: &Site| !site.is_empty() && site.iter().map(|(_, text)| text.len()).sum::<usize>() < most;
    folders().iter().map(|folder| documents(folder)).filter(small).collect()
}
