//! An abbreviation that criteria use and no document explains.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Rule, Seeker, Seen};
use crate::check::language::is_known;
use crate::check::phrase::words;
use crate::check::{part, texts};
use crate::resolve::Criterion;
use crate::text::{Diagnostic, Severity, fold};

pub(super) const RULE: Rule = Rule {
    id: "undefined-abbreviation",
    severity: Severity::Note,
    finds: "A criterion uses an abbreviation that no document explains",
    why: "Whoever is new, or comes from another team, cannot meet what they cannot read; and they will not ask what `EM` \
          means when everybody else seems to know.",
    mend: "Write it out where it is used first, with the abbreviation in brackets: `engineering manager (EM)`; or explain it \
           in a glossary: `EM: engineering manager`.",
    example: Some(example!("undefined-abbreviation")),
    seeker: Seeker::Advice(find),
};

/// How many letters an abbreviation has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// Where an abbreviation is used first, and how often it is used in all.
struct Use<'a> {
    criterion: &'a Criterion,
    at: Range<usize>,
    count: usize,
}

fn find(seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut used: BTreeMap<String, Use<'_>> = BTreeMap::new();
    for (of, criterion) in seen.criteria() {
        let text = seen.wording(of).text.as_ref();
        if !has_capitals(text) || is_shouted(text) {
            continue;
        }
        let words = words(text);
        for (number, word) in words.iter().enumerate() {
            if let Some(short) = abbreviation(&text[word.clone()])
                && !is_in_name(text, &words, number)
            {
                let at = word.start..word.start + short.len();
                used.entry(short.to_owned()).or_insert(Use { criterion, at, count: 0 }).count += 1;
            }
        }
    }
    used.retain(|short, _| !is_known(short));
    if used.is_empty() {
        return Vec::new();
    }
    let explained = Explained::by(seen);
    used.retain(|short, _| !explained.holds(short));
    let mut found: Vec<Diagnostic> = used.into_iter().map(|(short, of)| diagnostic(&short, &of)).collect();
    found.sort_by_key(|finding| finding.span);
    found
}

/// Whether two capitals stand side by side, as in every abbreviation.
fn has_capitals(text: &str) -> bool {
    if text.is_ascii() {
        return text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    }
    text.chars().zip(text.chars().skip(1)).any(|(one, other)| one.is_uppercase() && other.is_uppercase())
}

/// The capitals of a word that is an abbreviation, without the ending of the plural.
fn abbreviation(word: &str) -> Option<&str> {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let short = word.strip_suffix('s').filter(|short| short.len() > 1).unwrap_or(word);
    let is_short = LETTERS.contains(&short.chars().count()) && short.chars().all(char::is_uppercase);
    is_short.then_some(short)
}

/// Whether the word before or behind is in capitals too: a name in capitals, or words that are stressed.
fn is_in_name(text: &str, words: &[Range<usize>], at: usize) -> bool {
    let is_next = |one: usize, other: usize| &text[words[one].end..words[other].start] == " ";
    let is_capital = |at: usize| abbreviation(&text[words[at].clone()]).is_some();
    let before = at.checked_sub(1).is_some_and(|before| is_next(before, at) && is_capital(before));
    before || (at + 1 < words.len() && is_next(at, at + 1) && is_capital(at + 1))
}

/// Whether most of a text is in capitals, so that capitals say nothing.
fn is_shouted(text: &str) -> bool {
    let capitals = text.chars().filter(|letter| letter.is_uppercase()).count();
    capitals * 2 > text.chars().filter(|letter| letter.is_alphabetic()).count()
}

/// What the documents explain.
#[derive(Default)]
struct Explained {
    /// What stands in brackets behind words, before such brackets, or before a colon or a dash; names of levels and tracks.
    named: BTreeSet<String>,
    /// The first letters of words in a row.
    initials: BTreeSet<String>,
    /// Words that also stand in small letters: these are stressed, not abbreviated.
    small: BTreeSet<String>,
}

impl Explained {
    fn by(seen: &Seen<'_>) -> Self {
        let mut explained = Self::default();
        for title in texts::titles(seen.ladder) {
            explained.hear_title(&title);
        }
        for text in texts::prose(seen.ladder) {
            explained.hear(&text);
        }
        explained
    }

    fn holds(&self, short: &str) -> bool {
        self.named.contains(short) || self.initials.contains(&fold(short)) || self.small.contains(&fold(short))
    }

    fn hear_title(&mut self, title: &str) {
        let words = words(title);
        self.named.extend(words.iter().filter_map(|word| abbreviation(&title[word.clone()])).map(str::to_owned));
        let all: Vec<&str> = words.into_iter().map(|word| &title[word]).collect();
        self.hear_initials(&all);
        self.hear(title);
    }

    fn hear(&mut self, text: &str) {
        let words = words(text);
        let mut row: Vec<&str> = Vec::new();
        for word in &words {
            let written = &text[word.clone()];
            if let Some(short) = abbreviation(written)
                && is_explained(text, word)
            {
                self.named.insert(short.to_owned());
            }
            if written.chars().all(|letter| !letter.is_uppercase()) {
                self.small.insert(fold(written));
            }
            let is_capital = written.starts_with(char::is_uppercase) && abbreviation(written).is_none();
            if is_capital {
                row.push(written);
            } else if !is_link(written) || row.is_empty() {
                self.hear_initials(&std::mem::take(&mut row));
            }
        }
        self.hear_initials(&row);
    }

    /// The first letters of every few words in a row; a word with a hyphen gives those of its parts.
    fn hear_initials(&mut self, row: &[&str]) {
        let parts: Vec<char> =
            row.iter().flat_map(|word| word.split('-')).filter_map(|part| part.chars().next()).collect();
        for start in 0..parts.len() {
            for length in LETTERS.filter(|length| start + length <= parts.len()) {
                let initials: String = parts[start..start + length].iter().collect();
                self.initials.insert(fold(&initials));
            }
        }
    }
}

/// Small words that a name may have inside, and its abbreviation leaves out.
fn is_link(word: &str) -> bool {
    word.chars().count() <= 3 && word.chars().all(char::is_lowercase)
}

/// Whether an abbreviation stands where its meaning does: in brackets behind words, before brackets with words, or first,
/// before a colon, a dash or an equals sign.
fn is_explained(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].trim_end();
    let behind = text[word.end..].trim_start();
    let in_brackets = before.ends_with(['(', '（', '[']) && behind.starts_with([')', '）', ']', ',', ';', '/']);
    let has_words_before = || before.trim_end_matches(['(', '（', '[', ' ']).ends_with(char::is_alphanumeric);
    if in_brackets && has_words_before() {
        return true;
    }
    let inside = behind.strip_prefix(['(', '（']).map(|rest| rest.split([')', '）']).next().unwrap_or(""));
    if inside.is_some_and(|inside| words(inside).len() > 1) {
        return true;
    }
    let is_first = !before.contains(char::is_alphanumeric);
    is_first && behind.starts_with([':', '=', '–', '—', '-', '：']) && words(behind).len() > 1
}

fn diagnostic(short: &str, of: &Use<'_>) -> Diagnostic {
    let times = if of.count == 1 { String::new() } else { format!(" (used {} times)", of.count) };
    let message = format!("no document explains the abbreviation `{short}`{times}");
    let place = part(&of.criterion.text, of.at.clone()).unwrap_or(of.criterion.span);
    RULE.finding(place, message).help(format!("write it out here once, with `({short})` behind it"))
}

#[cfg(test)]
mod tests {
    use super::{Explained, abbreviation, is_explained};
    use crate::check::phrase::words;

    #[test]
    fn abbreviations_are_capitals() {
        let cases =
            [("EM", Some("EM")), ("EMs", Some("EM")), ("ETL's", Some("ETL")), ("Em", None), ("I", None), ("Is", None)];
        for (word, expected) in cases {
            assert_eq!(abbreviation(word), expected, "{word}");
        }
    }

    #[test]
    fn explanations_are_known_by_their_form() {
        let cases = [
            ("the baking lead (BL) helps", "BL", true),
            ("BL (baking lead) helps", "BL", true),
            ("BL: baking lead", "BL", true),
            ("BL – the one who bakes", "BL", true),
            ("asks the BL (twice)", "BL", false),
            ("bakes bread (BL, too)", "BL", true),
            ("asks the BL: how much", "BL", false),
        ];
        for (text, short, expected) in cases {
            let all = words(text);
            let at = all.iter().position(|word| &text[word.clone()] == short).expect("it is there");
            assert_eq!(is_explained(text, &all[at]), expected, "{text}");
        }
    }

    #[test]
    fn initials_are_read_in_any_script() {
        let mut explained = Explained::default();
        explained.hear("É Ü Überblick Über Alles, Владелец Продукта, Bread of the Day");
        for (short, expected) in [("ÜA", true), ("ВП", true), ("BD", true), ("XY", false)] {
            assert_eq!(explained.holds(short), expected, "{short}");
        }
    }
}
