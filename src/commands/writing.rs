//! Every route of a site, rendered in parallel and put into a folder whole.

use std::path::Path;

use super::export::{script, write_export};
use super::load::Loaded;
use super::progress::Progress;
use super::theme::ThemeFiles;
use crate::io::{Failure, Plan, Published, Publisher};
use crate::pages::{self, Page, Route};
use crate::render::{self, Theme};
use crate::text::{Diagnostic, Severity, parallel};

/// A site that stands.
#[derive(Debug)]
pub struct Written {
    /// What was done to the folder.
    pub published: Published,
    /// The files of the project that were copied: path in the project, and in the folder.
    pub copied: Vec<(String, String)>,
}

/// What was written; or why nothing was, where the theme or the content does not allow a site.
pub type Built = Result<Written, Vec<Diagnostic>>;

/// The same as two things.
pub fn told(built: Built) -> (Option<Written>, Vec<Diagnostic>) {
    match built {
        Ok(written) => (Some(written), Vec::new()),
        Err(faults) => (None, faults),
    }
}

/// Writes the site of a project with the theme's own files.
///
/// # Errors
/// Where the machine cannot read a file that is copied, or not write the folder.
pub fn write_site(loaded: &Loaded, own: Result<ThemeFiles, Diagnostic>, out: &Path) -> Result<Built, Failure> {
    let speaking = |theme: Theme| theme.speaking(&loaded.site.settings.words);
    let theme = match own.and_then(|files| Theme::new(&files)).map(speaking) {
        Ok(theme) => theme,
        Err(fault) => return Ok(Err(vec![fault])),
    };
    let routes = pages::routes(&loaded.site);
    let paths = routes.iter().map(|route| route.path(&loaded.site.ladder));
    let paths = paths.chain(theme.files().iter().map(|file| file.path.clone()));
    let plan = match Plan::new(paths) {
        Ok(plan) => plan,
        Err(clash) => return Ok(Err(vec![collision(&clash)])),
    };
    let publisher = Publisher::open(out, plan)?;
    for file in theme.files() {
        publisher.write(&file.path, &file.bytes)?;
    }
    let faults = rendered(loaded, &theme, (&routes, &publisher))?;
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let published = publisher.finish()?;
    Ok(Ok(Written { published, copied: copied(loaded, routes) }))
}

fn copied(loaded: &Loaded, routes: Vec<Route>) -> Vec<(String, String)> {
    let of_asset = |route: Route| {
        let copy = route.path(&loaded.site.ladder);
        if let Route::Asset(path) = route { Some((path, copy)) } else { None }
    };
    routes.into_iter().filter_map(of_asset).collect()
}

fn collision(clash: &str) -> Diagnostic {
    let help = "give one of the documents, tracks or levels another title";
    Diagnostic::without_place("path-collision", Severity::Error, clash).help(help)
}

/// Renders and stages every route on all cores; gives what templates could not do.
fn rendered(
    loaded: &Loaded,
    theme: &Theme,
    (routes, publisher): (&[Route], &Publisher),
) -> Result<Vec<Diagnostic>, Failure> {
    let progress = Progress::new("pages", routes.len());
    let one = |route: &Route| {
        let fault = publish(loaded, theme, (route, publisher));
        progress.tick();
        fault
    };
    // The longest work is begun first, so that no core waits for it in the end.
    let (long, short): (Vec<&Route>, Vec<&Route>) = routes.iter().partition(|route| route.is_long());
    let (first, faults) =
        parallel::both(|| parallel::map(&long, |route| one(route)), || parallel::map(&short, |route| one(route)));
    let faults: Result<Vec<Option<Diagnostic>>, Failure> = first.into_iter().chain(faults).collect();
    Ok(faults?.into_iter().flatten().collect())
}

fn publish(
    loaded: &Loaded,
    theme: &Theme,
    (route, publisher): (&Route, &Publisher),
) -> Result<Option<Diagnostic>, Failure> {
    let path = route.path(&loaded.site.ladder);
    match pages::page(&loaded.site, route) {
        Page::View(view) => match render::render(theme, &view) {
            Ok(bytes) => publisher.write(&path, &bytes)?,
            Err(fault) => return Ok(Some(fault)),
        },
        Page::Data(name, data) => publisher.write(&path, &script(&name, &data)?)?,
        Page::Export => {
            let mut draft = publisher.draft(&path)?;
            write_export(&loaded.site, &mut draft).map_err(Failure::of("write", Path::new(&path)))?;
            draft.finish()?;
        }
        Page::Text(words) => publisher.write(&path, words.as_bytes())?,
        Page::Copy(asset) => {
            let file = loaded.assets.get(&asset).cloned().unwrap_or_else(|| loaded.folder.join(&asset));
            publisher.copy(&path, &file)?;
        }
    }
    Ok(None)
}
