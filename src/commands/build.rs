//! `build`: every route of a project, rendered in parallel and published whole.

use std::path::Path;
use std::time::Instant;

use super::arguments::BuildArguments;
use super::export::{script, write_export};
use super::load::{Loaded, Strictness, load_unadvised, with_slash};
use super::origin::Origin;
use super::progress::Progress;
use super::theme::theme;
use super::{Ended, Outcome, terminal};
use crate::io::{Failure, Plan, Project, Published, Publisher};
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
    let (mut loaded, origin) = loaded(arguments, &out)?;
    // Neither needs the other: what is wrong in the content keeps no page from being written.
    let (found, site) = parallel::both(|| loaded.advised(), || built(&loaded, &out));
    let (published, faults) = told(site?);
    loaded.diagnostics = found.into_iter().chain(faults).collect();
    terminal::findings(&loaded.site.sources, &arguments.folder, &loaded.diagnostics);
    match published {
        Some(published) => {
            origin.remarks(&loaded).iter().for_each(|remark| terminal::say(&format!("note: {remark}\n")));
            terminal::product(&closing(published, &out, started))?;
        }
        None => terminal::say(&format!("nothing is written; `{}` is as it was\n", out.display())),
    }
    let outcome = match published {
        Some(_) => loaded.outcome(Strictness::from(arguments.strict)),
        None => Outcome::Content,
    };
    // The process ends here: the system takes all of it back at once, and faster than it can be given back piece by piece.
    std::mem::forget(loaded);
    Ok(outcome)
}

/// The project without advice, and what git knows of it, which is asked at the same time.
fn loaded(arguments: &BuildArguments, out: &Path) -> Result<(Loaded, Origin), Failure> {
    let project = Project::open(&arguments.folder)?;
    let (loaded, origin) = std::thread::scope(|scope| {
        let origin = scope.spawn(|| Origin::of(&arguments.folder));
        (load_unadvised(&project, Some(out)), origin.join().unwrap_or_default())
    });
    let mut loaded = loaded?;
    if let Some(url) = &arguments.base_url {
        loaded.site.settings.base_url = Some(with_slash(url));
    }
    origin.settle(&mut loaded);
    Ok((loaded, origin))
}

fn built(loaded: &Loaded, out: &Path) -> Result<Built, Failure> {
    if loaded.has_documents { site(loaded, out) } else { Ok(Err(Vec::new())) }
}

/// What was done to the folder; or why nothing was, where the theme or the content does not allow a site.
pub(super) type Built = Result<Published, Vec<Diagnostic>>;

/// The same as two things.
pub(super) fn told(built: Built) -> (Option<Published>, Vec<Diagnostic>) {
    match built {
        Ok(published) => (Some(published), Vec::new()),
        Err(faults) => (None, faults),
    }
}

/// Writes the site.
pub(super) fn site(loaded: &Loaded, out: &Path) -> Result<Built, Failure> {
    let theme = match theme(loaded)? {
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
    publisher.finish().map(Ok)
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
