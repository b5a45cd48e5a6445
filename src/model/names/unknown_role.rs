//! Roles that no vocabulary knows: `Junior Falconer`, `Falconer`, `Senior Falconer` are levels because words of
//! seniority stand beside the same unknown words again and again.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::cut::Cut;
use super::run::{Looked, Read};
use super::title::outside_brackets;
use super::token::Token;
use super::{LevelName, NameKind};

/// How sure one such name is.
const STRENGTH: f32 = 0.6;
/// Below this a name that was read alone is not believed.
const WEAK: f32 = 0.5;
/// Most words that an unknown role has.
const ROLE_WORDS: usize = 4;
/// Standing of a name without a word of standing.
const PLAIN: f32 = 3.0;

/// A name as a word of seniority (or none) and the words of an unknown role.
struct Seniored {
    index: usize,
    standing: Option<f32>,
}

/// Reads the names that share an unknown role with two or more words of seniority before or behind it.
pub(super) fn add_seniored_siblings(names: &[&Looked], read: &mut [Read]) {
    let mut roles: BTreeMap<String, Vec<Seniored>> = BTreeMap::new();
    let is_weak = |index: usize| read[index].as_ref().is_none_or(|name| name.strength < WEAK);
    for (index, name) in names.iter().enumerate().filter(|(index, name)| is_weak(*index) && !name.is_elsewhere) {
        if let Some((role, seniored)) = name.cut.as_ref().and_then(|cut| seniored(index, cut)) {
            roles.entry(role).or_default().push(seniored);
        }
    }
    let counted: HashSet<String> =
        read.iter().flatten().filter(|name| is_counted(name)).map(|name| name.stem.clone()).collect();
    for (role, members) in roles {
        let mut standings: Vec<u32> = members.iter().filter_map(|member| member.standing).map(f32::to_bits).collect();
        standings.sort_unstable();
        standings.dedup();
        if standings.len() + usize::from(counted.contains(&role)) < 2 {
            continue;
        }
        for Seniored { index, standing } in members {
            let whole = names[index].cut.as_ref().map(|cut| cut.whole.clone()).unwrap_or_default();
            read[index] = Some(Arc::new(level(whole, role.clone(), standing)));
        }
    }
}

/// `Falconer 1`, `Falconer 2` say that `Senior Falconer` is one too.
fn is_counted(name: &LevelName) -> bool {
    matches!(name.kind, NameKind::Sibling | NameKind::NumberedTitle)
}

fn seniored(index: usize, cut: &Cut) -> Option<(String, Seniored)> {
    let words = outside_brackets(&cut.tokens);
    let parted = words.iter().any(|token| !token.is_word());
    let is_senior = |token: &&&Token| token.meaning().seniority;
    let first = words.iter().take_while(is_senior).count();
    let last = words[first..].iter().rev().take_while(is_senior).count();
    let role = &words[first..words.len() - last];
    let other = role.iter().any(|token| token.meaning().counted || token.meaning().prose || token.meaning().elsewhere);
    if role.is_empty() || role.len() > ROLE_WORDS || other || parted {
        return None;
    }
    let marks = words[..first].iter().chain(&words[words.len() - last..]);
    let standing = marks.filter_map(|token| token.meaning().standing).reduce(f32::max);
    let stem = role.iter().map(|token| token.folded()).collect::<Vec<_>>().join(" ");
    Some((stem, Seniored { index, standing }))
}

fn level(whole: String, stem: String, standing: Option<f32>) -> LevelName {
    LevelName {
        codes: Vec::new(),
        aliases: Vec::new(),
        title: whole.clone(),
        rank: None,
        standing: Some(standing.unwrap_or(PLAIN)),
        kind: if standing.is_some() { NameKind::SeniorityTitle } else { NameKind::Role },
        strength: STRENGTH,
        tag: None,
        overlay_on: None,
        whole,
        stem,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::names::run;

    #[test]
    fn words_of_seniority_make_an_unknown_role_a_level() {
        let cases: [(&[&str], usize); 6] = [
            (&["Graduate Falconer (first two years)", "Senior Falconer (from year 7)"], 2),
            (&["Falconer I", "Falconer II", "Senior Falconer"], 3),
            (&["Junior Falconer", "Falconer", "Senior Falconer"], 3),
            (&["Fauconnier junior", "Fauconnier confirmé"], 2),
            (&["Senior Falconer", "Feeding", "Flying"], 0),
            (&["Falconer", "Trainer of falcons"], 0),
        ];
        for (names, expected) in cases {
            let found = run(names).levels.iter().flatten().count();
            assert_eq!(found, expected, "{names:?}");
        }
    }
}
