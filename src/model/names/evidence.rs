//! Why names were read as levels, in words for an author.

use super::NameKind;
use super::run::{Direction, Read};

/// One line for each kind of name, most frequent first, and one for a ladder that runs down.
pub(super) fn evidence(read: &[Read], direction: Direction) -> Vec<String> {
    let mut kinds: Vec<(NameKind, usize, &str)> = Vec::new();
    for name in read.iter().flatten() {
        match kinds.iter_mut().find(|(kind, ..)| *kind == name.kind) {
            Some((_, count, _)) => *count += 1,
            None => kinds.push((name.kind, 1, &name.whole)),
        }
    }
    kinds.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    let mut lines: Vec<String> = kinds.iter().map(|(kind, count, example)| line(*kind, *count, example)).collect();
    if direction == Direction::Descending {
        lines.push("the levels run from the highest down".to_owned());
    }
    lines
}

fn line(kind: NameKind, count: usize, example: &str) -> String {
    let what = match kind {
        NameKind::Step => "with a word for step and a number",
        NameKind::CodeAndTitle => "with a code and a title",
        NameKind::Code => "that are a code",
        NameKind::NumberedTitle => "with a title and a number",
        NameKind::SeniorityTitle => "with a word of seniority and a role",
        NameKind::Seniority => "with a word of seniority",
        NameKind::Management => "with a role that leads people",
        NameKind::Proficiency => "with a word of proficiency",
        NameKind::Community => "with a standing in a community",
        NameKind::Role => "with a role alone",
        NameKind::Number => "that are a number",
        NameKind::Everybody => "for what holds at all levels",
        NameKind::Sibling => "that count on",
    };
    let names = if count == 1 { "name" } else { "names" };
    format!("{count} {names} {what}: \"{example}\"")
}
