//! Names with codes, a step or a number before or after their title.

use super::code::{Form, Group, group_at};
use super::elsewhere::names_elsewhere;
use super::read::{span_of, title_alone, trimmed};
use super::title::{Title, title};
use super::token::{Sign, Token};
use super::{LevelName, NameKind};
use crate::model::Rank;

/// Most words that a title beside a code may have.
const LONGEST_TITLE: usize = 9;

/// How the title stands to the group: behind a sign or in brackets, or with nothing but a space.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Parted,
    Spaced,
}

/// What stands beside a group.
struct Beside<'a> {
    tokens: &'a [Token],
    tag: Option<String>,
    joint: Joint,
}

/// The level that a group and the words beside it name.
pub(super) fn with_group(name: &str, tokens: &[Token], group: Group) -> Option<LevelName> {
    let beside = beside(name, tokens, &group);
    let words = beside.tokens.iter().filter(|token| token.is_word()).count();
    if words == 0 && beside.tag.is_none() {
        return Some(bare(name, group));
    }
    if let Some(coded) = step_and_code(name, &group, &beside) {
        return Some(coded);
    }
    let read = title(name, beside.tokens);
    let number = group.form == Form::Number;
    if number && !is_numbered(tokens, &group, &beside, read.as_ref()) {
        return title_alone(name, tokens);
    }
    if words > LONGEST_TITLE || (read.is_none() && is_prose(&beside)) {
        return None;
    }
    Some(named(name, group, read, beside))
}

/// `Level 3 / IC3`, `IC3 (Level 3)`: a step beside a code is another name for it.
fn step_and_code(name: &str, group: &Group, beside: &Beside<'_>) -> Option<LevelName> {
    let words: Vec<Token> = beside.tokens.iter().filter(|token| token.is_word()).cloned().collect();
    let other = group_at(name, &words, 0).filter(|other| other.tokens.end == words.len())?;
    let (code, step) = match (group.form, other.form) {
        (Form::Step, Form::Code | Form::KnownCode) => (other, group.clone()),
        (Form::Code | Form::KnownCode, Form::Step) => (group.clone(), other),
        _ => return None,
    };
    let aliases = step.codes.iter().map(|code| code.text.clone()).collect();
    Some(LevelName { aliases, strength: 0.95, ..bare(name, code) })
}

fn beside<'a>(name: &str, tokens: &'a [Token], group: &Group) -> Beside<'a> {
    if group.tokens.start > 0 {
        let bracketed = tokens[group.tokens.start].is_sign(Sign::Open);
        let before = &tokens[..group.tokens.start];
        let parted = bracketed || before.last().is_some_and(|token| token.is_sign(Sign::Between));
        return Beside { tokens: before, tag: None, joint: if parted { Joint::Parted } else { Joint::Spaced } };
    }
    let rest = &tokens[group.tokens.end..];
    let (tag, rest) = tag(name, rest);
    let parted = tag.is_some() || rest.first().is_some_and(|token| !token.is_word());
    let skipped = rest.iter().take_while(|token| !token.is_word() && !token.is_sign(Sign::Open)).count();
    Beside { tokens: &rest[skipped..], tag, joint: if parted { Joint::Parted } else { Joint::Spaced } }
}

/// `3 - Senior Tester`: a bare number in front of a title numbers the level.
fn is_numbered(tokens: &[Token], group: &Group, beside: &Beside<'_>, read: Option<&Title>) -> bool {
    let leads = group.tokens.start == 0 && group.tokens.end < tokens.len();
    let range = group.tokens.start > 0 && group.codes.len() > 1;
    if range {
        return read.is_some();
    }
    let plain = read.is_none_or(|read| read.kind == NameKind::Role && beside.joint == Joint::Spaced);
    leads && !plain && !names_elsewhere(beside.tokens)
}

fn named(name: &str, group: Group, read: Option<Title>, beside: Beside<'_>) -> LevelName {
    let ranged = group.form == Form::Number && group.tokens.start > 0;
    let span = span_of(beside.tokens).filter(|_| !ranged);
    let words = span.map_or("", |span| unbracketed(trimmed(&name[span])));
    let step = group.form == Form::Step;
    let written = || group.codes.iter().map(|code| code.text.as_str()).collect::<Vec<_>>().join("/");
    LevelName {
        aliases: if step { vec![written()] } else { Vec::new() },
        title: if words.is_empty() { name } else { words }.to_owned(),
        rank: Some(Rank(group.lowest)),
        standing: read.as_ref().and_then(|read| read.standing),
        kind: match group.form {
            Form::Step => NameKind::Step,
            Form::Number => NameKind::NumberedTitle,
            Form::Code | Form::KnownCode => NameKind::CodeAndTitle,
        },
        strength: strength(group.form, read.as_ref(), beside.joint),
        codes: if step || group.form == Form::Number { Vec::new() } else { group.codes },
        tag: beside.tag,
        overlay_on: None,
        whole: name.to_owned(),
        stem: read.map(|read| read.stem).unwrap_or_default(),
    }
}

/// Nothing but codes, a step or a number.
fn bare(name: &str, group: Group) -> LevelName {
    let (kind, strength) = match group.form {
        Form::Step => (NameKind::Step, 0.95),
        Form::KnownCode => (NameKind::Code, 0.85),
        Form::Code => (NameKind::Code, 0.5),
        Form::Number => (NameKind::Number, 0.25),
    };
    let coded = matches!(group.form, Form::KnownCode | Form::Code);
    LevelName {
        codes: if coded { group.codes } else { Vec::new() },
        aliases: Vec::new(),
        title: name.to_owned(),
        rank: Some(Rank(group.lowest)),
        standing: None,
        kind,
        strength,
        tag: None,
        overlay_on: None,
        whole: name.to_owned(),
        stem: String::new(),
    }
}

fn strength(form: Form, read: Option<&Title>, joint: Joint) -> f32 {
    let titled = read.is_some_and(|read| read.kind != NameKind::Proficiency || joint == Joint::Parted);
    match (form, joint) {
        (Form::Number, Joint::Parted) => read.map_or(0.3, |read| (read.strength + 0.05).min(0.8)),
        (Form::Number, Joint::Spaced) => 0.4,
        _ if titled => 0.97,
        (Form::Step, Joint::Parted) => 0.9,
        (Form::KnownCode, Joint::Parted) => 0.85,
        (Form::Code, Joint::Parted) | (Form::Step | Form::KnownCode, Joint::Spaced) => 0.5,
        (Form::Code, Joint::Spaced) => 0.25,
    }
}

/// `EM` in `L4 EM - Software Engineer`: capitals between a code and a sign, or at the end.
fn tag<'t>(name: &str, rest: &'t [Token]) -> (Option<String>, &'t [Token]) {
    let Some(first) = rest.first().filter(|token| token.is_word()) else { return (None, rest) };
    let text = &name[first.at.clone()];
    let capitals = (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let parted = rest.get(1).is_some_and(|token| token.is_sign(Sign::Between));
    if capitals && parted { (Some(text.to_owned()), &rest[1..]) } else { (None, rest) }
}

/// Words beside a code that are a sentence or a question, not a title.
fn is_prose(beside: &Beside<'_>) -> bool {
    let sentence = |token: &Token| beside.joint == Joint::Spaced && token.meaning().prose && !token.meaning().joint;
    beside.tokens.iter().any(|token| token.is_sign(Sign::Prose) || sentence(token))
}

/// `(Senior Engineer)` → `Senior Engineer`, where one pair of brackets holds it all.
fn unbracketed(text: &str) -> &str {
    let inner = text.strip_prefix(['(', '[', '（', '「']).and_then(|rest| rest.strip_suffix([')', ']', '）', '」']));
    inner.filter(|inner| !inner.contains(['(', '[', '（', '「'])).map_or(text, trimmed)
}
