//! Files → the next site to show, with as little work as the change asks for.

use std::path::Path;
use std::sync::Arc;

use super::super::load::{Fresh, Loaded};
use super::super::loads::Loads;
use super::super::theme::{ThemeFiles, own_files};
use super::findings::Findings;
use super::snapshot::{Snapshot, theme_folder};
use crate::io::Failure;
use crate::render::Theme;
use crate::text::Diagnostic;

/// What the last site was made from.
#[derive(Debug)]
pub struct Workshop {
    loads: Loads,
    theme: Option<Theming>,
    /// The theme with which a site was made.
    tried: Option<Arc<Theme>>,
}

/// What came out.
#[derive(Debug)]
pub enum Made {
    /// Everything is as it was.
    Same,
    /// A site; what is wrong with it can be asked of it.
    Site(Box<Snapshot>),
    /// No site, and why.
    Nothing(Findings),
}

impl Workshop {
    pub fn new(folder: &Path) -> Self {
        Self { loads: Loads::of(folder), theme: None, tried: None }
    }

    /// Reads what there is to read.
    ///
    /// # Errors
    /// Where the machine cannot read something; the next site is then made from the beginning.
    pub fn read(&mut self) -> Result<Fresh, Failure> {
        let fresh = self.loads.read();
        self.unless_refused(fresh)
    }

    /// Whether what was read may be half of what is being written.
    pub fn doubts(&self, fresh: &Fresh) -> bool {
        self.loads.doubts(fresh)
    }

    /// Makes a site of what was read.
    ///
    /// # Errors
    /// As [`Workshop::read`].
    pub fn make(&mut self, fresh: Fresh) -> Result<Made, Failure> {
        let made = self.next(fresh);
        self.unless_refused(made)
    }

    fn unless_refused<T>(&mut self, done: Result<T, Failure>) -> Result<T, Failure> {
        if done.is_err() {
            self.loads.forget();
            self.theme = None;
        }
        done
    }

    fn next(&mut self, fresh: Fresh) -> Result<Made, Failure> {
        let last = self.loads.last().cloned();
        let loaded = self.loads.load(fresh);
        let is_same = last.is_some_and(|last| Arc::ptr_eq(&last, &loaded));
        let files = match own_files(&loaded)? {
            Ok(files) => files,
            Err(fault) => return Ok(Made::Nothing(with(Findings::of(&loaded), fault))),
        };
        match &self.theme {
            Some((_, known)) if **known == files && is_same => return Ok(Made::Same),
            Some((theme, known)) if **known == files && theme.speaks(&loaded.site.settings.words) => {}
            Some(_) | None => match compiled(files, &loaded) {
                Ok(theme) => self.theme = Some(theme),
                Err(findings) => {
                    self.theme = None;
                    return Ok(Made::Nothing(findings));
                }
            },
        }
        Ok(self.site(&loaded))
    }

    fn site(&mut self, loaded: &Arc<Loaded>) -> Made {
        let Some(theme) = self.theme.clone().filter(|_| loaded.has_documents) else {
            return Made::Nothing(Findings::of(loaded));
        };
        let snapshot = match Snapshot::new(Arc::clone(loaded), theme) {
            Ok(snapshot) => snapshot,
            Err(fault) => return Made::Nothing(with(Findings::of(loaded), fault)),
        };
        if let Some(fault) = self.untried().then(|| snapshot.trial()).flatten() {
            self.theme = None;
            return Made::Nothing(fault);
        }
        self.tried = self.theme.as_ref().map(|(theme, _)| Arc::clone(theme));
        Made::Site(Box::new(snapshot))
    }

    /// Whether no site was made with this theme before.
    fn untried(&self) -> bool {
        let theme = self.theme.as_ref().map(|(theme, _)| theme);
        !theme.is_some_and(|theme| self.tried.as_ref().is_some_and(|tried| Arc::ptr_eq(theme, tried)))
    }
}

type Theming = (Arc<Theme>, Arc<ThemeFiles>);

fn compiled(files: ThemeFiles, loaded: &Loaded) -> Result<Theming, Findings> {
    match Theme::new(&files) {
        Ok(theme) => Ok((Arc::new(theme.speaking(&loaded.site.settings.words)), Arc::new(files))),
        Err(fault) => Err(Findings::of_template(fault, &files, &theme_folder(loaded))),
    }
}

fn with(mut findings: Findings, fault: Diagnostic) -> Findings {
    findings.list.push(fault);
    findings
}
