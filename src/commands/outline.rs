//! `outline`: how each document was read, on what evidence, and what would change it.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::arguments::{OutlineArguments, OutlineFormat};
use super::load::{Understood, understand};
use super::{Ended, terminal};
use crate::io::{Failure, Project};
use crate::model::{Level, Rank, Reading, State, Track};

/// Runs the command.
///
/// # Errors
/// Where the folder or document cannot be read.
pub fn outline(arguments: &OutlineArguments) -> Ended {
    let place = arguments.place.as_path();
    let only = place.is_file().then_some(place);
    let project = match only {
        Some(file) => Project::around(file)?,
        None => Project::open(place)?,
    };
    let understood = understand(&project)?;
    let entries = entries(&understood, (&project, only));
    match arguments.format {
        OutlineFormat::Human => terminal::product(&entries.iter().map(Entry::printed).collect::<Vec<_>>().join("\n"))?,
        OutlineFormat::Json => terminal::product(&super::export::pretty(&entries)?)?,
    }
    if only.is_some() && entries.is_empty() {
        return Err(Failure::new("read", place, "it is no document of its project; see `ladder-site outline --help`"));
    }
    terminal::findings(&understood.sources, &project.folder, &understood.errors());
    Ok(understood.outcome())
}

/// One document.
#[derive(Serialize)]
struct Entry<'a> {
    file: String,
    shape: Option<&'a str>,
    confidence: f32,
    evidence: &'a [String],
    tracks: Vec<TrackEntry<'a>>,
    guidance_words: usize,
    suggestion: Option<&'a str>,
}

#[derive(Serialize)]
struct TrackEntry<'a> {
    title: &'a str,
    levels: Vec<LevelEntry<'a>>,
}

#[derive(Serialize)]
struct LevelEntry<'a> {
    heading: &'a str,
    code: Option<&'a str>,
    title: &'a str,
    rank: Option<Rank>,
    state: State,
    criteria: usize,
}

fn entries<'a>(understood: &'a Understood, (project, only): (&Project, Option<&Path>)) -> Vec<Entry<'a>> {
    let only = only.and_then(|file| std::fs::canonicalize(file).ok());
    let prefix = terminal::prefix(&project.folder);
    let path = |reading: &Reading| understood.sources.get(reading.span.file).path().to_owned();
    let wanted = |path: &str| {
        only.as_ref()
            .is_none_or(|only| std::fs::canonicalize(project.folder.join(path)).is_ok_and(|file| file == *only))
    };
    let readings =
        understood.framework.readings.iter().map(|reading| (path(reading), reading)).filter(|(path, _)| wanted(path));
    readings
        .map(|(path, reading)| {
            let file = if prefix.is_empty() { path } else { format!("{prefix}/{path}") };
            Entry::new(file, reading, &understood.framework.tracks)
        })
        .collect()
}

impl<'a> Entry<'a> {
    fn new(file: String, reading: &'a Reading, tracks: &'a [Arc<Track>]) -> Self {
        let track = |index: &usize| track(&tracks[*index]);
        Self {
            file,
            shape: reading.shape,
            confidence: reading.confidence,
            evidence: &reading.evidence,
            tracks: reading.tracks.iter().map(track).collect(),
            guidance_words: reading.guidance_words,
            suggestion: reading.suggestion.as_deref(),
        }
    }

    fn printed(&self) -> String {
        let mut out = format!("\u{1b}[1m{}\u{1b}[0m\n", self.file);
        let mut line = |name: &str, words: &str| out.push_str(&format!("  {name:<10}{words}\n"));
        match self.shape {
            Some(shape) => line("read as", &format!("{shape}, {:.0}% sure", self.confidence * 100.0)),
            None => line("read as", "a page of guidance: no ladder was found"),
        }
        for (index, evidence) in self.evidence.iter().enumerate() {
            line(if index == 0 { "because" } else { "" }, evidence);
        }
        for (index, track) in self.tracks.iter().enumerate() {
            line(if index == 0 { "gives" } else { "" }, &track.printed());
        }
        if self.guidance_words > 0 {
            line("guidance", &format!("{} words are left as guidance or navigation", self.guidance_words));
        }
        for (index, words) in self.suggestion.iter().flat_map(|lines| lines.lines()).enumerate() {
            line(if index == 0 { "to change" } else { "" }, words);
        }
        out
    }
}

fn track(track: &Track) -> TrackEntry<'_> {
    TrackEntry { title: track.title.plain(), levels: track.levels.iter().map(LevelEntry::of).collect() }
}

impl TrackEntry<'_> {
    fn printed(&self) -> String {
        let levels: Vec<String> = self.levels.iter().map(LevelEntry::printed).collect();
        format!("{}: {}", self.title, levels.join(", "))
    }
}

impl<'a> LevelEntry<'a> {
    fn of(level: &'a Level) -> Self {
        Self {
            heading: &level.heading,
            code: level.code.as_deref(),
            title: &level.title,
            rank: level.rank,
            state: level.state,
            criteria: level.criteria.len(),
        }
    }

    fn printed(&self) -> String {
        match self.state {
            State::Defined => format!("{} ({})", self.heading, self.criteria),
            State::NotApplicable => format!("{} (not applicable)", self.heading),
            State::Draft => format!("{} (draft)", self.heading),
        }
    }
}
