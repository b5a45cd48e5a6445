//! Every internal link and every anchor resolves, and no anchor stands twice on a page.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::page::{Page, page};
use crate::support::site::Built;

/// What leads nowhere.
pub fn faults(site: &Built) -> Vec<String> {
    let mut faults = Vec::new();
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
    faults
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
