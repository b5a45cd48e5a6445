//! The words of a document, found without the program's own reader: runs of letters or digits, after entities and
//! repairs; not markup, comments, scripts, front matter, link destinations or directives of other generators.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

use super::page::page;

/// The words of a text, in lower case and in order.
pub fn words(text: &str) -> Vec<String> {
    let silent = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}');
    let text: String = repaired(text).chars().filter(|c| !silent(*c)).flat_map(char::to_lowercase).collect();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words of a source file.
pub fn of_source(path: &str, text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}');
    let shown = match path.rsplit('.').next() {
        Some("html" | "htm") => page(without_front_matter(text)).text,
        Some("txt") => text.to_owned(),
        _ => page(&html(without_front_matter(text))).text,
    };
    words(&without_directives(&shown))
}

/// UTF-8 that was once read as Windows-1252.
fn repaired(text: &str) -> String {
    text.replace("Â\u{a0}", " ").replace("â€™", "’").replace("â€œ", "“").replace("â€“", "–")
}

fn without_front_matter(text: &str) -> &str {
    let first = text.lines().next().map_or("", str::trim_end);
    let ends: &[&str] = match first {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return text,
    };
    let body = text.split_once('\n').map_or("", |(_, body)| body);
    if body.lines().next().is_none_or(|line| line.trim().is_empty()) {
        return text;
    }
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        at += line.len();
        if ends.contains(&line.trim_end()) {
            return &body[at..];
        }
    }
    text
}

fn without_directives(text: &str) -> String {
    [("{%", "%}"), ("{{", "}}"), ("{:", "}")].iter().fold(text.to_owned(), |text, (open, close)| {
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(open) {
            let Some(end) = rest[at..].find(close).filter(|end| !rest[at..at + end].contains('\n')) else { break };
            out.push_str(&rest[..at]);
            rest = &rest[at + end + close.len()..];
        }
        out + rest
    })
}

/// Markdown as HTML, as far as words go.
fn html(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut out = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words.replace('&', "&amp;").replace('<', "&lt;")),
            Event::Html(raw) | Event::InlineHtml(raw) => out.push_str(&raw),
            Event::Start(tag) => out.push_str(if is_inline(&tag.to_end()) { "" } else { "<p>" }),
            Event::End(tag) => out.push_str(if is_inline(&tag) { "" } else { "</p>" }),
            Event::SoftBreak | Event::HardBreak | Event::Rule => out.push_str("<br>"),
            _ => {}
        }
    }
    out
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}
