//! What the layout of running text says: lead-ins, lines, lines of links, words. Takes inlines, gives inlines or plain
//! text; refuses to know levels and dimensions.

use super::language::is_ideographic;
use crate::text::{Inline, Inlines, Span};

/// A short name in front of a text: `**Scope**: one team`, `Scope: one team`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeadIn {
    /// Without its colon.
    pub label: String,
    /// Characters of the raw text up to the rest, separator and white space included.
    pub length: usize,
    /// Whether the name is set in bold or italics.
    pub marked: bool,
    /// Whether nothing follows it.
    pub alone: bool,
}

/// Letters and digits only, lower case: what two names are compared by.
pub fn key(text: &str) -> String {
    let letters = text.chars().filter(|character| character.is_alphanumeric());
    // Most names are ASCII, and every word of every document is looked at here.
    if text.is_ascii() {
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    } else {
        letters.flat_map(char::to_lowercase).collect()
    }
}

/// A name without the colon behind it, the ordinal in front of it and the white space around it.
pub fn name(text: &str) -> String {
    without_ordinal(text.trim().trim_end_matches([':', '：']).trim_end()).to_owned()
}

/// The lead-in of a text, if it has one.
pub fn lead_in(inlines: &Inlines) -> Option<LeadIn> {
    if let [Inline::Text(text) | Inline::Code(text)] = inlines.0.as_slice() {
        return if has_colon(&text.text) { plain_lead_in(&[(&text.text, false)]) } else { None };
    }
    let runs = runs(inlines);
    let has_colon = || runs.iter().any(|(text, _)| has_colon(text));
    marked_lead_in(&runs).or_else(|| if has_colon() { plain_lead_in(&runs) } else { None })
}

/// One sign after the other is found faster than any of two.
fn has_colon(text: &str) -> bool {
    text.contains(':') || text.contains('：')
}

/// The text without its first `count` raw characters and blanks; marks around what is left stay.
pub fn cut_start(inlines: &Inlines, count: usize) -> Inlines {
    let raw: String = runs(inlines).iter().map(|(text, _)| *text).collect();
    let start: String = raw.chars().take(count).collect();
    let words: Vec<&str> = start.split_whitespace().collect();
    inlines.split_at(words.join(" ").len()).1
}

/// Raw characters of white space in front of a text.
pub fn start(inlines: &Inlines) -> usize {
    runs(inlines).iter().flat_map(|(text, _)| text.chars()).take_while(|character| character.is_whitespace()).count()
}

/// The first letter or sign of a text.
pub fn first_letter(inlines: &Inlines) -> Option<char> {
    let mut letter = None;
    any_text(inlines, &mut |text| {
        letter = text.chars().find(|character| !character.is_whitespace());
        letter.is_some()
    });
    letter
}

/// Whether a text holds one of some letters or signs.
pub fn has_letter(inlines: &Inlines, letters: &[char]) -> bool {
    any_text(inlines, &mut |text| !text.is_ascii() && text.contains(letters))
}

/// How many words a text has. In scripts that put no spaces between words, two letters are taken for one.
pub fn count(text: &str) -> usize {
    let unspaced = text.chars().filter(|letter| is_ideographic(*letter)).count();
    let spaced = text.split_whitespace().filter(|word| !word.starts_with(is_ideographic)).count();
    spaced + unspaced.div_ceil(2)
}

/// Whether a text has no more than so many words.
pub fn has_at_most(text: &str, words: usize) -> bool {
    match text.is_ascii() {
        true => text.split_ascii_whitespace().nth(words).is_none(),
        false => text.split_whitespace().nth(words).is_none(),
    }
}

/// The place of a text, from its first word to its last; `None` where it has none.
pub fn span(inlines: &Inlines) -> Option<Span> {
    let mut whole: Option<Span> = None;
    inlines.each(&mut |inline| {
        if let Inline::Text(text) | Inline::Code(text) = inline {
            whole = Some(whole.map_or(text.span, |span| span.to(text.span)));
        }
    });
    whole
}

/// Whether all words of a text stand inside links, and there is one.
pub fn is_links_only(inlines: &Inlines) -> bool {
    has_link(inlines) && !has_words_outside_links(inlines)
}

/// A bullet that was typed as a character (`•`, `- `, `* `), in raw characters with the white space behind it.
pub fn typed_bullet(line: &Inlines) -> Option<usize> {
    let text: String = runs(line).iter().map(|(text, _)| *text).collect();
    let indent = text.chars().take_while(|character| character.is_whitespace()).count();
    let rest = text.trim_start();
    let mark = rest.chars().next()?;
    let gap = rest.chars().skip(1).take_while(|character| character.is_whitespace()).count();
    let is_bullet = match mark {
        '•' | '●' | '◦' | '▪' | '■' | '‣' | '⁃' | '·' => true,
        '-' | '*' | '–' | '—' | '+' => gap > 0,
        _ => false,
    };
    let has_words = rest.chars().any(char::is_alphanumeric);
    (is_bullet && has_words).then_some(indent + 1 + gap)
}

fn marked_lead_in(runs: &[(&str, bool)]) -> Option<LeadIn> {
    let first = runs.iter().position(|(text, _)| !text.trim().is_empty())?;
    let marked = runs[first..].iter().take_while(|(_, strong)| *strong).count();
    if marked == 0 {
        return None;
    }
    let label: String = runs[first..first + marked].iter().map(|(text, _)| *text).collect();
    let after: String = runs[first + marked..].iter().map(|(text, _)| *text).collect();
    let head: usize = runs[..first + marked].iter().map(|(text, _)| text.chars().count()).sum();
    let inside = label.trim_end().ends_with([':', '：', '.']);
    let alone = after.trim().trim_start_matches([':', '：']).is_empty();
    let gap = separator(&after);
    if !inside && gap.is_none() && !alone || label.split_whitespace().count() > 8 {
        return None;
    }
    let label = label.trim().trim_end_matches([':', '：', '.']).trim().to_owned();
    (!label.is_empty()).then_some(LeadIn { label, length: head + gap.unwrap_or(blanks(&after)), marked: true, alone })
}

fn plain_lead_in(runs: &[(&str, bool)]) -> Option<LeadIn> {
    let text: String = runs.iter().map(|(text, _)| *text).collect();
    let colon = text.find([':', '：'])?;
    let label = &text[..colon];
    let words = label.split_whitespace().count();
    let sentence = label.contains(['.', '!', '?', ';', ',', '(', '"', '“']);
    let gap = separator(&text[colon..])?;
    if words == 0 || words > 5 || sentence || !label.trim_start().starts_with(char::is_alphabetic) {
        return None;
    }
    let alone = text[colon..].chars().skip(gap).all(char::is_whitespace);
    Some(LeadIn { label: label.trim().to_owned(), length: label.chars().count() + gap, marked: false, alone })
}

/// Characters of `: `, ` - ` or ` – ` at the start of a text, white space around it included.
fn separator(text: &str) -> Option<usize> {
    let before = blanks(text);
    let rest = text.trim_start();
    let mark = rest.chars().next()?;
    let after = blanks(&rest[mark.len_utf8()..]);
    let at_end = rest.chars().count() == 1;
    let separates = match mark {
        ':' => after > 0 || at_end,
        '：' => true,
        '-' | '–' | '—' => after > 0 && before > 0,
        _ => false,
    };
    separates.then_some(before + 1 + after)
}

fn blanks(text: &str) -> usize {
    text.chars().take_while(|character| character.is_whitespace()).count()
}

/// `1. Execution`, `2) Scope`: the name behind the ordinal of a list.
fn without_ordinal(text: &str) -> &str {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest = &text[digits..];
    let Some(rest) = rest.strip_prefix(['.', ')']) else { return text };
    let name = rest.trim_start();
    let is_ordinal = digits > 0 && digits <= 2 && rest.len() > name.len() && name.starts_with(char::is_alphabetic);
    if is_ordinal { name } else { text }
}

/// Whether words are set in bold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Normal,
    Strong,
}

fn runs(inlines: &Inlines) -> Vec<(&str, bool)> {
    let mut runs = Vec::new();
    collect_runs(&inlines.0, Weight::Normal, &mut runs);
    runs
}

fn collect_runs<'a>(inlines: &'a [Inline], weight: Weight, out: &mut Vec<(&'a str, bool)>) {
    let strong = weight == Weight::Strong;
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push((&text.text, strong)),
            Inline::Strong(inner) => collect_runs(&inner.0, Weight::Strong, out),
            Inline::Emphasis(inner) => collect_runs(&inner.0, weight, out),
            Inline::Strike(inner) | Inline::Subscript(inner) | Inline::Superscript(inner) => {
                collect_runs(&inner.0, weight, out);
            }
            Inline::Link(link) => collect_runs(&link.content.0, weight, out),
            Inline::Image(image) => out.push((&image.alt, strong)),
            Inline::Break { .. } => out.push((" ", strong)),
        }
    }
}

/// Whether one of the texts that stand one behind the other is as `is` says; none is asked for behind it.
fn any_text(inlines: &Inlines, is: &mut impl FnMut(&str) -> bool) -> bool {
    inlines.0.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => is(&text.text),
        Inline::Image(image) => is(&image.alt),
        Inline::Break { .. } => is(" "),
        mark => mark.inner().is_some_and(|inner| any_text(inner, is)),
    })
}

fn has_link(inlines: &Inlines) -> bool {
    inlines.0.iter().any(|inline| matches!(inline, Inline::Link(_)) || inline.inner().is_some_and(has_link))
}

fn has_words_outside_links(inlines: &Inlines) -> bool {
    inlines.0.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.text.contains(char::is_alphanumeric),
        Inline::Link(_) | Inline::Image(_) | Inline::Break { .. } => false,
        mark => mark.inner().is_some_and(has_words_outside_links),
    })
}

#[cfg(test)]
mod tests {
    use super::{LeadIn, cut_start, lead_in, name, typed_bullet};
    use crate::text::{FileId, Inline, Inlines, Span, Text};

    fn text(words: &str) -> Inline {
        Inline::Text(Text { text: words.to_owned(), span: Span::new(FileId(0), 0, words.len()) })
    }

    fn strong(words: &str) -> Inline {
        Inline::Strong(Inlines(vec![text(words)]))
    }

    #[test]
    fn lead_ins_are_short_names_before_a_colon() {
        let cases = [
            (vec![strong("Scope"), text(": one team")], "Scope/false"),
            (vec![strong("Scope:"), text(" one team")], "Scope/false"),
            (vec![Inline::Emphasis(Inlines(vec![strong("Years:"), text(" 5+")]))], "Years/false"),
            (vec![text("Scope: one team")], "Scope/false"),
            (vec![text("Scope:")], "Scope/true"),
            (vec![text("See https://example.org")], ""),
            (vec![text("Writes code that lasts, and knows: why")], ""),
        ];
        for (inlines, expected) in cases {
            let found = lead_in(&Inlines(inlines));
            let printed = |found: LeadIn| format!("{}/{}", found.label, found.alone);
            assert_eq!(found.map(printed).unwrap_or_default(), expected);
        }
    }

    #[test]
    fn what_stands_behind_a_lead_in_keeps_its_marks() {
        let inlines = Inlines(vec![Inline::Emphasis(Inlines(vec![strong("Years:"), text(" 5+")]))]);
        let found = lead_in(&inlines).expect("a lead-in");
        assert_eq!(cut_start(&inlines, found.length).plain(), "5+");
    }

    #[test]
    fn bullets_that_were_typed_are_found() {
        let at = Span::new(FileId(0), 0, 0);
        let paragraph = Inlines(vec![text("• one"), Inline::Break { hard: false, at }, text("- two")]);
        let found: Vec<_> = paragraph.lines().iter().map(typed_bullet).collect();
        assert_eq!(found, [Some(2), Some(2)]);
        assert_eq!(typed_bullet(&Inlines(vec![text("-")])), None);
    }

    #[test]
    fn names_lose_colons_and_ordinals() {
        assert_eq!(name("1. Execution:"), "Execution");
        assert_eq!(name("3.2 Platform"), "3.2 Platform");
    }
}
