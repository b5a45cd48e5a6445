//! Numbers as names write them: digits, roman numerals, number words.

use crate::model::language::Meaning;

/// Highest number that is taken for a level's.
const HIGHEST: f64 = 30.0;

/// A whole or decimal number of a level: `3`, `3.2`. Not `007`, not `2024`.
pub fn decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, longest: usize| {
        !part.is_empty() && part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(whole, 2) || !digits(fraction, 2) {
        return None;
    }
    text.parse().ok().filter(|number| *number <= HIGHEST)
}

/// A roman numeral in capitals, from I to XX.
pub fn roman(text: &str) -> Option<f64> {
    if text.is_empty() || text.len() > 5 || text.chars().any(|character| !matches!(character, 'I' | 'V' | 'X')) {
        return None;
    }
    (1u8..=20).find(|number| roman_of(*number) == text).map(f64::from)
}

/// Any written number: digits, roman numeral, or a number word of any language by its meaning.
pub fn of(text: &str, meaning: &Meaning) -> Option<f64> {
    decimal(text).or_else(|| roman(text)).or_else(|| meaning.number.map(f64::from))
}

/// Digits with the ending of an ordinal: `2nd`, `3º`, `1er`, `4-й`.
pub fn ordinal(folded: &str) -> Option<f64> {
    let digits = folded.find(|character: char| !character.is_ascii_digit()).unwrap_or(folded.len());
    let ending = folded[digits..].trim_start_matches(['-', '.']);
    (ending.chars().count() <= 3 && !ending.chars().any(|character| character.is_ascii_digit()))
        .then(|| decimal(&folded[..digits]))
        .flatten()
}

fn roman_of(number: u8) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{}", "X".repeat(usize::from(number / 10)), ones[usize::from(number % 10)])
}

#[cfg(test)]
mod tests {
    use super::{decimal, of, roman};
    use crate::model::language::lookup;

    #[test]
    fn numbers_as_written() {
        let decimals =
            [("3", Some(3.0)), ("3.2", Some(3.2)), ("12", Some(12.0)), ("2024", None), ("99", None), ("", None)];
        for (text, expected) in decimals {
            assert_eq!(decimal(text), expected, "{text}");
        }
        let romans =
            [("I", Some(1.0)), ("IV", Some(4.0)), ("XII", Some(12.0)), ("IIII", None), ("ii", None), ("MIX", None)];
        for (text, expected) in romans {
            assert_eq!(roman(text), expected, "{text}");
        }
        for word in ["three", "drei"] {
            assert_eq!(lookup(word).and_then(|meaning| of(word, meaning)), Some(3.0));
        }
    }
}
