//! Running text → HTML, by a closed renderer: only these elements and attributes can come out, every word and every
//! address is escaped. What a document holds beyond them has no way to a page. `blocks.rs` does the same for blocks.

use std::ops::Range;

use super::here::Here;
use super::words::{Part, Sentence, Slot, Word};
use crate::resolve::Destination;
use crate::text::{Image, Inline, Inlines, Link};

/// HTML that is safe to write as it is: only this file and `blocks.rs` make it.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize)]
#[serde(transparent)]
pub struct Html(String);

/// How links come out.
#[derive(Clone, Copy)]
enum Links<'a> {
    /// As links from this page.
    From(&'a Here<'a>),
    /// As their text, because it will stand inside of a link.
    Text,
}

impl Html {
    /// Running text.
    pub(super) fn inlines(here: &Here, inlines: &Inlines) -> Self {
        let mut out = Self(String::with_capacity(128));
        out.push_inlines(Links::From(here), inlines);
        out
    }

    /// Words alone.
    pub(super) fn of(text: &str) -> Self {
        let mut out = Self::default();
        out.push_text(text);
        out
    }

    /// Nothing yet, with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Adds running text that will stand inside of a link.
    pub(super) fn push_words(&mut self, inlines: &Inlines) {
        self.push_inlines(Links::Text, inlines);
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Words inside of one of our own marks: `element` is one of ours.
    pub(super) fn push_marked(&mut self, element: &'static str, text: &str) {
        self.open(element);
        self.push_text(text);
        self.close(element);
    }

    /// Escapes words for running text and for attributes in double quotes.
    pub(super) fn push_text(&mut self, text: &str) {
        if !has_sign(text.as_bytes()) {
            return self.0.push_str(text);
        }
        let mut start = 0;
        for (at, byte) in text.bytes().enumerate() {
            let escaped = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => continue,
            };
            self.0.push_str(&text[start..at]);
            self.0.push_str(escaped);
            start = at + 1;
        }
        self.0.push_str(&text[start..]);
    }

    pub(super) fn push_html(&mut self, html: &Self) {
        self.0.push_str(&html.0);
    }

    /// Adds a part of other markup: one that is whole in itself.
    pub(super) fn push_part(&mut self, html: &Self, part: Range<usize>) {
        self.0.push_str(&html.0[part]);
    }

    /// Markup of ours, as it is.
    pub(super) fn push_ours(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Writes a word of the interface.
    pub(super) fn push_word(&mut self, word: &Word) {
        self.push_html(word.html());
    }

    /// Writes a sentence of the interface; `write` fills its places.
    pub(super) fn push_sentence(&mut self, sentence: &Sentence, mut write: impl FnMut(&mut Self, Slot)) {
        for part in sentence.parts() {
            match part {
                Part::Words(_, words) => self.push_html(words),
                Part::Slot(slot) => write(self, *slot),
            }
        }
    }

    /// Words that lead somewhere.
    pub(super) fn push_link_to(&mut self, href: &str, words: &str) {
        self.push_ours("<a");
        self.attribute("href", href);
        self.push_ours(">");
        self.push_text(words);
        self.push_ours("</a>");
    }

    pub(super) fn push_number(&mut self, number: u64) {
        self.0.push_str(&number.to_string());
    }

    pub(super) fn append_inlines(&mut self, here: &Here, inlines: &Inlines) {
        self.push_inlines(Links::From(here), inlines);
    }

    pub(super) fn open(&mut self, element: &'static str) {
        self.0.push('<');
        self.0.push_str(element);
        self.0.push('>');
    }

    pub(super) fn close(&mut self, element: &'static str) {
        self.0.push_str("</");
        self.0.push_str(element);
        self.0.push('>');
    }

    pub(super) fn attribute(&mut self, name: &'static str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.push_text(value);
        self.0.push('"');
    }

    fn push_inlines(&mut self, links: Links, inlines: &Inlines) {
        for inline in &inlines.0 {
            self.push_inline(links, inline);
        }
    }

    fn push_inline(&mut self, links: Links, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.push_text(&text.text),
            Inline::Code(text) => self.push_marked("code", &text.text),
            Inline::Emphasis(inner) => self.wrap(links, "em", inner),
            Inline::Strong(inner) => self.wrap(links, "strong", inner),
            Inline::Strike(inner) => self.wrap(links, "s", inner),
            Inline::Subscript(inner) => self.wrap(links, "sub", inner),
            Inline::Superscript(inner) => self.wrap(links, "sup", inner),
            Inline::Link(link) => self.push_link(links, link),
            Inline::Image(image) => self.push_image(links, image),
            Inline::Break { hard: true, .. } => self.0.push_str("<br>"),
            Inline::Break { hard: false, .. } => self.0.push('\n'),
        }
    }

    fn wrap(&mut self, links: Links, element: &'static str, inner: &Inlines) {
        self.open(element);
        self.push_inlines(links, inner);
        self.close(element);
    }

    fn push_link(&mut self, links: Links, link: &Link) {
        let Links::From(here) = links else { return self.push_inlines(links, &link.content) };
        match address(here, (link.span.file, &link.target)) {
            Some(address) => {
                self.0.push_str("<a");
                self.attribute("href", &address);
                self.0.push('>');
                self.push_inlines(Links::Text, &link.content);
                self.close("a");
            }
            None => {
                self.push_inlines(links, &link.content);
                self.push_target(&link.target, &link.content.plain());
            }
        }
    }

    /// The target of what does not resolve, after its text.
    fn push_target(&mut self, target: &str, text: &str) {
        if !target.is_empty() && target != text {
            self.0.push_str(" <span class=\"unresolved\">(");
            self.push_text(target);
            self.0.push_str(")</span>");
        }
    }

    /// A file of the project is shown; anything else becomes a link, so that no page asks another host for anything.
    fn push_image(&mut self, links: Links, image: &Image) {
        let Links::From(here) = links else { return self.push_text(&image.alt) };
        let key = (image.span.file, image.source.clone());
        let local = matches!(here.ladder().links.get(&key), Some(Destination::Asset(_)));
        let words = if image.alt.trim().is_empty() { &image.source } else { &image.alt };
        match address(here, (image.span.file, &image.source)) {
            Some(address) if local => {
                self.0.push_str("<img loading=\"lazy\"");
                self.attribute("src", &address);
                self.attribute("alt", &image.alt);
                self.0.push('>');
            }
            Some(address) => {
                self.0.push_str("<a");
                self.attribute("href", &address);
                self.0.push('>');
                self.push_text(words);
                self.close("a");
            }
            None => {
                self.push_text(&image.alt);
                self.push_target(&image.source, &image.alt);
            }
        }
    }
}

/// Whether a byte of words is written otherwise in HTML. Most words hold none, so no loop ends early: that makes them fast.
fn has_sign(text: &[u8]) -> bool {
    let is_sign = |byte: u8| (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"');
    let (blocks, rest) = text.as_chunks::<16>();
    let in_blocks = blocks
        .iter()
        .fold(false, |found, block| found | block.iter().fold(false, |found, byte| found | is_sign(*byte)));
    in_blocks | rest.iter().fold(false, |found, byte| found | SIGNS[usize::from(*byte)])
}

static SIGNS: [bool; 256] = {
    let mut signs = [false; 256];
    (signs[b'&' as usize], signs[b'<' as usize], signs[b'>' as usize], signs[b'"' as usize]) = (true, true, true, true);
    signs
};

/// The address that a target of a document gets on this page; `None` where it resolves to nothing.
fn address(here: &Here, (file, target): (crate::text::FileId, &str)) -> Option<String> {
    match here.ladder().links.get(&(file, target.to_owned())) {
        Some(Destination::External) | None => external(target),
        Some(destination) => here.destination(destination),
    }
}

/// Only what a browser opens as a page or a mail; `javascript:` and `data:` are no addresses.
fn external(target: &str) -> Option<String> {
    let start: String = target.chars().take(8).flat_map(char::to_lowercase).collect();
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| start.starts_with(scheme));
    if start.starts_with("//") {
        return Some(format!("https:{target}"));
    }
    known.then(|| target.to_owned())
}
