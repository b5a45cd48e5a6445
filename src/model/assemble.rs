//! A sketch → tracks: levels get their code, title and rank from the run they stand in, lowest first; what stands under
//! them is sorted into summary, facts, criteria and guidance; prose that no level claims is kept with the track.

use super::body::{self, Body, Recurrence};
use super::framework::{Level, State, Title, Track};
use super::guidance::{self, Guidance};
use super::lines::{self, Line};
use super::names::{self, Direction, NameKind, RunLevel, RunReading};
use super::sketch::{LevelSketch, Sketch, TrackSketch};
use super::wording::{key, name};
use crate::text::{Block, Span};

/// What is known of a sketch's tracks from outside.
pub struct Frame {
    /// What a track is called where its sketch does not say.
    pub title: Title,
    /// Index of the group.
    pub group: usize,
    /// The document, or the first one.
    pub span: Span,
    /// Whether the document has several tracks, so that each needs its own title.
    pub has_several: bool,
    /// Whether the order of the sketch is already right.
    pub is_ordered: bool,
}

/// Makes the tracks of a sketch.
pub fn tracks(sketch: &Sketch<'_>, frame: &Frame) -> Vec<Track> {
    let recurrence = Recurrence::over(sketch.tracks.iter().flat_map(|track| &track.levels));
    let within = |track: &TrackSketch| recurrence.within(&Recurrence::over(track.levels.iter()));
    let mut tracks: Vec<Track> = sketch
        .tracks
        .iter()
        .flat_map(|track| split(track, frame, &within(track)))
        .filter(|track| !track.levels.is_empty())
        .collect();
    if let [track] = tracks.as_mut_slice() {
        let rest = guidance::sort(&sketch.rest);
        track.guidance.splice(0..0, rest.sections);
        track.navigation.splice(0..0, rest.navigation);
    }
    for track in &mut tracks {
        track.licence = guidance::licence(&track.guidance);
        track.summary = summary(&track.guidance);
    }
    tracks
}

/// The tracks that the levels of one sketch interleave.
fn split(sketch: &TrackSketch, frame: &Frame, recurrence: &Recurrence) -> Vec<Track> {
    let names: Vec<String> = sketch.levels.iter().map(|level| level.heading.clone()).collect();
    let run = names::run(&names);
    let own = sketch.title.as_ref().filter(|_| frame.has_several);
    let title = own.map_or_else(|| frame.title.clone(), |title| Title::Written(name(&title.plain())));
    let parts = lines::of(&names, &run);
    let several = parts.len() > 1;
    let mut tracks = Vec::new();
    for Line { name, members } in parts {
        let title = match &title {
            Title::Written(title) if several => Title::Written(format!("{title}: {name}")),
            Title::Ladder | Title::Ladders if several => Title::Written(name),
            Title::Written(_) | Title::Ladder | Title::Ladders => title.clone(),
        };
        tracks.push(track(sketch, &members, &run, Names { title, frame, recurrence }));
    }
    if let Some(first) = tracks.first_mut() {
        let rest: Guidance = guidance::sort(&sketch.rest);
        first.guidance.splice(0..0, rest.sections);
        first.navigation.splice(0..0, rest.navigation);
    }
    tracks
}

/// What a track takes from around it.
struct Names<'a> {
    title: Title,
    frame: &'a Frame,
    recurrence: &'a Recurrence,
}

fn track(sketch: &TrackSketch, members: &[usize], run: &RunReading, names: Names) -> Track {
    let mut navigation = Vec::new();
    let mut levels = Vec::with_capacity(members.len());
    for member in members {
        let (level, led) = level(&sketch.levels[*member], run.levels[*member].as_deref(), names.recurrence);
        navigation.extend(led);
        levels.push(level);
    }
    if run.direction == Direction::Descending && !names.frame.is_ordered {
        levels.reverse();
    }
    let dimensions = dimensions(&sketch.dimensions, &levels);
    Track {
        title: names.title,
        group: names.frame.group,
        span: names.frame.span,
        summary: None,
        licence: None,
        guidance: Vec::new(),
        navigation,
        accumulates: None,
        builds_on: Vec::new(),
        levels,
        dimensions,
        raises: Vec::new(),
    }
}

/// Titles in the order of the shape, then in the order in which criteria have them.
fn dimensions(known: &[String], levels: &[Level]) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let used = levels.iter().flat_map(|level| &level.criteria).filter_map(|criterion| criterion.dimension.as_ref());
    let used: Vec<&String> = used.collect();
    let names: std::collections::HashSet<String> = used.iter().map(|name| key(name)).collect();
    let known = known.iter().filter(|name| names.contains(&key(name)));
    known.chain(used).filter(|name| seen.insert(key(name))).cloned().collect()
}

fn level(sketch: &LevelSketch, read: Option<&RunLevel>, recurrence: &Recurrence) -> (Level, Vec<Block>) {
    let Body { summary, facts, criteria, guidance, navigation, state } = body::read(sketch, recurrence);
    let empty = criteria.is_empty();
    let rank = sketch.number.as_ref().and_then(|number| names::read_numbered(number)?.rank);
    let apart = sketch.title.as_deref().map(apart);
    let title = apart.as_ref().and_then(|apart| apart.title.clone());
    let level = Level {
        heading: sketch.heading.clone(),
        code: read.and_then(|read| read.code.clone()).or_else(|| apart.and_then(|apart| apart.code)),
        aliases: read.map(|read| read.aliases.clone()).unwrap_or_default(),
        title: title.unwrap_or_else(|| read.map_or_else(|| sketch.heading.clone(), |read| read.title.clone())),
        rank: read.and_then(|read| read.rank).or(rank),
        state: state.filter(|_| empty).unwrap_or(State::Defined),
        summary,
        facts,
        criteria,
        guidance,
        builds_on: Vec::new(),
        accumulates: None,
        equivalents: Vec::new(),
        is_base_layer: read.is_some_and(|read| read.is_base_layer),
        span: sketch.span,
    };
    (level, navigation)
}

/// A title that stands apart from the name of its level: words, or nothing but a code.
struct Apart {
    title: Option<String>,
    code: Option<String>,
}

fn apart(title: &str) -> Apart {
    match names::read(title).filter(|name| name.kind == NameKind::Code) {
        Some(name) => Apart { title: None, code: name.codes.first().map(|code| code.text.clone()) },
        None => Apart { title: Some(title.to_owned()), code: None },
    }
}

/// The first paragraph in front of everything else, where there is one.
fn summary(sections: &[super::framework::Section]) -> Option<String> {
    let first = sections.first().filter(|section| section.heading.is_none())?;
    match first.blocks.first()? {
        Block::Paragraph(paragraph) => Some(paragraph.content.plain()).filter(|text| is_sentence(text)),
        _ => None,
    }
}

/// Words between spaces, not an address, not the lead of a list.
fn is_sentence(text: &str) -> bool {
    text.split_whitespace().count() >= 3 && !text.ends_with([':', '：'])
}
