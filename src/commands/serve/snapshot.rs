//! One state of the site: immutable, so that a request sees nothing of the next. A file of it is made when it is asked
//! for.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::export::{compact, script};
use super::super::load::Loaded;
use super::super::theme::ThemeFiles;
use super::findings::Findings;
use crate::io::{Address, Failure, Plan, read_within};
use crate::pages::{self, Page, Route};
use crate::render::{self, Theme};
use crate::text::{Diagnostic, Severity};

/// A site that can be served.
#[derive(Debug)]
pub struct Snapshot {
    pub loaded: Arc<Loaded>,
    pub theme: Arc<Theme>,
    pub theme_files: Arc<ThemeFiles>,
    files: HashMap<String, Target>,
    /// Where the site stands on its host: `ladders/`, or nothing.
    pub base: String,
}

#[derive(Clone, PartialEq, Debug)]
enum Target {
    Route(Route),
    /// The number of a file of the theme.
    Theme(usize),
}

/// Why a file is not there.
#[derive(Debug)]
pub enum Absent {
    Missing,
    Template(Findings),
    Machine(Failure),
}

impl Snapshot {
    /// # Errors
    /// Where two pages would be one file: `build` refuses such a site too.
    pub fn new(loaded: Arc<Loaded>, (theme, theme_files): (Arc<Theme>, Arc<ThemeFiles>)) -> Result<Self, Diagnostic> {
        let ladder = &loaded.site.ladder;
        let routes = pages::routes(&loaded.site).into_iter().map(|route| (route.path(ladder), Target::Route(route)));
        let own = theme.files().iter().enumerate().map(|(index, file)| (file.path.clone(), Target::Theme(index)));
        let files: Vec<(String, Target)> = routes.chain(own).collect();
        Plan::new(files.iter().map(|(path, _)| path.clone())).map_err(|clash| {
            let help = "give one of the documents, tracks or levels another title";
            Diagnostic::without_place("path-collision", Severity::Error, clash).help(help)
        })?;
        let base = base(loaded.site.settings.base_url.as_deref());
        Ok(Self { files: files.into_iter().collect(), base, loaded, theme, theme_files })
    }

    /// Whether there is a file at a path from the root of the site.
    pub fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Makes a file.
    ///
    /// # Errors
    /// Where there is none, or it cannot be made.
    pub fn file(&self, path: &str) -> Result<Vec<u8>, Absent> {
        match self.files.get(path).ok_or(Absent::Missing)? {
            Target::Theme(index) => {
                self.theme.files().get(*index).map(|file| file.bytes.clone()).ok_or(Absent::Missing)
            }
            Target::Route(route) => self.page(route),
        }
    }

    fn page(&self, route: &Route) -> Result<Vec<u8>, Absent> {
        match pages::page(&self.loaded.site, route) {
            Page::View(view) => {
                render::render(&self.theme, &view).map_err(|fault| Absent::Template(self.placed(fault)))
            }
            Page::Data(name, data) => script(&name, &data).map_err(Absent::Machine),
            Page::Export => compact(&self.loaded.site).map_err(Absent::Machine),
            Page::Text(words) => Ok(words.into_bytes()),
            Page::Copy(asset) => {
                let file = self.loaded.assets.get(&asset).cloned().unwrap_or_else(|| self.loaded.folder.join(&asset));
                read_within(&self.loaded.folder, &file).map_err(Absent::Machine)
            }
        }
    }

    fn placed(&self, fault: Diagnostic) -> Findings {
        Findings::of_template(fault, &self.theme_files, &theme_folder(&self.loaded))
    }

    /// What is wrong with the templates of this site: one page of each kind is made, since most faults of a template
    /// show on any page. What only another page shows is told when that is asked for.
    pub fn trial(&self) -> Option<Findings> {
        let mut kinds = std::collections::HashSet::new();
        let routes = self.files.values().filter_map(|target| match target {
            Target::Route(route) => Some(route),
            Target::Theme(_) => None,
        });
        let mut first: Vec<&Route> = routes.filter(|route| kinds.insert(std::mem::discriminant(*route))).collect();
        first.sort();
        let views = first.into_iter().filter(|route| route.is_page());
        views.map(|route| self.page(route)).find_map(|made| match made {
            Err(Absent::Template(findings)) => Some(findings),
            Ok(_) | Err(Absent::Missing | Absent::Machine(_)) => None,
        })
    }
}

/// The folder of the project's own theme, in the project.
pub fn theme_folder(loaded: &Loaded) -> String {
    match &loaded.config.theme {
        Some(name) => format!("themes/{}", name.value),
        None => "themes".to_owned(),
    }
}

/// The path of the address that the site will have, with a slash at its end.
fn base(url: Option<&str>) -> String {
    let path = url.and_then(|url| url.split_once("://")).and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    let path = path.and_then(Address::read).map(|address| address.path().trim_end_matches('/').to_owned());
    match path {
        Some(path) if !path.is_empty() => path + "/",
        Some(_) | None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn the_base_is_the_path_of_the_address() {
        for (url, expected) in [
            (None, ""),
            (Some("https://example.org"), ""),
            (Some("https://example.org/"), ""),
            (Some("https://example.org/ladders/"), "ladders/"),
            (Some("https://example.org/our%20team/ladders/"), "our team/ladders/"),
            (Some("https://example.org/../x/"), ""),
        ] {
            assert_eq!(base(url), expected, "{url:?}");
        }
    }
}
