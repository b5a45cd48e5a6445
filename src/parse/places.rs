//! Finds where the values of a YAML tree stand in its text.
//!
//! The tree says what comes next, so that the text only has to be followed, not parsed: skip what is no value, then
//! take the token whose words are the value. Where the text does not show what the tree says (a notation that is not
//! followed here), the place of every later value is that of the nearest key above it that was found: wide, never wrong.

use super::data::{Entry, List, Map, Scalar};
use super::{Data, ScalarKind, Spanned};
use crate::text::Span;

/// A YAML value without places.
pub enum Node {
    Leaf(Leaf),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// A YAML scalar.
pub enum Leaf {
    Text(String),
    Number(f64),
    Truth(bool),
    Empty,
}

/// The way through one YAML text.
pub struct Places<'a> {
    text: &'a str,
    whole: Span,
    at: usize,
    lost: bool,
}

impl<'a> Places<'a> {
    /// `whole` is where `text` stands in its file.
    pub fn new(text: &'a str, whole: Span) -> Self {
        Self { text, whole, at: 0, lost: false }
    }

    /// The tree with its places.
    pub fn data(mut self, node: &Node) -> Data {
        let whole = self.whole;
        self.node(node, whole)
    }

    fn node(&mut self, node: &Node, above: Span) -> Data {
        if let Some(alias) = self.alias(node) {
            return at_one_place(node, alias);
        }
        match node {
            Node::Leaf(leaf) => Data::Scalar(self.scalar(leaf, above)),
            Node::List(items) => {
                let start = self.value_start();
                let items = items.iter().map(|item| self.node(item, above)).collect();
                Data::List(List { items, span: self.since(start, above) })
            }
            Node::Map(entries) => {
                let start = self.value_start();
                let entries = entries.iter().map(|(key, value)| self.entry((key, value), above)).collect();
                Data::Map(Map { entries, span: self.since(start, above) })
            }
        }
    }

    fn entry(&mut self, (key, value): (&Node, &Node), above: Span) -> Entry {
        let key = match key {
            Node::Leaf(leaf) => self.scalar(leaf, above),
            Node::List(_) | Node::Map(_) => {
                self.lost = true;
                self.scalar(&Leaf::Empty, above)
            }
        };
        let value = self.node(value, key.span);
        Entry { key: Spanned { value: key.text, span: key.span }, value }
    }

    fn scalar(&mut self, leaf: &Leaf, above: Span) -> Scalar {
        let found = if self.lost { None } else { self.find(leaf) };
        self.lost = found.is_none();
        let written = found.map(|(start, end)| &self.text[start..end]);
        let span = found.map_or(above, |(start, end)| self.span(start, end));
        let (text, kind) = match leaf {
            Leaf::Text(text) => (text.clone(), ScalarKind::Text),
            Leaf::Number(number) => {
                (written.map_or_else(|| number.to_string(), str::to_owned), ScalarKind::Number(*number))
            }
            Leaf::Truth(truth) => (truth.to_string(), ScalarKind::Truth(*truth)),
            Leaf::Empty => (String::new(), ScalarKind::Empty),
        };
        Scalar { text, kind, span }
    }

    /// The bytes of the next scalar; `None` where the text does not show it.
    fn find(&mut self, leaf: &Leaf) -> Option<(usize, usize)> {
        match leaf {
            Leaf::Text(value) => self.find_text(value),
            Leaf::Number(_) | Leaf::Truth(_) => self.find_bare(),
            Leaf::Empty => Some(self.find_empty()),
        }
    }

    fn find_text(&mut self, value: &str) -> Option<(usize, usize)> {
        let start = self.token_start(self.at);
        match self.text[start..].bytes().next() {
            Some(b'"' | b'\'') => self.find_quoted(start, value),
            Some(b'|' | b'>') => self.find_block(start, value),
            _ => self.find_words(start, value),
        }
    }

    /// A quoted scalar; its place is what stands between the quotes.
    fn find_quoted(&mut self, start: usize, value: &str) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let quote = bytes[start];
        let mut at = start + 1;
        while *bytes.get(at)? != quote || (quote == b'\'' && bytes.get(at + 1) == Some(&quote)) {
            at += if bytes[at] == b'\\' && quote == b'"' || bytes[at] == quote { 2 } else { 1 };
        }
        let inner = self.text.get(start + 1..at)?;
        if !inner.contains(['\\', '\n', '\'', '"']) && inner != value {
            return None;
        }
        self.at = at + 1;
        Some((start + 1, at))
    }

    /// A block scalar: the lines that are blank or indented as far as its first one.
    fn find_block(&mut self, start: usize, value: &str) -> Option<(usize, usize)> {
        let body = start + self.text[start..].find('\n')? + 1;
        let mut lines = self.text[body..].split_inclusive('\n');
        let mut end = body;
        let mut indent = None;
        let mut words = value.split_whitespace();
        for line in &mut lines {
            let depth = line.len() - line.trim_start_matches(' ').len();
            if !line.trim().is_empty() {
                if value.trim().is_empty() || depth < *indent.get_or_insert(depth) {
                    break;
                }
                if !line.split_whitespace().all(|word| words.next() == Some(word)) {
                    break;
                }
            }
            end += line.len();
        }
        if words.next().is_some() {
            return None;
        }
        self.at = end;
        let first = body + (self.text[body..end].len() - self.text[body..end].trim_start().len());
        let last = body + self.text[body..end].trim_end().len();
        Some((first.min(last), last))
    }

    /// A scalar without quotes, over one or several lines: its words, one after the other.
    fn find_words(&mut self, start: usize, value: &str) -> Option<(usize, usize)> {
        if value.trim().is_empty() {
            return Some((self.at, self.at));
        }
        let mut at = start;
        for (index, word) in value.split_whitespace().enumerate() {
            if index > 0 {
                at += self.text[at..].len() - self.text[at..].trim_start().len();
            }
            at += self.text[at..].strip_prefix(word).map(|_| word.len())?;
        }
        let ends = |next: char| next.is_whitespace() || matches!(next, ':' | ',' | ']' | '}');
        self.text[at..].chars().next().is_none_or(ends).then(|| self.at = at)?;
        Some((start, at))
    }

    /// A number, `true` or `false`.
    fn find_bare(&mut self) -> Option<(usize, usize)> {
        let start = self.token_start(self.at);
        let rest = &self.text[start..];
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}' | ':')).unwrap_or(rest.len());
        if length == 0 {
            return None;
        }
        self.at = start + length;
        Some((start, self.at))
    }

    /// A value that is not there, or is written `~` or `null`. Without a word of its own it stands where its key ends.
    fn find_empty(&mut self) -> (usize, usize) {
        let start = self.token_start(self.at);
        let rest = &self.text[start..];
        for word in ["null", "Null", "NULL", "~"] {
            let after = rest.strip_prefix(word).map(|after| after.trim_start_matches(' ').chars().next());
            if let Some(None | Some('\n' | '\r' | ',' | ']' | '}' | '#')) = after {
                self.at = start + word.len();
                return (start, self.at);
            }
        }
        (self.at, self.at)
    }

    /// The alias that stands next, if one does; it stands for a whole tree.
    fn alias(&mut self, node: &Node) -> Option<Span> {
        if self.lost || matches!(node, Node::Leaf(Leaf::Empty)) {
            return None;
        }
        let start = self.token_start(self.at);
        let rest = self.text[start..].strip_prefix('*')?;
        let name = rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).unwrap_or(rest.len());
        self.at = start + 1 + name;
        Some(self.span(start, self.at))
    }

    fn value_start(&self) -> usize {
        self.token_start(self.at)
    }

    /// Skips white space, comments, tags, anchors and the marks of lists and maps.
    fn token_start(&self, mut at: usize) -> usize {
        loop {
            let rest = &self.text[at..];
            let mut characters = rest.chars();
            let Some(first) = characters.next() else { return at };
            let gap = characters.next().is_none_or(char::is_whitespace);
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            at += match first {
                ' ' | '\t' | '\r' | '\n' | ',' | '[' | ']' | '{' | '}' => 1,
                '#' => rest.find('\n').unwrap_or(rest.len()),
                '!' | '&' => word,
                '-' | '?' if gap => 1,
                '-' if rest.starts_with("---") && word == 3 => 3,
                ':' if gap || self.text[..at].ends_with(['"', '\'', ']', '}']) => 1,
                _ => return at,
            };
        }
    }

    fn since(&self, start: usize, above: Span) -> Span {
        if self.lost { above } else { self.span(start.min(self.at), self.at) }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let base = self.whole.start as usize;
        Span::new(self.whole.file, base + start, base + end)
    }
}

/// A tree that stands at one place as a whole.
fn at_one_place(node: &Node, span: Span) -> Data {
    let mut places = Places { text: "", whole: span, at: 0, lost: true };
    places.node(node, span)
}
