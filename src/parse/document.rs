//! What one source holds, before anyone asks whether it is a ladder.

use super::dom::Dom;
use super::frontmatter::toml_front_matter;
use super::markdown::{self, Flavour};
use super::nesting::Cuts;
use super::{Data, Declared, FrontMatter, Spanned, anchors, blocks, directives, dom, front_matter, html};
use crate::text::{Block, Diagnostic, FileId, Source, Span};
use std::ops::Range;

/// One source, parsed.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    pub file: FileId,
    /// `title` of the front matter, else the `<title>` of an HTML page.
    pub title: Option<Spanned<String>>,
    /// The keys under `ladder:`, from the front matter laid over those from `site.toml`.
    pub declared: Declared,
    /// The whole front matter, foreign keys included; `None` without one.
    pub data: Option<Data>,
    pub blocks: Vec<Block>,
}

/// Reads one source. `declared` are the keys that `site.toml` holds for it.
pub fn document(file: FileId, source: &Source, declared: &Declared) -> (Document, Vec<Diagnostic>) {
    let (head, start, mut diagnostics) = head(file, source.text());
    let (mut dom, page_title) = dom(file, source, start, &mut diagnostics);
    diagnostics.extend(dom.flatten().map(nested_too_deep));
    let mut blocks = blocks::blocks(dom, file);
    anchors::name_headings(source.text(), &mut blocks);
    let declared = head.declared.over(declared.clone());
    (Document { file, title: head.title.or(page_title), declared, data: head.data, blocks }, diagnostics)
}

/// The tree of the text that starts at `start`, and the title of an HTML page.
fn dom(file: FileId, source: &Source, start: usize, out: &mut Vec<Diagnostic>) -> (Dom, Option<Spanned<String>>) {
    let text = directives::blanked(source.text());
    let Cuts { nesting, title } = match source.path().rsplit('.').next() {
        Some("html" | "htm") => html::cuts(file, &text, start),
        Some("txt") => markdown::cuts(file, &text, start, Flavour::Plain),
        _ => markdown::cuts(file, &text, start, Flavour::Markdown),
    };
    let (dom, repairs) = nesting.finish();
    out.extend(repairs);
    (dom, title.map(|(value, span)| Spanned { value, span }))
}

fn nested_too_deep(span: Span) -> Diagnostic {
    let message = format!("nested deeper than {} elements; what lies deeper is flattened", dom::MAX_DEPTH);
    Diagnostic::warning("nested-too-deep", span, message).help("close what was opened, or nest less")
}

/// The front matter and where the text behind it begins.
fn head(file: FileId, text: &str) -> (FrontMatter, usize, Vec<Diagnostic>) {
    let Some(Fenced { notation, data, end }) = fenced(text) else { return (FrontMatter::default(), 0, Vec::new()) };
    let (head, diagnostics) = match notation {
        Notation::Yaml => front_matter(&text[data.clone()], Span::new(file, data.start, data.end)),
        Notation::Toml => toml_front_matter(text, data, file),
    };
    match &head.data {
        // Between plus signs may stand running text too, in which TOML finds no key.
        Some(Data::Map(map)) if map.entries.is_empty() && !diagnostics.is_empty() => {
            (FrontMatter::default(), 0, Vec::new())
        }
        None | Some(Data::Map(_)) => (head, end, diagnostics),
        Some(_) => (FrontMatter::default(), 0, Vec::new()),
    }
}

/// What stands between two lines of dashes or plus signs at the very start.
struct Fenced {
    notation: Notation,
    data: Range<usize>,
    end: usize,
}

/// How front matter is written.
#[derive(Clone, Copy)]
enum Notation {
    Yaml,
    Toml,
}

fn fenced(text: &str) -> Option<Fenced> {
    let mut lines = text.split_inclusive('\n');
    let fence = lines.next()?;
    let (notation, closings) = match fence.trim_end() {
        "---" => (Notation::Yaml, ["---", "..."]),
        "+++" => (Notation::Toml, ["+++", "+++"]),
        _ => return None,
    };
    let mut at = fence.len();
    let mut lines = lines.peekable();
    lines.peek().filter(|line| !line.trim().is_empty())?;
    for line in lines {
        if closings.contains(&line.trim_end()) {
            return Some(Fenced { notation, data: fence.len()..at, end: at + line.len() });
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::parse::blocks::blocks;
    use crate::parse::markdown::{Flavour, cuts};
    use crate::parse::printed::{blocks_printed, check};
    use crate::parse::{Declared, document};
    use crate::text::{FileId, Source, words};

    /// Markdown without HTML, as much of it as there is.
    const MARKDOWN: &str = "\
# One *two* `three`

four **five _six_** ~~seven~~ [eight **nine**](a.md) ![ten](b.png)\\
eleven &amp; twelve[^a]

- thirteen
  - fourteen

    fifteen
  - [x] sixteen
- seventeen

3. eighteen
4. > nineteen
   > # twenty
   >
   > | a | b *c* |
   > |---|---|
   > | d | |

```rust
twenty one
```

    twenty two

***

Setext
------

[^a]: a note

    with two paragraphs
";

    #[test]
    fn markdown_without_html_gives_the_same_blocks_either_way() {
        let read = |text: &str, is_html: bool| {
            let mut nesting = cuts(FileId(0), text, 0, Flavour::Markdown).nesting;
            if is_html {
                nesting.has_html();
            }
            blocks(nesting.finish().0, FileId(0))
        };
        // What may be a tag lets all tokens wait until it is known that it is none.
        let undecided = format!("{MARKDOWN}\n< ");
        let (planted, grown) = (read(&undecided, false), read(&undecided, true));
        let source = Source::new("a.md", undecided.as_str());
        assert_eq!(blocks_printed(&source, &grown), blocks_printed(&source, &planted));
        assert_eq!(grown, planted);
        assert_eq!(read(MARKDOWN, false), read(&format!("{MARKDOWN}\n<p></p>\n"), false));
    }

    #[test]
    fn hostile_nesting_keeps_its_words_and_takes_no_time() {
        let cases = [
            ("a.md", "- ".repeat(5_000), true),
            ("a.md", "> ".repeat(5_000), true),
            ("a.html", "<ul><li>".repeat(10_000), true),
            ("a.html", "<blockquote>".repeat(10_000), true),
            ("a.html", "<sub>".repeat(10_000), true),
            ("a.html", "<div>".repeat(10_000), false),
            ("a.html", "<b>".repeat(10_000), false),
            ("a.html", "<p><b><a href=x>".repeat(5_000), false),
            ("a.html", "<table><tr><td>".repeat(5_000), true),
            ("a.html", "<table><em>".repeat(5_000), false),
            ("a.md", "<i><b><p></i>\n\n".repeat(3_000), false),
        ];
        for (path, nest, is_deep) in cases {
            let source = Source::new(path, nest.clone() + "word");
            let (document, findings) = document(FileId(0), &source, &Declared::default());
            let start = &nest[..20];
            assert_eq!(words(&document.blocks), ["word"], "{start}");
            assert_eq!(findings.iter().any(|finding| finding.rule == "nested-too-deep"), is_deep, "{start}");
        }
    }

    #[test]
    fn any_beginning_of_a_document_can_be_read() {
        let html =
            "<ul><li>a<table><tr><td>b</table></ul><details><summary>c</summary>é &eacute; <a href='x'>d</a></details>";
        let text = format!("---\nladder: {{}}\n---\n{MARKDOWN}\n{html}\n<style>x</style>{{{{ y }}}}Ã© {{% z %}}");
        for path in ["a.md", "a.html", "a.txt"] {
            for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
                let source = Source::new(path, &text[..end]);
                let (document, _) = document(FileId(0), &source, &Declared::default());
                assert!(document.blocks.iter().all(|block| block.span().range().end <= end), "{path} {end}");
            }
        }
    }

    #[test]
    fn places_are_right_behind_front_matter_crlf_and_wide_letters() {
        check(
            "a.md",
            "---\r\ntitle: x\r\n---\r\n## Größe **é** x\r\n> - zwölf\r\n>   mehr\r\n",
            "
            h2 Größe *é* x @4:1
            quote @5:1
              ul @5:3
                li @5:3
                  p zwölf¬mehr @5:5
            ",
        );
    }

    #[test]
    fn front_matter_stands_between_dashes_or_plus_signs() {
        let cases = [
            ("---\ntitle: Two\n---\n# One\n", Some("Two"), "One"),
            ("+++\ntitle = \"Two\"\n+++\n# One\n", Some("Two"), "One"),
            ("+++\r\ntitle = 'Two'\r\n+++\r\n# One\r\n", Some("Two"), "One"),
            ("+++\nno key here\n+++\n# One\n", None, "no key here One"),
            ("+++\n# One\n", None, "One"),
        ];
        for (text, title, expected) in cases {
            let (document, _) = document(FileId(0), &Source::new("a.md", text), &Declared::default());
            assert_eq!(document.title.as_ref().map(|title| title.value.as_str()), title, "{text}");
            assert_eq!(words(&document.blocks).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn indented_lines_of_plain_text_are_no_code() {
        check(
            "a.txt",
            "Lead 1\n\n  • one\n  • two\n\n      • deep\n        more\n",
            "
            p Lead 1 @1:1
            p • one¬• two @3:3
            p • deep¬more @6:7
            ",
        );
    }
}
