//! Directives of other site generators (`{% … %}`, `{{ … }}`, `{: … }`) are no words of the author: they are blanked
//! before anything is read, byte for byte, so that every place stays what it was.

use std::borrow::Cow;
use std::ops::Range;

/// Stands for a directive at the start of a line that goes on with words: a blank there would be indentation.
pub const BLANKED: char = '\u{1}';

/// The same text, as long as before, with blanks where directives were. An open one without an end is text.
pub fn blanked(text: &str) -> Cow<'_, str> {
    let found = directives(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for directive in found {
        out.push_str(&text[done..directive.start]);
        let blank = if starts_a_line(text, &directive) { BLANKED } else { ' ' };
        let blanks = text[directive.clone()].bytes().map(|byte| match byte {
            b'\n' | b'\r' => char::from(byte),
            _ => blank,
        });
        out.extend(blanks);
        done = directive.end;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

fn directives(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut closings = [Next::of(text, "%}"), Next::of(text, "}}"), Next::of(text, "}")];
    let mut line_end = Next::of(text, "\n");
    let mut gaps = [Next::of(text, "\n\n"), Next::of(text, "\n\r\n")];
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|offset| at + offset) {
        let (closing, limit) = match text.as_bytes().get(start + 1) {
            Some(b'%') => (&mut closings[0], paragraph_end(&mut gaps, start)),
            Some(b'{') => (&mut closings[1], paragraph_end(&mut gaps, start)),
            Some(b':') => (&mut closings[2], line_end.from(start)),
            _ => {
                at = start + 1;
                continue;
            }
        };
        let end = closing.from(start + 2).saturating_add(closing.needle.len());
        let is_whole = end <= text.len() && end <= limit.saturating_add(1);
        if is_whole {
            found.push(start..end);
        }
        at = if is_whole { end } else { start + 1 };
    }
    found
}

fn paragraph_end(gaps: &mut [Next<'_>; 2], at: usize) -> usize {
    let [feeds, returns] = gaps;
    feeds.from(at).min(returns.from(at))
}

/// Finds the next of something again and again, and looks at every byte once. Positions asked for only grow.
struct Next<'a> {
    text: &'a str,
    needle: &'static str,
    found: Option<usize>,
}

impl<'a> Next<'a> {
    fn of(text: &'a str, needle: &'static str) -> Self {
        Self { text, needle, found: None }
    }

    /// Where the next one at or behind `at` starts; far behind the end where there is none.
    fn from(&mut self, at: usize) -> usize {
        if self.found.is_none_or(|found| found < at) {
            let next = self.text.get(at..).and_then(|rest| rest.find(self.needle));
            self.found = Some(next.map_or(usize::MAX, |offset| at + offset));
        }
        self.found.unwrap_or(usize::MAX)
    }
}

/// Whether nothing stands before a directive on its line, but something behind it.
fn starts_a_line(text: &str, directive: &Range<usize>) -> bool {
    let is_word = |byte: &&u8| !matches!(byte, b' ' | b'\t' | b'\r');
    let before = text.as_bytes()[..directive.start].iter().rev().find(is_word);
    let behind = text.as_bytes()[directive.end..].iter().find(is_word);
    matches!(before, None | Some(b'\n')) && !matches!(behind, None | Some(b'\n'))
}

#[cfg(test)]
mod tests {
    use super::blanked;
    use crate::parse::printed::check;

    #[test]
    fn directives_leave_blanks_of_the_same_length() {
        let cases = [
            ("a {{ b }} c", "a         c"),
            ("{% if x %}\nwords\n", "          \nwords\n"),
            ("{% if x %} words", "\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}\u{1} words"),
            ("## One {: #id .x}\n", "## One           \n"),
            ("[a]({{ root }}/b.md)", "[a](          /b.md)"),
            ("{{ open", "{{ open"),
            ("{% one\n two %}", "      \n       "),
            ("{{ one\n\n two }}", "{{ one\n\n two }}"),
            ("{: one\n}", "{: one\n}"),
            ("{ plain } {}", "{ plain } {}"),
            ("é{{é}}é", "é      é"),
        ];
        for (text, expected) in cases {
            assert_eq!(blanked(text), expected, "{text}");
            assert_eq!(blanked(text).len(), text.len(), "{text}");
        }
    }

    #[test]
    fn a_million_open_directives_take_no_time() {
        let text = "{{{%{:".repeat(100_000);
        assert_eq!(blanked(&text), text);
    }

    #[test]
    fn directives_of_other_generators_are_no_words() {
        check(
            "a.md",
            "{% include nav.html %}\n## One {: #id}\n{: .x}\n\n- a {{ b }} c\n{% if x %}    words\n",
            "
            h2 #id One @2:1
            ul @5:1
              li @5:1
                p a         c¬words @5:3
            ",
        );
    }
}
