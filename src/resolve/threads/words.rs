//! A statement's words: lower case, compatibility forms folded, marks gone; numbers told from words; writing without
//! spaces cut into overlapping pairs of characters (the usual unit for Chinese and Japanese retrieval: Nie, Gao, Zhang,
//! Zhou, *On the use of words and n-grams for Chinese information retrieval*, IRAL 2000).

use crate::text::lower;

/// How many words of one statement are looked at; what follows decides equality, but no likeness.
pub const LONGEST: usize = 240;

/// One word or number as it is compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// Lower case.
    pub text: String,
    pub is_number: bool,
}

/// The words of a statement, in order.
pub fn words(text: &str) -> Vec<Word> {
    let folded = lower(text);
    let mut words = Vec::new();
    let mut run = String::new();
    let mut chars = folded.chars().peekable();
    while let Some(letter) = chars.next() {
        let next = chars.peek().copied();
        if letter.is_alphanumeric() || joins(&run, letter, next) {
            run.push(letter);
        } else if is_apostrophe(letter) && !run.is_empty() && next.is_some_and(char::is_alphanumeric) {
            run.push('\'');
        } else {
            push_run(&mut words, &run);
            run.clear();
        }
    }
    push_run(&mut words, &run);
    words
}

/// A decimal point, a thousands comma, a percent or plus sign belong to the number that they stand in or after.
fn joins(run: &str, sign: char, next: Option<char>) -> bool {
    let after_digit = run.ends_with(|last: char| last.is_ascii_digit());
    let before_digit = next.is_some_and(|next| next.is_ascii_digit());
    after_digit && (matches!(sign, '%' | '+') || matches!(sign, '.' | ',') && before_digit)
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ' | '`')
}

fn push_run(words: &mut Vec<Word>, run: &str) {
    if run.is_empty() {
        return;
    }
    if run.starts_with(|first: char| first.is_ascii_digit())
        && run.chars().all(|letter| letter.is_ascii_digit() || ".,%+".contains(letter))
    {
        words.push(Word { text: run.to_owned(), is_number: true });
    } else if run.chars().any(is_unspaced) {
        push_pairs(words, run);
    } else {
        let owner = run.strip_suffix("'s").unwrap_or(run).trim_end_matches('\'');
        words.push(Word { text: owner.replace('\'', ""), is_number: false });
    }
}

/// Writing that puts no spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{e00}'..='\u{e7f}')
}

fn push_pairs(words: &mut Vec<Word>, run: &str) {
    let letters: Vec<char> = run.chars().collect();
    if let [single] = letters[..] {
        words.push(Word { text: single.to_string(), is_number: false });
    }
    words.extend(letters.windows(2).map(|pair| Word { text: pair.iter().collect(), is_number: false }));
}

#[cfg(test)]
mod tests {
    use super::words;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<String> = words(text).into_iter().map(|word| word.text).collect();
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
        assert!(words("T6").iter().all(|word| !word.is_number));
        assert!(words("6").iter().all(|word| word.is_number));
    }

    #[test]
    fn unspaced_writing_becomes_pairs() {
        check("設計する", "設計 計す する");
    }
}
