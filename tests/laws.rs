//! What is true of every site, tried on every fixture, on the demo, and on real ladders where they lie beside the
//! repository. `ARCHITECTURE.md` lists the laws.

#![allow(clippy::disallowed_methods, reason = "runs the program on folders")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use ladder_site::parse::{self, Declared, Document};
use ladder_site::text::{Block, Inline, Inlines, Span};
use support::memory::{exported, made, rendered};
use support::page::{Page, page};
use support::site::{Built, build, folders};
use support::words;

/// Every site, built once for all tests.
fn sites() -> &'static [Built] {
    static SITES: OnceLock<Vec<Built>> = OnceLock::new();
    SITES.get_or_init(|| {
        let folders = folders();
        std::thread::scope(|scope| {
            let halves = folders.chunks(folders.len().div_ceil(2));
            let running: Vec<_> = halves
                .map(|half| scope.spawn(move || half.iter().map(|folder| build(folder)).collect::<Vec<_>>()))
                .collect();
            running.into_iter().flat_map(|half| half.join().expect("a build does not panic")).collect()
        })
    })
}

/// The documents of a folder, with their paths.
fn documents(folder: &Path) -> Vec<(String, String)> {
    let below = if folder.join("site.toml").is_file() { folder.join("content") } else { folder.to_owned() };
    let paths = support::files(&below, &["md", "markdown", "txt", "html"]);
    let passed_over = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or_default().to_uppercase();
        let hidden = path.split('/').any(|part| part.starts_with('.') || part == "node_modules" || part == "themes");
        hidden || ["LICENSE", "CONTRIBUTING", "CHANGELOG"].iter().any(|stem| name.starts_with(stem))
    };
    let read = |path: String| {
        let bytes = std::fs::read(below.join(&path)).ok()?;
        Some((path, String::from_utf8(bytes).ok()?))
    };
    paths.into_iter().filter(|path| !passed_over(path)).filter_map(read).collect()
}

/// Fails with the first few faults, so that a message stays readable.
#[track_caller]
fn none(faults: &[String]) {
    let shown: Vec<_> = faults.iter().take(40).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults, among them\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let mut faults = Vec::new();
    for site in sites() {
        let again = build(&site.folder);
        let paths: BTreeSet<_> = site.files.keys().chain(again.files.keys()).collect();
        for path in paths.into_iter().filter(|path| site.files.get(*path) != again.files.get(*path)) {
            faults.push(format!("{}: {path} differs from build to build", site.name));
        }
    }
    none(&faults);
}

#[test]
fn every_internal_link_and_anchor_resolves() {
    let mut faults = Vec::new();
    for site in sites() {
        let pages: BTreeMap<&str, Page> = site.pages().map(|(path, html)| (path, page(html))).collect();
        let anchors: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|(path, page)| (*path, ids(page))).collect();
        for (path, page) in &pages {
            faults.extend(twice(page).map(|id| format!("{}: {path}: the id `{id}` twice", site.name)));
            for target in links(page) {
                if let Err(fault) = follow(path, target, site, &anchors) {
                    faults.push(format!("{}: {path}: `{target}`: {fault}", site.name));
                }
            }
        }
    }
    none(&faults);
}

fn ids(page: &Page) -> BTreeSet<&str> {
    page.elements.iter().filter_map(|element| element.attribute("id")).collect()
}

fn twice(page: &Page) -> impl Iterator<Item = &str> {
    let mut seen = BTreeSet::new();
    page.elements.iter().filter_map(|element| element.attribute("id")).filter(move |id| !seen.insert(*id))
}

fn links(page: &Page) -> impl Iterator<Item = &str> {
    let elements = page.elements.iter().filter(|element| element.name != "base");
    elements.flat_map(|element| ["href", "src"].into_iter().filter_map(|name| element.attribute(name)))
}

/// Whether a link of a page leads somewhere: to a file of the site and an anchor in it, or away by a harmless scheme.
fn follow(from: &str, target: &str, site: &Built, anchors: &BTreeMap<&str, BTreeSet<&str>>) -> Result<(), String> {
    if let Some((scheme, _)) =
        target.split_once(':').filter(|(scheme, _)| scheme.chars().all(|c| c.is_ascii_alphabetic()))
    {
        let harmless = ["http", "https", "mailto", "tel"].contains(&scheme);
        return if harmless { Ok(()) } else { Err(format!("the scheme `{scheme}`")) };
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = path.split('?').next().unwrap_or_default();
    let path = if path.is_empty() { from.to_owned() } else { joined(from, &decoded(path)).ok_or("leaves the site")? };
    if !site.files.contains_key(&path) {
        return Err(format!("no file `{path}`"));
    }
    let anchor = decoded(anchor);
    let known = anchor.is_empty() || anchors.get(path.as_str()).is_some_and(|ids| ids.contains(anchor.as_str()));
    if known { Ok(()) } else { Err(format!("no anchor `{anchor}` in `{path}`")) }
}

/// A relative address, from the root of the site.
fn joined(from: &str, target: &str) -> Option<String> {
    if target.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// In our own documents every word as often as it is written; in real ones, which repeat the heads of their tables, at
/// least once.
#[test]
fn every_word_of_the_source_is_on_the_site() {
    let mut faults = Vec::new();
    for site in sites() {
        let is_ours = site.folder.starts_with(support::root());
        let mut shown: BTreeMap<String, usize> = BTreeMap::new();
        for (_, html) in site.pages() {
            for word in words::words(&page(html).text) {
                *shown.entry(word).or_default() += 1;
            }
        }
        for (path, text) in documents(&site.folder) {
            let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
            for word in words::of_source(&path, &text) {
                *wanted.entry(word).or_default() += 1;
            }
            for (word, count) in wanted {
                let have = shown.get(&word).copied().unwrap_or(0);
                if have < if is_ours { count } else { 1 } {
                    faults.push(format!("{}: {path}: `{word}` stands {count} times, shown {have} times", site.name));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn html_of_the_source_never_becomes_script() {
    let mut faults = Vec::new();
    for site in sites() {
        for (path, html) in site.pages() {
            // A host shows this page at any address, so it alone says from where its links are followed.
            let may_have_base = |element: &support::page::Element| path == "404.html" && element.name == "base";
            for element in page(html).elements.iter().filter(|element| !may_have_base(element)) {
                for fault in dangers(element) {
                    faults.push(format!("{}: {path}: <{}> {fault}", site.name, element.name));
                }
            }
        }
    }
    none(&faults);
}

/// What could run or load something that a source smuggled in. Payloads carry `pwned(`.
fn dangers(element: &support::page::Element) -> Vec<String> {
    const NEVER: [&str; 7] = ["iframe", "object", "embed", "base", "frame", "frameset", "applet"];
    const ADDRESSES: [&str; 8] = ["href", "src", "srcset", "action", "formaction", "xlink:href", "background", "data"];
    let mut found = Vec::new();
    if NEVER.contains(&element.name.as_str()) {
        found.push("is never written".to_owned());
    }
    if element.raw.contains("pwned(") && element.name != "title" {
        found.push(format!("holds words of the source: {:.60}", element.raw));
    }
    if element.name == "meta" && element.attribute("http-equiv").is_some_and(|value| value != "Content-Security-Policy")
    {
        found.push("acts like a header".to_owned());
    }
    for (name, value) in &element.attributes {
        let plain: String =
            value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
        let scheme = plain.split(':').next().filter(|_| plain.contains(':')).unwrap_or_default();
        if name.starts_with("on") || name == "srcdoc" {
            found.push(format!("has `{name}`"));
        } else if ADDRESSES.contains(&name.as_str()) && ["javascript", "vbscript", "data"].contains(&scheme) {
            found.push(format!("has `{name}={value}`"));
        } else if !leads_away(element) && ADDRESSES.contains(&name.as_str()) && !scheme.is_empty() {
            found.push(format!("loads `{value}` from another host"));
        } else if name == "style" && (plain.contains("url(") || plain.contains("expression(")) {
            found.push(format!("has `style={value}`"));
        }
    }
    found
}

/// What a browser follows only when a reader asks for it, or never.
fn leads_away(element: &support::page::Element) -> bool {
    element.name == "a" || (element.name == "link" && element.attribute("rel") == Some("canonical"))
}

#[test]
fn the_order_of_files_does_not_matter() {
    for folder in folders() {
        let mut documents = documents(&folder);
        let first = exported(made(&documents));
        documents.reverse();
        let middle = documents.len() / 2;
        documents.rotate_left(middle);
        assert!(first == exported(made(&documents)), "{}: depends on the order of its files", folder.display());
    }
}

/// A site of so many bytes is shown as pages too, now and then.
const SMALL: usize = 1_000;

#[test]
fn no_prefix_of_a_document_makes_the_program_panic() {
    let mut faults = Vec::new();
    for folder in folders() {
        let documents = documents(&folder);
        let size: usize = documents.iter().map(|(_, text)| text.len()).sum();
        for (at, end) in cuts(&documents, size) {
            let mut cut = documents.clone();
            cut[at].1.truncate(end);
            let run = || if size < SMALL && end % 8 == 0 { drop(rendered(made(&cut))) } else { drop(made(&cut)) };
            if std::panic::catch_unwind(run).is_err() {
                faults.push(format!("{}/{}: a panic on the first {end} bytes", folder.display(), cut[at].0));
            }
        }
    }
    none(&faults);
}

/// Which documents of a site to cut where: at every character of a small site, else spread over all of it, so that the
/// cost stays bounded.
fn cuts(documents: &[(String, String)], size: usize) -> Vec<(usize, usize)> {
    const BUDGET: usize = 60_000;
    let ends = |text: &str| text.char_indices().map(|(end, _)| end).chain([text.len()]).collect::<Vec<_>>();
    let all = documents.iter().enumerate().flat_map(|(at, (_, text))| ends(text).into_iter().map(move |end| (at, end)));
    let all: Vec<_> = all.collect();
    let affordable = (BUDGET / size.max(1)).max(4);
    let step = all.len().div_ceil(affordable).max(1);
    all.into_iter().skip(step / 2).step_by(step).collect()
}

#[test]
fn every_span_lies_in_its_file() {
    for folder in folders() {
        let made = made(&documents(&folder));
        let mut found: Vec<Span> = Vec::new();
        for (file, source) in made.sources.iter() {
            found.extend(spans(&parse::document(file, source, &Declared::default()).0));
        }
        let levels = made.ladder.tracks().flat_map(|(track, _)| made.ladder.levels(track));
        for (_, level) in levels {
            found.extend(level.criteria.iter().map(|criterion| criterion.span).chain([level.span]));
            found.extend(level.facts.iter().map(|fact| fact.span));
        }
        for finding in &made.diagnostics {
            found.extend(finding.span.into_iter().chain(finding.notes.iter().map(|note| note.span)));
        }
        for span in found {
            let inside = made.sources.get(span.file).text().get(span.range()).is_some();
            assert!(inside, "{}: {span:?} lies in no file", folder.display());
        }
    }
}

/// Every span of a document.
fn spans(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Vec<&Block> = document.blocks.iter().collect();
    while let Some(block) = open.pop() {
        found.push(block.span());
        match block {
            Block::Heading(heading) => inline_spans(&heading.content, &mut found),
            Block::Paragraph(paragraph) => inline_spans(&paragraph.content, &mut found),
            Block::List(list) => {
                found.extend(list.items.iter().map(|item| item.span));
                open.extend(list.items.iter().flat_map(|item| &item.blocks));
            }
            Block::Table(table) => {
                found.extend(table.rows.iter().map(|row| row.span));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.clone().map(|cell| cell.span));
                open.extend(cells.flat_map(|cell| &cell.blocks));
            }
            Block::Details(details) => {
                inline_spans(&details.summary, &mut found);
                open.extend(&details.blocks);
            }
            Block::Quote { blocks, .. } => open.extend(blocks),
            Block::Code { .. } | Block::Rule { .. } => {}
        }
    }
    found
}

fn inline_spans(inlines: &Inlines, found: &mut Vec<Span>) {
    let mut open: Vec<&Inline> = inlines.0.iter().collect();
    while let Some(inline) = open.pop() {
        match inline {
            Inline::Text(text) | Inline::Code(text) => found.push(text.span),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Subscript(inner)
            | Inline::Superscript(inner) => open.extend(&inner.0),
            Inline::Link(link) => {
                found.push(link.span);
                open.extend(&link.content.0);
            }
            Inline::Image(image) => found.push(image.span),
            Inline::Break { at, .. } => found.push(*at),
        }
    }
}
