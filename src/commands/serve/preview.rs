//! What the preview shows at this moment: the last good site, and what is wrong with the newest one.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use serde::Serialize;

use super::super::export::line;
use super::findings::Findings;
use super::problem::{Problem, problems};
use super::snapshot::Snapshot;
use super::told::Told;
use crate::io::Streams;

/// Shared by everyone who answers.
#[derive(Debug)]
pub struct Preview {
    state: RwLock<State>,
    streams: Arc<Streams>,
    told: Mutex<Told>,
    /// Different for every run.
    boot: String,
    /// The folder as the terminal shows it.
    prefix: String,
}

#[derive(Clone, Debug, Default)]
pub struct State {
    /// The last good site; none where there never was one.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The one before it: for a page whose template fails only on it.
    pub earlier: Option<Arc<Snapshot>>,
    /// Counts the sites.
    pub build: u64,
    problems: Vec<Problem>,
    /// What failed while a page was made, until the next site.
    late: Vec<Problem>,
    /// The same, as the terminal shows it.
    late_lines: Vec<String>,
}

impl State {
    /// What is wrong now, instead of what was.
    fn have(&mut self, problems: Vec<Problem>) {
        self.problems = problems;
        self.late.clear();
        self.late_lines.clear();
    }
}

/// What open pages are told.
#[derive(Serialize, Debug)]
struct Event<'a> {
    boot: &'a str,
    build: String,
    problems: Vec<&'a Problem>,
    /// Addresses of files that were changed and keep their names.
    assets: &'a [String],
}

impl Preview {
    pub fn new(streams: Arc<Streams>, boot: String, prefix: String) -> Self {
        Self { state: RwLock::default(), streams, told: Mutex::default(), boot, prefix }
    }

    /// What is shown now. It stays what it is, whatever comes next.
    pub fn state(&self) -> State {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Different for every run of the program.
    pub fn boot(&self) -> &str {
        &self.boot
    }

    /// Shows another site, with the errors in it, and gives the one that is shown no more: freeing it takes a while. The
    /// terminal is not told.
    pub fn show(&self, snapshot: Snapshot, assets: &[String]) -> Option<Arc<Snapshot>> {
        let site = &snapshot.loaded.site;
        let problems = problems(&site.sources, &self.prefix, &snapshot.loaded.diagnostics);
        let mut gone = None;
        let shown = self.change(|state| {
            gone = state.earlier.take();
            state.earlier = state.snapshot.replace(Arc::new(snapshot));
            state.build += 1;
            state.have(problems);
        });
        self.publish(&shown, assets);
        gone
    }

    /// Tells that files were changed that keep their names.
    pub fn touch(&self, assets: &[String]) {
        let state = self.change(|state| state.build += 1);
        self.publish(&state, assets);
    }

    /// Goes on showing the site that is shown, and says why on open pages. The terminal is not told.
    pub fn keep(&self, findings: &Findings) {
        let kept = self.change(|state| {
            state.have(findings.problems(&self.prefix));
        });
        self.publish(&kept, &[]);
    }

    /// A page could not be made although its site was thought to be good.
    pub fn late(&self, findings: &Findings) {
        let problems = findings.problems(&self.prefix);
        if problems.iter().all(|problem| self.state().late.contains(problem)) {
            return;
        }
        let lines = findings.printed(&self.prefix);
        let state = self.change(|state| {
            state.late.extend(problems.iter().filter(|it| !state.late.contains(it)).cloned().collect::<Vec<_>>());
            state.late_lines.extend(lines.iter().cloned());
        });
        self.publish(&state, &[]);
        self.told.lock().unwrap_or_else(PoisonError::into_inner).more(lines);
    }

    fn change(&self, change: impl FnOnce(&mut State)) -> State {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut state);
        state.clone()
    }

    fn publish(&self, state: &State, assets: &[String]) {
        let problems = state.problems.iter().chain(&state.late).collect();
        let event = Event { boot: &self.boot, build: state.build.to_string(), problems, assets };
        // An event holds only words and numbers: there is nothing in it that JSON could not say.
        if let Ok(text) = line(&event) {
            self.streams.send(&text);
        }
    }

    /// Tells the terminal some of what is wrong, before the rest is known.
    pub fn more(&self, findings: &Findings) {
        if !findings.list.is_empty() {
            let lines = findings.printed(&self.prefix);
            self.told.lock().unwrap_or_else(PoisonError::into_inner).more(lines);
        }
    }

    /// Tells the terminal everything that is wrong with what is shown.
    pub fn tell(&self, findings: &Findings) {
        let mut lines = findings.printed(&self.prefix);
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        // A page may have failed since the site was shown.
        lines.extend(self.state().late_lines);
        told.tell(lines);
    }
}
