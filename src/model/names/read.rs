//! One name alone: codes, title, rank, and how sure it is that a level is named.

use std::ops::Range;

use super::code::{Code, Form, Group, group_at, group_at_end};
use super::cut::{Cut, can_name_level};
use super::elsewhere::names_elsewhere;
use super::grouped::with_group;
use super::title::{Title, title};
use super::token::{Sign, Token, tokens};
use super::{LevelName, NameKind};
use crate::model::{Rank, language};
use crate::text::fold;

/// How sure a step with a letter is.
const LETTERED: f32 = 0.7;

/// Reads the name of a level, `None` where the words name none.
pub fn read(text: &str) -> Option<LevelName> {
    Cut::new(text).as_ref().and_then(read_cut)
}

/// The same for a name that is cut already.
pub(super) fn read_cut(cut: &Cut) -> Option<LevelName> {
    let name = &cut.whole;
    if language::is_everybody(&fold(name)) {
        return Some(everybody(name));
    }
    if !cut.can_name_level() {
        return None;
    }
    match without_label(cut) {
        Some(rest) => read_words(rest, &tokens(rest)),
        None => read_words(name, &cut.tokens),
    }
}

fn read_words(name: &str, tokens: &[Token]) -> Option<LevelName> {
    if is_transition(name, tokens) {
        return None;
    }
    if is_lettered(name, tokens) {
        return Some(lettered(name));
    }
    // A bare number in front may belong to the title where a code or step stands at the end.
    let leading = leading_group(name, tokens);
    let at_end = || group_at_end(name, tokens).filter(|group| leading.is_none() || group.form != Form::Number);
    let weak = leading.as_ref().is_none_or(|group| group.form == Form::Number);
    match if weak { at_end().or(leading.clone()) } else { leading } {
        Some(group) => with_group(name, tokens, group),
        None => title_alone(name, tokens),
    }
}

/// Reads the name of a level that stands in a row or column of numbers under a word for step: a bare number is a level.
pub fn read_numbered(text: &str) -> Option<LevelName> {
    let name = read(text)?;
    Some(if name.kind == NameKind::Number { LevelName { strength: 0.9, ..name } } else { name })
}

/// The two levels of a step from one to the other: `Junior → Senior`, `from L3 to L4`.
pub(super) fn transition(cut: &Cut) -> Option<(LevelName, LevelName)> {
    let [from, to] = halves(&cut.tokens)?;
    let read_half = |half: &[Token]| read(cut.whole.get(span_of(half)?)?).filter(|name| name.strength >= 0.4);
    Some((read_half(from)?, read_half(to)?))
}

/// Whether [`transition()`] may find two levels.
pub(super) fn leads_on(cut: &Cut) -> bool {
    let can_name = |half: &&[Token]| can_name_level(&cut.whole, half);
    halves(&cut.tokens).is_some_and(|halves| halves.iter().all(can_name))
}

/// `Band C`, `Grade F`: a word for step and a capital. A letter is no number, for bands run up as often as down.
fn is_lettered(name: &str, tokens: &[Token]) -> bool {
    let [step, letter] = tokens else { return false };
    let letter = &name[letter.at.clone()];
    step.meaning().step && letter.len() == 1 && letter.bytes().all(|byte| matches!(byte, b'A'..=b'H'))
}

fn lettered(name: &str) -> LevelName {
    LevelName { kind: NameKind::Step, strength: LETTERED, ..everybody(name) }
}

/// The name without the label before it, where it has one: `Role: Senior Tester`.
fn without_label(cut: &Cut) -> Option<&str> {
    let Cut { whole: name, tokens } = cut;
    let label = tokens.first().is_some_and(|token| token.meaning().label || token.meaning().step);
    let parted = tokens.len() > 2 && tokens[1].is_sign(Sign::Between);
    let numbered = || group_at(name, tokens, 0).is_some();
    (label && parted && !numbered()).then(|| name[tokens[1].at.end..].trim_start())
}

fn is_transition(name: &str, tokens: &[Token]) -> bool {
    if tokens.iter().any(|token| token.is_sign(Sign::Arrow)) {
        return true;
    }
    let has_word = tokens.iter().any(|token| token.meaning().transition);
    has_word && halves(tokens).is_some_and(|halves| halves.iter().all(|half| names_level(name, half)))
}

/// Whether a half of a transition is a title, a step or a code.
fn names_level(name: &str, half: &[Token]) -> bool {
    let Some(half) = span_of(half).and_then(|span| name.get(span)).filter(|_| can_name_level(name, half)) else {
        return false;
    };
    let tokens = tokens(half);
    title(half, &tokens).is_some() || group_at(half, &tokens, 0).is_some_and(|group| group.form != Form::Number)
}

/// The tokens before and after the only arrow or word of transition; a word of sentences before the first is skipped.
fn halves(tokens: &[Token]) -> Option<[&[Token]; 2]> {
    let parts = |token: &Token| token.is_sign(Sign::Arrow) || token.meaning().transition;
    let start = usize::from(
        tokens.first().is_some_and(|token| (token.meaning().prose || token.meaning().joint) && token.is_word()),
    );
    let at = tokens.iter().skip(start).position(parts)? + start;
    let after = at + 1 + tokens[at + 1..].iter().take_while(|token| token.is_sign(Sign::Arrow)).count();
    let halves = [&tokens[start..at], &tokens[after..]];
    let single = !halves[1].iter().any(|token| token.is_sign(Sign::Arrow));
    (single && halves.iter().all(|half| !half.is_empty())).then_some(halves)
}

pub(super) fn span_of(tokens: &[Token]) -> Option<Range<usize>> {
    Some(tokens.first()?.at.start..tokens.last()?.at.end)
}

/// A group at the start, which may stand in brackets of its own (`[L3] …`).
fn leading_group(name: &str, tokens: &[Token]) -> Option<Group> {
    if !tokens.first()?.is_sign(Sign::Open) {
        return group_at(name, tokens, 0);
    }
    let mut group = group_at(name, tokens, 1)?;
    let closed = tokens.get(group.tokens.end).is_some_and(|token| token.is_sign(Sign::Close));
    group.tokens = 0..group.tokens.end + 1;
    closed.then_some(group)
}

fn everybody(name: &str) -> LevelName {
    LevelName {
        codes: Vec::new(),
        aliases: Vec::new(),
        title: name.to_owned(),
        rank: None,
        standing: None,
        kind: NameKind::Everybody,
        strength: 0.6,
        tag: None,
        overlay_on: None,
        whole: name.to_owned(),
        stem: String::new(),
    }
}

pub(super) fn title_alone(name: &str, tokens: &[Token]) -> Option<LevelName> {
    let read = title(name, tokens)?;
    if read.overlay_at.is_none() && names_elsewhere(tokens) {
        return None;
    }
    let base = read.overlay_at.map(|at| trimmed(&name[..tokens[at].at.start]).to_owned());
    let (codes, without) = if base.is_some() { (Vec::new(), name.to_owned()) } else { acronym(name, tokens) };
    Some(LevelName { codes, overlay_on: base, whole: name.to_owned(), ..named(without, &read) })
}

fn named(title: String, read: &Title) -> LevelName {
    LevelName {
        codes: Vec::new(),
        aliases: Vec::new(),
        title,
        rank: read.number.map(Rank),
        standing: read.standing,
        kind: read.kind,
        strength: read.strength,
        tag: None,
        overlay_on: None,
        whole: String::new(),
        stem: read.stem.clone(),
    }
}

/// `Data Analyst (DA)`: capitals in brackets at the end that the words before spell out are a code.
fn acronym(name: &str, tokens: &[Token]) -> (Vec<Code>, String) {
    let none = (Vec::new(), name.to_owned());
    let [before @ .., open, word, close] = tokens else { return none };
    if !open.is_sign(Sign::Open) || !word.is_word() || !close.is_sign(Sign::Close) {
        return none;
    }
    let text = &name[word.at.clone()];
    let initials: String = name[..open.at.start]
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    if text.len() < 2 || initials != text || before.is_empty() {
        return none;
    }
    let code = Code { text: text.to_owned(), prefix: text.to_owned(), number: None };
    (vec![code], trimmed(&name[..open.at.start]).to_owned())
}

pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace() || matches!(character, '-' | '–' | '—' | ':' | '：' | '|' | '=' | ',' | '.' | '/')
    })
}

#[cfg(test)]
mod tests {
    use super::{Cut, read, transition};
    use crate::model::names::NameKind;

    /// Name, codes, title, rank, kind.
    type Case = (&'static str, &'static str, &'static str, Option<f64>, NameKind);

    const LEVELS: &[Case] = &[
        ("Level 5", "", "Level 5", Some(5.0), NameKind::Step),
        ("Niveau III", "", "Niveau III", Some(3.0), NameKind::Step),
        ("Уровень 2", "", "Уровень 2", Some(2.0), NameKind::Step),
        ("レベル3", "", "レベル3", Some(3.0), NameKind::Step),
        ("4-й уровень", "", "4-й уровень", Some(4.0), NameKind::Step),
        ("2nd level", "", "2nd level", Some(2.0), NameKind::Step),
        ("Stufe zwei", "", "Stufe zwei", Some(2.0), NameKind::Step),
        ("Band C", "", "Band C", None, NameKind::Step),
        ("🎯 **Level 2: Weaver**", "", "Weaver", Some(2.0), NameKind::Step),
        ("Senior Tester (Level 3)", "", "Senior Tester", Some(3.0), NameKind::Step),
        ("DA4 - Data Analyst 4", "DA4", "Data Analyst 4", Some(4.0), NameKind::CodeAndTitle),
        ("L3.2 | Senior Writer", "L3.2", "Senior Writer", Some(3.2), NameKind::CodeAndTitle),
        ("L9 Chief Tester", "L9", "Chief Tester", Some(9.0), NameKind::CodeAndTitle),
        ("B4/K4 = Senior Tester / Test Lead", "B4 K4", "Senior Tester / Test Lead", Some(4.0), NameKind::CodeAndTitle),
        ("L3-L4: Tester", "L3 L4", "Tester", Some(3.0), NameKind::CodeAndTitle),
        ("L3/4 – Tester", "L3 L4", "Tester", Some(3.0), NameKind::CodeAndTitle),
        ("Tester II (QA 2a)", "QA 2a", "Tester II", Some(2.0), NameKind::CodeAndTitle),
        ("L2 (Tester)", "L2", "Tester", Some(2.0), NameKind::CodeAndTitle),
        ("Tester \\(T1\\)", "T1", "Tester", Some(1.0), NameKind::CodeAndTitle),
        ("第3級", "", "第3級", Some(3.0), NameKind::Step),
        ("T3-1", "T3-1", "T3-1", Some(3.1), NameKind::Code),
        ("Level 3 / IC3", "IC3", "Level 3 / IC3", Some(3.0), NameKind::Code),
        ("Tester II / L4", "L4", "Tester II", Some(4.0), NameKind::CodeAndTitle),
        ("Tester 1/2", "", "Tester 1/2", Some(1.0), NameKind::NumberedTitle),
        ("Role: Senior Tester", "", "Senior Tester", None, NameKind::SeniorityTitle),
        ("Lead PM", "", "Lead PM", None, NameKind::SeniorityTitle),
        ("VP Testing", "", "VP Testing", None, NameKind::Management),
        ("IC4", "IC4", "IC4", Some(4.0), NameKind::Code),
        ("Tester II", "", "Tester II", Some(2.0), NameKind::NumberedTitle),
        ("Data Analyst (DA)", "DA", "Data Analyst", None, NameKind::Role),
        ("Senior Tester", "", "Senior Tester", None, NameKind::SeniorityTitle),
        ("Junior - Tester", "", "Junior - Tester", None, NameKind::SeniorityTitle),
        ("Senior Softwareentwickler:in", "", "Senior Softwareentwickler:in", None, NameKind::SeniorityTitle),
        ("Développeur web confirmé", "", "Développeur web confirmé", None, NameKind::SeniorityTitle),
        ("シニアエンジニア", "", "シニアエンジニア", None, NameKind::SeniorityTitle),
        ("Старший разработчик", "", "Старший разработчик", None, NameKind::SeniorityTitle),
        ("Staff+", "", "Staff+", None, NameKind::Seniority),
        ("Head of the Workshop", "", "Head of the Workshop", None, NameKind::Management),
        ("IT Manager", "", "IT Manager", None, NameKind::Management),
        ("Fortgeschritten", "", "Fortgeschritten", None, NameKind::Proficiency),
        ("3/4", "", "3/4", Some(3.0), NameKind::Number),
        ("All levels", "", "All levels", None, NameKind::Everybody),
    ];

    #[test]
    fn names_of_levels() {
        for (text, codes, title, rank, kind) in LEVELS {
            let name = read(text).unwrap_or_else(|| panic!("{text} is a level"));
            let found: Vec<&str> = name.codes.iter().map(|code| code.text.as_str()).collect();
            let found = (found.join(" "), name.title.as_str(), name.rank.map(|rank| rank.0), name.kind);
            assert_eq!(found, ((*codes).to_owned(), *title, *rank, *kind), "{text}");
        }
    }

    #[test]
    fn names_of_other_things() {
        let names = [
            "FAQ",
            "Introduction",
            "How do I become a Senior Tester?",
            "Senior Pathways",
            "Tester vs Developer",
            "Leadership",
            "Junior → Senior",
            "From L3 to L4",
            "Tester Competencies",
            "I mentor as a lead",
            "Level up",
            "Levels",
            "Salary",
            "Communication & Leadership",
            "3. Execution",
            "2024",
            "",
            "🚀",
            "Verantwortung",
            "Компетенции",
            "よくある質問",
            "The tester leads the way.",
            "Testers",
            "S3 storage",
            "Junior, Middle, Senior?!",
            "Junior/Middle/Senior",
            "Tester VS Test Lead",
            "B2B",
            "Evaluation: Manager",
        ];
        for text in names {
            let strength = read(text).map_or(0.0, |name| name.strength);
            assert!(strength < 0.35, "{text}: {strength}");
        }
    }

    #[test]
    fn transitions_name_both_levels() {
        let titles = |text| transition(&Cut::new(text)?).map(|(from, to)| (from.title, to.title));
        let both = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(titles("Junior → Senior"), both("Junior", "Senior"));
        assert_eq!(titles("From L3 to L4"), both("L3", "L4"));
        assert_eq!(titles("Tester -> Test Lead"), both("Tester", "Test Lead"));
        assert_eq!(titles("Back to Tester"), None);
        assert_eq!(titles("Junior → Middle → Senior"), None);
    }

    #[test]
    fn a_role_on_top_names_its_base() {
        let name = read("Data Analyst \\(DA\\) with Mentor Role").expect("a level");
        assert_eq!(name.overlay_on.as_deref(), Some("Data Analyst (DA)"));
        assert_eq!(name.title, "Data Analyst (DA) with Mentor Role");
        assert!(name.codes.is_empty());
    }
}
