//! What a level carries on from below: in short lines, by the level that stated them first.

use super::here::Here;
use super::html::Html;
use super::lines::Lines;
use super::name;
use crate::resolve::{CriterionRef, InForce, Ladder, LevelRef, RelationKind};

/// What a list of criteria says of them; the class of the list, as the style sheet knows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Kept,
    Adds,
    Drops,
}

/// By origin, the nearest first; a level's own criteria are not among them.
pub(super) fn carried(here: &Here, level: LevelRef) -> Html {
    let in_force = &here.ladder().level(level).in_force;
    origins(here, (level, Mark::Kept), in_force.iter().filter(|entry| entry.criterion.level != level))
}

/// The same in a few words: `Level 5 (14); Delivery: Level 4 (6), Level 3 (3)`.
pub(super) fn told(here: &Here, level: LevelRef) -> String {
    let ladder = here.ladder();
    let entries = ladder.level(level).in_force.iter().filter(|entry| entry.criterion.level != level);
    let mut counts: Vec<(LevelRef, usize)> = Vec::new();
    for entry in entries {
        match counts.iter_mut().find(|(from, _)| *from == entry.from) {
            Some((_, count)) => *count += 1,
            None => counts.push((entry.from, 1)),
        }
    }
    let told = |(from, count): &(LevelRef, usize)| format!("{} ({count})", name::short(ladder.level(*from)));
    let tracks = counts.chunk_by(|(one, _), (other, _)| one.track == other.track).map(|counts| {
        let levels = counts.iter().map(told).collect::<Vec<_>>().join(", ");
        let track = counts[0].0.track;
        if track == level.track { levels } else { format!("{}: {levels}", ladder.track(track).title) }
    });
    tracks.collect::<Vec<_>>().join("; ")
}

/// Criteria in force, in the order given, by the level that stated them first, a list each that can be folded; names as
/// seen from the track of `from`.
pub(super) fn origins<'i>(
    here: &Here,
    (from, mark): (LevelRef, Mark),
    entries: impl Iterator<Item = &'i InForce>,
) -> Html {
    let mut origins: Vec<(LevelRef, Vec<&InForce>)> = Vec::new();
    for entry in entries {
        match origins.iter_mut().rev().find(|(level, _)| *level == entry.from) {
            Some((_, entries)) => entries.push(entry),
            None => origins.push((entry.from, vec![entry])),
        }
    }
    let count: usize = origins.iter().map(|(_, entries)| entries.len()).sum();
    let mut lines = Lines { count: 0, html: Html::with_room(count * 256) };
    for (level, entries) in origins {
        push_origin(here, (from, mark), (level, &entries), &mut lines);
    }
    lines.html
}

fn push_origin(
    here: &Here,
    (from, mark): (LevelRef, Mark),
    (level, entries): (LevelRef, &[&InForce]),
    lines: &mut Lines,
) {
    let out = &mut lines.html;
    out.push_ours("<details class=\"origin\" open><summary>From ");
    name::push_from(out, here.ladder(), from.track, level);
    out.push_ours(" <span class=\"count\">");
    out.push_number(entries.len() as u64);
    out.push_ours("</span></summary>\n<ul class=\"lines ");
    out.push_ours(match mark {
        Mark::Kept => "kept\">\n",
        Mark::Adds => "adds\">\n",
        Mark::Drops => "drops\">\n",
    });
    for entry in entries {
        lines.add_from(here, entry.criterion, first_statement(here.ladder(), entry));
    }
    lines.html.push_ours("</ul></details>\n");
}

/// The criterion that stated it first: of a repeat, what it repeats.
fn first_statement(ladder: &Ladder, entry: &InForce) -> CriterionRef {
    let mut at = entry.criterion;
    // Relations lead to levels below, so the walk ends; the count guards against a ladder made by other hands.
    for _ in 0..ladder.track(at.level.track).levels.len() + ladder.tracks.len() {
        let relation = &ladder.criterion(at).relation;
        match (relation.kind, relation.of) {
            (RelationKind::Repeats, Some(below)) if at.level != entry.from => at = below,
            (RelationKind::Adds | RelationKind::Repeats | RelationKind::Raises, _) => break,
        }
    }
    at
}
