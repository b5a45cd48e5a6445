//! Text that was UTF-8, was read as windows-1252 and saved again: `â€™` for `’`, `Ã©` for `é`.
//!
//! Undone only where nobody can have meant what is written. The trap is honest text whose capital or accented letter
//! stands before a closing quote: `CAFÉ»` and `là »` are valid UTF-8 too when their letters are taken for bytes.

/// A stretch of a text that was read in the wrong encoding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mojibake {
    pub start: usize,
    pub end: usize,
    /// What the author wrote first.
    pub meant: String,
}

/// Every stretch of mojibake in a text, in order.
pub fn mojibake(text: &str) -> Vec<Mojibake> {
    let mut found: Vec<Mojibake> = Vec::new();
    let mut before = None;
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let touches = found.last().is_some_and(|last| last.end == at);
        match sequence(&text[at..]).filter(|sequence| touches || sequence.is_certain(before)) {
            Some(Sequence { meant, length, .. }) => {
                match found.last_mut().filter(|_| touches) {
                    Some(last) => {
                        last.end = at + length;
                        last.meant.push(meant);
                    }
                    None => found.push(Mojibake { start: at, end: at + length, meant: meant.to_string() }),
                }
                before = Some(meant);
                at += length;
            }
            None => {
                before = Some(next);
                at += next.len_utf8();
            }
        }
    }
    found
}

/// Letters that stand for the bytes of one character.
struct Sequence<'a> {
    meant: char,
    lead: u8,
    /// The letters behind the first.
    tail: &'a str,
    /// In bytes of the text as it is.
    length: usize,
    behind: &'a str,
}

fn sequence(text: &str) -> Option<Sequence<'_>> {
    let mut letters = text.chars();
    let first = letters.next()?;
    let lead = byte(first).filter(|byte| *byte >= 0xc2)?;
    let count = match lead {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return None,
    };
    let mut bytes = vec![lead];
    let mut length = first.len_utf8();
    for letter in letters.take(count) {
        bytes.push(byte(letter).filter(|byte| (0x80..=0xbf).contains(byte))?);
        length += letter.len_utf8();
    }
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some(Sequence { meant, lead, tail: &text[first.len_utf8()..length], length, behind: &text[length..] })
}

impl Sequence<'_> {
    /// Whether the letters can hardly be meant as they stand.
    fn is_certain(&self, before: Option<char>) -> bool {
        let may_be_punctuation = self.tail.chars().all(is_punctuation);
        match self.lead {
            0xc2 | 0xc3 => !may_be_punctuation || !before.is_some_and(char::is_uppercase),
            // A single one is too likely a sign beside a number; words in such letters hold several in a row.
            0xc4..=0xdf => sequence(self.behind).is_some_and(|next| (0xc4..=0xdf).contains(&next.lead)),
            _ => !may_be_punctuation,
        }
    }
}

/// Signs that stand behind a word in honest text.
fn is_punctuation(letter: char) -> bool {
    matches!(
        letter,
        '\u{a0}'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '“'
            | '”'
            | '„'
            | '–'
            | '—'
            | '…'
            | '·'
            | '•'
            | 'ª'
            | 'º'
            | '®'
            | '™'
            | '¹'
            | '²'
            | '³'
    )
}

/// The byte that windows-1252 reads as this letter; ASCII has none, it survives any reading.
fn byte(letter: char) -> Option<u8> {
    const HIGH: [char; 27] = [
        '€', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 'Ž', '‘', '’', '“', '”', '•', '–', '—', '˜', '™',
        'š', '›', 'œ', 'ž', 'Ÿ',
    ];
    const BYTES: [u8; 27] = [
        0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95,
        0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ];
    match letter {
        // 0x81 and four more are not defined there and read as themselves.
        '\u{80}'..='\u{ff}' => Some(letter as u8),
        _ => HIGH.iter().position(|high| *high == letter).map(|index| BYTES[index]),
    }
}

#[cfg(test)]
mod tests {
    use super::mojibake;

    fn repaired(text: &str) -> String {
        let mut out = String::new();
        let mut done = 0;
        for found in mojibake(text) {
            out.push_str(&text[done..found.start]);
            out.push_str(&found.meant);
            done = found.end;
        }
        out + &text[done..]
    }

    #[test]
    fn what_was_read_in_the_wrong_encoding_is_undone() {
        let cases = [
            ("LeadsÂ\u{a0}own", "Leads\u{a0}own"),
            ("the teamâ€™s work", "the team’s work"),
            ("â€œquotedâ€\u{9d} â€“ so", "“quoted” – so"),
            ("cafÃ© Ã  la carte", "café Ã  la carte"),
            ("cafÃ© Ã\u{a0} la carte", "café à la carte"),
            ("nÃ£o Ã© fÃ¡cil", "não é fácil"),
            ("Ð¼Ð¸Ñ€", "мир"),
            ("ðŸš€ launch", "🚀 launch"),
            ("10â‚¬", "10€"),
        ];
        for (text, expected) in cases {
            assert_eq!(repaired(text), expected, "{text}");
        }
    }

    #[test]
    fn honest_text_stays() {
        let honest = [
            "«CAFÉ»",
            "il est là\u{a0}»",
            "AMANHÔ",
            "«IRMû",
            "5×½",
            "Ø½ mm",
            "Größe „Ü“",
            "naïve – façade",
            "AÇÃO",
            "“pâté”…",
            "Straße²",
        ];
        for text in honest {
            assert_eq!(mojibake(text), [], "{text}");
        }
    }
}
