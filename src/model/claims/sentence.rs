//! Sentences and their words.

use std::ops::Range;

use crate::model::language::is_ideographic;
use crate::text::fold;

/// Longest sentence that is looked at, in words; what is longer states no rule.
const LONGEST: usize = 90;

/// A sentence of a text.
pub(super) struct Sentence {
    /// Where it stands, without white space around.
    pub at: Range<usize>,
    pub words: Vec<Word>,
}

/// A word, folded; in a script without spaces one character.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub at: Range<usize>,
    pub folded: String,
    /// A sign that parts clauses stands before it.
    pub parted: bool,
    /// It is written in capitals.
    pub capitals: bool,
}

/// The sentences of a text, in order; those that are too long to state a rule are left out.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        let end = at + character.len_utf8();
        let next = rest.peek().map(|(_, next)| *next);
        let ends = match character {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace) && !is_abbreviated(&text[start..at]),
            _ => false,
        };
        if ends {
            sentences.extend(sentence(text, start..end));
            start = end;
        }
    }
    sentences.extend(sentence(text, start..text.len()));
    sentences
}

/// A full stop after letters with one between (`e.g.`), or after a known short form, ends no sentence.
fn is_abbreviated(before: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = last.trim_start_matches(['(', '"', '“']);
    let lettered =
        word.contains('.') && word.split('.').all(|part| part.len() <= 2 && part.chars().all(char::is_alphabetic));
    lettered || matches!(word.to_lowercase().as_str(), "vs" | "etc" | "eng" | "sr" | "jr" | "z" | "u" | "ca" | "bzw")
}

fn sentence(text: &str, range: Range<usize>) -> Option<Sentence> {
    let part = &text[range.clone()];
    let lead = part.len() - part.trim_start().len();
    let at = range.start + lead..range.start + lead + part.trim().len();
    let words = words(&text[at.clone()], at.start);
    (!words.is_empty() && words.len() <= LONGEST).then_some(Sentence { at, words })
}

/// The words of a text that starts at `offset`.
pub(super) fn words(text: &str, offset: usize) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut start, mut parted) = (None, false);
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let inner = character.is_alphanumeric() && !is_ideographic(character);
        if inner || (is_inside(text, at, character) && start.is_some()) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            push_word(text, start..at, offset, &mut words);
            if let Some(word) = words.last_mut() {
                word.parted |= std::mem::take(&mut parted);
            }
        }
        if is_ideographic(character) {
            let end = at + character.len_utf8();
            let at = offset + at..offset + end;
            words.push(Word {
                folded: fold(&text[at.start - offset..at.end - offset]),
                at,
                parted: std::mem::take(&mut parted),
                capitals: false,
            });
        }
        parted |= matches!(character, ',' | ';' | ':' | '–' | '—' | '、' | '，' | '：' | '；' | '|');
    }
    words
}

/// Apostrophes between letters and points between digits are part of a word.
fn is_inside(text: &str, at: usize, character: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().nth(1);
    match character {
        '\'' | '’' => {
            let elided = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count();
            elided > 2 && after.is_some_and(char::is_alphabetic)
        }
        '.' => before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit()),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{ad}' => true,
        _ => false,
    }
}

fn push_word(text: &str, at: Range<usize>, offset: usize, words: &mut Vec<Word>) {
    let folded = fold(&text[at.clone()]);
    let capitals = at.len() > 1 && text[at.clone()].chars().all(char::is_uppercase);
    words.push(Word { at: offset + at.start..offset + at.end, folded, parted: false, capitals });
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_and_their_words() {
        let text = "  Rises, e.g. to L3.2. Isn’t l'étage “high”? 段階 ";
        let found: Vec<(String, String)> = sentences(text)
            .iter()
            .map(|sentence| {
                let words: Vec<&str> = sentence.words.iter().map(|word| word.folded.as_str()).collect();
                (text[sentence.at.clone()].to_owned(), words.join(" "))
            })
            .collect();
        let expected = [
            ("Rises, e.g. to L3.2.", "rises e g to l3.2"),
            ("Isn’t l'étage “high”?", "isn't l etage high"),
            ("段階", "段 階"),
        ];
        let expected: Vec<(String, String)> = expected.map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        assert_eq!(found, expected);
    }
}
