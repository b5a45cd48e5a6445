//! What an author declares beats what was recognised: the keys of a document laid over the tracks that were read from
//! it. A heading under `levels` that no level has is an error with the nearest heading.

use std::collections::{BTreeMap, BTreeSet};

use super::framework::{Base, BaseBasis, BaseKind, Evidence, Fact, Level, ModeBasis, Rank, Stated, Track};
use super::wording::key;
use crate::parse::{Declared, DeclaredLevel, DocumentKind, Spanned};
use crate::text::{Diagnostic, FileId, Inline, Inlines, Span, Text, fold, nearest};

/// Lays the keys of one document over the tracks that it has a part in.
pub fn lay_over(declared: &Declared, file: FileId, tracks: &mut [Track], diagnostics: &mut Vec<Diagnostic>) {
    if is_one_level(declared, file, tracks) {
        let levels = tracks.iter_mut().flat_map(|track| &mut track.levels);
        levels.filter(|level| level.span.file == file).for_each(|level| of_level_file(declared, level));
    } else {
        tracks.iter_mut().for_each(|track| of_track(declared, track));
    }
    for track in tracks.iter_mut() {
        of_any(declared, track);
    }
    diagnostics.extend(twin_codes(declared, tracks));
    for (heading, keys) in &declared.levels {
        match find(heading, tracks) {
            Some(level) => of_level(keys, level),
            None => diagnostics.push(unknown_level(heading, tracks)),
        }
    }
    tracks.iter_mut().for_each(|track| sort_by_declared_rank(declared, track));
}

/// Whether the document is one level among others of its track, so that its keys are about that level.
fn is_one_level(declared: &Declared, file: FileId, tracks: &[Track]) -> bool {
    let own = tracks.iter().flat_map(|track| &track.levels).filter(|level| level.span.file == file).count();
    let all: usize = tracks.iter().map(|track| track.levels.len()).sum();
    let said = declared.is.as_ref().map(|is| is.value);
    match said {
        Some(DocumentKind::Level) => true,
        Some(DocumentKind::Track | DocumentKind::Dimension | DocumentKind::Page) => false,
        None => own == 1 && (all > 1 || declared.code.is_some() || declared.rank.is_some()),
    }
}

fn of_level_file(declared: &Declared, level: &mut Level) {
    if let Some(title) = &declared.title {
        level.title.clone_from(&title.value);
    }
    if let Some(code) = &declared.code {
        level.code = Some(code.value.clone());
    }
    if let Some(rank) = &declared.rank {
        level.rank = Some(Rank(rank.value));
    }
    if let Some(base) = &declared.builds_on {
        level.builds_on = vec![configured_base(base)];
    }
    if let Some(mode) = &declared.accumulates {
        level.accumulates = Some(configured(mode, ModeBasis::Configured));
    }
}

fn of_track(declared: &Declared, track: &mut Track) {
    if let Some(base) = &declared.builds_on {
        track.builds_on = vec![configured_base(base)];
    }
    if let Some(mode) = &declared.accumulates {
        track.accumulates = Some(configured(mode, ModeBasis::Configured));
    }
    if let Some(summary) = &declared.summary {
        track.summary = Some(summary.value.clone());
    }
    if let [level] = track.levels.as_mut_slice() {
        if let Some(code) = &declared.code {
            level.code = Some(code.value.clone());
        }
        if let Some(rank) = &declared.rank {
            level.rank = Some(Rank(rank.value));
        }
    }
}

fn of_any(declared: &Declared, track: &mut Track) {
    if let Some(licence) = &declared.licence {
        track.licence = Some(licence.value.clone());
    }
    if !declared.dimensions.is_empty() {
        name_dimensions(&declared.dimensions, track);
    }
    let place = |value: &Spanned<String>| configured(value, ());
    track.raises.extend(declared.raises.iter().map(|(of, raised)| (place(of), place(raised))));
}

/// Declared names come first and in their order; statements that stand under none take them by position where a level
/// has as many as there are names.
fn name_dimensions(names: &[Spanned<String>], track: &mut Track) {
    for level in &mut track.levels {
        let unnamed = level.criteria.iter().all(|criterion| criterion.dimension.is_none());
        if unnamed && level.criteria.len() == names.len() {
            for (criterion, name) in level.criteria.iter_mut().zip(names) {
                criterion.dimension = Some(name.value.clone());
            }
        }
        for criterion in &mut level.criteria {
            let same =
                |name: &&Spanned<String>| criterion.dimension.as_ref().is_some_and(|own| key(own) == key(&name.value));
            if let Some(name) = names.iter().find(same) {
                criterion.dimension = Some(name.value.clone());
            }
        }
    }
    let mut titles: Vec<String> = names.iter().map(|name| name.value.clone()).collect();
    let others = track.dimensions.iter().filter(|title| !names.iter().any(|name| key(&name.value) == key(title)));
    titles.extend(others.cloned());
    track.dimensions = titles;
}

fn of_level(keys: &DeclaredLevel, level: &mut Level) {
    if let Some(code) = &keys.code {
        level.code = Some(code.value.clone());
    }
    if !keys.aliases.is_empty() {
        level.aliases = keys.aliases.iter().map(|alias| alias.value.clone()).collect();
    }
    if let Some(title) = &keys.title {
        level.title.clone_from(&title.value);
    }
    if let Some(rank) = &keys.rank {
        level.rank = Some(Rank(rank.value));
    }
    if let Some(state) = &keys.state {
        level.state = state.value;
    }
    for (name, value) in &keys.facts {
        level.facts.retain(|fact| key(&fact.name) != key(&name.value));
        let text = Text { text: value.value.clone(), span: value.span };
        level.facts.push(Fact { name: name.value.clone(), value: Inlines(vec![Inline::Text(text)]), span: value.span });
    }
    if let Some(base) = &keys.builds_on {
        level.builds_on = vec![configured_base(base)];
    }
    if let Some(mode) = &keys.accumulates {
        level.accumulates = Some(configured(mode, ModeBasis::Configured));
    }
    level.equivalents.extend(keys.equivalents.iter().map(|name| configured(name, ())));
}

/// The level with a heading, as written, or else with that code or title.
fn find<'a>(heading: &Spanned<String>, tracks: &'a mut [Track]) -> Option<&'a mut Level> {
    let wanted = fold(&heading.value);
    let by: [fn(&Level) -> Vec<&str>; 2] = [
        |level| vec![&level.heading],
        |level| level.code.as_deref().into_iter().chain([level.title.as_str()]).collect(),
    ];
    let place = by.iter().find_map(|names| {
        let of_track =
            |track: &Track| track.levels.iter().position(|level| names(level).iter().any(|name| fold(name) == wanted));
        tracks.iter().enumerate().find_map(|(index, track)| Some((index, of_track(track)?)))
    });
    let (track, level) = place?;
    tracks[track].levels.get_mut(level)
}

/// Codes that are declared of two levels of one track.
fn twin_codes(declared: &Declared, tracks: &[Track]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for track in tracks {
        let headings: BTreeSet<String> = track.levels.iter().map(|level| fold(&level.heading)).collect();
        let here = declared.levels.iter().filter(|(heading, _)| headings.contains(&fold(&heading.value)));
        let mut first: BTreeMap<String, Span> = BTreeMap::new();
        for code in here.filter_map(|(_, keys)| keys.code.as_ref()) {
            match first.get(&fold(&code.value)) {
                Some(earlier) => found.push(twin_code(code, *earlier)),
                None => {
                    first.insert(fold(&code.value), code.span);
                }
            }
        }
    }
    found
}

fn twin_code(code: &Spanned<String>, first: Span) -> Diagnostic {
    let message = format!("a second level is given the code `{}`", code.value);
    let found = Diagnostic::error("duplicate-id", code.span, message).also(first, "the first");
    found.help("give one of the two another code")
}

fn unknown_level(heading: &Spanned<String>, tracks: &[Track]) -> Diagnostic {
    let headings: Vec<&str> =
        tracks.iter().flat_map(|track| &track.levels).map(|level| level.heading.as_str()).collect();
    let found = Diagnostic::error("unknown-level", heading.span, format!("no level is called `{}`", heading.value));
    match nearest(&heading.value, headings.iter().copied()).or_else(|| headings.first().copied()) {
        Some(near) => found.help(format!("write the heading as it stands in the document, such as `{near}`")),
        None => found.help("no level was read from this document"),
    }
}

fn sort_by_declared_rank(declared: &Declared, track: &mut Track) {
    let ranked = declared.levels.iter().any(|(_, level)| level.rank.is_some()) || declared.rank.is_some();
    if ranked && track.levels.iter().all(|level| level.rank.is_some()) {
        track.levels.sort_by(|a, b| a.rank.partial_cmp(&b.rank).unwrap_or(std::cmp::Ordering::Equal));
    }
}

fn configured<T: Clone, B>(value: &Spanned<T>, basis: B) -> Stated<T, B>
where
    Spanned<T>: Printed,
{
    Stated { value: value.value.clone(), basis, evidence: Some(Evidence { text: value.printed(), span: value.span }) }
}

/// How a declared value reads in evidence.
trait Printed {
    fn printed(&self) -> String;
}

impl Printed for Spanned<String> {
    fn printed(&self) -> String {
        self.value.clone()
    }
}

impl Printed for Spanned<crate::parse::Accumulation> {
    fn printed(&self) -> String {
        match self.value {
            crate::parse::Accumulation::Cumulative => "accumulates: cumulative".to_owned(),
            crate::parse::Accumulation::Replacing => "accumulates: replacing".to_owned(),
        }
    }
}

fn configured_base(base: &Spanned<String>) -> Base {
    Base {
        name: base.value.clone(),
        link: None,
        kind: BaseKind::Branch,
        basis: BaseBasis::Configured,
        evidence: Some(Evidence { text: format!("builds_on: {}", base.value), span: base.span }),
        dimension: None,
    }
}
