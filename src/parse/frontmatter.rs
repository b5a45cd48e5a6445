//! Front matter: YAML text and where it stands → the data tree, the title, and what is declared under `ladder:`.
//!
//! The only module that knows `serde_yaml`. Foreign keys are left alone. `serde_yaml` tells no places of values, so the
//! tree is built first and its places are found in the text afterwards ([`super::places`]); the positions of its own
//! errors are trusted only where it has one.

use std::ops::Range;

use serde::de::{self, Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::places::{Leaf, Node, Places};
use super::tables::{Broken, toml_data};
use super::{Data, Declared, Spanned, keys};
use crate::text::{Diagnostic, FileId, Span};

/// What the front matter of a document says.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FrontMatter {
    /// The foreign key `title`, where it is a text.
    pub title: Option<Spanned<String>>,
    /// The keys under `ladder:`.
    pub declared: Declared,
    /// Everything, ours and foreign. `None` where it is blank or broken; no [`Data::Map`] where the lines between the
    /// dashes are running text, which is no front matter at all.
    pub data: Option<Data>,
}

/// Reads the YAML `text` (without the lines of dashes) that stands at `span`.
pub fn front_matter(text: &str, span: Span) -> (FrontMatter, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let node = match node(text) {
        Ok(node) => node,
        Err(problem) => {
            out.push(problem.diagnostic(text, span));
            return (FrontMatter::default(), out);
        }
    };
    (FrontMatter::of(node.map(|node| Places::new(text, span).data(&node)), &mut out), out)
}

/// Reads front matter in TOML, that stands at `within` of a document.
pub(super) fn toml_front_matter(document: &str, within: Range<usize>, file: FileId) -> (FrontMatter, Vec<Diagnostic>) {
    let (data, errors) = toml_data(document, within, file);
    let broken = |Broken { message, span }| {
        let message = format!("the front matter is not valid TOML: {message}");
        Diagnostic::error("broken-toml", span, message).help("what is wrong is left out; the rest of it holds")
    };
    let mut out: Vec<Diagnostic> = errors.into_iter().map(broken).collect();
    (FrontMatter::of(Some(data), &mut out), out)
}

impl FrontMatter {
    fn of(data: Option<Data>, out: &mut Vec<Diagnostic>) -> Self {
        let declared = data.as_ref().and_then(|data| data.get("ladder")).map(|ladder| keys::declared(ladder, out));
        let title = data.as_ref().and_then(|data| data.get("title"));
        let title = title.and_then(|title| Some(Spanned { value: title.text()?.to_owned(), span: title.span() }));
        Self { title, declared: declared.unwrap_or_default(), data }
    }
}

/// Brackets may nest this deep; the scanner below `serde_yaml` takes quadratic time in their depth.
const DEEPEST: usize = 256;

fn node(text: &str) -> Result<Option<Node>, Problem> {
    if let Some(at) = too_deep(text) {
        return Err(Problem { message: format!("brackets nested more than {DEEPEST} deep"), at: Some(at) });
    }
    match serde_yaml::from_str::<Node>(text) {
        Ok(Node::Leaf(Leaf::Empty)) => Ok(None),
        Ok(node) => Ok(Some(node)),
        Err(error) => Err(Problem::new(&error, text)),
    }
}

fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// Why the text is no YAML, and at which byte of it, where that is known.
struct Problem {
    message: String,
    at: Option<usize>,
}

impl Problem {
    fn new(error: &serde_yaml::Error, text: &str) -> Self {
        let at = error.location().map(|place| offset(text, place.line(), place.column()));
        Self { message: without_places(&error.to_string()), at }
    }

    fn diagnostic(&self, text: &str, span: Span) -> Diagnostic {
        let place = match self.at {
            Some(at) => {
                let width = text[at..].chars().next().filter(|next| *next != '\n').map_or(0, char::len_utf8);
                let start = span.start as usize + at;
                Span::new(span.file, start, start + width)
            }
            None => span,
        };
        Diagnostic::error("broken-yaml", place, format!("the front matter is not valid YAML: {}", self.message))
            .help("the document is read as if it had none; put texts with `: ` or `#` in quotes and indent with spaces")
    }
}

/// The byte at a 1-based line and column (in characters), at most the end of that line.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for full in text.split_inclusive('\n').take(line.saturating_sub(1)) {
        start += full.len();
    }
    let rest = text[start..].split('\n').next().unwrap_or("");
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

/// The message without ` at line 3 column 7`: those lines count from the front matter, not from the file.
fn without_places(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some(at) = rest.find(" at line ") {
        out.push_str(&rest[..at]);
        let after = &rest[at + " at line ".len()..];
        let after = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let after = after.strip_prefix(" column ").unwrap_or(after);
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out.push_str(rest);
    out
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("YAML")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Truth(value)))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Number(value as f64)))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Number(value as f64)))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Number(value as f64)))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Number(value as f64)))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Number(value)))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Text(value.to_owned())))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Empty))
    }

    fn visit_none<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Leaf(Leaf::Empty))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Node::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Node::Map(map))
    }

    /// A value with a tag (`!name value`): the value.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Node, A::Error> {
        let (_, value): (String, _) = tagged.variant()?;
        value.newtype_variant()
    }
}

#[cfg(test)]
mod tests {
    use super::front_matter;
    use crate::parse::{Accumulation, Data, FrontMatter, ScalarKind};
    use crate::text::{Diagnostic, FileId, Source, Span};

    fn read(text: &str) -> (FrontMatter, Vec<Diagnostic>) {
        front_matter(text, Span::new(FileId(0), 0, text.len()))
    }

    /// Every finding as `line:column rule word | message | help`.
    fn findings(text: &str) -> Vec<String> {
        let source = Source::new("a.md", text);
        let line = |finding: &Diagnostic| {
            let span = finding.span.expect("every finding of front matter has a place");
            let (line, column) = source.line_and_column(span.start);
            let help = finding.help.as_deref().unwrap_or("");
            let word = text[span.range()].lines().next().unwrap_or("");
            format!("{line}:{column} {} {word} | {} | {help}", finding.rule, finding.message)
        };
        read(text).1.iter().map(line).collect()
    }

    #[test]
    fn every_mistake_is_reported_at_its_word() {
        let text = "title: Anything\nlayout: [x]\nladder:\n  is: trak\n  build_on: delivery\n  rank: \"four\"\n  \
                    dimensions: System\n  levels:\n    Level 5: { code: D5, stat: draft }\n    \"Level 6\":\n      \
                    state: n/a\n      rank: [1]\n  rank: 3\n";
        let expected = [
            "13:3 duplicate-key rank | `rank` stands here a second time | keep one of them",
            "5:3 unknown-key build_on | unknown key `build_on` in `ladder` | did you mean `builds_on`?",
            "4:7 unknown-value trak | `trak` is no value of `is` | did you mean `track`?",
            "6:10 wrong-type four | `rank` takes a number, not the text `four` | write a number without quotes, such as \
             `3` or `3.2`",
            "7:15 wrong-type System | `dimensions` takes a list, not the text `System` | write a list, such as \
             `[one, two]`",
            "9:26 unknown-key stat | unknown key `stat` in a level | did you mean `state`?",
            "11:14 unknown-value n/a | `n/a` is no value of `state` | write one of `defined`, `not-applicable`, `draft`",
            "12:14 wrong-type 1 | `rank` takes a number, not a list | write a number without quotes, such as `3` or \
             `3.2`",
        ];
        let mut found = findings(text);
        found.sort();
        let mut expected: Vec<String> = expected.map(str::to_owned).to_vec();
        expected.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_right_stands_beside_what_is_wrong() {
        let (matter, findings) = read("title: 'Die Leiter'\nladder: {accumulates: replacing, rnak: 3, code: 1.10}\n");
        assert_eq!(matter.title.map(|title| title.value).as_deref(), Some("Die Leiter"));
        assert_eq!(matter.declared.accumulates.map(|mode| mode.value), Some(Accumulation::Replacing));
        assert_eq!(matter.declared.code.map(|code| code.value).as_deref(), Some("1.10"), "numbers stay as written");
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn broken_yaml_is_one_error_at_the_place_or_over_the_whole() {
        let cases = [
            ("a: b\nladder: x: y\n", "2:10"),
            ("ladder:\n\tis: track\n", "2:1"),
            ("a: [1, 2\n", "2:1"),
            ("a: 1\n--- \nb: 2\n", "1:1"),
            ("é: \"\n", "2:1"),
            ("a: *nowhere\n", "1:4"),
        ];
        for (text, place) in cases {
            let found = findings(text);
            assert_eq!(found.len(), 1, "{text:?}: {found:?}");
            assert!(found[0].starts_with(&format!("{place} broken-yaml")), "{text:?}: {found:?}");
            assert!(!found[0].contains("at line"), "no second, wrong position: {found:?}");
        }
    }

    #[test]
    fn hostile_front_matter_is_an_error_and_takes_no_time() {
        let bomb = (1..12).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, n| {
            let items = vec![format!("*a{}", n - 1); 9].join(",");
            format!("{text}a{n}: &a{n} [{items}]\n")
        });
        let cases = [
            bomb,
            "[".repeat(200_000),
            format!("a: {}", "{a: ".repeat(50_000)),
            format!("a:\n {}x", "- ".repeat(50_000)),
            format!("a: &a [*a]\n{}", "b: c\n".repeat(3)),
        ];
        for text in cases {
            let (matter, findings) = read(&text);
            let start: String = text.chars().take(20).collect();
            assert_eq!(findings.len(), 1, "{start}: {:?}", findings.first());
            assert_eq!(findings[0].rule, "broken-yaml");
            assert_eq!(matter, FrontMatter::default());
        }
    }

    #[test]
    fn blank_front_matter_and_running_text_declare_nothing() {
        for text in ["", "\n\n", "# only a comment\n"] {
            assert_eq!(read(text), (FrontMatter::default(), Vec::new()), "{text:?}");
        }
        let (matter, findings) = read("Some words between two rules.\n");
        assert!(matches!(matter.data, Some(Data::Scalar(_))) && findings.is_empty());
    }

    /// Every text and number with the words of the source at its place.
    fn leaves(data: &Data, text: &str, out: &mut Vec<(String, String)>) {
        match data {
            Data::Scalar(scalar) if scalar.kind == ScalarKind::Empty => {}
            Data::Scalar(scalar) => out.push((scalar.text.clone(), text[scalar.span.range()].to_owned())),
            Data::List(list) => list.items.iter().for_each(|item| leaves(item, text, out)),
            Data::Map(map) => {
                for entry in &map.entries {
                    out.push((entry.key.value.clone(), text[entry.key.span.range()].to_owned()));
                    leaves(&entry.value, text, out);
                }
            }
        }
    }

    #[test]
    fn places_are_those_of_the_words() {
        let text = "# comment: no\npath: /a # b\nwords: several words\n  on two lines\n'it''s': {\"a\":1, b: -2.50, c: \
                    [x y, 'z', ~, on]}\nempty:\nlist:\n- - deep\n  - 1\n- one: a\n  two: b\n- \n- last\nfolded: >-\n  \
                    some more\n  words\n\nliteral: |\n  a: b\n    # c\n  d\nanchored: &x !tag va:lue\nurl: \
                    https://example.org/#a\ntrue: yes\nsmile: :tada:x\nlast: 7";
        let (matter, findings) = read(text);
        assert_eq!(findings, []);
        let mut found = Vec::new();
        leaves(&matter.data.expect("it is a map"), text, &mut found);
        assert!(found.len() > 30);
        let fold = |words: &str| words.replace("''", "'").split_whitespace().collect::<Vec<_>>().join(" ");
        for (value, place) in found {
            assert_eq!(fold(&value), fold(&place));
        }
    }

    #[test]
    fn an_alias_stands_where_it_is_written() {
        let text = "base: &b {rank: x}\nladder: *b\n";
        assert_eq!(
            findings(text),
            [
                "2:9 wrong-type *b | `rank` takes a number, not the text `x` | write a number without quotes, such as `3` \
             or `3.2`"
            ]
        );
    }
}
