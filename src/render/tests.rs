//! Every page of a small site, written with the default theme and with replaced parts of it.

use std::collections::BTreeMap;

use super::{Theme, render};
use crate::pages::tests::orchard::{ORCHARD, site};
use crate::pages::{Page, Route, Site, View, page, routes};

fn theme(files: &[(&str, &str)]) -> Result<Theme, crate::text::Diagnostic> {
    let files: BTreeMap<_, _> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    Theme::new(&files)
}

fn views(site: &Site) -> Vec<(Route, View)> {
    let view = |route: Route| match page(site, &route) {
        Page::View(view) => Some((route, view)),
        Page::Export | Page::Data(..) | Page::Text(_) | Page::Copy(_) => None,
    };
    routes(site).into_iter().filter_map(view).collect()
}

fn written(site: &Site, theme: &Theme) -> BTreeMap<String, String> {
    let write = |(route, view): (Route, View)| {
        let bytes = render(theme, &view).unwrap_or_else(|error| panic!("{route:?}: {}", error.message));
        (route.path(&site.ladder), String::from_utf8(bytes).unwrap())
    };
    views(site).into_iter().map(write).collect()
}

#[test]
fn every_route_renders_and_every_link_on_it_resolves() {
    let site = site(ORCHARD);
    let pages = written(&site, &theme(&[]).unwrap());
    assert!(pages.len() > 10);
    for (path, text) in &pages {
        for href in hrefs(text) {
            check_link(&pages, path, href);
        }
    }
}

fn hrefs(text: &str) -> impl Iterator<Item = &str> {
    // What `<base>` names is the root of the site, which is no file of it.
    text.split(" href=\"").skip(1).filter(|rest| !rest.starts_with("/\"")).map(|rest| rest.split('"').next().unwrap())
}

fn check_link(pages: &BTreeMap<String, String>, from: &str, href: &str) {
    if href.starts_with("https:") || href.starts_with("mailto:") || href.contains("assets/") {
        return;
    }
    let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
    let mut path: Vec<&str> = from.split('/').collect();
    if !file.is_empty() {
        path.pop();
        for part in file.split('/') {
            if part == ".." { path.pop().map_or((), |_| ()) } else { path.push(part) }
        }
    }
    let target = pages.get(&path.join("/")).unwrap_or_else(|| panic!("{from}: no page for `{href}`"));
    let id = format!("id=\"{anchor}\"");
    assert!(anchor.is_empty() || target.contains(&id), "{from}: no anchor for `{href}`");
}

#[test]
fn nothing_of_the_source_becomes_markup_of_another_kind() {
    let site = site(ORCHARD);
    for (path, text) in written(&site, &theme(&[]).unwrap()) {
        let ours = |script: &str| script.contains(" src=\"") && script.contains("assets/theme/");
        let scripts = text.split("<script").skip(1).map(|rest| rest.split('>').next().unwrap());
        scripts.for_each(|script| assert!(ours(script), "{path}: <script{script}>"));
        assert!(!text.contains("\"javascript:"), "{path}");
        assert!(!text.contains("<img"), "{path}: a picture of another host is a link");
    }
}

#[test]
fn a_replaced_template_can_extend_the_default_one() {
    let site = site(ORCHARD);
    let text = "{% extends \"default/level.html\" %}{% block footer %}<p>ours</p>{% endblock %}";
    let pages = written(&site, &theme(&[("templates/level.html", text)]).unwrap());
    assert!(pages["grower/level-1.html"].contains("<p>ours</p>"));
    assert!(!pages["grower/index.html"].contains("<p>ours</p>"));
}

#[test]
fn a_fault_in_a_template_is_told_with_its_place() {
    let site = site(ORCHARD);
    let check = |text: &str, expected: &str| {
        let made = theme(&[("templates/level.html", text)]).and_then(|theme| {
            let view = views(&site).into_iter().find(|(_, view)| view.template() == "level.html");
            render(&theme, &view.unwrap().1)
        });
        let message = made.unwrap_err().message;
        assert!(message.contains(expected), "{message}");
    };
    check("a\n{{ titel }}", "templates/level.html:2:4: ");
    check("a\n{{ titel }}", "titel");
    check("{% if %}", "templates/level.html:1:");
    check("{{ title | nothing }}", "nothing");
}

#[test]
fn the_name_of_a_file_changes_with_its_contents() {
    let name = |css: &str| {
        let theme = theme(&[("style.css", css)]).unwrap();
        theme.files().iter().find(|file| file.name == "style.css").unwrap().path.clone()
    };
    assert_ne!(name("a{}"), name("b{}"));
    assert_eq!(name("a{}"), name("a{}"));
}
