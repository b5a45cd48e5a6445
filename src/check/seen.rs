//! What the rules look at: the ladder, the sources it was read from, and what several rules ask of it.

use super::language::{self, Language};
use super::wording::Wording;
use crate::resolve::{Criterion, CriterionRef, Ladder, Level, LevelRef, State, Track, TrackRef};
use crate::text::{Inlines, Sources, Span, parallel};

/// A ladder under examination.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    pub ladder: &'a Ladder,
    pub sources: &'a Sources,
    /// The language that each track is written in, where it is known.
    languages: Vec<Option<&'static Language>>,
    /// Of each criterion of each level of each track.
    wordings: Vec<Vec<Vec<Wording<'a>>>>,
}

impl<'a> Seen<'a> {
    /// Looks at a ladder.
    pub fn new(ladder: &'a Ladder, sources: &'a Sources) -> Self {
        let of_level = |level: &'a Level| level.criteria.iter().map(Wording::of).collect();
        let of_track = |(_, track): (TrackRef, &'a Track)| -> Vec<Vec<Wording<'a>>> {
            track.levels.iter().map(of_level).collect()
        };
        let wordings = parallel::map(ladder.tracks().collect::<Vec<_>>(), of_track);
        let language = |track: &Vec<Vec<Wording<'_>>>| language::of(track.iter().flatten().map(|it| it.key.as_str()));
        Self { ladder, sources, languages: wordings.iter().map(language).collect(), wordings }
    }

    /// What the criteria of a level say.
    pub fn wordings(&self, level: LevelRef) -> &[Wording<'a>] {
        &self.wordings[level.track.0][level.level]
    }

    /// What a criterion says.
    pub fn wording(&self, of: CriterionRef) -> &Wording<'a> {
        &self.wordings(of.level)[of.criterion]
    }

    /// The language of a track.
    pub fn language(&self, track: TrackRef) -> Option<&'static Language> {
        self.languages[track.0]
    }

    /// Every track with its levels that are in use and are steps of their own, lowest first.
    pub fn steps(&self) -> impl Iterator<Item = (TrackRef, &'a Track, Vec<(LevelRef, &'a Level)>)> + '_ {
        let ladder = self.ladder;
        ladder.tracks().map(move |(of, track)| {
            let levels = ladder.levels(of).filter(|(_, level)| level.state == State::Defined && !level.is_base_layer);
            (of, track, levels.collect())
        })
    }

    /// Every criterion, in the order of the ladder.
    pub fn criteria(&self) -> impl Iterator<Item = (CriterionRef, &'a Criterion)> + '_ {
        let ladder = self.ladder;
        let levels = ladder.tracks().flat_map(move |(track, _)| ladder.levels(track));
        levels.flat_map(|(level, value)| {
            let of = move |(criterion, value)| (CriterionRef { level, criterion }, value);
            value.criteria.iter().enumerate().map(of)
        })
    }

    /// How deep the heading of a level stands in its document; zero where it is no Markdown heading.
    pub fn depth(&self, level: &Level) -> usize {
        let source = self.sources.get(level.span.file);
        let line = &source.text()[source.line(source.line_and_column(level.span.start).0)];
        line.trim_start().chars().take_while(|letter| *letter == '#').count()
    }

    /// A level as a finding names it: with its track where that is another one than `from`.
    pub fn name(&self, level: LevelRef, from: LevelRef) -> String {
        let name = called(self.ladder.level(level));
        if level.track == from.track {
            format!("`{name}`")
        } else {
            format!("`{name}` of `{}`", self.ladder.track(level.track).title.plain())
        }
    }
}

/// A level as people call it: its heading as written.
pub fn called(level: &Level) -> &str {
    &level.heading
}

/// Where some bytes of the plain text of a run stand in its source.
pub fn part(inlines: &Inlines, range: std::ops::Range<usize>) -> Option<Span> {
    let behind = inlines.split_at(range.start).1;
    behind.split_at(range.len()).0.span()
}
