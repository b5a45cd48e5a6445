//! The headings of a document as sisters: those of one depth under one heading, and how their names read together.
//! Shapes whose levels are headings look at the same sisters, which are read once.

use std::collections::{HashMap, HashSet};

use super::View;
use crate::model::names::{self, LevelName, NameKind, Reader, RunReading};
use crate::model::outline::Outline;
use crate::model::wording::{self, key};

/// Fewest words of a statement behind a step.
const STATEMENT_WORDS: usize = 3;
/// How often each step must come back on average.
const RECURRENCE: f32 = 1.5;
/// Depths that a heading can have.
const DEPTHS: usize = 6;

/// Headings of one depth under one heading, and how they read.
pub struct Siblings {
    pub parent: Option<usize>,
    /// Indices into the outline.
    pub nodes: Vec<usize>,
    pub run: RunReading,
}

/// The headings of each depth that read as levels, by the heading above them.
pub struct Strata {
    siblings: [Vec<Siblings>; DEPTHS],
    titles: Vec<String>,
    reader: Reader,
}

impl Strata {
    /// Reads the names of all headings.
    pub fn new(outline: &Outline) -> Self {
        let titles: Vec<String> = (0..outline.nodes.len()).map(|node| outline.title(node)).collect();
        let mut reader = Reader::default();
        let siblings = grouped(outline).map(|groups| {
            let read = groups.into_iter().map(|(parent, nodes)| {
                let titles: Vec<&String> = nodes.iter().map(|node| &titles[*node]).collect();
                let run = with_weak_names(&titles, &mut reader);
                Siblings { parent, run, nodes }
            });
            read.filter(|siblings| siblings.run.levels.iter().flatten().count() > 0).collect()
        });
        Self { siblings, titles, reader }
    }

    /// Those of a depth from 1 to 6.
    pub fn of(&self, depth: u8) -> impl Iterator<Item = &Siblings> {
        self.siblings.get(usize::from(depth).wrapping_sub(1)).into_iter().flatten()
    }

    /// A heading as one line of text.
    pub fn title(&self, node: usize) -> &str {
        &self.titles[node]
    }

    /// What a heading says alone as the name of a level.
    pub fn read(&self, node: usize) -> Option<&LevelName> {
        self.reader.read(&self.titles[node])
    }
}

impl Siblings {
    /// The headings that are levels, as indices into the outline.
    pub fn members(&self) -> impl Iterator<Item = usize> {
        self.nodes.iter().zip(&self.run.levels).filter(|(_, level)| level.is_some()).map(|(node, _)| *node)
    }

    /// How many of the headings are levels.
    pub fn count(&self) -> usize {
        self.run.levels.iter().flatten().count()
    }
}

/// A step and what it says of the dimension above: `Level 2: Chooses woods for others`.
pub struct ToldStep<'v> {
    pub step: String,
    pub statement: &'v str,
}

/// The steps under several headings, where they come back and say something else under each; `None` where what stands
/// behind a step is the title of a level, for then the headings above are tracks.
pub fn told_steps<'v>(view: &'v View, groups: &[&Siblings]) -> Option<Vec<Vec<ToldStep<'v>>>> {
    let told = |node: usize| {
        let name = view.strata.read(node).filter(|name| name.kind == NameKind::Step)?;
        let step = name.aliases.first()?.clone();
        let says = wording::count(&name.title) >= STATEMENT_WORDS && names::read(&name.title).is_none();
        says.then(|| ToldStep { step, statement: &name.title })
    };
    let all: Vec<Vec<ToldStep>> =
        groups.iter().map(|group| group.members().map(told).collect()).collect::<Option<_>>()?;
    let names: HashSet<String> = all.iter().flatten().map(|told| key(&told.step)).collect();
    let count = all.iter().map(Vec::len).sum::<usize>();
    (groups.len() > 1 && names.len() > 1 && count as f32 >= RECURRENCE * names.len() as f32).then_some(all)
}

/// The heading above, and the headings of one depth below it.
type Group = (Option<usize>, Vec<usize>);

fn grouped(outline: &Outline) -> [Vec<Group>; DEPTHS] {
    let mut groups: [Vec<Group>; DEPTHS] = Default::default();
    let mut places: [HashMap<Option<usize>, usize>; DEPTHS] = Default::default();
    for (index, node) in outline.nodes.iter().enumerate() {
        let stratum = usize::from(node.heading.depth).clamp(1, DEPTHS) - 1;
        let place = *places[stratum].entry(node.parent).or_insert_with(|| {
            groups[stratum].push((node.parent, Vec::new()));
            groups[stratum].len() - 1
        });
        groups[stratum][place].1.push(index);
    }
    groups
}

/// A name that is weak alone (a plain role) is a level where it stands between levels.
fn with_weak_names(titles: &[&String], reader: &mut Reader) -> RunReading {
    let mut run = reader.run(titles);
    let first = run.levels.iter().position(Option::is_some).unwrap_or(0);
    let last = run.levels.iter().rposition(Option::is_some).unwrap_or(0);
    for at in first..last {
        if run.levels[at].is_none() && is_weak_name(titles[at], reader) {
            run.levels[at] = reader.run(&titles[at..=at]).levels.pop().flatten();
        }
    }
    run
}

fn is_weak_name(title: &str, reader: &Reader) -> bool {
    !reader.is_elsewhere(title) && reader.read(title).is_some_and(|name| name.kind == NameKind::Role)
}
