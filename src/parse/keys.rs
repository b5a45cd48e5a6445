//! The keys that may be declared of a document, under `ladder:` in its front matter or under `[files."path"]` in
//! `site.toml`: one table of names, one way to read them.

use super::fields::{Fields, Keys, texts};
use super::{Accumulation, Data, Declared, DeclaredLevel, DeclaredState, DocumentKind, Spanned};
use crate::text::Diagnostic;

const DOCUMENT: Keys = Keys {
    of: "`ladder`",
    names: &[
        "is",
        "title",
        "group",
        "code",
        "rank",
        "summary",
        "licence",
        "accumulates",
        "builds_on",
        "dimensions",
        "scales",
        "levels",
        "raises",
    ],
};

const LEVEL: Keys = Keys {
    of: "a level",
    names: &["code", "aliases", "title", "rank", "state", "facts", "builds_on", "accumulates", "equivalents"],
};

const KINDS: [(&str, DocumentKind); 4] = [
    ("track", DocumentKind::Track),
    ("level", DocumentKind::Level),
    ("dimension", DocumentKind::Dimension),
    ("page", DocumentKind::Page),
];

const ACCUMULATIONS: [(&str, Accumulation); 2] =
    [("cumulative", Accumulation::Cumulative), ("replacing", Accumulation::Replacing)];

const STATES: [(&str, DeclaredState); 3] = [
    ("defined", DeclaredState::Defined),
    ("not-applicable", DeclaredState::NotApplicable),
    ("draft", DeclaredState::Draft),
];

/// Reads the table of one document; what is wrong is reported and left out.
pub fn declared(data: &Data, out: &mut Vec<Diagnostic>) -> Declared {
    let fields = Fields::new(data, &DOCUMENT, out);
    Declared {
        is: fields.choice("is", &KINDS, out),
        title: fields.text("title", out),
        group: fields.text("group", out),
        code: fields.text("code", out),
        rank: fields.number("rank", out),
        summary: fields.text("summary", out),
        licence: fields.text("licence", out),
        accumulates: fields.choice("accumulates", &ACCUMULATIONS, out),
        builds_on: fields.text("builds_on", out),
        dimensions: fields.texts("dimensions", out),
        scales: scales(&fields, out),
        levels: levels(&fields, out),
        raises: fields.pairs("raises", out),
    }
}

fn scales(fields: &Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<(Spanned<String>, Vec<Spanned<String>>)> {
    let entries = fields.named("scales", out);
    entries.into_iter().map(|entry| (entry.key.clone(), texts(&entry.value, &entry.key.value, out))).collect()
}

fn levels(fields: &Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<(Spanned<String>, DeclaredLevel)> {
    let entries = fields.named("levels", out);
    entries.into_iter().map(|entry| (entry.key.clone(), level(&entry.value, out))).collect()
}

fn level(data: &Data, out: &mut Vec<Diagnostic>) -> DeclaredLevel {
    let fields = Fields::new(data, &LEVEL, out);
    DeclaredLevel {
        code: fields.text("code", out),
        aliases: fields.texts("aliases", out),
        title: fields.text("title", out),
        rank: fields.number("rank", out),
        state: fields.choice("state", &STATES, out),
        facts: fields.pairs("facts", out),
        builds_on: fields.text("builds_on", out),
        accumulates: fields.choice("accumulates", &ACCUMULATIONS, out),
        equivalents: fields.texts("equivalents", out),
    }
}

impl Declared {
    /// These declarations laid over others, key by key: what is said here wins.
    pub fn over(self, other: Self) -> Self {
        Self {
            is: self.is.or(other.is),
            title: self.title.or(other.title),
            group: self.group.or(other.group),
            code: self.code.or(other.code),
            rank: self.rank.or(other.rank),
            summary: self.summary.or(other.summary),
            licence: self.licence.or(other.licence),
            accumulates: self.accumulates.or(other.accumulates),
            builds_on: self.builds_on.or(other.builds_on),
            dimensions: if self.dimensions.is_empty() { other.dimensions } else { self.dimensions },
            scales: named_over(self.scales, other.scales),
            levels: levels_over(self.levels, other.levels),
            raises: named_over(self.raises, other.raises),
        }
    }
}

impl DeclaredLevel {
    /// These declarations laid over others, key by key: what is said here wins.
    pub fn over(self, other: Self) -> Self {
        Self {
            code: self.code.or(other.code),
            aliases: if self.aliases.is_empty() { other.aliases } else { self.aliases },
            title: self.title.or(other.title),
            rank: self.rank.or(other.rank),
            state: self.state.or(other.state),
            facts: named_over(self.facts, other.facts),
            builds_on: self.builds_on.or(other.builds_on),
            accumulates: self.accumulates.or(other.accumulates),
            equivalents: if self.equivalents.is_empty() { other.equivalents } else { self.equivalents },
        }
    }
}

type Named<T> = Vec<(Spanned<String>, T)>;

fn named_over<T>(mut over: Named<T>, under: Named<T>) -> Named<T> {
    let said: std::collections::BTreeSet<String> = over.iter().map(|(name, _)| name.value.clone()).collect();
    over.extend(under.into_iter().filter(|(name, _)| !said.contains(&name.value)));
    over
}

fn levels_over(over: Named<DeclaredLevel>, under: Named<DeclaredLevel>) -> Named<DeclaredLevel> {
    let mut below: std::collections::BTreeMap<String, DeclaredLevel> =
        under.iter().map(|(name, level)| (name.value.clone(), level.clone())).collect();
    let merged = over.into_iter().map(|(name, level)| {
        let base = below.remove(&name.value).unwrap_or_default();
        (name, level.over(base))
    });
    named_over(merged.collect(), under)
}
