//! Findings that the author allows in place: `<!-- ladder-site: allow RULE -->`, on the same line or on a line before;
//! in front matter and in `site.toml`, where comments are written so, `# ladder-site: allow RULE`.
//!
//! Several rules stand between commas. `allow-file` in the place of `allow` holds for the whole file.

use std::collections::BTreeMap;
use std::ops::Range;

use super::explain::instead;
use super::rule;
use crate::text::{Diagnostic, FileId, Source, Sources, Span};

/// What opens every such comment.
const MARK: &str = "ladder-site:";

/// A rule that a comment allows.
#[derive(Clone, Copy, Debug)]
struct Allowed<'a> {
    rule: &'a str,
    /// Where it is named.
    span: Span,
    /// The lines on which it holds, both included.
    lines: (u32, u32),
}

/// The findings that are not allowed where they stand. What a comment names and does not find is found instead.
pub fn allowed(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    let mut by_file: BTreeMap<FileId, Vec<(Allowed<'_>, bool)>> = BTreeMap::new();
    for (file, source) in sources.iter() {
        let found = comments(file, source);
        if !found.is_empty() {
            by_file.insert(file, found.into_iter().map(|allowed| (allowed, false)).collect());
        }
    }
    if by_file.is_empty() {
        return diagnostics;
    }
    let mut left = diagnostics;
    left.retain(|finding| !is_allowed(finding, sources, &mut by_file));
    let unused = by_file.into_values().flatten().filter(|(_, used)| !used);
    left.extend(unused.map(|(allowed, _)| needless(&allowed)));
    left
}

fn is_allowed(
    finding: &Diagnostic,
    sources: &Sources,
    by_file: &mut BTreeMap<FileId, Vec<(Allowed<'_>, bool)>>,
) -> bool {
    let Some(span) = finding.span else { return false };
    let Some(comments) = by_file.get_mut(&span.file) else { return false };
    let line = sources.locate(span).line;
    let holds =
        |allowed: &Allowed<'_>| allowed.rule == finding.rule && (allowed.lines.0..=allowed.lines.1).contains(&line);
    let mut any = false;
    for (_, used) in comments.iter_mut().filter(|(allowed, _)| holds(allowed)) {
        (*used, any) = (true, true);
    }
    any
}

fn needless(allowed: &Allowed<'_>) -> Diagnostic {
    let name = allowed.rule;
    if rule(name).is_none() {
        let message = format!("there is no rule `{name}`");
        return Diagnostic::warning("unknown-rule", allowed.span, message).help(instead(name));
    }
    let message = format!("`{name}` is allowed here, and nothing breaks it");
    let help = "remove the comment, or move it to the line before what it is meant for";
    Diagnostic::note("unused-allow", allowed.span, message).help(help)
}

/// Every rule that a comment of this source allows.
fn comments(file: FileId, source: &Source) -> Vec<Allowed<'_>> {
    let text = source.text();
    let mut found = Vec::new();
    for (at, _) in text.match_indices(MARK) {
        let Some(comment) = comment(source, at) else { continue };
        let end = comment.start + text[comment.clone()].trim_end_matches("-->").len();
        let words = text.get(at + MARK.len()..end).unwrap_or("").trim_start();
        let (verb, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        let lines = match verb {
            "allow" => lines(source, &comment),
            "allow-file" => (1, u32::MAX),
            _ => continue,
        };
        let named = names(rest, end - rest.len());
        found.extend(named.map(|(rule, at)| Allowed { rule, span: Span::new(file, at, at + rule.len()), lines }));
    }
    found
}

/// The words between commas, and where they begin; `start` is the place of the text.
fn names(text: &str, start: usize) -> impl Iterator<Item = (&str, usize)> {
    let mut at = start;
    text.split([',', ' ', '\t', '\r', '\n']).filter_map(move |word| {
        let from = at;
        at += word.len() + 1;
        (!word.is_empty()).then_some((word, from))
    })
}

/// The bytes of the comment around the mark at a byte; `None` where there is no comment.
fn comment(source: &Source, at: usize) -> Option<Range<usize>> {
    let text = source.text();
    let before = text[..at].trim_end_matches([' ', '\t']);
    if before.ends_with("<!--") {
        let end = text[at..].find("-->")? + at + "-->".len();
        return Some(before.len() - "<!--".len()..end);
    }
    let is_data = source.path().ends_with(".toml") || at < end_of_front_matter(text);
    let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    (before.ends_with('#') && is_data).then(|| before.len() - 1..line_end)
}

/// Where what stands between two lines of dashes at the very start ends.
fn end_of_front_matter(text: &str) -> usize {
    let end = text.strip_prefix("---").and_then(|rest| rest.find("\n---"));
    end.map_or(0, |end| end + "---".len())
}

/// The lines that a comment speaks of: its own, and the next one that holds something where it stands alone.
fn lines(source: &Source, comment: &Range<usize>) -> (u32, u32) {
    let text = source.text();
    let line = |at: usize| source.line_and_column(at as u32).0;
    let (first, last) = (line(comment.start), line(comment.end));
    let before = &text[source.line(first).start..comment.start];
    let behind = &text[comment.end..source.line(last).end.max(comment.end)];
    if !(before.trim().is_empty() && behind.trim().is_empty()) {
        return (first, last);
    }
    let mut rest = text[comment.end..].trim_start();
    while let Some(next) = rest.strip_prefix("<!--").filter(|next| next.trim_start().starts_with(MARK)) {
        rest = next.split_once("-->").map_or("", |(_, rest)| rest).trim_start();
    }
    (first, line(text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::allowed;
    use crate::text::{Diagnostic, Source, Sources, Span};

    /// The rules and lines of what is left of an `empty-level` on every line.
    fn left(path: &str, text: &str) -> Vec<String> {
        let sources = Sources::new("", vec![Source::new(path, text)]);
        let (file, source) = sources.iter().next().expect("there is one");
        let starts = (1..=text.lines().count() as u32).map(|line| source.line(line));
        let finding = |line: std::ops::Range<usize>| {
            Diagnostic::warning("empty-level", Span::new(file, line.start, line.end), "empty")
        };
        let found = allowed(starts.map(finding).collect(), &sources);
        let place = |finding: &Diagnostic| sources.locate(finding.span.expect("all have a place"));
        found.iter().map(|finding| format!("{} {}", place(finding).line, finding.rule)).collect()
    }

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(left(path, text), expected, "{text}");
    }

    #[test]
    fn a_comment_holds_on_its_own_line_and_before_the_next_one() {
        check("a.md", "a\nb <!-- ladder-site: allow empty-level -->\nc", &["1 empty-level", "3 empty-level"]);
        check("a.md", "<!-- ladder-site: allow empty-level -->\n\nb\nc", &["4 empty-level"]);
        let stacked = "<!-- ladder-site: allow empty-level -->\n<!-- ladder-site: allow empty-level -->\nb\nc";
        check("a.md", stacked, &["4 empty-level"]);
        check("a.md", "<!--ladder-site: allow\nbroken-link,empty-level-->\nb", &["2 unused-allow"]);
    }

    #[test]
    fn a_whole_file_may_be_allowed() {
        check("a.md", "a\nb\n<!-- ladder-site: allow-file empty-level -->", &[]);
    }

    #[test]
    fn data_has_comments_of_its_own() {
        check("site.toml", "a\n# ladder-site: allow empty-level\nb", &["1 empty-level"]);
        check("a.md", "---\na: b # ladder-site: allow empty-level\n---", &["1 empty-level", "3 empty-level"]);
        check("a.md", "# ladder-site: allow empty-level", &["1 empty-level"]);
    }

    #[test]
    fn what_allows_nothing_is_told() {
        check("a.md", "<!-- ladder-site: allow broken-link -->", &["1 empty-level", "1 unused-allow"]);
        check("a.md", "<!-- ladder-site: allow empty-lewel -->", &["1 empty-level", "1 unknown-rule"]);
        for odd in [
            "<!-- ladder-site: allow",
            "<!-- ladder-site:",
            "ladder-site: allow empty-level",
            "<!-- ladder-site: x -->",
        ] {
            check("a.md", odd, &["1 empty-level"]);
        }
    }
}
