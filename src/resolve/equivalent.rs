//! Levels of equal standing on different tracks (design rule 3.4): the same rank in the same group, both defined, with
//! the same letters in their codes or none on one side; or a shared alias in the same group; or configured. Never by
//! position alone, never across groups unless configured. What holds one way holds the other.

use std::collections::BTreeMap;

use super::base::is_step;
use super::claim::{Claims, PerLevel};
use super::name::{self, Asking, Names, Target};
use super::{EquivalenceBasis, Equivalent, GroupRef, Ladder, Level, LevelRef};
use crate::text::Diagnostic;

/// Found so far, the surer first; a level may be there more than once.
type Found = PerLevel<Vec<Equivalent>>;

/// The equivalents of every level, in the order of the tracks; the surest basis counts.
pub(super) fn equivalents(
    ladder: &Ladder,
    claims: &Claims,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> PerLevel<Vec<Equivalent>> {
    let mut found = configured(ladder, claims, names, diagnostics);
    same_rank(ladder).into_iter().for_each(|pair| add(&mut found, pair, EquivalenceBasis::Rank));
    shared_alias(ladder).into_iter().for_each(|pair| add(&mut found, pair, EquivalenceBasis::Alias));
    found.map(|mut equivalents| {
        equivalents.sort_by_key(|equivalent| equivalent.level);
        equivalents.dedup_by_key(|equivalent| equivalent.level);
        equivalents
    })
}

/// Both ways.
fn add(found: &mut Found, (a, b): (LevelRef, LevelRef), basis: EquivalenceBasis) {
    if a != b {
        found[a].push(Equivalent { level: b, basis });
        found[b].push(Equivalent { level: a, basis });
    }
}

fn configured(ladder: &Ladder, claims: &Claims, names: &Names<'_>, diagnostics: &mut Vec<Diagnostic>) -> Found {
    let mut found = PerLevel::new(ladder, |_| Vec::new());
    for (track, _) in ladder.tracks() {
        for (level, value) in ladder.levels(track) {
            for named in &claims.of_level(level).equivalents {
                match names.find_declared(&named.value, Asking::Level(level)) {
                    name::Found::One(Target::Level(other)) => {
                        add(&mut found, (level, other), EquivalenceBasis::Configured);
                    }
                    name::Found::One(Target::Track(_)) | name::Found::None | name::Found::Several(_) => {
                        let place = named.evidence.as_ref().map_or(value.span, |evidence| evidence.span);
                        let message = format!("`{}` is not the name of one level of another track", named.value);
                        let help = "write `track/level`, as the ids are in `ladder-site export`";
                        diagnostics.push(Diagnostic::warning("unresolved-equivalent", place, message).help(help));
                    }
                }
            }
        }
    }
    found
}

fn same_rank(ladder: &Ladder) -> Vec<(LevelRef, LevelRef)> {
    let mut by_rank: BTreeMap<(GroupRef, u64), Vec<LevelRef>> = BTreeMap::new();
    for (level, group) in steps(ladder) {
        if let Some(rank) = ladder.level(level).rank {
            by_rank.entry((group, (rank.0 + 0.0).to_bits())).or_default().push(level);
        }
    }
    let fits = |(a, b): &(LevelRef, LevelRef)| may_compare(ladder.level(*a), ladder.level(*b));
    by_rank.values().flat_map(|levels| across_tracks(levels)).filter(fits).collect()
}

fn shared_alias(ladder: &Ladder) -> Vec<(LevelRef, LevelRef)> {
    let mut by_name: BTreeMap<(GroupRef, String), Vec<LevelRef>> = BTreeMap::new();
    for (level, group) in steps(ladder) {
        let value = ladder.level(level);
        for name in value.aliases.iter().chain(&value.code) {
            let levels = by_name.entry((group, name.to_lowercase())).or_default();
            if levels.last() != Some(&level) {
                levels.push(level);
            }
        }
    }
    by_name.values().flat_map(|levels| across_tracks(levels)).collect()
}

fn steps(ladder: &Ladder) -> impl Iterator<Item = (LevelRef, GroupRef)> {
    let levels = ladder.tracks().flat_map(|(track, value)| ladder.levels(track).map(|it| (it.0, value.group)));
    levels.filter(|(level, _)| is_step(ladder, *level))
}

/// Every pair of different tracks.
fn across_tracks(levels: &[LevelRef]) -> Vec<(LevelRef, LevelRef)> {
    let with_later = |(index, a): (usize, &LevelRef)| {
        let a = *a;
        levels[index + 1..].iter().filter(move |b| b.track != a.track).map(move |b| (a, *b))
    };
    levels.iter().enumerate().flat_map(with_later).collect()
}

/// `L5` and `L5`, `L5` and "Level 5"; but not `M5` and `L5`, which count differently.
fn may_compare(a: &Level, b: &Level) -> bool {
    match (prefix(a), prefix(b)) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => true,
    }
}

/// The letters before the number of a code.
fn prefix(level: &Level) -> Option<&str> {
    let code = level.code.as_deref()?;
    let end = code.find(|character: char| !character.is_alphabetic()).unwrap_or(code.len());
    Some(&code[..end]).filter(|prefix| !prefix.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::{level, name, resolved, rules};

    fn check(text: &str, id: &str, expected: &[&str]) {
        let (ladder, _) = resolved(text);
        let equivalents = &ladder.level(level(&ladder, id)).equivalents;
        let found: Vec<String> =
            equivalents.iter().map(|it| format!("{:?} {}", it.basis, name(&ladder, it.level)).to_lowercase()).collect();
        assert_eq!(found, expected, "{id} of {text}");
    }

    #[test]
    fn the_same_rank_in_one_group_counts_where_the_codes_do() {
        let text =
            "# Lead\n ## L5 = Lead | rank=5\n # Build\n ## Level 5 | rank=5\n # Manage\n ## M5 = Manager | rank=5
            # Other | group=other\n ## L5 = Other | rank=5";
        check(text, "lead/l5", &["rank build/level-5"]);
        check(text, "build/level-5", &["rank lead/l5", "rank manage/m5"]);
        check(text, "other/l5", &[]);
    }

    #[test]
    fn levels_that_are_not_in_use_stand_beside_nothing() {
        check("# A\n ## L5 = Five | rank=5\n # B\n ## L5 = Five | rank=5 | state=na", "a/l5", &[]);
    }

    #[test]
    fn an_alias_may_be_the_code_of_another_track() {
        let text = "# Lead\n ## L5 = Lead | rank=5 | alias=T5\n # Build\n ## T5 = Builder | rank=5";
        check(text, "lead/l5", &["alias build/t5"]);
    }

    #[test]
    fn configured_levels_may_lie_in_other_groups_and_hold_both_ways() {
        let text = "# A | group=a\n ## L5 = Five | equal=b/m2\n # B | group=b\n ## M2 = Manager";
        check(text, "a/l5", &["configured b/m2"]);
        check(text, "b/m2", &["configured a/l5"]);
        let (_, diagnostics) = resolved("# A\n ## L5 = Five | equal=b/m2");
        assert_eq!(rules(&diagnostics), ["unresolved-equivalent"]);
    }
}
