//! A statement's words: lower case, compatibility forms folded, marks gone; numbers told from words; writing without
//! spaces cut into overlapping pairs of characters (the usual unit for Chinese and Japanese retrieval: Nie, Gao, Zhang,
//! Zhou, *On the use of words and n-grams for Chinese information retrieval*, IRAL 2000).

use crate::text::lower;

/// How many words of one statement are looked at; what follows decides equality, but no likeness.
pub const LONGEST: usize = 240;

/// Tells the words and numbers of a statement, in order and in lower case.
pub fn words(text: &str, mut tell: impl FnMut(&str)) {
    let folded = lower(text);
    let mut run = Run::default();
    while let Some(&byte) = folded.as_bytes().get(run.end) {
        if byte.is_ascii_alphanumeric() {
            run.end += 1;
            continue;
        }
        let mut rest = folded[run.end..].chars();
        let letter = rest.next().unwrap_or_default();
        let end = run.end + letter.len_utf8();
        if letter.is_alphanumeric() || joins(&folded[run.start..run.end], letter, rest.next()) {
            run.has_apostrophe |= is_apostrophe(letter);
            run.end = end;
        } else {
            tell_run(&folded, run, &mut tell);
            run = Run { start: end, end, has_apostrophe: false };
        }
    }
    tell_run(&folded, run, &mut tell);
}

/// Letters, digits and signs between them: a range of bytes.
#[derive(Clone, Copy, Default)]
struct Run {
    start: usize,
    end: usize,
    has_apostrophe: bool,
}

/// A decimal point, a thousands comma, a percent or plus sign belong to the number that they stand in or after, an
/// apostrophe to the word that it stands in.
fn joins(run: &str, sign: char, next: Option<char>) -> bool {
    if run.is_empty() || sign == ' ' {
        return false;
    }
    if is_apostrophe(sign) {
        return next.is_some_and(char::is_alphanumeric);
    }
    let after_digit = run.ends_with(|last: char| last.is_ascii_digit());
    let before_digit = next.is_some_and(|next| next.is_ascii_digit());
    after_digit && (matches!(sign, '%' | '+') || matches!(sign, '.' | ',') && before_digit)
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ' | '`')
}

fn tell_run(text: &str, run: Run, tell: &mut impl FnMut(&str)) {
    let word = &text[run.start..run.end];
    if word.is_empty() {
        return;
    }
    if !word.is_ascii() && word.contains(is_unspaced) {
        pairs(word).for_each(tell);
    } else if run.has_apostrophe {
        let word = word.replace(is_apostrophe, "'");
        let owner = word.strip_suffix("'s").unwrap_or(&word);
        tell(&owner.replace('\'', ""));
    } else {
        tell(word);
    }
}

/// Figures, with the signs that belong to them.
pub fn is_number(run: &str) -> bool {
    run.starts_with(|first: char| first.is_ascii_digit())
        && run.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '%' | '+'))
}

/// Writing that puts no spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{e00}'..='\u{e7f}')
}

/// Every two neighbouring characters, or the only one.
fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let ends = |count: usize| run.char_indices().map(|(at, _)| at).chain([run.len()]).skip(count);
    let width = if run.chars().nth(1).is_some() { 2 } else { 1 };
    ends(0).zip(ends(width)).map(|(start, end)| &run[start..end])
}

#[cfg(test)]
mod tests {
    use super::{is_number, words};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut found = Vec::new();
        words(text, |word| found.push(word.to_owned()));
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn marks_and_case_are_folded() {
        check("Plans, e.g. **Roadmaps**", "plans e g roadmaps");
        check("the team’s goals; teams' goals; don't", "the team goals teams goals dont");
    }

    #[test]
    fn numbers_keep_their_signs() {
        check("Spends 20-30% of 1,5 days, 5+ years.", "spends 20 30% of 1,5 days 5+ years");
    }

    #[test]
    fn codes_are_words() {
        assert!(!is_number("T6"));
        assert!(is_number("6"));
    }

    #[test]
    fn unspaced_writing_becomes_pairs() {
        check("設計する", "設計 計す する");
    }
}
