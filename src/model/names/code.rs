//! Codes and written steps: `TL5`, `L3.2`, `IC 3a`, `T5/L5`, `3/4`, `Level 5`, `Stufe III`, `5級`.

use std::ops::Range;

use super::number;
use super::token::{Sign, Token};

/// A code as written.
#[derive(Clone, PartialEq, Debug)]
pub struct Code {
    pub text: String,
    /// Its letters in capitals: `TL` of `TL5`.
    pub prefix: String,
    pub number: Option<f64>,
}

/// Codes or steps that stand together in a name.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Group {
    pub codes: Vec<Code>,
    /// Lowest number of all of them.
    pub lowest: f64,
    pub form: Form,
    /// The tokens that it takes.
    pub tokens: Range<usize>,
}

impl Group {
    /// Whether its numbers have letters before them.
    pub fn is_coded(&self) -> bool {
        matches!(self.form, Form::Code | Form::KnownCode)
    }
}

/// How the number of a group is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// With a prefix that ladders are known to use.
    KnownCode,
    /// With capitals before it.
    Code,
    /// With a word for step.
    Step,
    /// Alone.
    Number,
}

/// Prefixes that ladders use for their levels, whatever the language.
const KNOWN: [&str; 44] = [
    "L", "LV", "LVL", "IC", "M", "MG", "MGR", "EM", "E", "EN", "ENG", "T", "TL", "D", "DE", "DEV", "P", "PE", "PD",
    "PM", "S", "SE", "SWE", "SDE", "SD", "SRE", "QA", "QE", "UX", "DS", "DA", "DX", "TPM", "TW", "B", "G", "J", "R",
    "C", "F", "X", "LEVEL", "N", "A",
];

/// Prefixes that look like those of codes and are none: quarters, services, protocols, formats; and words that are codes
/// only where siblings count on with them.
const NO_PREFIX: [&str; 14] =
    ["Q", "H", "FY", "EC", "IPV", "HTTP", "HTML", "CSS", "ES", "OAUTH", "WEB", "MP", "COVID", "LOG"];
const DOUBTFUL: [&str; 5] = ["S3", "D3", "C4", "P2", "X86"];

/// Makes an ordinal of the number behind it, in Japanese and Chinese.
const ORDINAL_MARK: &str = "第";

/// The group of codes, steps or numbers that starts at token `at`.
pub(super) fn group_at(name: &str, tokens: &[Token], at: usize) -> Option<Group> {
    let marked = tokens.get(at).is_some_and(|token| token.folded() == ORDINAL_MARK);
    let first = if marked {
        step_at(name, tokens, at + 1)
    } else {
        step_at(name, tokens, at).or_else(|| first_code(name, tokens, at))
    };
    let mut group = first?;
    group.tokens.start = at;
    while let Some((code, end)) = next_code(name, tokens, &group) {
        group.lowest = code.number.map_or(group.lowest, |number| group.lowest.min(number));
        group.codes.push(code);
        group.tokens.end = end;
    }
    Some(group)
}

/// The group that ends with the last token, alone or in brackets.
pub(super) fn group_at_end(name: &str, tokens: &[Token]) -> Option<Group> {
    let close = usize::from(tokens.last().is_some_and(|token| token.is_sign(Sign::Close)));
    let end = tokens.len() - close;
    (end.saturating_sub(7)..end).find_map(|at| {
        let bracketed = at > 0 && tokens[at - 1].is_sign(Sign::Open);
        if at == 0 || bracketed != (close == 1) {
            return None;
        }
        let mut group = group_at(name, tokens, at).filter(|group| group.tokens.end == end)?;
        group.tokens = at - close..end + close;
        Some(group)
    })
}

fn first_code(name: &str, tokens: &[Token], at: usize) -> Option<Group> {
    let (code, end) = code_at(name, tokens, at).or_else(|| number_at(name, tokens, at))?;
    let lowest = code.number?;
    let form = match code.prefix.as_str() {
        "" => Form::Number,
        prefix if KNOWN.contains(&prefix) && !DOUBTFUL.contains(&code.text.as_str()) => Form::KnownCode,
        _ => Form::Code,
    };
    Some(Group { codes: vec![code], lowest, form, tokens: at..end })
}

/// `Level 5`, `Level: 5`, `Level5`; `5級`, `2nd level`.
fn step_at(name: &str, tokens: &[Token], at: usize) -> Option<Group> {
    let token = tokens.get(at)?;
    let number_end = if token.meaning().step {
        let skip = usize::from(
            tokens.get(at + 1).is_some_and(|token| token.is_sign(Sign::Between) || token.is_sign(Sign::Hyphen)),
        );
        number_at(name, tokens, at + 1 + skip)
    } else {
        stepped_number(name, tokens, at)
    };
    let (mut code, end) = number_end.or_else(|| glued_step(token).map(|code| (code, at + 1)))?;
    let lowest = code.number?;
    code.text = name[tokens[at].at.start..tokens[end - 1].at.end].to_owned();
    Some(Group { codes: vec![code], lowest, form: Form::Step, tokens: at..end })
}

/// A number, perhaps an ordinal, before a word for step.
fn stepped_number(name: &str, tokens: &[Token], at: usize) -> Option<(Code, usize)> {
    let ordinal = number::ordinal(tokens[at].folded());
    let step = |index: usize| tokens.get(index).is_some_and(|token| token.meaning().step);
    // `4-й уровень`, `3. Stufe`: one sign, or a sign and an ending, may stand between.
    let distance =
        (1..=3).find(|distance| step(at + distance) && tokens[at + 1..at + distance].iter().all(is_ordinal_rest))?;
    let number = ordinal.or_else(|| number::of(&name[tokens[at].at.clone()], tokens[at].meaning()))?;
    Some((Code { text: String::new(), prefix: String::new(), number: Some(number) }, at + distance + 1))
}

fn is_ordinal_rest(token: &Token) -> bool {
    if token.is_word() {
        token.folded().chars().count() <= 2
    } else {
        token.is_sign(Sign::Hyphen) || token.is_sign(Sign::Between)
    }
}

/// `Level5`: a word for step with its number in one word.
fn glued_step(token: &Token) -> Option<Code> {
    let folded = token.folded();
    let digits = folded.find(|character: char| character.is_ascii_digit())?;
    let is_step = digits > 1 && crate::model::language::lookup(&folded[..digits]).is_some_and(|meaning| meaning.step);
    let number = number::decimal(&folded[digits..]).filter(|_| is_step)?;
    Some(Code { text: String::new(), prefix: String::new(), number: Some(number) })
}

/// A bare number, with a letter after it perhaps: `3`, `3a`, `IV`, `three`.
fn number_at(name: &str, tokens: &[Token], at: usize) -> Option<(Code, usize)> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let text = &name[token.at.clone()];
    let number = number::of(text, token.meaning()).or_else(|| number::decimal(without_letter(text)))?;
    Some((Code { text: text.to_owned(), prefix: String::new(), number: Some(number) }, at + 1))
}

/// A code of letters and a number, in one word or two.
fn code_at(name: &str, tokens: &[Token], at: usize) -> Option<(Code, usize)> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let text = &name[token.at.clone()];
    if let Some(code) = code_in_word(text) {
        return Some(divided(name, tokens, at, code));
    }
    // `IC 3a`, `L-3`: only a known prefix in capitals may stand apart from its number.
    if !KNOWN.contains(&text) {
        return None;
    }
    let number_at = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|token| token.is_sign(Sign::Hyphen)));
    let number = tokens.get(number_at).filter(|token| token.is_word())?;
    let value = number::decimal(without_letter(&name[number.at.clone()]))?;
    let whole = name[token.at.start..number.at.end].to_owned();
    Some((Code { text: whole, prefix: text.to_owned(), number: Some(value) }, number_at + 1))
}

/// `T3-1`: a number behind a hyphen that is no higher divides the level, and is no range.
fn divided(name: &str, tokens: &[Token], at: usize, code: Code) -> (Code, usize) {
    let part = tokens.get(at + 2).filter(|_| tokens[at + 1].is_sign(Sign::Hyphen)).map(|token| &name[token.at.clone()]);
    let digit = part.filter(|part| part.len() == 1).and_then(number::decimal);
    match (digit, code.number) {
        (Some(digit), Some(number)) if digit <= number && number.fract() == 0.0 => {
            let text = name[tokens[at].at.start..tokens[at + 2].at.end].to_owned();
            (Code { text, number: Some(number + digit / 10.0), ..code }, at + 3)
        }
        _ => (code, at + 1),
    }
}

fn code_in_word(word: &str) -> Option<Code> {
    let digits = word.find(|character: char| character.is_ascii_digit())?;
    let (letters, rest) = word.split_at(digits);
    let prefix = letters.to_ascii_uppercase();
    let known = KNOWN.contains(&prefix.as_str());
    let shaped = (1..=4).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase() || (known && byte.is_ascii_alphabetic()));
    if !shaped || NO_PREFIX.contains(&prefix.as_str()) {
        return None;
    }
    let lettered = prefix.len() > 1 || !rest.ends_with(|character: char| character.is_ascii_uppercase());
    let number = number::decimal(without_letter(rest)).filter(|_| lettered)?;
    Some(Code { text: word.to_owned(), prefix, number: Some(number) })
}

/// `3a` → `3`: one letter from a to e may divide a level.
fn without_letter(text: &str) -> &str {
    match text.strip_suffix(['a', 'b', 'c', 'd', 'e', 'A', 'B', 'C']) {
        Some(rest) if rest.ends_with(|character: char| character.is_ascii_digit()) => rest,
        _ => text,
    }
}

/// One more code behind a group: `/L5`, `-4`, ` & L4`.
fn next_code(name: &str, tokens: &[Token], group: &Group) -> Option<(Code, usize)> {
    let at = group.tokens.end;
    let joins = |token: &Token| {
        token.is_sign(Sign::Slash)
            || token.is_sign(Sign::Hyphen)
            || token.is_sign(Sign::Also)
            || token.is_sign(Sign::Between)
            || token.meaning().joint
            || token.meaning().transition
    };
    let joint = tokens.get(at).filter(|token| joins(token))?;
    let next = if group.form == Form::Step {
        step_at(name, tokens, at + 1).map(|step| (step.codes[0].clone(), step.tokens.end))
    } else {
        None
    };
    let coded = || if group.is_coded() { code_at(name, tokens, at + 1) } else { None };
    let (mut code, end) = next.or_else(coded).or_else(|| number_at(name, tokens, at + 1))?;
    let last = group.codes.last()?;
    if code.prefix.is_empty() && group.is_coded() {
        // `L3/4`: the second number borrows the prefix, but only upwards, and not across a wide sign (`L3 - 2 years`).
        let upwards = code.number > last.number;
        if !upwards || joint.is_sign(Sign::Between) {
            return None;
        }
        code.prefix = last.prefix.clone();
        code.text = format!("{}{}", last.prefix, code.text);
    }
    let wide = joint.is_sign(Sign::Between);
    let range = code.prefix == last.prefix && code.number > last.number;
    (!wide || range).then_some((code, end))
}
