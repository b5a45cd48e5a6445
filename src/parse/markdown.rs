//! Markdown → tokens, each with its place. Owner of `pulldown_cmark`.
//!
//! Refuses to know what HTML means: raw HTML is handed on as it stands.

use super::fragment::Fragment;
use super::held::Held;
use super::html::HtmlReader;
use super::margins;
use super::nesting::{Cuts, Nesting};
use super::token::{Element, Leaf, Token, heading_name};
use crate::text::{FileId, Span};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// How the author wrote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavour {
    Markdown,
    /// A page of plain text, read as Markdown as far as that goes; indented lines are no code.
    Plain,
}

/// Cuts the Markdown that starts at `start` of a document into tokens.
pub fn cuts(file: FileId, document: &str, start: usize, flavour: Flavour) -> Cuts {
    let text = document.get(start..).unwrap_or("");
    let mut reader = Reader {
        file,
        text,
        base: start,
        flavour,
        tokens: Nesting::of_markdown(file, text),
        held: None,
        footnote: None,
        in_head: false,
        braces: None,
        html: HtmlReader::new(file, document),
        fragment: Fragment::default(),
    };
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        reader.event(event, range);
    }
    Cuts { nesting: reader.tokens, title: None }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    base: usize,
    flavour: Flavour,
    tokens: Nesting,
    /// The image or code block that is being read.
    held: Option<Held>,
    /// The label of a footnote whose first paragraph has not begun.
    footnote: Option<(String, Span)>,
    in_head: bool,
    /// Braces at the end of the heading that is open which are words of it.
    braces: Option<Range<usize>>,
    html: HtmlReader<'a>,
    /// The block of raw HTML that is being gathered.
    fragment: Fragment,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Some(held) = self.held.take() {
            return self.inside(held, event);
        }
        let span = self.span(&range);
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text, span),
            Event::Code(code) => {
                let span = self.span(&margins::inside_ticks(self.text, &range, &code));
                self.leaf(Leaf::Code(code.into_string().into()), span);
            }
            Event::FootnoteReference(label) => self.superscript(label.into_string(), span),
            Event::SoftBreak => self.leaf(Leaf::Break { hard: false }, span),
            Event::HardBreak => self.leaf(Leaf::Break { hard: true }, span),
            Event::Rule => self.leaf(Leaf::Rule, self.trimmed(&range)),
            Event::TaskListMarker(checked) => self.leaf(Leaf::Checkbox(checked), span),
            Event::Html(html) => self.fragment.push(&html, self.base + range.start),
            Event::InlineHtml(html) => {
                self.fragment.push(&html, self.base + range.start);
                self.read_html();
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let span = self.trimmed(&range);
        if let Tag::FootnoteDefinition(label) = &tag {
            self.footnote = Some((label.to_string(), span));
        } else if !matches!(tag, Tag::Paragraph) {
            self.lone_footnote_label();
        }
        match tag {
            Tag::Image { dest_url, .. } => self.held = Some(Held::image(dest_url.into_string(), span)),
            Tag::BlockQuote(Some(kind)) => self.alert(kind, span),
            Tag::Heading { level, id: None, classes, attrs } if classes.is_empty() && !attrs.is_empty() => {
                // Braces without an id or a class hold words: `## Levels {1-3}`.
                self.braces = margins::last_braces(self.text, &range);
                self.tokens.push(Token::Start(Element::Heading { depth: level as u8, id: None }, span));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let language = info.split_whitespace().next().map(str::to_owned);
                self.held = Some(Held::code(language, span));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) if self.flavour == Flavour::Markdown => {
                self.held = Some(Held::code(None, span));
            }
            Tag::TableHead => {
                self.in_head = true;
                self.tokens.push(Token::Start(Element::Head, span));
                self.tokens.push(Token::Start(Element::Row, span));
            }
            Tag::TableCell => {
                self.open(tag, span);
                self.tokens.start_cell();
            }
            tag => self.open(tag, span),
        }
    }

    fn open(&mut self, tag: Tag<'_>, span: Span) {
        let element = match tag {
            Tag::Paragraph | Tag::CodeBlock(_) => Element::Paragraph,
            Tag::Heading { level, id, .. } => {
                Element::Heading { depth: level as u8, id: id.map(|id| id.into_string().into()) }
            }
            Tag::BlockQuote(_) => Element::Quote,
            Tag::List(start) => Element::List { start },
            Tag::Item => Element::Item,
            Tag::Table(_) => Element::Table,
            Tag::TableRow => Element::Row,
            Tag::TableCell => Element::Cell { header: self.in_head, columns: 1, rows: 1 },
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Strike,
            Tag::Superscript => Element::Superscript,
            Tag::Subscript => Element::Subscript,
            Tag::Link { dest_url, .. } => Element::Link { target: dest_url.into_string().into() },
            Tag::FootnoteDefinition(_)
            | Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Image { .. }
            | Tag::TableHead => return,
        };
        let is_paragraph = element == Element::Paragraph;
        self.tokens.push(Token::Start(element, span));
        if is_paragraph && let Some((label, at)) = self.footnote.take() {
            self.superscript(label, at);
            self.leaf(Leaf::Text(" ".into()), at);
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        let span = self.trimmed(range);
        let name = match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock => "p",
            TagEnd::Heading(level) => {
                if let Some(braces) = self.braces.take() {
                    self.leaf(Leaf::Text(self.text[braces.clone()].into()), self.span(&braces));
                }
                heading_name(level as u8)
            }
            TagEnd::BlockQuote(_) => "blockquote",
            TagEnd::List(true) => "ol",
            TagEnd::List(false) => "ul",
            TagEnd::Item => "li",
            TagEnd::Table => "table",
            TagEnd::TableHead => {
                self.in_head = false;
                self.tokens.push(Token::End("tr", span));
                "thead"
            }
            TagEnd::TableRow => "tr",
            TagEnd::TableCell => {
                self.tokens.end_cell();
                if self.in_head { "th" } else { "td" }
            }
            TagEnd::Emphasis => "em",
            TagEnd::Strong => "strong",
            TagEnd::Strikethrough => "s",
            TagEnd::Superscript => "sup",
            TagEnd::Subscript => "sub",
            TagEnd::Link => "a",
            TagEnd::FootnoteDefinition => return self.lone_footnote_label(),
            TagEnd::HtmlBlock => return self.read_html(),
            TagEnd::Image
            | TagEnd::MetadataBlock(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => return,
        };
        self.tokens.push(Token::End(name, span));
    }

    /// A quote that says of which kind it is, as it is displayed.
    fn alert(&mut self, kind: BlockQuoteKind, span: Span) {
        let name = match kind {
            BlockQuoteKind::Note => "Note",
            BlockQuoteKind::Tip => "Tip",
            BlockQuoteKind::Important => "Important",
            BlockQuoteKind::Warning => "Warning",
            BlockQuoteKind::Caution => "Caution",
        };
        for element in [Element::Quote, Element::Paragraph, Element::Strong] {
            self.tokens.push(Token::Start(element, span));
        }
        self.leaf(Leaf::Text(name.into()), span);
        ["strong", "p"].into_iter().for_each(|name| self.tokens.push(Token::End(name, span)));
    }

    /// Goes on with an image or a code block.
    fn inside(&mut self, mut held: Held, event: Event<'_>) {
        match event {
            Event::Start(Tag::Image { .. }) => held.open(),
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => {
                if let Some((leaf, span)) = held.close() {
                    return self.leaf(leaf, span);
                }
            }
            Event::Text(text) | Event::Code(text) => held.push(&text),
            Event::SoftBreak | Event::HardBreak => held.push(" "),
            _ => {}
        }
        self.held = Some(held);
    }

    /// A line of text; in the indented lines of a plain page it ends with its line feed.
    fn words(&mut self, text: &str, span: Span) {
        let line = text.trim_end_matches(['\n', '\r']);
        if self.html.hides() {
            return;
        }
        if line.len() == text.len() {
            return self.tokens.push_words(text, span);
        }
        let end = span.start as usize + line.len();
        let indent = line.len() - line.trim_start().len();
        let words = Span::new(self.file, span.start as usize + indent, end);
        self.leaf(Leaf::Text(line.trim_start().into()), words);
        self.leaf(Leaf::Break { hard: false }, Span::new(self.file, end, span.end as usize));
    }

    /// The label of a footnote that does not start with a paragraph stands in one of its own.
    fn lone_footnote_label(&mut self) {
        if let Some((label, span)) = self.footnote.take() {
            self.tokens.push(Token::Start(Element::Paragraph, span));
            self.superscript(label, span);
            self.tokens.push(Token::End("p", span));
        }
    }

    fn superscript(&mut self, words: String, span: Span) {
        self.tokens.push(Token::Start(Element::Superscript, span));
        self.leaf(Leaf::Text(words.into()), span);
        self.tokens.push(Token::End("sup", span));
    }

    fn read_html(&mut self) {
        let fragment = std::mem::take(&mut self.fragment);
        self.html.read(&fragment, &mut self.tokens);
    }

    fn leaf(&mut self, leaf: Leaf, span: Span) {
        if !self.html.hides() {
            self.tokens.push(Token::Leaf(leaf, span));
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    /// The span without white space at its ends.
    fn trimmed(&self, range: &Range<usize>) -> Span {
        self.span(&margins::trimmed(self.text, range))
    }
}

#[cfg(test)]
mod tests {
    use crate::parse::printed::check;

    #[test]
    fn tight_and_loose_items_hold_paragraphs() {
        check(
            "a.md",
            "# One\n\n- alpha\n- beta\n  - gamma\n\n1. delta\n\n2. epsilon\n",
            "
            h1 One @1:1
            ul @3:1
              li @3:1
                p alpha @3:3
              li @4:1
                p beta @4:3
                ul @5:3
                  li @5:3
                    p gamma @5:5
            ol 1 @7:1
              li @7:1
                p delta @7:4
              li @9:1
                p epsilon @9:4
            ",
        );
    }

    #[test]
    fn escapes_entities_marks_and_links_read_as_they_are_displayed() {
        check(
            "a.md",
            "Lead \\(TL\\) &amp; **two** _three_ `fo ur` ~~five~~  \nsix [se *v* en](a.md) ![eight](b.png)\n",
            "
            p Lead (TL) & *two* _three_ `fo ur` ~five~¶six [se _v_ en](a.md) ![eight](b.png) @1:1
            ",
        );
    }

    #[test]
    fn tables_have_a_head_and_no_empty_paragraphs() {
        check(
            "a.md",
            "| Area | L1 |\n|---|---|\n| Code | • reads<br>• writes |\n| Tests | |\n",
            "
            table @1:1
              head @1:1
                th @1:3
                  p Area @1:3
                th @1:10
                  p L1 @1:10
              row @3:1
                td @3:3
                  p Code @3:3
                td @3:10
                  p • reads¶• writes @3:10
              row @4:1
                td @4:3
                  p Tests @4:3
                td @4:11
            ",
        );
    }

    #[test]
    fn boxes_code_rules_ids_and_footnotes_are_kept() {
        check(
            "a.md",
            "## One {#first}\n\n- [x] done\n- [ ] open\n\n```rust\nlet a;\n```\n\n    indented\n\n---\n\nsee[^n]\n\n[^n]: the note\n",
            r#"
            h2 #first One @1:1
            ul @3:1
              li [x] @3:1
                p done @3:7
              li [ ] @4:1
                p open @4:7
            code rust "let a;\n" @6:1
            code - "indented\n" @10:5
            rule @12:1
            p seesup(n) @14:1
            p sup(n) the note @16:1
            "#,
        );
    }

    #[test]
    fn words_in_braces_and_kinds_of_quotes_are_words() {
        check(
            "a.md",
            "## Levels {1-3}\n\n## Two {.x}\n\n> [!NOTE]\n> mind\n",
            "
            h2 Levels {1-3} @1:1
            h2 Two @3:1
            quote @5:1
              p *Note* @5:1
              p mind @6:3
            ",
        );
    }
}
