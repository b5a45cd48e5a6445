//! A name without decoration: emoji, list bullets, marks of Markdown that are left over, escapes, quotes around it.

/// Longest name that is looked at, in characters; whatever is longer is prose.
const LONGEST: usize = 120;

/// The name in one line without decoration, `None` where nothing is left or where it is too long to be a name.
pub fn clean(raw: &str) -> Option<String> {
    let mut out = String::new();
    let (mut length, mut escaped) = (0, false);
    for character in raw.trim().chars() {
        if character == '\\' && !escaped {
            escaped = true;
            continue;
        }
        escaped = false;
        if is_decoration(character) {
            continue;
        }
        if character.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        length += 1;
        if length > LONGEST {
            return None;
        }
        out.push(character);
    }
    let trimmed = trim_shortcodes(&out).trim_matches(is_edge);
    trimmed.chars().any(char::is_alphanumeric).then(|| trimmed.to_owned())
}

/// Characters that never belong to a name: marks of emphasis, emoji and what joins them, invisible characters.
fn is_decoration(character: char) -> bool {
    matches!(
        character,
        '*' | '`' | '#' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}' | '\u{20e3}'
            | '\u{2600}'..='\u{2793}' | '\u{2795}'..='\u{2797}' | '\u{27b0}' | '\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}'
    )
}

/// Characters that may stand around a name without belonging to it.
fn is_edge(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '_' | '-'
                | '–'
                | '—'
                | ':'
                | '：'
                | '|'
                | '='
                | '"'
                | '“'
                | '”'
                | '«'
                | '»'
                | '•'
                | '>'
                | ','
                | ';'
                | '~'
        )
}

/// Drops `:shortcode:` emoji from both ends.
fn trim_shortcodes(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(rest) = text.strip_prefix(':') {
        match rest.find(|character: char| !is_shortcode(character)) {
            Some(end) if end > 0 && rest[end..].starts_with(':') => text = rest[end + 1..].trim_start(),
            _ => break,
        }
    }
    while let Some(rest) = text.strip_suffix(':') {
        match rest.rfind(|character: char| !is_shortcode(character)) {
            Some(start) if rest[start..].starts_with(':') && start + 1 < rest.len() => text = rest[..start].trim_end(),
            _ => break,
        }
    }
    text
}

fn is_shortcode(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '+' | '-')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn decoration_falls_away() {
        let cases = [
            ("🚀 **Level 2**", Some("Level 2")),
            ("Analyst \\(DA\\)", Some("Analyst (DA)")),
            (":seedling: Junior Tester :wave:", Some("Junior Tester")),
            ("_Expert_:", Some("Expert")),
            ("L2\u{a0}–  Tester\u{200b}", Some("L2 – Tester")),
            ("🎉 —", None),
        ];
        for (raw, expected) in cases {
            assert_eq!(clean(raw).as_deref(), expected, "{raw}");
        }
        assert_eq!(clean(&"word ".repeat(100)), None);
    }
}
