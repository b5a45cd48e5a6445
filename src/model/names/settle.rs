//! Settles, over all levels of a run: which track each is on, which code is its code, its rank, and the direction.

use std::collections::{BTreeMap, BTreeSet};

use super::run::{Direction, Read, RunLevel};
use super::{Code, LevelName, NameKind};
use crate::model::Rank;

/// Most tracks that one run can hold.
const MOST_TRACKS: usize = 12;

/// A run with every question decided.
pub(super) struct Settled {
    pub levels: Vec<Option<Box<RunLevel>>>,
    pub direction: Direction,
    pub tracks: Vec<Option<String>>,
}

/// Decides codes, tracks, ranks and direction of names that were found to be levels.
pub(super) fn settle(read: &[Read]) -> Settled {
    if read.iter().all(Option::is_none) {
        let levels = read.iter().map(|_| None).collect();
        return Settled { levels, direction: Direction::Unknown, tracks: vec![None] };
    }
    let common = prefixes(read);
    let chosen: Vec<Option<&Code>> =
        read.iter().map(|name| name.as_ref().and_then(|name| chosen(name, &common))).collect();
    let (tracks, of) = tracks(read, &chosen);
    let mut levels: Vec<Option<Box<RunLevel>>> = Vec::with_capacity(read.len());
    for (index, name) in read.iter().enumerate() {
        levels.push(name.as_ref().map(|name| Box::new(level(name, chosen[index], of[index]))));
    }
    drop_restarting_ranks(&mut levels);
    tell_equal_titles_apart(read, &mut levels);
    let direction = direction(read, &levels);
    Settled { levels, direction, tracks }
}

/// How many levels carry each prefix.
fn prefixes(read: &[Read]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for name in read.iter().flatten() {
        let of_name: BTreeSet<&str> = name.codes.iter().map(|code| code.prefix.as_str()).collect();
        for prefix in of_name {
            *counts.entry(prefix).or_default() += 1;
        }
    }
    counts
}

/// Of several codes the first with the prefix that most levels carry.
fn chosen<'a>(name: &'a LevelName, common: &BTreeMap<&str, usize>) -> Option<&'a Code> {
    let carried = |code: &Code| common.get(code.prefix.as_str()).copied().unwrap_or_default();
    let most = name.codes.iter().map(carried).max()?;
    name.codes.iter().find(|code| carried(code) == most)
}

fn level(name: &LevelName, chosen: Option<&Code>, track: usize) -> RunLevel {
    let same: Vec<&Code> =
        name.codes.iter().filter(|code| chosen.is_some_and(|chosen| chosen.prefix == code.prefix)).collect();
    let range = same.len() > 1;
    let code = if range {
        Some(same.iter().map(|code| code.text.as_str()).collect::<Vec<_>>().join("/"))
    } else {
        chosen.map(|code| code.text.clone())
    };
    let other = name.codes.iter().filter(|code| range || chosen != Some(code)).map(|code| code.text.clone());
    let lowest = same.iter().filter_map(|code| code.number).fold(f64::INFINITY, f64::min);
    RunLevel {
        code,
        aliases: other.chain(name.aliases.iter().cloned()).collect(),
        title: name.title.clone(),
        rank: if lowest.is_finite() { Some(Rank(lowest)) } else { name.rank },
        kind: name.kind,
        strength: name.strength,
        overlay_on: name.overlay_on.clone(),
        standing: name.standing,
        role: name.stem.clone(),
        is_base_layer: name.kind == NameKind::Everybody,
        track,
    }
}

/// What tells tracks apart, and the track of every name: tags first, then prefixes, then roles; each only where its
/// numbers start again, since one ladder may change its prefix on the way up.
fn tracks(read: &[Read], chosen: &[Option<&Code>]) -> (Vec<Option<String>>, Vec<usize>) {
    let tag = |index: usize| read[index].as_ref().and_then(|name| name.tag.clone());
    let prefix = |index: usize| chosen[index].filter(|code| code.number.is_some()).map(|code| code.prefix.clone());
    let role = |index: usize| {
        let name = read[index]
            .as_ref()
            .filter(|name| name.kind == NameKind::NumberedTitle || name.kind == NameKind::CodeAndTitle)?;
        (!name.stem.is_empty()).then(|| name.stem.clone())
    };
    let keys: [&dyn Fn(usize) -> Option<String>; 3] = [&tag, &prefix, &role];
    let split = keys.iter().find_map(|key| {
        let keyed: Vec<Option<String>> = (0..read.len()).map(key).collect();
        split(read, &keyed)
    });
    split.unwrap_or_else(|| (vec![None], vec![0; read.len()]))
}

/// Tracks by key, in the order of their first level; a name without a key goes with the one before it.
fn split(read: &[Read], keyed: &[Option<String>]) -> Option<(Vec<Option<String>>, Vec<usize>)> {
    let mut names: Vec<&String> = Vec::new();
    for key in keyed.iter().flatten() {
        if !names.contains(&key) {
            names.push(key);
        }
        if names.len() > MOST_TRACKS {
            return None;
        }
    }
    let keyed = &going_on(read, keyed, &mut names)?;
    let members = |key: &String| keyed.iter().filter(|other| other.as_ref() == Some(key)).count();
    let restart = !is_monotone(
        read.iter().zip(keyed).filter(|(_, key)| key.is_some()).filter_map(|(name, _)| name.as_ref()?.rank),
    );
    if names.len() < 2 || !restart || names.iter().any(|key| members(key) < 2) {
        return None;
    }
    let mut last = 0;
    let of = keyed.iter().map(|key| {
        last = key.as_ref().and_then(|key| names.iter().position(|name| *name == key)).unwrap_or(last);
        last
    });
    let of = of.collect();
    Some((names.into_iter().map(|name| Some(name.clone())).collect(), of))
}

/// `M5 Manager`, `M6 Director`, `E7 Vice President`: a key whose levels stand above those of the key before it, and whose
/// numbers count on from theirs, goes on with that track. `None` where they stand above and their numbers start again:
/// then one ladder numbers the grades of its titles.
fn going_on(read: &[Read], keyed: &[Option<String>], names: &mut Vec<&String>) -> Option<Vec<Option<String>>> {
    let mut keyed = keyed.to_vec();
    let mut at = 1;
    while at < names.len() {
        let pair = [names[at - 1], names[at]];
        if !stands_above(read, &keyed, &pair) {
            at += 1;
            continue;
        }
        let ranks = |key: &String| {
            let members = read.iter().zip(&keyed).filter(|(_, of)| of.as_ref() == Some(key));
            members.filter_map(|(name, _)| name.as_ref()?.rank).map(|rank| rank.0).collect::<Vec<_>>()
        };
        let highest = ranks(pair[0]).into_iter().fold(f64::MIN, f64::max);
        if ranks(pair[1]).into_iter().any(|rank| rank <= highest) {
            return None;
        }
        keyed.iter_mut().flatten().filter(|key| *key == pair[1]).for_each(|key| key.clone_from(pair[0]));
        names.remove(at);
    }
    Some(keyed)
}

/// Whether every level of the second key stands above every level of the first: then one ladder goes on.
fn stands_above(read: &[Read], keyed: &[Option<String>], pair: &[&String]) -> bool {
    let standings = |key: &String| {
        let members = read.iter().zip(keyed).filter(|(_, of)| of.as_ref() == Some(key));
        members.filter_map(|(name, _)| name.as_ref()?.standing).map(f32::trunc).collect::<Vec<_>>()
    };
    let (below, above) = (standings(pair[0]), standings(pair[1]));
    let highest = below.iter().copied().fold(f32::MIN, f32::max);
    !below.is_empty() && !above.is_empty() && above.iter().all(|standing| *standing > highest)
}

fn is_monotone(ranks: impl Iterator<Item = Rank> + Clone) -> bool {
    let pairs = || ranks.clone().zip(ranks.clone().skip(1));
    pairs().all(|(a, b)| a < b) || pairs().all(|(a, b)| a > b)
}

/// `Analyst I`, `Analyst II`, `Senior Analyst I`: numbers that start again number grades of a title, not the ladder.
fn drop_restarting_ranks(levels: &mut [Option<Box<RunLevel>>]) {
    let tracks: BTreeSet<usize> = levels.iter().flatten().map(|level| level.track).collect();
    for track in tracks {
        let ranks = levels.iter().flatten().filter(|level| level.track == track).filter_map(|level| level.rank);
        if is_monotone(ranks) {
            continue;
        }
        for level in
            levels.iter_mut().flatten().filter(|level| level.track == track && level.kind == NameKind::NumberedTitle)
        {
            level.rank = None;
        }
    }
}

/// Levels without a code whose titles are equal are called by their whole names.
fn tell_equal_titles_apart(read: &[Read], levels: &mut [Option<Box<RunLevel>>]) {
    let mut counts: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for level in levels.iter().flatten() {
        *counts.entry((level.track, level.title.clone())).or_default() += 1;
    }
    for (level, name) in levels.iter_mut().zip(read) {
        let (Some(level), Some(name)) = (level, name) else { continue };
        let repeated = counts.get(&(level.track, level.title.clone())).is_some_and(|count| *count > 1);
        if repeated && level.code.is_none() {
            level.title = name.whole.clone();
        }
    }
}

/// Ups and downs between neighbours of one track, by rank, else by words of standing.
fn direction(read: &[Read], levels: &[Option<Box<RunLevel>>]) -> Direction {
    let mut last: BTreeMap<usize, (&RunLevel, &LevelName)> = BTreeMap::new();
    let (mut ups, mut downs) = (0_usize, 0_usize);
    for (level, name) in levels.iter().zip(read) {
        let (Some(level), Some(name)) = (level, name) else { continue };
        if level.is_base_layer {
            continue;
        }
        if let Some((before, named)) = last.insert(level.track, (level, name)) {
            let by_rank = before.rank.zip(level.rank).and_then(|(a, b)| a.partial_cmp(&b));
            let by_words = || named.standing.zip(name.standing).and_then(|(a, b)| a.partial_cmp(&b));
            match by_rank.filter(|order| order.is_ne()).or_else(by_words) {
                Some(std::cmp::Ordering::Less) => ups += 1,
                Some(std::cmp::Ordering::Greater) => downs += 1,
                _ => {}
            }
        }
    }
    match (ups, downs) {
        (ups, downs) if ups > downs => Direction::Ascending,
        // One step down among none up may be a slip of words; two are a direction, and so are written numbers.
        (ups, downs) if downs > ups => Direction::Descending,
        _ => Direction::Unknown,
    }
}
