//! A gap in the numbers of a track whose levels are otherwise numbered one by one.

use super::{Rule, Seeker, Seen};
use crate::check::phrase::words;
use crate::resolve::{Level, Track};
use crate::text::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    id: "missing-level",
    severity: Severity::Warning,
    finds: "A number is left out between the levels of a track",
    why: "Readers of level 2 look for level 3. Where it is left out on purpose, nobody can tell that from one that was lost \
          or whose heading is not recognised as a level.",
    mend: "Write the level, with `- N/A` where nobody holds it or `TBD` where it is yet to be written; or number the levels \
           without a gap.",
    example: Some(example!("missing-level")),
    seeker: Seeker::Advice(find),
};

/// The widest gap that is taken for one; behind a wider one another numbering begins.
const WIDEST: u64 = 4;

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    seen.ladder.tracks().flat_map(|(_, track)| of_track(track)).collect()
}

fn of_track(track: &Track) -> Vec<Diagnostic> {
    let numbered: Vec<(u64, &Level)> = track.levels.iter().filter_map(|level| Some((whole(level)?, level))).collect();
    let steps = || numbered.windows(2).map(|pair| pair[1].0.saturating_sub(pair[0].0));
    let single = steps().filter(|step| *step == 1).count();
    let wide = steps().filter(|step| *step > 1).count();
    if single == 0 || single < wide {
        return Vec::new();
    }
    let gaps = numbered.windows(2).filter(|pair| pair[1].0 > pair[0].0 + 1 && pair[1].0 - pair[0].0 <= WIDEST);
    gaps.filter_map(|pair| gap(track, pair)).collect()
}

fn gap(track: &Track, pair: &[(u64, &Level)]) -> Option<Diagnostic> {
    let ((below, lower), (above, upper)) = (pair[0], pair[1]);
    let missing: Vec<u64> = (below + 1..above).filter(|number| !is_named(track, *number)).collect();
    let numbers: Vec<String> = missing.iter().map(|number| format!("`{number}`")).collect();
    let what = match numbers.split_last()? {
        (only, []) => format!("there is no level {only}"),
        (last, first) => format!("there are no levels {} and {last}", first.join(", ")),
    };
    let message = format!("{what} between `{}` and `{}`", lower.heading, upper.heading);
    let help = "write it, with `- N/A` where nobody holds it or `TBD` where it is yet to be written";
    Some(RULE.finding(upper.span, message).also(lower.span, "the level below the gap").help(help))
}

fn whole(level: &Level) -> Option<u64> {
    let rank = level.rank.map(|rank| rank.0).filter(|_| !level.is_base_layer)?;
    (rank.fract() == 0.0 && (0.0..1000.0).contains(&rank)).then_some(rank as u64)
}

/// Whether any level has the number in its name, such as the range `2-3`.
fn is_named(track: &Track, number: u64) -> bool {
    let number = number.to_string();
    let has = |text: &str| {
        words(text)
            .into_iter()
            .any(|word| text[word].split(|letter: char| !letter.is_ascii_digit()).any(|it| it == number))
    };
    let names = |level: &Level| {
        has(&level.heading) || level.code.as_deref().is_some_and(has) || level.aliases.iter().any(|alias| has(alias))
    };
    track.levels.iter().any(names)
}
