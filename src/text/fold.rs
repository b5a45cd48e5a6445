//! Words folded for comparison: what differs only in case, accents, width or typographic form becomes equal.

use unicode_normalization::UnicodeNormalization;

/// The text in lower case, compatibility forms (`Ｌ５`, `ﬁ`) replaced, accents of letters dropped (`sênior` → `senior`),
/// typographic apostrophes made straight.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(
            |character| !matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}'),
        )
        .map(|character| if matches!(character, '’' | '‘' | 'ʼ') { '\'' } else { character })
        .flat_map(char::to_lowercase)
        .nfc()
        .collect()
}

/// The text in lower case with compatibility forms replaced; accents stay, so that it is still spelt as it was.
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.nfkc().flat_map(char::to_lowercase).collect() }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folding_makes_equal_what_reads_equal() {
        let cases =
            [("Sênior", "senior"), ("Ｌ５", "l5"), ("Team’s", "team's"), ("Größe", "große"), ("レベル", "レベル")];
        for (text, expected) in cases {
            assert_eq!(fold(text), expected, "{text}");
        }
    }
}
