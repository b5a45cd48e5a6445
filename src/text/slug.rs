//! Names for addresses: letters and digits of any script in lower case, everything else folded to single hyphens.

use unicode_normalization::UnicodeNormalization;

/// The slug of a name, `section` where no letter or digit is left. Composed (NFC), so that equal words give equal slugs.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        push_ascii(&mut out, name.as_bytes());
    } else {
        push(&mut out, name.nfc().flat_map(char::to_lowercase));
    }
    out.truncate(out.trim_end_matches('-').len());
    if out.is_empty() { "section".to_owned() } else { out }
}

fn push(out: &mut String, characters: impl Iterator<Item = char>) {
    for character in characters {
        if character.is_alphanumeric() {
            out.push(character);
        } else if !out.is_empty() && !out.ends_with('-') && !is_silent(character) {
            out.push('-');
        }
    }
}

/// The same for most names, with less work.
fn push_ascii(out: &mut String, bytes: &[u8]) {
    let mut is_gap = true;
    for byte in bytes {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte.to_ascii_lowercase()));
            is_gap = false;
        } else if !is_gap && *byte != b'\'' {
            out.push('-');
            is_gap = true;
        }
    }
}

/// Characters that stand inside a word and leave no gap: apostrophes, joiners and zero-width marks.
fn is_silent(character: char) -> bool {
    matches!(character, '\'' | '’' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_keep_letters_of_any_script() {
        let cases = [
            ("Tech Lead 5", "tech-lead-5"),
            ("Senior Engineer / Technical Lead", "senior-engineer-technical-lead"),
            ("L3.2", "l3-2"),
            ("Ведущий разработчик", "ведущий-разработчик"),
            ("等級 4", "等級-4"),
            ("the team's goals", "the-teams-goals"),
            ("!!!", "section"),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name), expected, "{name}");
        }
    }
}
