//! What pages say about a small orchard.

pub(crate) mod orchard;
mod texts;

use std::collections::BTreeSet;

use super::{Page, Site, View, page, routes};
use orchard::{ORCHARD, site};

fn view(site: &Site, path: &str) -> View {
    let route = routes(site).into_iter().find(|route| route.path(&site.ladder) == path);
    match page(site, &route.unwrap_or_else(|| panic!("no page at `{path}`"))) {
        Page::View(view) => view,
        other @ (Page::Export | Page::Data(..) | Page::Text(_) | Page::Copy(_)) => {
            panic!("no view at `{path}`: {other:?}")
        }
    }
}

#[test]
fn every_file_has_an_address_of_its_own() {
    let site = site(ORCHARD);
    let paths: Vec<String> = routes(&site).iter().map(|route| route.path(&site.ladder)).collect();
    assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len());
    for path in [
        "index.html",
        "grower/index.html",
        "grower/level-2.html",
        "foreman/level-1.html",
        "compare/index.html",
        "compare/grower/foreman.html",
        "move/grower.level-1/grower.level-2.html",
        "dimensions/trees.html",
        "ladder.json",
    ] {
        assert!(paths.iter().any(|known| known == path), "{path}");
    }
}

#[test]
fn a_level_tells_what_is_new_raised_and_carried_on() {
    let View::Level(level) = view(&site(ORCHARD), "grower/level-2.html") else { panic!("a level") };
    let counts = level.counts;
    assert_eq!((counts.new, counts.raised, counts.carried, counts.restated), (1, 1, 2, 1));
    let raised = level.raised.as_str();
    for part in [
        "<li id=\"waters-a-whole-row-of-trees\" class=\"raises\">Waters <ins>a whole row of trees</ins> every day. <a ",
        "<summary>Was at Level 1",
        "<p>Waters <del>one young tree</del> every day.</p>",
        "<a href=\"level-1.html#waters-one-young-tree-every-day\">Level 1</a>",
    ] {
        assert!(raised.contains(part), "{part} in {raised}");
    }
    let carried = "<summary>From Level 1 <span class=\"count\">1</span></summary>\n<ul class=\"lines kept\">\n\
        <li><a href=\"level-1.html#asks-for-help-early\">Asks for help early.</a>\n</ul>";
    assert!(level.carried.origins.as_str().contains(carried), "{}", level.carried.origins.as_str());
}

#[test]
fn a_comparison_puts_what_both_ask_first() {
    let View::Compare(compared) = view(&site(ORCHARD), "compare/grower/foreman.html") else { panic!("a comparison") };
    let row = compared.rows.iter().find(|row| row.left.is_some() && row.right.is_some()).unwrap();
    assert_eq!((row.shared.count, row.exact), (1, 1));
    assert_eq!(row.left.as_ref().unwrap().only, 1);
    assert_eq!(row.left.as_ref().unwrap().anchor, "grower.level-3");
}

#[test]
fn a_move_up_keeps_what_is_carried_on_and_releases_nothing() {
    let View::Move(up) = view(&site(ORCHARD), "move/grower.level-1/grower.level-2.html") else { panic!("a move") };
    assert_eq!((up.gained_count, up.raised.count, up.kept_count, up.released_count), (1, 1, 2, 0));
}

#[test]
fn links_that_lead_nowhere_become_their_text_and_their_target() {
    let View::Guidance(page) = view(&site(ORCHARD), "how-to-read-this.html") else { panic!("guidance") };
    let text = page.text.as_str();
    assert!(text.contains("<a href=\"mailto:trees@example.org\">mail</a>"), "{text}");
    assert!(text.contains("hole <span class=\"unresolved\">(nowhere.md)</span>"), "{text}");
    assert!(text.contains("<a href=\"https://example.org/a.png\">a far picture</a>"), "{text}");
}
