//! Every page has a title that says something, and one first heading.

use crate::support::page::{Element, Page, page};
use crate::support::site::Built;

/// Pages without one.
pub fn faults(site: &Built) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, html) in site.pages() {
        let page = page(html);
        let titles: Vec<&str> = named(&page, "title").map(|title| title.raw.trim()).collect();
        let says = |title: &&str| title.chars().any(|letter| !letter.is_whitespace() && letter != '·');
        if !titles.first().is_some_and(says) {
            faults.push(format!("{}: {path}: the title says nothing: {titles:?}", site.name));
        }
        let first = named(&page, "h1").count();
        if first != 1 {
            faults.push(format!("{}: {path}: {first} first headings", site.name));
        }
    }
    faults
}

fn named<'a>(page: &'a Page, name: &'static str) -> impl Iterator<Item = &'a Element> {
    page.elements.iter().filter(move |element| element.name == name)
}
