//! `build`: every route of a project, rendered in parallel and published whole.

use std::path::Path;
use std::time::Instant;

use super::arguments::BuildArguments;
use super::export::{script, write_export};
use super::load::{Loaded, Strictness, load, with_slash};
use super::origin::Origin;
use super::progress::Progress;
use super::theme::theme;
use super::{Ended, Outcome, terminal};
use crate::io::{Failure, Plan, Published, Publisher};
use crate::pages::{self, Page, Route};
use crate::render::{self, Theme};
use crate::text::{Diagnostic, Severity, parallel};

/// Runs the command.
///
/// # Errors
/// Where the folder cannot be read or the output folder not be written.
pub fn build(arguments: &BuildArguments) -> Ended {
    let started = Instant::now();
    let out = arguments.out.clone().unwrap_or_else(|| arguments.folder.join("public"));
    let mut loaded = load(&arguments.folder, Some(&out))?;
    if let Some(url) = &arguments.base_url {
        loaded.site.settings.base_url = Some(with_slash(url));
    }
    let origin = Origin::of(&arguments.folder);
    origin.settle(&mut loaded);
    let published = if loaded.has_documents { site(&mut loaded, &out)? } else { None };
    terminal::findings(&loaded.site.sources, &arguments.folder, &loaded.diagnostics);
    match published {
        Some(published) => {
            origin.remarks(&loaded).iter().for_each(|remark| terminal::say(&format!("note: {remark}\n")));
            terminal::product(&closing(published, &out, started))?;
        }
        None => terminal::say(&format!("nothing is written; `{}` is as it was\n", out.display())),
    }
    Ok(match published {
        Some(_) => loaded.outcome(Strictness::from(arguments.strict)),
        None => Outcome::Content,
    })
}

/// Writes the site; `None` where the theme or the content does not allow one, which is then among the diagnostics.
pub(super) fn site(loaded: &mut Loaded, out: &Path) -> Result<Option<Published>, Failure> {
    let theme = match theme(loaded)? {
        Ok(theme) => theme,
        Err(fault) => return Ok(refused(loaded, vec![fault])),
    };
    let routes = pages::routes(&loaded.site);
    let paths = routes.iter().map(|route| route.path(&loaded.site.ladder));
    let paths = paths.chain(theme.files().iter().map(|file| file.path.clone()));
    let plan = match Plan::new(paths) {
        Ok(plan) => plan,
        Err(clash) => return Ok(refused(loaded, vec![collision(&clash)])),
    };
    let publisher = Publisher::open(out, plan)?;
    for file in theme.files() {
        publisher.write(&file.path, &file.bytes)?;
    }
    let faults = rendered(loaded, &theme, (&routes, &publisher))?;
    if !faults.is_empty() {
        return Ok(refused(loaded, faults));
    }
    publisher.finish().map(Some)
}

fn refused(loaded: &mut Loaded, faults: Vec<Diagnostic>) -> Option<Published> {
    loaded.diagnostics.extend(faults);
    None
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
    let (long, short): (Vec<&Route>, Vec<&Route>) = routes.iter().partition(|route| **route == Route::Export);
    let (first, faults) =
        parallel::both(|| long.into_iter().map(one).collect::<Vec<_>>(), || parallel::map(&short, |route| one(route)));
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

/// What was written, where, and how long it took.
fn closing(published: Published, out: &Path, started: Instant) -> String {
    let Published { written, unchanged, removed } = published;
    let changes = match (written, removed) {
        (0, 0) => "nothing changed".to_owned(),
        (_, 0) => format!("{written} written, {unchanged} unchanged"),
        _ => format!("{written} written, {unchanged} unchanged, {removed} removed"),
    };
    let files = written + unchanged;
    format!("{files} files in `{}`: {changes}, in {:.2} s\n", out.display(), started.elapsed().as_secs_f64())
}
