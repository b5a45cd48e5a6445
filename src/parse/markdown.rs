//! Markdown → tokens, each with its place. Owner of `pulldown_cmark`.
//!
//! Refuses to know what HTML means: raw HTML is handed on as it stands.

use super::token::{Element, Leaf, Token, heading_name};
use crate::text::{FileId, Span};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// How the author wrote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavour {
    Markdown,
    /// A page of plain text, read as Markdown as far as that goes; indented lines are no code.
    Plain,
}

/// Cuts Markdown into tokens. `base` is where `text` starts in its source.
pub fn tokens(file: FileId, text: &str, base: usize, flavour: Flavour) -> Vec<Token> {
    let tokens = Vec::new();
    let mut reader = Reader { file, text, base, flavour, tokens, held: None, footnote: None, in_head: false };
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        reader.event(event, range);
    }
    reader.tokens
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
    tokens: Vec<Token>,
    /// The image or code block that is being read.
    held: Option<Held>,
    /// The label of a footnote whose first paragraph has not begun.
    footnote: Option<(String, Span)>,
    in_head: bool,
}

/// What becomes one leaf, with the words inside it so far.
struct Held {
    what: HeldKind,
    words: String,
    span: Span,
}

enum HeldKind {
    /// `images` counts those that are open inside.
    Image {
        source: String,
        images: usize,
    },
    Code {
        language: Option<String>,
    },
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Some(held) = self.held.take() {
            return self.inside(held, event);
        }
        let span = self.span(&range);
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => self.words(text.into_string(), span),
            Event::Code(code) => {
                let span = self.inside_ticks(&range, &code);
                self.leaf(Leaf::Code(code.into_string()), span);
            }
            Event::FootnoteReference(label) => self.superscript(label.into_string(), span),
            Event::SoftBreak => self.leaf(Leaf::Break { hard: false }, span),
            Event::HardBreak => self.leaf(Leaf::Break { hard: true }, span),
            Event::Rule => self.leaf(Leaf::Rule, self.trimmed(&range)),
            Event::TaskListMarker(checked) => self.leaf(Leaf::Checkbox(checked), span),
            Event::Html(_) | Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
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
            Tag::Image { dest_url, .. } => {
                let what = HeldKind::Image { source: dest_url.into_string(), images: 0 };
                self.held = Some(Held { what, words: String::new(), span });
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let language = info.split_whitespace().next().map(str::to_owned);
                self.held = Some(Held { what: HeldKind::Code { language }, words: String::new(), span });
            }
            Tag::CodeBlock(CodeBlockKind::Indented) if self.flavour == Flavour::Markdown => {
                self.held = Some(Held { what: HeldKind::Code { language: None }, words: String::new(), span });
            }
            Tag::TableHead => {
                self.in_head = true;
                self.tokens.push(Token::Start(Element::Head, span));
                self.tokens.push(Token::Start(Element::Row, span));
            }
            tag => self.open(tag, span),
        }
    }

    fn open(&mut self, tag: Tag<'_>, span: Span) {
        let element = match tag {
            Tag::Paragraph | Tag::CodeBlock(_) => Element::Paragraph,
            Tag::Heading { level, id, .. } => {
                Element::Heading { depth: level as u8, id: id.map(|id| id.into_string()) }
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
            Tag::Link { dest_url, .. } => Element::Link { target: dest_url.into_string() },
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
            self.footnote_label(label, at);
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        let name = match tag {
            TagEnd::Paragraph => "p",
            TagEnd::Heading(level) => heading_name(level as u8),
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
            TagEnd::TableCell if self.in_head => "th",
            TagEnd::TableCell => "td",
            TagEnd::Emphasis => "em",
            TagEnd::Strong => "strong",
            TagEnd::Strikethrough => "s",
            TagEnd::Superscript => "sup",
            TagEnd::Subscript => "sub",
            TagEnd::Link => "a",
            TagEnd::FootnoteDefinition => return self.lone_footnote_label(),
            TagEnd::CodeBlock => "p",
            TagEnd::Image
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => return,
        };
        self.tokens.push(Token::End(name, span));
    }

    /// Goes on with an image or a code block: its words are gathered until it ends.
    fn inside(&mut self, mut held: Held, event: Event<'_>) {
        match (&mut held.what, event) {
            (HeldKind::Image { images, .. }, Event::Start(Tag::Image { .. })) => *images += 1,
            (HeldKind::Image { images, .. }, Event::End(TagEnd::Image)) if *images > 0 => *images -= 1,
            (HeldKind::Image { source, .. }, Event::End(TagEnd::Image)) => {
                let source = std::mem::take(source);
                return self.leaf(Leaf::Image { source, alt: held.words }, held.span);
            }
            (HeldKind::Code { language }, Event::End(TagEnd::CodeBlock)) => {
                let language = language.take();
                return self.leaf(Leaf::CodeBlock { language, text: held.words }, held.span);
            }
            (_, Event::Text(text) | Event::Code(text)) => held.words.push_str(&text),
            (_, Event::SoftBreak | Event::HardBreak) => held.words.push(' '),
            _ => {}
        }
        self.held = Some(held);
    }

    /// A line of text; in the indented lines of a plain page it ends with its line feed.
    fn words(&mut self, text: String, span: Span) {
        let line = text.trim_end_matches(['\n', '\r']);
        if line.len() == text.len() {
            return self.leaf(Leaf::Text(text), span);
        }
        let end = span.start as usize + line.len();
        let indent = line.len() - line.trim_start().len();
        let words = Span::new(self.file, span.start as usize + indent, end);
        self.leaf(Leaf::Text(line.trim_start().to_owned()), words);
        self.leaf(Leaf::Break { hard: false }, Span::new(self.file, end, span.end as usize));
    }

    fn footnote_label(&mut self, label: String, span: Span) {
        self.superscript(label, span);
        self.leaf(Leaf::Text(" ".to_owned()), span);
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
        self.leaf(Leaf::Text(words), span);
        self.tokens.push(Token::End("sup", span));
    }

    fn leaf(&mut self, leaf: Leaf, span: Span) {
        self.tokens.push(Token::Leaf(leaf, span));
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    /// The span without white space at its ends.
    fn trimmed(&self, range: &Range<usize>) -> Span {
        let raw = &self.text[range.clone()];
        let start = range.start + raw.len() - raw.trim_start().len();
        let end = (range.start + raw.trim_end().len()).max(start);
        self.span(&(start..end))
    }

    /// The span of code without the ticks and the one space that may stand inside them.
    fn inside_ticks(&self, range: &Range<usize>, code: &str) -> Span {
        let raw = &self.text[range.clone()];
        let ticks = raw.len() - raw.trim_start_matches('`').len();
        let padding = usize::from(raw.len() == code.len() + 2 * ticks + 2);
        let inset = (ticks + padding).min(raw.len() / 2);
        self.span(&(range.start + inset..range.end - inset))
    }
}
