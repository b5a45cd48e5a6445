//! What every page carries: its title, its way back, the menu of the site.

use serde::Serialize;

use super::carried::in_style;
use super::here::Here;
use super::words::{Word, Words, is_english};
use super::{Route, address};

/// Around every page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Frame {
    /// A BCP 47 tag.
    pub language: String,
    /// `rtl` where that language is written from the right, else `ltr`.
    pub direction: &'static str,
    /// `→` and where it points in that language.
    pub arrow: &'static str,
    /// The attribute that says that words of the interface are English, where the page is in another language.
    pub spoken: &'static str,
    /// What a style sheet reads out for the signs of lines; nothing where that is English.
    pub signs: Option<String>,
    /// The title of the site.
    pub site: String,
    /// The title of the page.
    pub title: String,
    /// What leads from the page to the root of the site: nothing, `../` or `../../`.
    pub root: &'static str,
    pub home: String,
    /// The one address by which search engines are to know the page; `None` where that of the site is not known.
    pub canonical: Option<String>,
    /// The path from which links of this page are to be followed, where that is not the page's own: a host shows
    /// `404.html` at any address.
    pub base: Option<String>,
    /// From the outermost page to the one above this.
    pub crumbs: Vec<Link>,
    pub menu: Vec<MenuItem>,
}

/// A name that leads somewhere.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Link {
    pub name: String,
    pub href: String,
}

/// One entry of the menu; `current` where the page belongs to it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MenuItem {
    pub name: String,
    pub href: String,
    pub current: bool,
}

impl Link {
    pub(super) fn new(name: impl Into<String>, href: String) -> Self {
        Self { name: name.into(), href }
    }
}

impl Frame {
    /// The frame of a page with this title, below these pages.
    pub(super) fn new(here: &Here, title: impl Into<String>, crumbs: Vec<Link>) -> Self {
        let site = here.site;
        let language = site.settings.language.as_deref().unwrap_or("en");
        let direction = direction(language);
        let speaks_english = here.say().is_english();
        Self {
            arrow: if direction == "rtl" { "←" } else { "→" },
            spoken: if speaks_english && !is_english(language) { " lang=\"en\"" } else { "" },
            signs: (!speaks_english).then(|| signs(here.say())),
            direction,
            language: language.to_owned(),
            site: here.title(&site.ladder.title).to_owned(),
            title: title.into(),
            root: here.root(),
            home: here.href(&Route::Home),
            canonical: canonical(here),
            base: here.is_not_found().then(|| address::path_of(site.settings.base_url.as_deref())),
            crumbs,
            menu: menu(here),
        }
    }
}

fn canonical(here: &Here) -> Option<String> {
    let base = here.site.settings.base_url.as_deref().filter(|_| !here.is_not_found())?;
    Some(address::whole(base, here.path()))
}

/// The words for the signs, as properties of a style.
fn signs(words: &Words) -> String {
    let named =
        [("new", &words.new), ("raised", &words.raised), ("carried", &words.carried), ("released", &words.released)];
    let property = |(name, word): (&str, &Word)| format!("--{name}:'{}: '", in_style(word.as_str()));
    named.map(property).join(";")
}

/// How a language is written, by its tag: its script where the tag names one, else the usual one.
fn direction(tag: &str) -> &'static str {
    const LANGUAGES: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ur", "yi"];
    const SCRIPTS: [&str; 5] = ["adlm", "arab", "hebr", "syrc", "thaa"];
    let tag = tag.to_lowercase();
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let from_the_right = match parts.next().filter(|part| part.len() == 4) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    };
    if from_the_right { "rtl" } else { "ltr" }
}

/// Only what exists.
fn menu(here: &Here) -> Vec<MenuItem> {
    let site = here.site;
    let words = here.say();
    let item = |name: &Word, href, folder: &str| MenuItem {
        name: name.as_str().to_owned(),
        href,
        current: !folder.is_empty() && here.is_in(folder),
    };
    let mut menu = vec![item(&words.tracks, here.anchor(&Route::Home, "tracks_"), "")];
    if site.compares() {
        menu.push(item(&words.compare, here.href(&Route::CompareIndex), "compare/"));
    }
    if !site.ladder.dimensions.is_empty() {
        menu.push(item(&words.dimensions, here.href(&Route::DimensionIndex), "dimensions/"));
    }
    let ladder = &site.ladder;
    let has_guidance = !ladder.guidance.is_empty()
        || !ladder.pages.is_empty()
        || ladder.groups.iter().any(|group| !group.guidance.is_empty());
    if has_guidance {
        menu.push(item(&words.guidance, here.anchor(&Route::Home, "guidance_"), ""));
    }
    menu
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn a_language_tells_how_it_is_written() {
        for tag in ["ar", "fa-IR", "he", "uz-Arab-AF", "pa-Arab"] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["", "en", "de-CH", "az-Latn", "ar-Latn", "ja"] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }
}
