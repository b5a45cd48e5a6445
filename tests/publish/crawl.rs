//! A reader who follows every link of a site.

use std::collections::{BTreeMap, BTreeSet};

use super::host::{Host, decoded};
use super::support::page::{Element, Page, page};

/// Every page that can be reached, by its address on the host; fails where anything cannot.
pub fn crawl(host: &Host, starts: &[&str]) -> BTreeMap<String, String> {
    let mut open: Vec<String> = starts.iter().map(|start| (*start).to_owned()).collect();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut anchors = Vec::new();
    while let Some(path) = open.pop() {
        if seen.contains_key(&path) {
            continue;
        }
        let (status, body) = host.get(&path);
        assert!(status == 200 || starts.contains(&path.as_str()), "{path}: {status}");
        if status == 404 || path.ends_with('/') || path.ends_with(".html") {
            for (target, anchor) in targets(&path, &page(&body)) {
                assert!(target.starts_with("/repo/"), "{path}: `{target}` leaves the site");
                anchors.extend(anchor.map(|anchor| (path.clone(), target.clone(), anchor)));
                open.push(target);
            }
        }
        seen.insert(path, body);
    }
    let ids: BTreeMap<&String, BTreeSet<String>> = seen.iter().map(|(path, body)| (path, ids(&page(body)))).collect();
    for (from, target, anchor) in &anchors {
        assert!(ids[target].contains(anchor), "{from}: no anchor `{anchor}` in `{target}`");
    }
    seen
}

fn ids(page: &Page) -> BTreeSet<String> {
    page.elements.iter().filter_map(|element| element.attribute("id").map(str::to_owned)).collect()
}

/// Where the links, styles, scripts and pictures of a page lie on its host, with their anchors.
fn targets(path: &str, page: &Page) -> Vec<(String, Option<String>)> {
    let base =
        page.elements.iter().find(|element| element.name == "base").and_then(|element| element.attribute("href"));
    let base = base.unwrap_or(path);
    let is_link = |element: &&Element| element.name != "base";
    let links = page.elements.iter().filter(is_link);
    let links = links.flat_map(|element| ["href", "src"].into_iter().filter_map(|name| element.attribute(name)));
    let away = |link: &&str| !["https:", "http:", "mailto:"].iter().any(|scheme| link.starts_with(scheme));
    links.filter(away).map(|link| resolved(base, link)).collect()
}

fn resolved(base: &str, link: &str) -> (String, Option<String>) {
    let (link, anchor) = link.split_once('#').map_or((link, None), |(link, anchor)| (link, Some(decoded(anchor))));
    let link = link.split('?').next().unwrap_or_default();
    if link.is_empty() {
        return (base.to_owned(), anchor);
    }
    if link.starts_with('/') {
        return (link.to_owned(), anchor);
    }
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    (parts.join("/"), anchor)
}
