//! Which names come back over the levels. A name that comes back groups criteria; one that does not is a part of what
//! it stands in front of.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::chunk::{chunks, groups};
use crate::model::navigation::is_navigation;
use crate::model::sketch::{Content, LevelSketch};
use crate::model::vocabulary::{Announces, announces};
use crate::model::wording::{self, key};
use crate::text::{Block, Item};

/// The share of levels in which a name must come back.
const SHARE: f32 = 0.3;
/// The mean share of levels in which lead-ins must come back, taken together, before each is a dimension.
const LEAD_IN_SHARE: f32 = 0.5;

/// The share of levels in which a lead-in is common, and of the statements that begin with common ones, before these are
/// dimensions though others come and go.
const COMMON_SHARE: f32 = 0.6;
/// The share of levels in which a heading over other headings must come back.
const OUTER_SHARE: f32 = 0.6;
/// Fewest words of a paragraph that states something under its label.
pub(super) const STATEMENT_WORDS: usize = 14;

/// What was learned of the names inside all levels of a sketch.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Recurrence {
    levels: usize,
    /// Headings, label paragraphs and outer bullets → number of levels that have them, as lead-ins too.
    names: HashMap<String, usize>,
    /// Names that stand under several dimensions given from outside, so that they tell none of them.
    across: HashSet<String>,
    /// Whether the lead-ins of leaf bullets or paragraphs come back level by level.
    lead_ins_group: bool,
    lead_ins: HashMap<String, usize>,
    /// Lead-ins behind which some level says little.
    short: BTreeSet<String>,
    /// Whether the levels consist of paragraphs, with no list anywhere.
    pub is_prose: bool,
    /// Headings of the levels' own → number of levels that have them.
    headings: HashMap<String, usize>,
    /// Headings with nothing of their own → levels that have them, and the headings below them.
    outer: HashMap<String, (usize, Vec<String>)>,
}

impl Recurrence {
    /// Learns from all levels that were read together.
    pub fn over<'a, 'b: 'a>(levels: impl Iterator<Item = &'a LevelSketch<'b>>) -> Self {
        let mut learned = Self::default();
        let mut lists = 0;
        let mut paragraphs = 0;
        let mut lead_ins = LeadIns::default();
        let mut under: HashMap<String, String> = HashMap::new();
        for level in levels.filter(|level| level.parts.iter().any(|part| !part.content.blocks().is_empty())) {
            learned.levels += 1;
            let mut seen = Seen::default();
            for part in &level.parts {
                let mut own = Seen::default();
                own.part(&part.content);
                for (name, dimension) in own.names.iter().zip(std::iter::repeat(&part.dimension)) {
                    let Some(dimension) = dimension else { continue };
                    if under.entry(name.clone()).or_insert_with(|| dimension.clone()) != dimension {
                        learned.across.insert(name.clone());
                    }
                }
                seen.take(own);
            }
            lists += usize::from(seen.lists > 0);
            paragraphs += usize::from(seen.lists == 0 && seen.paragraphs > 0);
            lead_ins.add(&seen);
            learned.short.append(&mut seen.short);
            seen.headings.into_iter().for_each(|name| *learned.headings.entry(name).or_default() += 1);
            for (name, below) in seen.outer {
                let (levels, all) = learned.outer.entry(name).or_default();
                *levels += 1;
                all.extend(below);
            }
            seen.names.into_iter().for_each(|name| *learned.names.entry(name).or_default() += 1);
        }
        learned.names = lead_ins.with_lead_ins(learned.names);
        learned.is_prose = paragraphs > lists;
        learned.lead_ins_group = lead_ins.group(learned.levels);
        learned.lead_ins = lead_ins.names;
        learned
    }

    /// The same within one of several tracks: what comes back over the levels of that track comes back.
    pub fn within(&self, track: &Self) -> Self {
        let mut joined = self.clone();
        let enough = (SHARE * self.levels as f32).ceil() as usize;
        for name in track.names.keys().filter(|name| track.has_often(name)) {
            let count = joined.names.entry(name.clone()).or_default();
            *count = enough.max(*count);
        }
        joined
    }

    /// Whether a heading, label or outer bullet comes back. In a single level nothing can; there every name counts.
    pub fn recurs(&self, name: &str) -> bool {
        self.levels <= 1 || self.comes_back(name)
    }

    /// Whether a name is seen to come back, in two levels or more.
    pub fn comes_back(&self, name: &str) -> bool {
        self.has_often(&key(name))
    }

    fn has_often(&self, key: &str) -> bool {
        let count = self.names.get(key).copied().unwrap_or(0);
        count >= 2 && count as f32 >= SHARE * self.levels as f32
    }

    /// Whether a heading comes back with another one heading below it from level to level: then it is the dimension, and
    /// what stands below says how far the level is in it (`Seeds` over `Collects`, `Seeds` over `Chooses`).
    pub fn is_over_others(&self, name: &str) -> bool {
        let Some((levels, below)) = self.outer.get(&key(name)) else { return false };
        let different: BTreeSet<&String> = below.iter().collect();
        *levels >= 2
            && *levels as f32 >= OUTER_SHARE * self.levels as f32
            && below.len() == *levels
            && different.len() * 2 > *levels
    }

    /// Whether most levels state something behind this lead-in. Where some level says little behind it, or where the
    /// levels have several dimensions with headings, it names a property.
    pub fn is_told(&self, label: &str) -> bool {
        let label = key(label);
        let count = self.lead_ins.get(&label).copied().unwrap_or(0);
        let is_common = count >= 2 && count as f32 >= LEAD_IN_SHARE * self.levels as f32;
        let headings = self.headings.values().filter(|count| **count >= 2).count();
        is_common && headings < 2 && !self.short.contains(&label)
    }

    /// Whether a name stands under several dimensions that are given from outside.
    pub fn is_across(&self, name: &str) -> bool {
        self.across.contains(&key(name))
    }

    /// Whether most statements are labelled, by names that come back.
    pub fn lead_ins_group(&self) -> bool {
        self.lead_ins_group
    }

    /// Whether a lead-in in front of a statement names a dimension.
    pub fn is_dimension_lead_in(&self, label: &str) -> bool {
        let label = key(label);
        let as_name = self.levels > 1 && self.names.get(&label).is_some_and(|count| *count >= 2);
        as_name || self.lead_ins_group && self.lead_ins.get(&label).is_some_and(|count| *count >= 2)
    }
}

/// Names seen in one level.
#[derive(Default)]
struct Seen {
    names: BTreeSet<String>,
    lead_ins: BTreeSet<String>,
    short: BTreeSet<String>,
    leaves: usize,
    labelled: usize,
    lists: usize,
    paragraphs: usize,
    headings: BTreeSet<String>,
    outer: BTreeMap<String, Vec<String>>,
}

impl Seen {
    fn take(&mut self, part: Self) {
        self.names.extend(part.names);
        self.lead_ins.extend(part.lead_ins);
        self.leaves += part.leaves;
        self.labelled += part.labelled;
        self.lists += part.lists;
        self.paragraphs += part.paragraphs;
        self.headings.extend(part.headings);
        self.short.extend(part.short);
        for (name, below) in part.outer {
            self.outer.entry(name).or_default().extend(below);
        }
    }

    fn part(&mut self, content: &Content) {
        for chunk in chunks(content.blocks()) {
            if let Some(heading) = chunk.heading {
                let name = key(&wording::name(&heading.content.plain()));
                let leads_elsewhere = chunk.blocks.iter().all(is_navigation);
                if let Some(outer) =
                    chunk.outer.filter(|_| !leads_elsewhere).map(|outer| key(&wording::name(&outer.content.plain())))
                {
                    self.outer.entry(outer).or_default().push(name.clone());
                }
                if chunk.has_words() {
                    self.headings.insert(name.clone());
                }
                self.names.insert(name);
            }
            for group in groups(chunk.blocks) {
                if let Some(label) = group.label.and_then(|label| wording::lead_in(&label.content)) {
                    self.names.insert(key(&label.label));
                }
                group.blocks.iter().for_each(|block| self.block(block));
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::List(list) => {
                self.lists += 1;
                list.items.iter().for_each(|item| self.item(item));
            }
            Block::Paragraph(paragraph) => {
                self.paragraphs += 1;
                self.leaf(&paragraph.content);
            }
            Block::Table(_) => self.lists += 1,
            Block::Heading(_) | Block::Details(_) | Block::Quote { .. } | Block::Code { .. } | Block::Rule { .. } => {}
        }
    }

    fn item(&mut self, item: &Item) {
        let Some(Block::Paragraph(paragraph)) = item.blocks.first() else { return };
        if item.blocks.iter().any(|block| matches!(block, Block::List(_))) {
            let lead_in = wording::lead_in(&paragraph.content).filter(|lead_in| lead_in.marked && !lead_in.alone);
            self.names.extend(lead_in.map(|lead_in| key(&lead_in.label)));
            self.names.insert(key(&wording::name(&paragraph.content.plain())));
        } else {
            self.leaf(&paragraph.content);
        }
    }

    fn leaf(&mut self, inlines: &crate::text::Inlines) {
        self.leaves += 1;
        if let Some(lead_in) = wording::lead_in(inlines).filter(|lead_in| !lead_in.alone) {
            self.labelled += 1;
            if !matches!(announces(&lead_in.label), Some(Announces::Examples | Announces::Prose)) {
                self.lead_ins.insert(key(&lead_in.label));
            }
            if wording::has_at_most(&inlines.plain(), STATEMENT_WORDS - 1) {
                self.short.insert(key(&lead_in.label));
            }
        }
    }
}

/// Lead-ins of all levels.
#[derive(Default)]
struct LeadIns {
    names: HashMap<String, usize>,
    /// Levels that have a name as a lead-in only.
    apart: HashMap<String, usize>,
    leaves: usize,
    labelled: usize,
}

impl LeadIns {
    fn add(&mut self, seen: &Seen) {
        self.leaves += seen.leaves;
        self.labelled += seen.labelled;
        seen.lead_ins.iter().for_each(|name| *self.names.entry(name.clone()).or_default() += 1);
        let apart = seen.lead_ins.difference(&seen.names);
        apart.for_each(|name| *self.apart.entry(name.clone()).or_default() += 1);
    }

    /// Names of groups, with the levels that have them as lead-ins only.
    fn with_lead_ins(&self, names: HashMap<String, usize>) -> HashMap<String, usize> {
        let apart = |name: &String| self.apart.get(name).copied().unwrap_or(0);
        names.into_iter().map(|(name, count)| (name.clone(), count + apart(&name))).collect()
    }

    /// Whether most statements are labelled, and the labels come back over the levels as a whole.
    fn group(&self, levels: usize) -> bool {
        let instances: usize = self.names.values().sum();
        let full = (self.names.len() * levels) as f32;
        let common = self.names.values().filter(|count| **count as f32 > COMMON_SHARE * levels as f32).sum::<usize>();
        let come_back = instances as f32 >= LEAD_IN_SHARE * full || common as f32 >= COMMON_SHARE * self.leaves as f32;
        levels >= 2 && self.labelled * 2 >= self.leaves && come_back
    }
}
