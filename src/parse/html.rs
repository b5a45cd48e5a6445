//! Raw HTML → tokens, each with its place. Owner of `html5gum`.
//!
//! Cuts, but does not nest: that is [`super::tree`]'s. What is no element of ours is looked through, its words kept;
//! comments, scripts and styles are no words.

use super::fragment::Fragment;
use super::nesting::{Cuts, Nesting};
use super::raw::{find_end_tag, pieces};
use super::tags::{self, Closing, Opening};
use super::token::{Element, Leaf, Token};
use crate::text::{FileId, Span};
use html5gum::{DefaultEmitter, StartTag, State, Token as Event, Tokenizer};
use std::ops::Range;

/// Reads the fragments of one document; an element may reach from one into the next.
pub struct HtmlReader<'a> {
    file: FileId,
    /// The whole document.
    document: &'a str,
    /// The script or style that is open.
    hidden: Option<&'static str>,
    /// Scripts and styles that no end tag follows any more.
    endless: Vec<&'static str>,
    /// How many preformatted elements are open.
    preformatted: usize,
    title: Title,
}

/// The title of a page is not displayed on it.
enum Title {
    /// A `<title>` would be that of no page (a drawing's, say), or is past: words.
    None,
    Awaited,
    Open,
    Read(String, Span),
}

/// Cuts a whole page, from `start` on.
pub fn cuts(file: FileId, document: &str, start: usize) -> Cuts {
    let mut page = Fragment::default();
    page.push(document.get(start..).unwrap_or(""), start);
    let mut nesting = Nesting::of_html(file);
    let mut reader = HtmlReader::new(file, document);
    reader.title = Title::Awaited;
    reader.read(&page, &mut nesting);
    let title = if let Title::Read(words, span) = reader.title { Some((words, span)) } else { None };
    Cuts { nesting, title }
}

impl<'a> HtmlReader<'a> {
    /// A reader at the start of a document.
    pub fn new(file: FileId, document: &'a str) -> Self {
        Self { file, document, hidden: None, endless: Vec::new(), preformatted: 0, title: Title::None }
    }

    /// Whether what stands here is the content of a script or style.
    pub fn hides(&self) -> bool {
        self.hidden.is_some()
    }

    /// Cuts a fragment into tokens.
    pub fn read(&mut self, fragment: &Fragment, out: &mut Nesting) {
        // The tokenizer counts CR LF as one byte; a blank of the same width reads the same.
        let text = fragment.text().replace('\r', " ");
        let start = self.hidden.map_or(0, |name| find_end_tag(&text, name).unwrap_or(text.len()));
        let mut tokenizer = Tokenizer::new_with_emitter(&text[start..], DefaultEmitter::<usize>::new_with_span());
        let mut cut = Cut { fragment, text: &text, out };
        let mut done = start;
        while let Some(Ok(event)) = tokenizer.next() {
            let Some(range) = markup(&event) else { continue };
            let range = start + range.start..start + range.end;
            self.words(&mut cut, done..range.start);
            done = range.end;
            match event {
                Event::StartTag(tag) => self.start_tag(&tag, &mut cut, range),
                Event::EndTag(tag) => self.end_tag(&String::from_utf8_lossy(&tag.name), &mut cut, range),
                Event::Comment(_) | Event::Doctype(_) | Event::String(_) | Event::Error(_) => {}
            }
            match self.hidden {
                Some("script") => tokenizer.set_state(State::ScriptData),
                Some(_) => tokenizer.set_state(State::RawText),
                None => {}
            }
        }
        self.words(&mut cut, done..text.len());
        self.forget_endless(fragment);
    }

    fn start_tag(&mut self, tag: &StartTag<usize>, cut: &mut Cut<'_>, range: Range<usize>) {
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        let span = cut.span(self.file, range);
        match tags::opening(&String::from_utf8_lossy(&tag.name), attribute) {
            Opening::Element(element) => {
                self.preformatted += usize::from(element == Element::Preformatted);
                cut.out.has_html();
                cut.out.push(Token::Start(element, span));
            }
            Opening::Leaf(leaf) => cut.out.push(Token::Leaf(leaf, span)),
            // One that closes itself, as in drawings, has no content that could be hidden.
            Opening::Hidden(name) => self.hidden = Some(name).filter(|_| !tag.self_closing),
            Opening::Title if matches!(self.title, Title::Awaited) => self.title = Title::Open,
            Opening::Title => cut.out.push(Token::Leaf(Leaf::Boundary, span)),
            Opening::Nothing => {}
        }
    }

    fn end_tag(&mut self, name: &str, cut: &mut Cut<'_>, range: Range<usize>) {
        if self.hidden == Some(name) {
            self.hidden = None;
        }
        let span = cut.span(self.file, range);
        match tags::closing(name) {
            Closing::Element(name) => {
                if name == "pre" {
                    self.preformatted = self.preformatted.saturating_sub(1);
                }
                cut.out.has_html();
                cut.out.push(Token::End(name, span));
            }
            Closing::Leaf(leaf) => cut.out.push(Token::Leaf(leaf, span)),
            Closing::Nothing => {}
        }
    }

    /// Text between two tags: a line each, blanks at the ends of lines folded away.
    fn words(&mut self, cut: &mut Cut<'_>, range: Range<usize>) {
        if self.hidden.is_some() || range.is_empty() {
            return;
        }
        if let Title::Open = self.title {
            let words: Vec<String> = decoded(&cut.text[range.clone()]).split_whitespace().map(str::to_owned).collect();
            self.title = Title::Read(words.join(" "), cut.span(self.file, range));
            return;
        }
        if self.preformatted > 0 {
            let text = decoded(&cut.text[range.clone()]);
            return cut.leaf(self.file, Leaf::Text(text.into()), range);
        }
        let mut start = range.start;
        for (index, line) in cut.text[range.clone()].split('\n').enumerate() {
            if index > 0 {
                cut.leaf(self.file, Leaf::Break { hard: false }, start - 1..start);
            }
            let end = start + line.len();
            // Blanks around a line feed are part of the break; others part words from what stands beside the text.
            let indent = if index > 0 { line.len() - line.trim_start_matches(BLANKS).len() } else { 0 };
            let line_end = if end < range.end { start + line.trim_end_matches(BLANKS).len() } else { end };
            self.line(cut, start + indent..line_end.max(start + indent));
            start = end + 1;
        }
    }

    fn line(&self, cut: &mut Cut<'_>, range: Range<usize>) {
        let line = &cut.text[range.clone()];
        let mut start = range.start;
        for piece in pieces(line) {
            let end = start + piece.len();
            let text: Box<str> = if piece.starts_with('&') { decoded(piece).into() } else { piece.into() };
            cut.leaf(self.file, Leaf::Text(text), start..end);
            start = end;
        }
    }

    /// A script or style that never ends hides nothing behind its fragment.
    fn forget_endless(&mut self, fragment: &Fragment) {
        let Some(name) = self.hidden else { return };
        if !self.endless.contains(&name) {
            let end = fragment.source(0..fragment.text().len()).end;
            if self.document.get(end..).is_some_and(|rest| find_end_tag(rest, name).is_some()) {
                return;
            }
            self.endless.push(name);
        }
        self.hidden = None;
    }
}

/// A fragment on its way into tokens. `text` is that of the fragment, byte for byte in the same places.
struct Cut<'a> {
    fragment: &'a Fragment,
    text: &'a str,
    out: &'a mut Nesting,
}

impl Cut<'_> {
    fn leaf(&mut self, file: FileId, leaf: Leaf, range: Range<usize>) {
        let span = self.span(file, range);
        self.out.push(Token::Leaf(leaf, span));
    }

    fn span(&self, file: FileId, range: Range<usize>) -> Span {
        let source = self.fragment.source(range);
        Span::new(file, source.start, source.end)
    }
}

const BLANKS: [char; 3] = [' ', '\t', '\u{c}'];

/// The bytes of a tag, comment or declaration.
fn markup(event: &Event<usize>) -> Option<Range<usize>> {
    match event {
        Event::StartTag(tag) => Some(tag.span.start..tag.span.end),
        Event::EndTag(tag) => Some(tag.span.start..tag.span.end),
        Event::Comment(comment) => Some(comment.span.start..comment.span.end),
        Event::Doctype(doctype) => Some(doctype.span.start..doctype.span.end),
        Event::String(_) | Event::Error(_) => None,
    }
}

/// Entities replaced by what they stand for.
fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut tokenizer = Tokenizer::new(text);
    tokenizer.set_state(State::RcData);
    let strings = tokenizer.filter_map(|event| match event {
        Ok(Event::String(string)) => Some(String::from_utf8_lossy(&string.value).into_owned()),
        _ => None,
    });
    strings.collect()
}

#[cfg(test)]
mod tests {
    use crate::parse::printed::check;

    #[test]
    fn raw_lists_are_lists() {
        check(
            "a.md",
            "### One\n<ul>\n  <li>first <b>strong</b></li>\n  <li>second\n    line</li>\n</uL>  \n  \n  ### Two  \n  <ul>\n    <li>third\n    <li>fourth\n  </ul>\n",
            "
            h3 One @1:1
            ul @2:1
              li @3:3
                p first *strong* @3:7
              li @4:3
                p second¬line @4:7
            h3 Two @8:3
            ul @9:3
              li @10:5
                p third @10:9
              li @11:5
                p fourth @11:9
            ",
        );
    }

    #[test]
    fn markdown_goes_on_inside_html() {
        check(
            "a.md",
            "<table>\n<tr><td>\n\n- one\n- two\n\n</td><td rowspan=\"2\" colspan=2>\n\n**three**\n\n</td>\n</table>\n\nafter\n",
            "
            table @1:1
              row @2:1
                td @2:5
                  ul @4:1
                    li @4:1
                      p one @4:3
                    li @5:1
                      p two @5:3
                td 2x1 @7:6
                  p *three* @9:1
            p after @14:1
            ",
        );
    }

    #[test]
    fn heads_captions_and_missing_rows_of_tables() {
        check(
            "a.html",
            "<table><caption>Grades</caption><thead><td>A<td>B</thead><tbody><tr><th>x<td><p>one<p>two</table>",
            "
            table Grades @1:1
              head @1:40
                th @1:40
                  p A @1:44
                th @1:45
                  p B @1:49
              row @1:65
                th @1:69
                  p x @1:73
                td @1:74
                  p one @1:81
                  p two @1:87
            ",
        );
    }

    #[test]
    fn disclosures_and_definitions() {
        check(
            "a.md",
            "<details>\n  <summary><b>More</b></summary>\n\n- one\n\n</details>\n\n<dl><dt>Scope<dd>a team<dt>Owns<dd>one<dd>two</dl>\n",
            "
            details *More* @1:1
              ul @4:1
                li @4:1
                  p one @4:3
            p *Scope* @8:5
            p a team @8:18
            p *Owns* @8:24
            ul @8:32
              li @8:32
                p one @8:36
              li @8:39
                p two @8:43
            ",
        );
    }

    #[test]
    fn scripts_styles_and_comments_are_no_words() {
        check(
            "a.md",
            "<div>\n<style>\n.a {}\n\n.b {}\n</style>\n</div>\n\none <script>two</script> three <!-- four --> five\n\n<script>\nsix\n</script>\n\n<style>never closed\n\nseven\n",
            "
            p one  three  five @9:1
            ",
        );
    }

    #[test]
    fn a_script_that_closes_itself_hides_nothing() {
        check("a.md", "one <svg><script href=\"x\"/></svg> two", "\n            p one  two @1:1\n            ");
    }

    #[test]
    fn unknown_elements_are_looked_through() {
        check(
            "a.html",
            "<!doctype html><title>T &amp; U</title><body class=x><div>one<span>two</span><div>three</div>four</div><object>five</object><iframe src=x>six</iframe><form><input type=checkbox checked> seven</form>",
            "
            p onetwo @1:59
            p three @1:83
            p four @1:94
            p fivesix @1:112
            p seven @1:186
            ",
        );
    }

    #[test]
    fn lines_of_a_quote_keep_their_places() {
        check(
            "a.md",
            "> <ul>\n> <li>one &amp; <a\n> href=\"b.md\">two</a>\n> <li>three\n> </ul>\n",
            "
            quote @1:1
              ul @1:3
                li @2:3
                  p one & [two](b.md) @2:7
                li @4:3
                  p three @4:7
            ",
        );
    }

    #[test]
    fn lists_that_are_nested_in_the_wrong_way() {
        check(
            "a.html",
            "<ul><li>a</li><ul><li>b</ul></ul><li>c</li><li>d</li><p>e",
            "
            ul @1:1
              li @1:5
                p a @1:9
                ul @1:15
                  li @1:19
                    p b @1:23
              li @1:34
                p c @1:38
              li @1:44
                p d @1:48
            p e @1:57
            ",
        );
    }
}
