//! Inferred links against a careful reading by hand, on real ladders.
//!
//! `threads/labels.txt` names pairs of statements by place; the statements themselves are read from the shared folder
//! and never stand in this repository. Without that folder the test is skipped.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that reads files, reports figures and fails loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ladder_site::resolve::threads::{Seen, Statement, Threads, Tie};

/// Place of a statement in an item: level, criterion.
type Place = (usize, usize);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Label {
    /// A raise that every careful reader sees; found by reading both levels whole, before the program ran.
    Clear,
    /// Defensible as a raise, but one may also read it otherwise.
    Defensible,
    /// Not a raise.
    Not,
    /// The same statement again.
    Repeat,
}

#[derive(Default)]
struct Labels {
    /// Half → items.
    halves: BTreeMap<String, Vec<String>>,
    pairs: BTreeMap<String, BTreeMap<(Place, Place), Label>>,
}

struct Item {
    /// Per level: its track, its statements (dimension, text).
    levels: Vec<(String, Vec<(usize, String)>)>,
}

/// What was emitted for an item: upper, lower, tie, what was seen.
type Emitted = Vec<(Place, Place, Tie, Seen)>;

#[derive(Default, Debug)]
struct Figures {
    right: usize,
    wrong: usize,
    unread: usize,
    found: usize,
    missed: usize,
    repeats_right: usize,
    repeats_missed: usize,
}

impl Figures {
    fn add(&mut self, other: &Figures) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.unread += other.unread;
        self.found += other.found;
        self.missed += other.missed;
        self.repeats_right += other.repeats_right;
        self.repeats_missed += other.repeats_missed;
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong + self.unread).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.found as f64 / (self.found + self.missed).max(1) as f64
    }
}

#[test]
fn raises_stand_a_careful_reading() {
    let Some(shared) = shared() else {
        eprintln!("skipped: no shared folder (set LADDER_SHARED)");
        return;
    };
    let labels = labels();
    let floors = [
        ("tune", 0.945, 0.825),
        ("held", 0.965, 0.84),
        ("fresh", 0.97, 0.84),
        ("unseen", 0.98, 0.89),
        ("all", 0.96, 0.84),
    ];
    let mut all = Figures::default();
    for (half, precision, recall) in floors {
        let mut figures = Figures::default();
        for name in labels.halves.get(half).into_iter().flatten() {
            let item = read_item(&shared, name);
            let known = labels.pairs.get(name).cloned().unwrap_or_default();
            judge(&mut figures, &emit(&item), &known);
        }
        all.add(&figures);
        let figures = if half == "all" { &all } else { &figures };
        println!("{half}: precision {:.3} recall {:.3} {figures:?}", figures.precision(), figures.recall());
        assert!(figures.precision() >= precision && figures.recall() >= recall, "{half}: {figures:?}");
        assert_eq!(figures.repeats_missed, 0, "{half}");
    }
}

/// Rows of the rules, by place: an upper and a lower statement, and whether the upper one raises the lower one.
#[test]
fn rules_by_example() {
    let Some(shared) = shared() else { return };
    let raises = [
        ("3-speedoc-delivery", (2, 1), (1, 0)),
        ("4-poss-technical-leadership", (1, 1), (0, 1)),
        ("4-poss-technical-leadership", (2, 9), (1, 11)),
        ("4-poss-technical-leadership", (3, 7), (2, 9)),
        ("4-poss-technical-leadership", (4, 3), (3, 7)),
        ("4-poss-technical-leadership", (1, 0), (0, 0)),
        ("4-poss-technical-leadership", (2, 0), (1, 0)),
        ("4-poss-technical-leadership", (3, 0), (2, 0)),
        ("4-poss-technical-leadership", (4, 0), (3, 0)),
    ];
    for (name, upper, lower) in raises {
        let emitted = emit(&read_item(&shared, name));
        let found = emitted.iter().find(|(at, ..)| *at == upper).map(|(_, to, tie, _)| (*to, *tie));
        assert_eq!(found, Some((lower, Tie::Raise)), "{name} {upper:?}");
    }
    let emitted = emit(&read_item(&shared, "4-poss-technical-leadership"));
    assert!(!emitted.iter().any(|(at, to, ..)| *at == (1, 15) && *to == (0, 9)));
}

/// The two tracks of one author share one statement exactly and one nearly.
#[test]
fn shared_by_example() {
    let Some(shared) = shared() else { return };
    let (one, other) = (read_item(&shared, "1-speedoc-tech-lead"), read_item(&shared, "3-speedoc-delivery"));
    let places = |item: &Item| -> Vec<Place> {
        (0..item.levels.len()).flat_map(|level| (0..item.levels[level].1.len()).map(move |at| (level, at))).collect()
    };
    let (first, second) = (places(&one), places(&other));
    let text = |item: &Item, place: &Place| item.levels[place.0].1[place.1].1.clone();
    let texts: Vec<String> =
        first.iter().map(|place| text(&one, place)).chain(second.iter().map(|place| text(&other, place))).collect();
    let threads = Threads::new(texts.iter().map(|text| Statement { text, ..Statement::default() }));
    let tracks = [(0..first.len()).collect(), (first.len()..texts.len()).collect::<Vec<usize>>()];
    let pairs: Vec<(Place, Place, bool)> = threads
        .shared(&tracks)
        .into_iter()
        .map(|pair| (first[pair.first], second[pair.second - first.len()], pair.exact))
        .collect();
    assert_eq!(pairs, [((4, 12), (4, 3), false), ((4, 13), (4, 6), true)]);
}

/// Prints every link of the items named in `LADDER_THREADS_SHOW`.
#[test]
fn show() {
    let (Some(shared), Ok(names)) = (shared(), std::env::var("LADDER_THREADS_SHOW")) else { return };
    let labels = labels();
    for name in names.split(',') {
        let item = read_item(&shared, name);
        let emitted = emit(&item);
        let known = labels.pairs.get(name).cloned().unwrap_or_default();
        let text = |place: Place| &item.levels[place.0].1[place.1].1;
        for (upper, lower, tie, seen) in &emitted {
            let label = known.get(&(*upper, *lower));
            println!("{name} {}.{} {}.{} {tie:?} {label:?}", upper.0, upper.1, lower.0, lower.1);
            if *tie != Tie::Exact {
                println!("    - {}\n    + {}\n      {seen:?}", text(*lower), text(*upper));
            }
        }
        for (upper, lower) in missed(&emitted, &known) {
            println!(
                "{name} {}.{} {}.{} MISSED\n    - {}\n    + {}",
                upper.0,
                upper.1,
                lower.0,
                lower.1,
                text(lower),
                text(upper)
            );
        }
    }
}

fn judge(figures: &mut Figures, emitted: &Emitted, known: &BTreeMap<(Place, Place), Label>) {
    for (upper, lower, tie, _) in emitted {
        let label = known.get(&(*upper, *lower));
        match (tie, label) {
            (Tie::Raise, Some(Label::Clear | Label::Defensible)) => figures.right += 1,
            (Tie::Raise, Some(Label::Not | Label::Repeat)) => figures.wrong += 1,
            (Tie::Raise, None) => figures.unread += 1,
            _ => {}
        }
    }
    let clear: BTreeSet<Place> = places(known, Label::Clear).collect();
    let missed = missed(emitted, known).len();
    figures.missed += missed;
    figures.found += clear.len() - missed;
    for upper in places(known, Label::Repeat) {
        if emitted.iter().any(|(at, _, tie, _)| *at == upper && *tie != Tie::Raise) {
            figures.repeats_right += 1;
        } else {
            figures.repeats_missed += 1;
        }
    }
}

fn places(known: &BTreeMap<(Place, Place), Label>, wanted: Label) -> impl Iterator<Item = Place> {
    known.iter().filter(move |(_, label)| **label == wanted).map(|((upper, _), _)| *upper)
}

/// Clear raises that were not emitted: neither to the statement named nor to another one that is defensible.
fn missed(emitted: &Emitted, known: &BTreeMap<(Place, Place), Label>) -> Vec<(Place, Place)> {
    let good = |upper: Place| {
        emitted.iter().any(|(at, to, tie, _)| {
            *at == upper
                && *tie == Tie::Raise
                && matches!(known.get(&(*at, *to)), Some(Label::Clear | Label::Defensible))
        })
    };
    let mut missed: BTreeMap<Place, Place> = BTreeMap::new();
    for ((upper, lower), label) in known {
        if *label == Label::Clear && !good(*upper) {
            missed.insert(*upper, *lower);
        }
    }
    missed.into_iter().collect()
}

/// Relates level after level of every track to what is in force below it, as a ladder that adds up does.
fn emit(item: &Item) -> Emitted {
    let places: Vec<Place> = item
        .levels
        .iter()
        .enumerate()
        .flat_map(|(level, (_, all))| (0..all.len()).map(move |at| (level, at)))
        .collect();
    let threads = Threads::new(places.iter().map(|place| {
        let (dimension, text) = &item.levels[place.0].1[place.1];
        Statement { text, dimension: Some(*dimension), level: place.0, ..Statement::default() }
    }));
    let mut emitted = Vec::new();
    let tracks: BTreeSet<&String> = item.levels.iter().map(|(track, _)| track).collect();
    for track in tracks {
        let mut in_force: Vec<usize> = Vec::new();
        for level in (0..item.levels.len()).filter(|level| item.levels[*level].0 == *track) {
            let own: Vec<usize> = (0..places.len()).filter(|index| places[*index].0 == level).collect();
            let links = threads.relate(&own, &in_force);
            for (index, link) in own.iter().zip(links) {
                let Some(link) = link else { continue };
                in_force.retain(|below| *below != link.of);
                emitted.push((places[*index], places[link.of], link.tie, link.seen));
            }
            in_force.splice(..0, own);
        }
    }
    emitted
}

fn shared() -> Option<PathBuf> {
    let fallback = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("LADDER_SHARED").map_or_else(fallback, PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn read_item(shared: &Path, name: &str) -> Item {
    let folders = [shared.join("seeds").join(name), shared.join("corpus").join(name)];
    let file = folders.iter().map(|folder| folder.join("truth.json")).find(|file| file.is_file()).unwrap();
    let levels: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut dimensions: Vec<String> = Vec::new();
    let levels = levels.as_array().unwrap().iter().map(|level| {
        let statements = level["criteria"].as_array().unwrap().iter().map(|criterion| {
            let name = criterion["dimension"].as_str().unwrap_or_default().to_owned();
            let known = dimensions.iter().position(|known| *known == name);
            let dimension = known.unwrap_or_else(|| {
                dimensions.push(name);
                dimensions.len() - 1
            });
            (dimension, criterion["text"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
        });
        (level["track"].as_str().unwrap_or_default().to_owned(), statements.collect())
    });
    Item { levels: levels.collect() }
}

/// Lines `half: item item …` and `item label upper>lower …`, a place being `level.criterion`; `#` begins a comment.
fn labels() -> Labels {
    let mut labels = Labels::default();
    for line in include_str!("threads/labels.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some((half, items)) = line.split_once(": ") {
            labels.halves.insert(half.to_owned(), items.split_whitespace().map(str::to_owned).collect());
            continue;
        }
        let mut fields = line.split_whitespace();
        let item = fields.next().expect("an item").to_owned();
        let label = match fields.next() {
            Some("clear") => Label::Clear,
            Some("defensible" | "judged+") => Label::Defensible,
            Some("not" | "judged-") => Label::Not,
            Some("repeat") => Label::Repeat,
            other => panic!("{other:?} in {line}"),
        };
        let pairs = labels.pairs.entry(item).or_default();
        for (upper, lower) in fields.map(|pair| pair.split_once('>').expect("two places")) {
            assert!(pairs.insert((place(upper), place(lower)), label).is_none(), "{upper}>{lower} twice: {line}");
        }
    }
    labels
}

fn place(written: &str) -> Place {
    let (level, criterion) = written.split_once('.').unwrap();
    (level.parse().unwrap(), criterion.parse().unwrap())
}
