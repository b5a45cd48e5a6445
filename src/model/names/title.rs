//! Titles: words around a role, a word of seniority or proficiency, or a role that leads people.

use super::NameKind;
use super::number;
use super::token::{Sign, Token};

/// What the words of a title say.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Title {
    pub kind: NameKind,
    pub strength: f32,
    pub standing: Option<f32>,
    /// A number at its end: `Engineer II`.
    pub number: Option<f64>,
    pub stem: String,
    /// How many of the tokens stand before a word that puts a role on top.
    pub overlay_at: Option<usize>,
}

/// More words than this are a sentence, or a role described rather than named.
const LONGEST_PART: usize = 7;
const MOST_UNKNOWN: usize = 3;
/// How sure one word for standing in a community is.
const COMMUNITY: f32 = 0.3;

/// Reads a title, `None` where the words name no level.
pub(super) fn title(name: &str, tokens: &[Token]) -> Option<Title> {
    let says_more = |token: &Token| token.is_sign(Sign::Arrow) || token.is_sign(Sign::Prose);
    if tokens.iter().any(says_more) || !tokens.iter().any(names_people) {
        return None;
    }
    if let Some(at) = tokens.iter().position(|token| token.meaning().overlay).filter(|at| *at > 0) {
        let base = title(name, &tokens[..at]).filter(|base| base.kind != NameKind::Proficiency)?;
        return Some(Title { overlay_at: Some(at), number: None, ..base });
    }
    let outside = outside_brackets(tokens);
    let (number, words) = split_number(name, &outside);
    let whole = words.split(|token| token.is_sign(Sign::Slash) || token.is_sign(Sign::Also));
    let parts: Vec<&[&Token]> =
        whole.flat_map(|part| one_or_segments(name, part)).filter(|part| !part.is_empty()).collect();
    let read: Vec<Option<Title>> = parts.iter().map(|part| title_part(name, part)).collect();
    let stray = parts.iter().zip(&read).any(|(part, read)| read.is_none() && ends_elsewhere(part));
    // `Junior/Middle/Senior` lists a ladder.
    let list = read.len() > 2 && read.iter().flatten().all(|title| title.kind == NameKind::Seniority);
    if stray || list {
        return None;
    }
    let lowest = read.iter().flatten().filter_map(|title| title.standing).reduce(f32::min);
    let strongest = read.iter().flatten().max_by(|a, b| a.strength.total_cmp(&b.strength))?;
    let penalty = if read.iter().all(Option::is_some) { 0.0 } else { 0.1 };
    Some(numbered(Title { strength: strongest.strength - penalty, standing: lowest, ..strongest.clone() }, number))
}

fn numbered(title: Title, number: Option<f64>) -> Title {
    let Some(value) = number else { return title };
    let standing = title.standing.map(|standing| standing + value.min(9.0) as f32 / 20.0);
    let (kind, strength) = match title.kind {
        NameKind::Proficiency => (NameKind::Proficiency, title.strength),
        _ => (NameKind::NumberedTitle, 0.8),
    };
    Title { kind, strength, standing, number, ..title }
}

/// Whether a word names people by their work or standing; no title is without one.
fn names_people(token: &Token) -> bool {
    let meaning = token.meaning();
    meaning.role || meaning.seniority || meaning.management || meaning.proficiency || meaning.community.is_some()
}

/// `Junior - Tester` is one title; `Senior Tester - Payments` is a title and something else.
fn one_or_segments<'a, 't>(name: &str, part: &'a [&'t Token]) -> Vec<&'a [&'t Token]> {
    if title_part(name, part).is_some() {
        vec![part]
    } else {
        part.split(|token| token.is_sign(Sign::Between)).collect()
    }
}

/// The tokens that stand in no brackets; all of them where nothing else is left.
pub(super) fn outside_brackets(tokens: &[Token]) -> Vec<&Token> {
    let mut depth = 0_usize;
    let mut outside = Vec::with_capacity(tokens.len());
    for token in tokens {
        if token.is_sign(Sign::Open) {
            depth += 1;
        } else if token.is_sign(Sign::Close) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            outside.push(token);
        }
    }
    let brackets = |token: &&Token| !token.is_sign(Sign::Open) && !token.is_sign(Sign::Close);
    if outside.is_empty() { tokens.iter().filter(brackets).collect() } else { outside }
}

/// Parts a digit or roman numeral at the end from the words before it.
fn split_number<'t, 'a>(name: &str, tokens: &'a [&'t Token]) -> (Option<f64>, &'a [&'t Token]) {
    let Some((last, rest)) = tokens.split_last().filter(|(_, rest)| !rest.is_empty()) else { return (None, tokens) };
    let text = &name[last.at.clone()];
    match number::decimal(text).or_else(|| number::roman(text)) {
        Some(number) if last.is_word() => {
            let hyphens = rest.iter().rev().take_while(|token| token.is_sign(Sign::Hyphen)).count();
            (Some(number), &rest[..rest.len() - hyphens])
        }
        _ => (None, tokens),
    }
}

fn ends_elsewhere(part: &[&Token]) -> bool {
    let words: Vec<&&Token> = part.iter().filter(|token| token.is_word()).collect();
    let plain = |token: &&&Token| token.meaning().elsewhere || token.meaning().prose;
    words.first().is_some_and(plain) || words.last().is_some_and(plain)
}

/// One title of several, without number and brackets.
fn title_part(name: &str, part: &[&Token]) -> Option<Title> {
    let words: Vec<&Token> = part.iter().copied().filter(|token| token.is_word()).collect();
    let head = head(name, &words)?;
    let unknown = head.iter().filter(|token| !is_known(token)).count();
    if words.len() > LONGEST_PART || unknown > MOST_UNKNOWN || reads_as_prose(name, &words) {
        return None;
    }
    let any = |has: fn(&Token) -> bool| words.iter().any(|token| has(token));
    let role = any(|token| token.meaning().role);
    let is_person = |token: &Token| token.meaning().role || token.meaning().community.is_some();
    let in_community = head.last().and_then(|last| community(last, words.len()));
    let senior = words.iter().position(|token| token.meaning().seniority);
    let senior_role =
        senior.is_some_and(|senior| words.iter().enumerate().any(|(at, token)| is_person(token) && senior != at));
    let (kind, strength) = if any(|token| token.meaning().management) {
        let strength = if senior.is_some() { 0.7 } else { 0.55 };
        (NameKind::Management, if leads_field(head) { 0.4 } else { strength })
    } else if senior_role {
        (NameKind::SeniorityTitle, 0.72)
    } else if any(|token| token.meaning().seniority) {
        (NameKind::Seniority, alone_strength(head, unknown))
    } else if in_community.is_some() {
        (NameKind::Community, COMMUNITY)
    } else if role && !(words.len() == 1 && any(|token| token.meaning().proficiency)) {
        (NameKind::Role, 0.4)
    } else if any(|token| token.meaning().proficiency) && unknown == 0 {
        (NameKind::Proficiency, 0.5)
    } else {
        return None;
    };
    let standing = in_community.filter(|_| kind == NameKind::Community).or_else(|| standing(&words));
    Some(Title { kind, strength, standing, number: None, stem: stem(&words), overlay_at: None })
}

/// How far up the last word of a name stands in a community. A plural does not where more words stand beside it.
fn community(last: &Token, words: usize) -> Option<f32> {
    last.meaning().community.filter(|_| words == 1 || !last.meaning().many)
}

/// `Junior` alone, `Senior QA`, `Workshop Lead`; less for `Main Principal`, where the word may mean something else.
fn alone_strength(head: &[&Token], unknown: usize) -> f32 {
    let ends = head.last().is_some_and(|last| last.meaning().seniority && !last.meaning().role);
    match (unknown, ends) {
        (0, _) => 0.6,
        (_, false) => 0.45,
        (_, true) => 0.3,
    }
}

/// The words up to a joint, where they end in a word that names people by their work or standing.
fn head<'a, 't>(name: &str, words: &'a [&'t Token]) -> Option<&'a [&'t Token]> {
    let joint = words.iter().skip(1).position(|token| token.meaning().joint && !token.meaning().role).map(|at| at + 1);
    let head = &words[..joint.unwrap_or(words.len())];
    let last = head.last()?.meaning();
    let leads = head.iter().any(|token| token.meaning().head_first);
    let ends = last.role
        || last.management
        || last.community.is_some()
        || (joint.is_none() && (last.seniority || last.proficiency || ends_in_step(words.iter().copied())));
    let joined = joint.is_none_or(|at| at + 1 < words.len());
    ((ends || leads || ends_in_acronym(name, head) || leads_field(head)) && joined).then_some(head)
}

/// `Senior level`, `Expert grade`: a word for step behind one that says which.
pub(super) fn ends_in_step<'t>(words: impl DoubleEndedIterator<Item = &'t Token>) -> bool {
    let mut back = words.rev();
    let (Some(last), Some(before)) = (back.next(), back.next()) else { return false };
    let graded = before.meaning();
    last.meaning().step && (graded.seniority || graded.proficiency || graded.management)
}

/// `Senior SRE`: an unknown word of few letters after a word of seniority is taken for a role.
fn ends_in_acronym(name: &str, head: &[&Token]) -> bool {
    let [.., before, last] = head else { return false };
    let meaning = before.meaning();
    let capitals = name[last.at.clone()].chars().all(char::is_uppercase);
    meaning.seniority
        && (capitals || !meaning.role)
        && !is_known(last)
        && last.at.len() <= 3
        && !last.folded().contains(|c: char| c.is_ascii_digit())
}

/// `VP Engineering`, `Leiter Entwicklung`: one of those who lead many, then one or two words for their field.
fn leads_field(head: &[&Token]) -> bool {
    let [first, field @ ..] = head else { return false };
    let leads = first.meaning().management && first.meaning().standing.is_some_and(|standing| standing >= 7.0);
    leads && (1..=2).contains(&field.len()) && field.iter().all(|token| !is_known(token) && !token.meaning().elsewhere)
}

fn is_known(token: &Token) -> bool {
    let meaning = token.meaning();
    let person = meaning.seniority || meaning.role || meaning.management || meaning.community.is_some();
    person || meaning.proficiency || meaning.joint || meaning.step
}

/// A word of sentences in it, other than right after a joint (`Head of the Workshop`) or in capitals (`IT Manager`).
fn reads_as_prose(name: &str, words: &[&Token]) -> bool {
    words.iter().enumerate().any(|(index, token)| {
        let text = &name[token.at.clone()];
        let after_joint = index > 0 && words[index - 1].meaning().joint;
        let capitals = index == 0 && text.len() > 1 && text.chars().all(char::is_uppercase);
        let meaning = token.meaning();
        meaning.prose && !meaning.joint && !meaning.overlay && !capitals && !after_joint
    })
}

/// How far up the words stand: the highest of them, a little more for a second one, less for an assistant.
fn standing(words: &[&Token]) -> Option<f32> {
    let standings: Vec<f32> = words.iter().filter_map(|token| token.meaning().standing).collect();
    let highest = standings.iter().copied().fold(f32::MIN, f32::max);
    if standings.is_empty() {
        return words.iter().any(|token| token.meaning().role).then_some(3.0);
    }
    let more = if standings.iter().any(|standing| *standing < 2.5 && *standing < highest) {
        -0.5
    } else if standings.len() > 1 {
        0.5
    } else {
        0.0
    };
    Some(highest + more)
}

/// The words that do not tell standing.
fn stem(words: &[&Token]) -> String {
    let plain = words
        .iter()
        .filter(|token| !token.meaning().seniority && !token.meaning().proficiency && !token.meaning().step);
    plain.map(|token| token.folded()).collect::<Vec<_>>().join(" ")
}
