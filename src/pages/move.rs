//! From one level to another, up, across or down: what is gained, raised, asked less, kept and released.

use std::collections::BTreeMap;

use serde::Serialize;

use super::carried::{Mark, origins_of};
use super::diff::Diff;
use super::frame::{Frame, Link};
use super::here::Here;
use super::html::Html;
use super::level::FactView;
use super::lines::Lines;
use super::words::Slot;
use super::{Route, name};
use crate::resolve::{CriterionRef, InForce, Ladder, LevelRef, RelationKind};
use crate::text::Lookup;

/// No ladder has more steps from top to bottom; the bound guards against relations that run in a circle.
const LONGEST: usize = 1000;

/// What `move.html` shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MoveView {
    pub frame: Frame,
    pub from: Stand,
    pub to: Stand,
    /// Asked there and not here, by the level that states it.
    pub gained: Html,
    pub gained_count: usize,
    /// Asked here, and more of it there.
    pub raised: Lines,
    /// Asked here, and less of it there.
    pub eased: Lines,
    /// Asked on both, in words of their own.
    pub reworded: Lines,
    pub kept: Vec<Kept>,
    pub kept_count: usize,
    /// Asked here and not there.
    pub released: Html,
    pub released_count: usize,
    /// The two tracks side by side, where they are not one.
    pub comparison: Option<Link>,
}

/// One end of a move.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Stand {
    pub level: Link,
    pub facts: Vec<FactView>,
    pub in_force: usize,
    pub complete: bool,
}

/// What stays in force unchanged, counted by the level that stated it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Kept {
    pub level: Link,
    pub count: usize,
}

/// What becomes of a criterion that is in force where one arrives.
enum Fate {
    /// Of what is in force at the start, this one goes on in the same words.
    Kept(CriterionRef),
    Gained,
    Raised(CriterionRef),
    Eased(CriterionRef),
    Reworded(CriterionRef),
}

impl MoveView {
    pub(super) fn of(here: &Here, from: LevelRef, to: LevelRef) -> Self {
        let ladder = here.ladder();
        let names = (name::whole(here, from), name::whole(here, to));
        let title = here.say().move_title.with(&[(Slot::From, &names.0), (Slot::To, &names.1)]);
        let mut sorted = Sorted::default();
        let before = Before::of(ladder, from);
        for entry in &ladder.level(to).in_force {
            sorted.add(entry, before.fate(here, entry.criterion));
        }
        let released = sorted.unmet(&ladder.level(from).in_force);
        let crumbs = vec![Link::new(here.track_title(to.track), here.href(&Route::Track(to.track)))];
        Self {
            frame: Frame::new(here, title, crumbs),
            from: Stand::of(here, from),
            to: Stand::of(here, to),
            gained: origins_of(here, (to, Mark::Adds), sorted.gained.iter()),
            gained_count: sorted.gained.len(),
            raised: changes(here, &sorted.raised),
            eased: changes(here, &sorted.eased),
            reworded: changes(here, &sorted.reworded),
            kept_count: sorted.kept.values().sum(),
            kept: sorted.kept.iter().map(|(level, count)| Kept::of(here, *level, *count)).collect(),
            released_count: released.len(),
            released: origins_of(here, (from, Mark::Drops), released.into_iter()),
            comparison: comparison(here, from, to),
        }
    }
}

/// What is in force where one comes from.
struct Before {
    /// In order.
    held: Vec<CriterionRef>,
    /// Each criterion that something held raises or repeats and that is not held itself, to what is held.
    above: Lookup<CriterionRef, (CriterionRef, Bar)>,
}

/// Whether a chain of relations only repeats, or raises somewhere.
#[derive(Clone, Copy, PartialEq)]
enum Bar {
    Same,
    Higher,
}

impl Before {
    fn of(ladder: &Ladder, from: LevelRef) -> Self {
        let mut held: Vec<CriterionRef> = ladder.level(from).in_force.iter().map(|entry| entry.criterion).collect();
        held.sort_unstable();
        let mut above = Lookup::default();
        for criterion in &held {
            for (below, bar) in below(ladder, *criterion).filter(|(below, _)| held.binary_search(below).is_err()) {
                above.entry(below).or_insert((*criterion, bar));
            }
        }
        Self { held, above }
    }

    fn holds(&self, at: &CriterionRef) -> bool {
        self.held.binary_search(at).is_ok()
    }

    fn fate(&self, here: &Here, at: CriterionRef) -> Fate {
        let ladder = here.ladder();
        if self.holds(&at) {
            return Fate::Kept(at);
        }
        if let Some((old, bar)) = below(ladder, at).find(|(below, _)| self.holds(below)) {
            return if bar == Bar::Higher { Fate::Raised(old) } else { kept(here, old, at) };
        }
        if let Some((old, bar)) = self.above.get(&at) {
            return if *bar == Bar::Higher { Fate::Eased(*old) } else { kept(here, *old, at) };
        }
        let twin = ladder.criterion(at).shared.iter().find(|shared| self.holds(&shared.criterion));
        twin.map_or(Fate::Gained, |twin| kept(here, twin.criterion, at))
    }
}

fn kept(here: &Here, old: CriterionRef, new: CriterionRef) -> Fate {
    if here.same_words(old, new) { Fate::Kept(old) } else { Fate::Reworded(old) }
}

/// What a criterion raises or repeats, down to the first that stated it.
fn below(ladder: &Ladder, at: CriterionRef) -> impl Iterator<Item = (CriterionRef, Bar)> {
    let step = move |(at, bar): &(CriterionRef, Bar)| {
        let relation = &ladder.criterion(*at).relation;
        let bar = if relation.kind == RelationKind::Raises { Bar::Higher } else { *bar };
        relation.of.map(|below| (below, bar))
    };
    std::iter::successors(step(&(at, Bar::Same)), step).take(LONGEST)
}

/// The criteria in force where one arrives, by their fate.
#[derive(Default)]
struct Sorted {
    gained: Vec<InForce>,
    raised: Vec<(CriterionRef, CriterionRef)>,
    eased: Vec<(CriterionRef, CriterionRef)>,
    reworded: Vec<(CriterionRef, CriterionRef)>,
    kept: BTreeMap<LevelRef, usize>,
    /// What is in force at the start and answered by something at the end.
    met: Vec<CriterionRef>,
}

impl Sorted {
    fn add(&mut self, entry: &InForce, fate: Fate) {
        let at = entry.criterion;
        let met = match fate {
            Fate::Gained => return self.gained.push(*entry),
            Fate::Kept(old) => {
                *self.kept.entry(entry.from).or_default() += 1;
                old
            }
            Fate::Raised(old) => push(&mut self.raised, at, old),
            Fate::Eased(old) => push(&mut self.eased, at, old),
            Fate::Reworded(old) => push(&mut self.reworded, at, old),
        };
        self.met.push(met);
    }

    /// What is in force at the start and answered by nothing at the end.
    fn unmet<'i>(&mut self, in_force: &'i [InForce]) -> Vec<&'i InForce> {
        self.met.sort_unstable();
        in_force.iter().filter(|entry| self.met.binary_search(&entry.criterion).is_err()).collect()
    }
}

fn push(list: &mut Vec<(CriterionRef, CriterionRef)>, new: CriterionRef, old: CriterionRef) -> CriterionRef {
    list.push((new, old));
    old
}

impl Stand {
    fn of(here: &Here, at: LevelRef) -> Self {
        let level = here.ladder().level(at);
        Self {
            level: Link::new(name::whole(here, at), here.level(at)),
            facts: level.facts.iter().map(|fact| FactView::of(here, fact)).collect(),
            in_force: level.in_force.len(),
            complete: level.complete,
        }
    }
}

/// Criteria whose wording changes, as pairs of the later and the earlier one: the items of a list.
fn changes(here: &Here, pairs: &[(CriterionRef, CriterionRef)]) -> Lines {
    let mut lines = Lines { count: pairs.len(), html: Html::with_room(pairs.len() * 512) };
    for (new, old) in pairs {
        push_change(here, (*old, *new), &mut lines.html);
    }
    lines
}

fn push_change(here: &Here, (old, new): (CriterionRef, CriterionRef), out: &mut Html) {
    let ladder = here.ladder();
    let text = |at| ladder.criterion(at).text.line();
    let made;
    let diff = match ladder.criterion(new).relation.of {
        Some(below) if below == old => here.diff(new, old),
        Some(_) | None => {
            made = Diff::of(&text(old), &text(new));
            &made
        }
    };
    out.push_ours("<li><a class=\"quiet\" href=\"");
    here.push_criterion(out, new);
    out.push_ours("\">");
    out.push_html(&diff.new);
    out.push_ours("</a><p class=\"before\">");
    here.push_level_of(out, old);
    out.push_ours(": ");
    out.push_html(&diff.old);
    out.push_ours("</p></li>\n");
}

impl Kept {
    fn of(here: &Here, level: LevelRef, count: usize) -> Self {
        Self { level: Link::new(name::whole(here, level), here.level(level)), count }
    }
}

fn comparison(here: &Here, from: LevelRef, to: LevelRef) -> Option<Link> {
    let pair = (from.track.min(to.track), from.track.max(to.track));
    let route = Route::Compare(pair.0, pair.1);
    let anchor = super::compare::row_anchor(here.ladder(), to);
    let known = here.site.connections.comparisons.contains(&pair);
    known.then(|| Link::new(here.say().side_by_side_link.as_str(), here.anchor(&route, &anchor)))
}
