//! A page of the site, read back as a browser's tokenizer would: its elements, its anchors, its words.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Token, Tokenizer};

/// What one page holds.
#[derive(Default)]
pub struct Page {
    pub elements: Vec<Element>,
    /// The text that can be read, alternative texts included; a new line wherever words cannot join.
    pub text: String,
}

/// One start tag, with the raw text of a script or style.
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub raw: String,
}

/// Elements that leave no gap between the words around them.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "s", "small",
    "span", "strong", "sub", "sup", "u", "wbr",
];

/// Elements whose content is not read as words.
const SILENT: [&str; 8] = ["script", "style", "title", "template", "iframe", "noscript", "xmp", "plaintext"];

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a page.
pub fn page(html: &str) -> Page {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    let mut silent: Option<String> = None;
    for token in Tokenizer::new_with_emitter(html, emitter).filter_map(Result::ok) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (utf8(name), utf8(value))).collect();
                let element = Element { name: utf8(&tag.name), attributes, raw: String::new() };
                page.text.push_str(gap(&element.name));
                if let Some(words) = element.attribute("alt") {
                    page.text.push_str(&format!("\n{words}\n"));
                }
                if SILENT.contains(&element.name.as_str()) && !tag.self_closing {
                    silent.get_or_insert(element.name.clone());
                }
                page.elements.push(element);
            }
            Token::EndTag(tag) => {
                let name = utf8(&tag.name);
                page.text.push_str(gap(&name));
                silent.take_if(|open| *open == name);
            }
            Token::String(words) => match (&silent, page.elements.last_mut()) {
                (Some(_), Some(element)) => element.raw.push_str(&utf8(&words)),
                _ => page.text.push_str(&utf8(&words)),
            },
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page
}

fn gap(element: &str) -> &'static str {
    if INLINE.contains(&element) { "" } else { "\n" }
}

fn utf8(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
