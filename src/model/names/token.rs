//! A cleaned name cut into words with their meanings, and the signs between them.

use std::ops::Range;

use crate::model::language::{Meaning, ideographic_word, is_ideographic, lookup, opens_phrase, phrase_at};
use crate::text::fold;

/// A word or phrase, or a sign.
#[derive(Clone, PartialEq, Debug)]
pub struct Token {
    /// Where it stands in the cleaned name.
    pub at: Range<usize>,
    pub kind: TokenKind,
}

#[derive(Clone, PartialEq, Debug)]
pub enum TokenKind {
    Word { folded: String, meaning: &'static Meaning },
    Sign(Sign),
}

/// What a sign does in a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// `-`, `–`, `=`, `:`, `|`, `.`: stands between a code and a title.
    Between,
    /// A hyphen or dash without spaces around.
    Hyphen,
    /// `/`
    Slash,
    /// `&`, `,`, `+`
    Also,
    Open,
    Close,
    Arrow,
    /// `?`, `!`: of sentences, not of names.
    Prose,
}

impl Token {
    /// The meaning of a word; a sign means nothing.
    pub fn meaning(&self) -> &'static Meaning {
        match &self.kind {
            TokenKind::Word { meaning, .. } => meaning,
            TokenKind::Sign(_) => Meaning::nothing(),
        }
    }

    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word { .. })
    }

    pub fn is_sign(&self, sign: Sign) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    /// The folded word, empty for a sign.
    pub fn folded(&self) -> &str {
        match &self.kind {
            TokenKind::Word { folded, .. } => folded,
            TokenKind::Sign(_) => "",
        }
    }
}

/// The tokens of a cleaned name, phrases of the vocabulary as one word.
pub fn tokens(name: &str) -> Vec<Token> {
    join_phrases(words_and_signs(name))
}

fn words_and_signs(name: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(character) = name[at..].chars().next() {
        let end = if character.is_alphanumeric() { word_end(name, at) } else { at + character.len_utf8() };
        if character.is_alphanumeric() {
            push_words(name, at..end, &mut tokens);
        } else if let Some(sign) = sign(name, at, character) {
            tokens.push(Token { at: at..end, kind: TokenKind::Sign(sign) });
        }
        let person = tokens.last().is_some_and(|token| token.meaning().role || token.meaning().management);
        at = if person { skip_gender_ending(name, end) } else { end };
    }
    tokens
}

/// The end of the word that starts at `start`: letters and digits, apostrophes between letters, points between digits.
fn word_end(name: &str, start: usize) -> usize {
    let mut end = start;
    let mut previous = ' ';
    for (offset, character) in name[start..].char_indices() {
        let next = name[start + offset + character.len_utf8()..].chars().next().unwrap_or(' ');
        let inner = match character {
            '\'' | '’' => previous.is_alphabetic() && next.is_alphabetic(),
            '.' => previous.is_ascii_digit() && next.is_ascii_digit(),
            '\u{300}'..='\u{36f}' => true,
            'ー' | '゛' | '゜' => true,
            other => other.is_alphanumeric(),
        };
        if !inner {
            break;
        }
        previous = character;
        end = start + offset + character.len_utf8();
    }
    end
}

/// Pushes a word, cut further where a script puts no spaces between its words.
fn push_words(name: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &name[at..range.end];
        let here = rest.chars().next().is_some_and(is_ideographic);
        let run = rest.find(|character| is_ideographic(character) != here).unwrap_or(rest.len());
        if here {
            push_ideographic(name, at..at + run, tokens);
        } else {
            push_word(name, at..at + run, tokens);
        }
        at += run;
    }
}

fn push_ideographic(name: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let (mut at, mut unknown) = (range.start, range.start);
    while at < range.end {
        let Some((length, _)) = ideographic_word(&name[at..range.end]) else {
            at += name[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if unknown < at {
            tokens.push(word(name, unknown..at));
        }
        tokens.push(word(name, at..at + length));
        at += length;
        unknown = at;
    }
    if unknown < range.end {
        tokens.push(word(name, unknown..range.end));
    }
}

/// Pushes a word; `GuildLead` is two where the second names people.
fn push_word(name: &str, at: Range<usize>, tokens: &mut Vec<Token>) {
    let whole = word(name, at.clone());
    let text = &name[at.clone()];
    let capital = text.char_indices().rev().find(|(_, character)| character.is_uppercase()).map(|(start, _)| start);
    let cut =
        capital.filter(|start| text[..*start].ends_with(char::is_lowercase) && whole.meaning() == Meaning::nothing());
    let last = cut.map(|start| word(name, at.start + start..at.end));
    let people = |token: &Token| token.meaning().role || token.meaning().management || token.meaning().seniority;
    match last.filter(people) {
        Some(last) => {
            tokens.push(word(name, at.start..last.at.start));
            tokens.push(last);
        }
        None => tokens.push(whole),
    }
}

fn word(name: &str, at: Range<usize>) -> Token {
    let folded = fold(&name[at.clone()]);
    let meaning = lookup(&folded).unwrap_or(Meaning::nothing());
    Token { at, kind: TokenKind::Word { folded, meaning } }
}

/// Whether what follows a word is the ending for another gender, and where it ends: `:in`, `(a)`, `·euse`.
fn skip_gender_ending(name: &str, end: usize) -> usize {
    // `Tester/-in`: the hyphen says no more than the slash.
    let doubled = name[end..].starts_with("/-");
    let rest = &name[end + usize::from(doubled)..];
    let Some(sign) =
        rest.chars().next().filter(|sign| matches!(sign, '*' | ':' | '/' | '·' | '•' | '_' | '(' | '.' | '-'))
    else {
        return end;
    };
    let ending = &rest[sign.len_utf8()..];
    let length = ending.find(|character: char| !character.is_lowercase()).unwrap_or(ending.len());
    let after = &ending[length..];
    let closed = if sign == '(' { after.starts_with(')') } else { !after.starts_with(char::is_alphanumeric) };
    let preceded = name[..end].ends_with(char::is_lowercase);
    if !closed || !preceded || !crate::model::language::is_gender_ending(&fold(&ending[..length])) {
        return end;
    }
    name.len() - rest.len() + sign.len_utf8() + length + usize::from(sign == '(')
}

fn sign(name: &str, at: usize, character: char) -> Option<Sign> {
    if character == ' ' {
        return None;
    }
    let spaced = |range: &str, at_end: bool| {
        let neighbour = if at_end { range.chars().next_back() } else { range.chars().next() };
        neighbour.is_none_or(char::is_whitespace)
    };
    let end = at + character.len_utf8();
    let alone = spaced(&name[..at], true) || spaced(&name[end..], false);
    Some(match character {
        '-' | '‐' | '‑' | '–' | '—' | '−' if name[end..].starts_with('>') => Sign::Arrow,
        '-' | '‐' | '‑' | '–' | '—' | '−' if !alone => Sign::Hyphen,
        '.' if end == name.len() && !ends_in_abbreviation(&name[..at]) => Sign::Prose,
        '.' if name[..at].ends_with(|before: char| before.is_ascii_digit()) => Sign::Between,
        '-' | '–' | '—' | '−' | '=' | ':' | '：' | '|' | '、' | '・' | '~' | '»' => Sign::Between,
        '/' | '／' => Sign::Slash,
        '&' | ',' | '，' | '+' | '＆' | ';' => Sign::Also,
        '(' | '[' | '{' | '（' | '［' | '【' | '「' => Sign::Open,
        ')' | ']' | '}' | '）' | '］' | '】' | '」' => Sign::Close,
        '→' | '➔' | '➜' | '⇒' | '⟶' | '>' | '↔' => Sign::Arrow,
        '?' | '!' | '？' | '！' | '。' | '…' => Sign::Prose,
        _ => return None,
    })
}

/// Whether a full stop after these words may end an abbreviation (`Sr.`, `Eng.`) or an ordinal (`3.`).
fn ends_in_abbreviation(before: &str) -> bool {
    let last = before.rsplit(|character: char| !character.is_alphanumeric()).next().unwrap_or("");
    last.chars().count() <= 3
}

/// Joins words that are one phrase of the vocabulary; a hyphen may stand between them (`vice-president`).
fn join_phrases(tokens: Vec<Token>) -> Vec<Token> {
    if !tokens.iter().any(|token| opens_phrase(token.folded())) {
        return tokens;
    }
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let phrase = opens_phrase(tokens[at].folded()).then(|| phrase(&tokens[at..])).flatten();
        let (token, length) = phrase.unwrap_or_else(|| (tokens[at].clone(), 1));
        out.push(token);
        at += length;
    }
    out
}

/// The phrase of several words that the tokens start with, and how many of them it takes.
fn phrase(tokens: &[Token]) -> Option<(Token, usize)> {
    let run = word_run(tokens);
    let (words, meaning) = phrase_at(run.iter().map(|index| tokens[*index].folded()))?;
    let last = run[..words].last().filter(|_| words > 1)?;
    let folded = run[..words].iter().map(|index| tokens[*index].folded()).collect::<Vec<_>>().join(" ");
    let at = tokens[0].at.start..tokens[*last].at.end;
    Some((Token { at, kind: TokenKind::Word { folded, meaning } }, last + 1))
}

/// Positions of the words at the start of `tokens` that only spaces or hyphens part; at most four.
fn word_run(tokens: &[Token]) -> Vec<usize> {
    let words = tokens.iter().enumerate().take_while(|(_, token)| token.is_word() || token.is_sign(Sign::Hyphen));
    words.filter(|(_, token)| token.is_word()).map(|(index, _)| index).take(4).collect()
}
