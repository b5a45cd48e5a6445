//! What a level carries on from below: in short lines, by the level that stated them first.

use serde::Serialize;

use super::here::Here;
use super::html::Html;
use super::lines::Lines;
use super::name;
use crate::resolve::{CriterionRef, DimensionRef, InForce, Ladder, LevelRef, RelationKind};

/// As many dimensions have a place of their own; the style sheet knows no more.
const MOST: usize = 24;

/// What a list of criteria says of them; the class of the list, as the style sheet knows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Kept,
    Adds,
    Drops,
}

/// What a level carries on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Carried {
    /// By origin, the nearest first.
    pub origins: Html,
    /// The headings for the same lines by dimension; empty where there are not two dimensions to choose from. A style
    /// sheet puts the lines below them, by the number in their class.
    pub dimensions: Html,
}

/// A level's own criteria are not among what it carries on.
pub(super) fn carried(here: &Here, level: LevelRef) -> Carried {
    let in_force = here.ladder().level(level).in_force.iter();
    let entries: Vec<&InForce> = in_force.filter(|entry| entry.criterion.level != level).collect();
    let order = Order::of(here.ladder(), &entries);
    let sheet = Sheet { from: level, mark: Mark::Kept, order: &order };
    Carried { dimensions: order.headings(here), origins: origins(here, sheet, entries.iter().copied()) }
}

/// How lists of criteria are written.
#[derive(Clone, Copy)]
struct Sheet<'o> {
    /// Names of levels are as seen from its track.
    from: LevelRef,
    mark: Mark,
    order: &'o Order,
}

/// The dimensions of some criteria, in order of appearance; empty where there is no choice.
#[derive(Default)]
struct Order(Vec<Option<DimensionRef>>);

impl Order {
    fn of(ladder: &Ladder, entries: &[&InForce]) -> Self {
        let mut found = Vec::new();
        for entry in entries {
            let dimension = ladder.criterion(entry.criterion).dimension;
            if !found.contains(&dimension) {
                found.push(dimension);
            }
        }
        // In the order of the ladder, what has no dimension last.
        found.sort_by_key(|dimension| (dimension.is_none(), *dimension));
        if found.len() < 2 { Self::default() } else { Self(found) }
    }

    /// The place of a criterion, counted from one; `None` where there is no choice.
    fn place(&self, ladder: &Ladder, at: CriterionRef) -> Option<usize> {
        let dimension = ladder.criterion(at).dimension;
        self.0.iter().position(|known| *known == dimension).map(|place| (place + 1).min(MOST))
    }

    fn headings(&self, here: &Here) -> Html {
        let mut out = Html::default();
        for (index, dimension) in self.0.iter().enumerate().take(MOST) {
            out.push_ours("<h3 class=\"d");
            out.push_number(index as u64 + 1);
            out.push_ours("\">");
            match dimension {
                Some(dimension) if index + 1 < MOST => out.push_text(&here.ladder().dimensions[dimension.0].title),
                Some(_) => out.push_word(&here.say().others),
                None => out.push_word(&here.say().without_dimension),
            }
            out.push_ours("</h3>\n");
        }
        out
    }
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
        let levels = counts.iter().map(told).collect::<Vec<_>>().join(here.say().comma.as_str());
        let track = counts[0].0.track;
        if track == level.track { levels } else { format!("{}: {levels}", here.track_title(track)) }
    });
    tracks.collect::<Vec<_>>().join("; ")
}

/// Criteria in force, in the order given, by the level that stated them first, a list each that can be folded; names as
/// seen from the track of `from`.
pub(super) fn origins_of<'i>(
    here: &Here,
    (from, mark): (LevelRef, Mark),
    entries: impl Iterator<Item = &'i InForce>,
) -> Html {
    origins(here, Sheet { from, mark, order: &Order::default() }, entries)
}

fn origins<'i>(here: &Here, sheet: Sheet, entries: impl Iterator<Item = &'i InForce>) -> Html {
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
        push_origin(here, sheet, (level, &entries), &mut lines);
    }
    lines.html
}

fn push_origin(here: &Here, sheet: Sheet, (level, entries): (LevelRef, &[&InForce]), lines: &mut Lines) {
    let out = &mut lines.html;
    out.push_ours("<details class=\"origin\" open><summary>");
    let push_name = |out: &mut Html, _| name::push_from(out, here, sheet.from.track, level);
    out.push_sentence(&here.say().from_level, push_name);
    out.push_ours(" <span class=\"count\">");
    out.push_number(entries.len() as u64);
    out.push_ours("</span></summary>\n<ul class=\"lines ");
    out.push_ours(match sheet.mark {
        Mark::Kept => "kept\"",
        Mark::Adds => "adds\"",
        Mark::Drops => "drops\"",
    });
    if !sheet.order.0.is_empty() {
        push_origin_style(out, &name::from(here, sheet.from.track, level));
    }
    out.push_ours(">\n");
    for entry in entries {
        let place = sheet.order.place(here.ladder(), entry.criterion);
        lines.add_from(here, place, (entry.criterion, first_statement(here.ladder(), entry)));
    }
    lines.html.push_ours("</ul></details>\n");
}

/// The name of the origin for the style sheet, which says it behind each line where lines stand by dimension.
fn push_origin_style(out: &mut Html, name: &str) {
    out.push_ours(" style=\"--from:'");
    out.push_text(&in_style(name));
    out.push_ours("'\"");
}

/// Words between quotes of a style sheet: all but letters, digits and blanks in the escapes of CSS.
pub(super) fn in_style(words: &str) -> String {
    let letter = |letter: char| match letter {
        ' ' => " ".to_owned(),
        letter if letter.is_alphanumeric() => letter.to_string(),
        letter => format!("\\{:x} ", u32::from(letter)),
    };
    words.chars().map(letter).collect()
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
