//! The stages without a disk: sources from memory become pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use ladder_site::parse::{self, Declared};
use ladder_site::render::Theme;
use ladder_site::resolve::Ladder;
use ladder_site::text::{Diagnostic, Source, Sources};
use ladder_site::{check, model, pages, render, resolve};

/// Everything that the stages make of some sources.
pub struct Made {
    pub ladder: Ladder,
    pub diagnostics: Vec<Diagnostic>,
    pub sources: Sources,
}

/// Reads documents, path and text, into a ladder.
pub fn made(documents: &[(String, String)]) -> Made {
    let sources = documents.iter().map(|(path, text)| Source::new(path.clone(), text.trim_start_matches('\u{feff}')));
    let sources = Sources::new("", sources.collect());
    let parsed = sources.iter().map(|(file, source)| parse::document(file, source, &Declared::default()));
    let (documents, diagnostics): (Vec<_>, Vec<_>) = parsed.unzip();
    let mut diagnostics: Vec<Diagnostic> = diagnostics.into_iter().flatten().collect();
    let (framework, doubts) = model::framework(&documents, &sources);
    let project = resolve::Project { sources: &sources, assets: &BTreeSet::new() };
    let (ladder, problems) = resolve::ladder(framework, project);
    diagnostics.extend(doubts);
    diagnostics.extend(problems);
    diagnostics.extend(check::advice(&ladder, &sources, check::Taste::Style));
    let diagnostics = check::allowed(diagnostics, &sources);
    Made { ladder, diagnostics, sources }
}

/// The export of a site.
pub fn exported(made: Made) -> Vec<u8> {
    let site = pages::Site::new(made.ladder, pages::Settings::default(), made.sources);
    serde_json::to_vec(&pages::export(&site)).expect("the export is JSON")
}

/// Every file of a site; what would be copied is empty.
pub fn rendered(made: Made) -> BTreeMap<String, Vec<u8>> {
    static THEME: OnceLock<Theme> = OnceLock::new();
    let theme = THEME.get_or_init(|| Theme::new(&BTreeMap::new()).expect("the default theme can be read"));
    let site = pages::Site::new(made.ladder, pages::Settings::default(), made.sources);
    let own = theme.files().iter().map(|file| (file.path.clone(), file.bytes.clone()));
    let mut files: BTreeMap<String, Vec<u8>> = own.collect();
    for route in pages::routes(&site) {
        let bytes = match pages::page(&site, &route) {
            pages::Page::View(view) => render::render(theme, &view).expect("the default theme shows every page"),
            pages::Page::Export => serde_json::to_vec(&pages::export(&site)).expect("the export is JSON"),
            pages::Page::Data(_, data) => serde_json::to_vec(&data).expect("data is JSON"),
            pages::Page::Text(_) | pages::Page::Copy(_) => Vec::new(),
        };
        files.insert(route.path(&site.ladder), bytes);
    }
    files
}
