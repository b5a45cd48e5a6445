//! `serve`: the site as it would be built, in the browser, while it is written.
//!
//! ```text
//! files ──io::watch──▶ workshop ──Snapshot──▶ preview ──io::server──▶ pages on request, events to open pages
//! ```
//!
//! A request is answered from one immutable [`snapshot`], whatever is being made meanwhile; a page is made when it is
//! asked for. Nothing is written to disk.

mod adviser;
mod findings;
mod inject;
mod nothing;
mod preview;
mod problem;
mod respond;
mod snapshot;
mod told;
mod workshop;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::arguments::ServeArguments;
use super::terminal::{prefix, say};
use super::{Ended, Outcome};
use crate::io::{Failure, Front, Means, Port, Streams, Watch, Woken, encoded, listen, on_interrupt, open_browser};
use crate::text::{Diagnostic, Severity, fingerprint};
use adviser::{Adviser, Word};
use findings::Findings;
use preview::Preview;
use workshop::{Made, Workshop};

/// The first port that is tried where none is asked for.
const PORT: u16 = 4000;

/// Runs the command.
///
/// # Errors
/// Where the folder cannot be read at the start, or there is no port.
pub fn serve(arguments: &ServeArguments) -> Ended {
    let wanted = arguments.port.map_or(Port::From(PORT), Port::Exactly);
    let listener = listen(&arguments.host, wanted)?;
    let port = listener.local_addr().map_err(Failure::of("listen on", Path::new(&arguments.host)))?.port();
    let means = if arguments.poll { Means::Polled } else { Means::Told };
    // Watching begins before reading, so that nothing that is saved meanwhile is missed.
    let watch = Watch::new(&arguments.folder, means)?;
    on_interrupt(watch.stopper())?;
    let streams = Arc::new(Streams::default());
    let preview = Arc::new(Preview::new(Arc::clone(&streams), boot(), prefix(&arguments.folder)));
    let mut desk = Desk::new(&arguments.folder, watch, Arc::clone(&preview));
    desk.open()?;
    let answering = Arc::clone(&preview);
    let answer = move |asked: &_| respond::respond(&answering, asked);
    let front = Front::start((listener, &arguments.host), streams, answer)?;
    greet(arguments, &front, &address(&arguments.host, port, &preview))?;
    if arguments.port.is_none() && port != PORT {
        say(&format!("port {PORT} is in use by another program; this is the next free one\n"));
    }
    desk.work();
    Ok(Outcome::Fine)
}

/// A word that no other run has, so that pages know that the server is another one.
fn boot() -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    fingerprint(format!("{}.{}", std::process::id(), now.as_nanos()).as_bytes())
}

/// Where the site is to be looked at.
fn address(host: &str, port: u16, preview: &Preview) -> String {
    let name = match host {
        "127.0.0.1" | "::1" | "0.0.0.0" | "::" => "localhost".to_owned(),
        host if host.contains(':') && !host.starts_with('[') => format!("[{host}]"),
        host => host.to_owned(),
    };
    let base = preview.state().snapshot.map(|snapshot| encoded(&snapshot.base)).unwrap_or_default();
    format!("http://{name}:{port}/{base}")
}

fn greet(arguments: &ServeArguments, front: &Front, address: &str) -> Result<(), Failure> {
    super::terminal::product(&format!("{address}\n"))?;
    say("pages change as you save; Ctrl-C ends the preview\n");
    if front.is_everywhere() {
        let host = &arguments.host;
        say(&format!(
            "\u{1b}[1m\u{1b}[33mwarning\u{1b}[0m: `--host {host}` lets other machines read everything that is served\n"
        ));
    }
    if arguments.open
        && let Err(failure) = open_browser(address)
    {
        say(&format!("{failure}; open the address yourself\n"));
    }
    Ok(())
}

/// Where the next site is made whenever something was saved.
struct Desk {
    watch: Watch,
    workshop: Workshop,
    preview: Arc<Preview>,
    adviser: Adviser,
    /// What has changed since the site that is shown was read.
    changed: BTreeSet<PathBuf>,
}

/// What was read while something was being written may be half of it and is read again, for as long as this; then it is
/// shown anyway.
const PATIENCE: Duration = Duration::from_millis(250);
/// How long is waited for the other half.
const QUIET: Duration = Duration::from_millis(40);
/// After the machine refused something, it is asked again.
const AGAIN: Duration = Duration::from_millis(500);

impl Desk {
    fn new(folder: &Path, watch: Watch, preview: Arc<Preview>) -> Self {
        let workshop = Workshop::new(folder);
        let adviser = Adviser::of(Arc::clone(&preview));
        Self { watch, workshop, preview, adviser, changed: BTreeSet::new() }
    }

    /// Makes the first site.
    fn open(&mut self) -> Result<(), Failure> {
        let fresh = self.workshop.read()?;
        let made = self.workshop.make(fresh)?;
        self.show(made);
        Ok(())
    }

    /// Makes a site after every change, until the end.
    fn work(&mut self) {
        let (mut since, mut patience) = (None, None);
        loop {
            match self.watch.wait(patience) {
                Woken::Stopped => return,
                Woken::Nothing => {}
                Woken::Changed(paths) => self.changed.extend(paths),
            }
            let began = *since.get_or_insert_with(Instant::now);
            let fresh = self.workshop.read();
            let doubtful = self.watch.has_changed() || fresh.as_ref().is_ok_and(|fresh| self.workshop.doubts(fresh));
            if doubtful && began.elapsed() < PATIENCE {
                patience = Some(QUIET);
                continue;
            }
            since = None;
            let made = fresh.and_then(|fresh| self.workshop.make(fresh));
            patience = made.is_err().then_some(AGAIN);
            match made {
                Ok(made) => self.show(made),
                Err(failure) => self.keep(refused(&failure)),
            }
        }
    }

    fn show(&mut self, made: Made) {
        let changed = std::mem::take(&mut self.changed);
        match made {
            Made::Same => {
                let assets = self.assets(&changed);
                if !assets.is_empty() {
                    self.preview.touch(&assets);
                }
            }
            Made::Nothing(findings) => self.keep(findings),
            Made::Site(snapshot) => {
                let assets = self.assets(&changed);
                let loaded = Arc::clone(&snapshot.loaded);
                let gone = self.preview.show(*snapshot, &assets);
                self.adviser.tell(Word::Site(loaded, gone));
            }
        }
    }

    /// Goes on showing what is shown.
    fn keep(&self, findings: Findings) {
        self.preview.keep(&findings);
        self.adviser.tell(Word::Findings(findings));
    }

    /// The addresses of files that are copied as they are and were changed.
    fn assets(&self, changed: &BTreeSet<PathBuf>) -> Vec<String> {
        let Some(snapshot) = self.preview.state().snapshot else { return Vec::new() };
        let below = changed.iter().filter_map(|path| path.strip_prefix(self.watch.folder()).ok());
        let paths = below.map(|path| format!("assets/files/{}", path.to_string_lossy().replace('\\', "/")));
        paths.filter(|path| snapshot.holds(path)).map(|path| format!("/{}{path}", snapshot.base)).collect()
    }
}

fn refused(failure: &Failure) -> Findings {
    let fault = Diagnostic::without_place("machine", Severity::Error, failure.to_string());
    Findings { list: vec![fault], ..Findings::default() }
}
