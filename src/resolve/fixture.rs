//! Small frameworks as text, for the tests of the rules.
//!
//! ```text
//! # Delivery | group=org | branch=other track      a track; one file each, called by the slug of the title
//! ## L4 = Level four | rank=4 | state=na           a level, with or without a code
//! - [Technical] Owns: keeps the lights on          a criterion, with or without dimension and label; `<x.md>` is a link
//! > Questions                                      a heading of guidance of the track
//! ! tech-lead/l5/first -> tech-lead/l4/second      a configured raise
//! ```
//!
//! `branch`, `overlay`, `set` (configured), `link` and `in` (of one dimension: `in=Technical:Delivery`) name bases;
//! `alias`, `equal`, `file` (of a track or level), `scale` (`scale=Technical:Adopts,Masters`), `replaces` and `layer` say the rest.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Base, BaseBasis, BaseKind, CriterionRef, Ladder, LevelRef, ModeBasis, Project, Rank, State, ladder};
use crate::model::{
    self, Criterion, Evidence, Framework, Grade, Group, Level, Mode, Scale, Section, Stated, Title, Track,
};
use crate::text::{Diagnostic, FileId, Inline, Inlines, Link, Source, Sources, Span, Text, slug};

/// Resolves a framework written as above.
pub(super) fn resolved(text: &str) -> (Ladder, Vec<Diagnostic>) {
    let (framework, sources) = framework(text);
    ladder(framework, Project { sources: &sources, assets: &BTreeSet::new() })
}

/// The framework alone, with its sources.
pub(super) fn framework(text: &str) -> (Framework, Sources) {
    let lines = || text.lines().map(str::trim);
    let files: BTreeSet<String> = lines().filter_map(file_of).collect();
    let sources = files.into_iter().map(|file| Source::new(file, text)).collect();
    let sources = Sources::new("", sources);
    let mut reader = Reader { framework: Framework::default(), sources: &sources, file: FileId(0), at: 0 };
    lines().for_each(|line| reader.line(line));
    (reader.framework, sources)
}

/// The file that a line puts what follows into.
fn file_of(line: &str) -> Option<String> {
    let (title, attributes) = attributes(line.trim_start_matches('#').trim_start());
    let file = attributes.iter().find(|(key, _)| *key == "file").map(|(_, file)| (*file).to_owned());
    let default = || line.starts_with("# ").then(|| format!("{}.md", slug(title)));
    file.filter(|_| line.starts_with('#')).or_else(default)
}

/// `track/level` → the level.
pub(super) fn level(ladder: &Ladder, id: &str) -> LevelRef {
    let (track, level) = id.split_once('/').expect("an id of a level has two parts");
    let (track, _) = ladder.tracks().find(|(_, value)| value.id == track).expect("the track exists");
    ladder.levels(track).find(|(_, value)| value.id == level).expect("the level exists").0
}

/// What is in force, each as `words < track/level of origin`.
pub(super) fn in_force(ladder: &Ladder, id: &str) -> Vec<String> {
    let of = |held: &super::InForce| format!("{} < {}", words(ladder, held.criterion), name(ladder, held.from));
    ladder.level(level(ladder, id)).in_force.iter().map(of).collect()
}

/// What each criterion does: `adds`, `repeats exact words`, `raises scale words`.
pub(super) fn relations(ladder: &Ladder, id: &str) -> Vec<String> {
    let relation = |criterion: &super::Criterion| match (criterion.relation.of, criterion.relation.basis) {
        (Some(of), Some(basis)) => {
            format!("{:?} {basis:?} {}", criterion.relation.kind, words(ladder, of)).replacen("Re", "re", 1)
        }
        _ => format!("{:?}", criterion.relation.kind),
    };
    ladder.level(level(ladder, id)).criteria.iter().map(relation).map(|it| it.replacen("Ra", "ra", 1)).collect()
}

/// What a level builds on: `branch stated delivery/l4`, or `branch stated ? name` where it was not found.
pub(super) fn bases(ladder: &Ladder, id: &str) -> Vec<String> {
    let base = |base: &Base| {
        let level = base.level.map_or_else(|| format!("? {}", base.name), |level| name(ladder, level));
        format!("{:?} {:?} {level}", base.kind, base.basis).to_lowercase()
    };
    ladder.level(level(ladder, id)).builds_on.iter().map(base).collect()
}

/// The rules that were broken.
pub(super) fn rules(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.rule).collect()
}

/// `track/level`.
pub(super) fn name(ladder: &Ladder, level: LevelRef) -> String {
    format!("{}/{}", ladder.track(level.track).id, ladder.level(level).id)
}

/// The text of a criterion.
pub(super) fn words(ladder: &Ladder, criterion: CriterionRef) -> String {
    ladder.criterion(criterion).text.plain()
}

struct Reader<'a> {
    framework: Framework,
    sources: &'a Sources,
    file: FileId,
    at: usize,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        if let Some(file) = file_of(line) {
            self.file = self.sources.find(&file).expect("every file is among the sources");
        }
        let span = Span::new(self.file, self.at, self.at + line.len());
        self.at += line.len() + 1;
        if let Some(level) = line.strip_prefix("## ") {
            self.last_track().levels.push(read_level(level, span));
        } else if let Some(track) = line.strip_prefix("# ") {
            self.track(track, span);
        } else if let Some(criterion) = line.strip_prefix("- ") {
            let criterion = read_criterion(criterion, span);
            self.last_track().levels.last_mut().expect("a level comes first").criteria.push(criterion);
        } else if let Some(heading) = line.strip_prefix("> ") {
            let heading = Some(inlines(heading, span));
            self.last_track().guidance.push(Section { heading, depth: 2, id: None, blocks: Vec::new(), span });
        } else if let Some((upper, lower)) = line.strip_prefix("! ").and_then(|pair| pair.split_once(" -> ")) {
            self.last_track().raises.push((stated(upper, span), stated(lower, span)));
        }
    }

    fn last_track(&mut self) -> &mut Track {
        Arc::make_mut(self.framework.tracks.last_mut().expect("a track comes first"))
    }

    fn track(&mut self, line: &str, span: Span) {
        let (title, attributes) = attributes(line);
        let find = |key: &str| attributes.iter().find(|(known, _)| *known == key).map(|(_, value)| *value);
        let group = self.group(find("group").unwrap_or(""));
        for (dimension, grades) in attributes.iter().filter(|it| it.0 == "scale").filter_map(|it| it.1.split_once(':'))
        {
            let grade = |name: &str| Grade { name: name.to_owned(), text: inlines(name, span), span };
            let grades = grades.split(',').map(grade).collect();
            self.framework.scales.push(Scale { dimension: dimension.to_owned(), group, grades, inclusive: false });
        }
        self.framework.tracks.push(Arc::new(Track {
            title: Title::Written(title.to_owned()),
            group,
            span,
            summary: None,
            licence: None,
            guidance: Vec::new(),
            navigation: Vec::new(),
            accumulates: mode(&attributes),
            builds_on: bases_of(&attributes, span),
            levels: Vec::new(),
            dimensions: Vec::new(),
            raises: Vec::new(),
        }));
    }

    fn group(&mut self, path: &str) -> usize {
        let groups = &mut self.framework.groups;
        groups.iter().position(|group| group.path == path).unwrap_or_else(|| {
            let (path, title) = (path.to_owned(), Title::Written(path.to_owned()));
            groups.push(Group { path, title, guidance: Vec::new(), navigation: Vec::new() });
            groups.len() - 1
        })
    }
}

type Attributes<'a> = Vec<(&'a str, &'a str)>;

fn attributes(line: &str) -> (&str, Attributes<'_>) {
    let mut parts = line.split(" | ");
    let title = parts.next().unwrap_or("");
    (title, parts.map(|part| part.split_once('=').unwrap_or((part, ""))).collect())
}

fn read_level(line: &str, span: Span) -> Level {
    let (heading, attributes) = attributes(line);
    let all = |key: &'static str| attributes.iter().filter(move |(known, _)| *known == key).map(|(_, value)| *value);
    let (code, title) = heading.split_once(" = ").map_or((None, heading), |(code, title)| (Some(code), title));
    let state = match all("state").next() {
        Some("na") => State::NotApplicable,
        Some("draft") => State::Draft,
        _ => State::Defined,
    };
    Level {
        heading: heading.to_owned(),
        code: code.map(str::to_owned),
        aliases: all("alias").map(str::to_owned).collect(),
        title: title.to_owned(),
        rank: all("rank").next().and_then(|rank| rank.parse().ok()).map(Rank),
        state,
        summary: Vec::new(),
        facts: Vec::new(),
        criteria: Vec::new(),
        guidance: Vec::new(),
        builds_on: bases_of(&attributes, span),
        accumulates: mode(&attributes),
        equivalents: all("equal").map(|name| stated(name, span)).collect(),
        is_base_layer: all("layer").next().is_some(),
        span,
    }
}

fn read_criterion(line: &str, span: Span) -> Criterion {
    let bracketed = line.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    let (dimension, text) = bracketed.map_or((None, line), |(dimension, text)| (Some(dimension), text));
    Criterion {
        dimension: dimension.map(str::to_owned),
        label: text.split_once(": ").map(|(label, _)| label.to_owned()),
        lead: None,
        text: inlines(text, span),
        examples: Vec::new(),
        span,
    }
}

fn bases_of(attributes: &Attributes<'_>, span: Span) -> Vec<model::Base> {
    attributes.iter().filter_map(|(key, value)| base_of(key, value, span)).collect()
}

fn base_of(key: &str, value: &str, span: Span) -> Option<model::Base> {
    let (kind, basis) = match key {
        "branch" | "link" | "in" => (BaseKind::Branch, BaseBasis::Stated),
        "overlay" => (BaseKind::Overlay, BaseBasis::Stated),
        "set" => (BaseKind::Branch, BaseBasis::Configured),
        _ => return None,
    };
    let (dimension, name) = value.split_once(':').filter(|_| key == "in").map_or((None, value), |(a, b)| (Some(a), b));
    Some(model::Base {
        name: name.to_owned(),
        link: Some(name.to_owned()).filter(|_| key == "link"),
        kind,
        basis,
        evidence: Some(Evidence { text: value.to_owned(), span }),
        dimension: dimension.map(str::to_owned),
    })
}

fn mode(attributes: &Attributes<'_>) -> Option<Stated<Mode, ModeBasis>> {
    let is = |key: &str| attributes.iter().any(|(known, _)| *known == key);
    let value = if is("replaces") { Mode::Replacing } else { Some(Mode::Cumulative).filter(|_| is("adds-up"))? };
    Some(Stated { value, basis: ModeBasis::Configured, evidence: None })
}

fn stated(value: &str, span: Span) -> Stated<String, ()> {
    Stated { value: value.to_owned(), basis: (), evidence: Some(Evidence { text: value.to_owned(), span }) }
}

fn inlines(text: &str, span: Span) -> Inlines {
    let plain = |text: &str| Inline::Text(Text { text: text.to_owned(), span });
    let Some((before, (target, after))) = text.split_once('<').and_then(|(a, rest)| Some((a, rest.split_once('>')?)))
    else {
        return Inlines(vec![plain(text)]);
    };
    let link = Link { target: target.to_owned(), content: Inlines(vec![plain("this")]), span };
    Inlines(vec![plain(before), Inline::Link(Box::new(link)), plain(after)])
}
