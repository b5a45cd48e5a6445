//! Writes a framework that nobody wrote, for measuring: 125 tracks of 8 levels in 10 groups, 24 criteria a level in
//! 4 dimensions, with threads that rise from level to level, tracks that branch from others, and criteria that tracks
//! of a group share. The same arguments give the same bytes.
//!
//! ```sh
//! cargo run --release --example synthetic -- FOLDER [TRACKS] [LEVELS]
//! ```

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool that writes files")]

use std::fmt::Write as _;
use std::path::Path;

const GROUPS: usize = 10;
const PER_DIMENSION: usize = 6;
const DIMENSIONS: [&str; 4] = ["Craft", "Delivery", "Collaboration", "Reach"];

const VERBS: [&str; 24] = [
    "Plans",
    "Reviews",
    "Documents",
    "Measures",
    "Simplifies",
    "Explains",
    "Prepares",
    "Repairs",
    "Questions",
    "Shapes",
    "Negotiates",
    "Rehearses",
    "Automates",
    "Observes",
    "Compares",
    "Translates",
    "Restores",
    "Budgets",
    "Forecasts",
    "Arranges",
    "Maintains",
    "Challenges",
    "Gathers",
    "Teaches",
];
const THINGS: [&str; 40] = [
    "release notes",
    "warehouse routes",
    "payment records",
    "interview questions",
    "load tests",
    "price tables",
    "customer letters",
    "network drawings",
    "security drills",
    "data contracts",
    "holiday rotas",
    "error budgets",
    "design sketches",
    "supplier visits",
    "training material",
    "migration steps",
    "meeting agendas",
    "audit trails",
    "field trials",
    "search rankings",
    "voice prompts",
    "sensor readings",
    "legal reviews",
    "shipping labels",
    "account limits",
    "weather models",
    "colour palettes",
    "build scripts",
    "support queues",
    "energy reports",
    "translation files",
    "fraud signals",
    "accessibility checks",
    "cache policies",
    "partner interfaces",
    "onboarding walks",
    "roadmap options",
    "archive formats",
    "recovery plans",
    "survey answers",
];
const MANNERS: [&str; 16] = [
    "before anyone has to ask",
    "with numbers that can be checked",
    "so that a newcomer can follow",
    "without slowing others down",
    "in the open",
    "from the first idea to the last release",
    "with the people who will use them",
    "and writes down what was left out",
    "against a budget agreed beforehand",
    "and returns to them a month later",
    "in words that outlast the project",
    "with one fallback for each",
    "while the cost of change is low",
    "and hands them over cleanly",
    "with the least machinery that works",
    "and says what would prove them wrong",
];
/// Lowest first; one thread climbs them.
const SCOPES: [&str; 8] = [
    "for a single task",
    "for one feature",
    "for one project",
    "for one team",
    "for two or more teams",
    "for a whole department",
    "for the whole company",
    "for the industry",
];
const PLACES: [&str; 10] =
    ["Harbour", "Orchard", "Foundry", "Meadow", "Quarry", "Lantern", "Granary", "Viaduct", "Orangery", "Windmill"];
const CALLINGS: [&str; 13] = [
    "Weaver", "Pilot", "Surveyor", "Gardener", "Printer", "Mason", "Keeper", "Binder", "Ranger", "Smith", "Glazier",
    "Miller", "Cooper",
];

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "synthetic".to_owned());
    let mut number = |default| arguments.next().and_then(|text| text.parse().ok()).unwrap_or(default);
    let (tracks, levels): (usize, usize) = (number(125), number(8));
    for track in 0..tracks {
        let group = track % GROUPS;
        let path = Path::new(&folder).join(PLACES[group].to_lowercase());
        std::fs::create_dir_all(&path)?;
        let name = track_name(track);
        std::fs::write(path.join(format!("{}.md", name.to_lowercase().replace(' ', "-"))), document(track, levels))?;
    }
    println!("{tracks} tracks of {levels} levels in `{folder}`");
    Ok(())
}

/// One track as a document.
fn document(track: usize, levels: usize) -> String {
    let mut out = format!("# {}\n\n", track_name(track));
    let in_group = track / GROUPS;
    let first = if in_group % 4 == 3 { 3 } else { 1 };
    if first > 1 {
        let _ = writeln!(
            out,
            "The {} track is a branch from the {} track.\n",
            track_name(track),
            track_name(track - GROUPS)
        );
    }
    out.push_str("Each level builds on the one before it.\n");
    let mut chance = Chance::new(track as u64);
    let mut shared = Chance::new(10_000 + (track % GROUPS) as u64);
    let mut threads: Vec<Vec<Thread>> = vec![Vec::new(); DIMENSIONS.len()];
    for level in first..first + levels {
        let _ = write!(out, "\n## L{level}: {} {level}\n", track_name(track));
        for (dimension, threads) in DIMENSIONS.iter().zip(&mut threads) {
            let _ = write!(out, "\n### {dimension}\n\n");
            for place in 0..PER_DIMENSION {
                let _ = writeln!(out, "- {}", statement(place, threads, (&mut chance, &mut shared)));
            }
        }
    }
    out
}

/// The next statement of a dimension: two places raise an earlier thread, one is shared in the group, the rest are new.
fn statement(place: usize, threads: &mut Vec<Thread>, (chance, shared): (&mut Chance, &mut Chance)) -> String {
    let from_group = Thread::new(shared);
    match place {
        0 | 1 if threads.len() > place => {
            let oldest = chance.below(threads.len());
            let mut thread = threads.swap_remove(oldest);
            thread.scope = (thread.scope + 1).min(SCOPES.len() - 1);
            let text = thread.text();
            threads.push(thread);
            text
        }
        2 => from_group.text(),
        _ => {
            let thread = Thread::new(chance);
            let text = thread.text();
            threads.push(thread);
            text
        }
    }
}

/// A statement that may come back with a wider scope.
#[derive(Clone)]
struct Thread {
    verb: &'static str,
    things: [&'static str; 2],
    manner: &'static str,
    scope: usize,
}

impl Thread {
    fn new(chance: &mut Chance) -> Self {
        Self {
            verb: VERBS[chance.below(VERBS.len())],
            things: [THINGS[chance.below(THINGS.len())], THINGS[chance.below(THINGS.len())]],
            manner: MANNERS[chance.below(MANNERS.len())],
            scope: chance.below(3),
        }
    }

    fn text(&self) -> String {
        let [one, other] = self.things;
        format!("{} {one} and {other} {} {}.", self.verb, SCOPES[self.scope], self.manner)
    }
}

fn track_name(track: usize) -> String {
    format!("{} {}", PLACES[track % GROUPS], CALLINGS[track / GROUPS % CALLINGS.len()])
}

/// Numbers that look random and are the same everywhere (splitmix64).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}
