//! Files that are being changed → the moment at which they are whole. The only module that knows `notify`.
//!
//! In goes a project; out comes, each time something was saved, what it was. Knows how editors save; refuses to know
//! what the files hold. Reads are no changes: a program that reads what it watches would wake itself for ever.
//!
//! Where the system says that a file was closed after writing or renamed into place, it is whole and nothing is waited
//! for. Quiet time is for what gives no such sign ([`quiet`]).

mod noise;
mod quiet;
mod sign;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Failure, record};
use quiet::Quiet;
use sign::signs;

/// Watches the files of a project.
pub struct Watch {
    folder: PathBuf,
    watcher: Box<dyn Watcher + Send>,
    watched: BTreeSet<PathBuf>,
    signals: Receiver<Signal>,
    sender: Sender<Signal>,
    quiet: Quiet,
    stopped: bool,
}

/// How changes are found out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Means {
    /// The system tells.
    Told,
    /// Every file is looked at again and again: for file systems that tell nothing (networks, some containers, WSL).
    Polled,
}

/// What woke the watcher.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Woken {
    /// These files were written, made, moved or removed; they are whole now, or have been quiet for a while.
    Changed(BTreeSet<PathBuf>),
    /// Nothing for as long as one was ready to wait.
    Nothing,
    /// The preview is to end.
    Stopped,
}

enum Signal {
    Event(notify::Result<notify::Event>),
    Stop,
}

/// How often every file is looked at where the system tells nothing.
const POLL: Duration = Duration::from_millis(300);

impl Watch {
    /// Begins to watch. The paths of what has changed are whole, with every link resolved up to the project.
    ///
    /// # Errors
    /// Where the machine cannot.
    pub fn new(folder: &Path, means: Means) -> Result<Self, Failure> {
        let (sender, signals) = channel();
        let watcher = watcher(means, sender.clone()).map_err(|error| failure(folder, &error))?;
        let quiet = Quiet::default();
        let folder = std::fs::canonicalize(folder).map_err(Failure::of("read", folder))?;
        let mut watch = Self { folder, watcher, watched: BTreeSet::new(), signals, sender, quiet, stopped: false };
        watch.follow()?;
        Ok(watch)
    }

    /// The project's folder, as it stands in the paths of what has changed.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A function that ends the watching, from any thread.
    pub fn stopper(&self) -> impl Fn() + Send + 'static {
        let sender = self.sender.clone();
        move || drop(sender.send(Signal::Stop))
    }

    /// Waits until something has changed and is whole; gives up after `patience`, where there is one.
    pub fn wait(&mut self, patience: Option<Duration>) -> Woken {
        let until = patience.map(|patience| Instant::now() + patience);
        loop {
            if self.stopped {
                return Woken::Stopped;
            }
            let now = Instant::now();
            if self.quiet.due().is_some_and(|due| due <= now) {
                return Woken::Changed(self.quiet.take());
            }
            if until.is_some_and(|until| until <= now) {
                return Woken::Nothing;
            }
            let next = [self.quiet.due(), until].into_iter().flatten().min();
            let signal = match next {
                Some(next) => self.signals.recv_timeout(next.saturating_duration_since(now)),
                None => self.signals.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match signal {
                Ok(signal) => self.note(signal),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.stopped = true,
            }
        }
    }

    /// Whether something has changed since the last [`Watch::wait`], so that what was read meanwhile may be half of it.
    pub fn has_changed(&mut self) -> bool {
        while let Ok(signal) = self.signals.try_recv() {
            self.note(signal);
        }
        self.stopped || self.quiet.due().is_some()
    }

    fn note(&mut self, signal: Signal) {
        match signal {
            Signal::Stop => self.stopped = true,
            Signal::Event(event) => {
                let signs = signs(event);
                let is_near = |path: &PathBuf| path.parent() == Some(&self.folder) || *path == self.folder;
                let near: Vec<PathBuf> =
                    signs.iter().map(|(path, _)| path).filter(|path| is_near(path)).cloned().collect();
                for (path, sign) in signs {
                    self.quiet.note(path, sign, Instant::now());
                }
                if !near.is_empty() {
                    self.forget(&near);
                    // A folder that cannot be watched has been removed again.
                    let _ = self.follow();
                }
            }
        }
    }

    /// A folder that was replaced by another of the same name has to be watched anew.
    fn forget(&mut self, paths: &[PathBuf]) {
        for path in paths.iter().filter(|path| **path != self.folder) {
            if self.watched.remove(path) {
                let _ = self.watcher.unwatch(path);
            }
        }
    }

    /// Watches the project's folder for what comes and goes in it, and each folder in it with all it holds: so the
    /// folders of tools and of what is built are left out, and files that are replaced whole stay watched.
    fn follow(&mut self) -> Result<(), Failure> {
        let mut wanted = BTreeSet::from([self.folder.clone()]);
        for entry in std::fs::read_dir(&self.folder).map_err(Failure::of("read", &self.folder))? {
            let path = entry.map_err(Failure::of("read", &self.folder))?.path();
            if path.is_dir() && !noise::is_foreign(&path) && !record::is_site(&path) {
                wanted.insert(path);
            }
        }
        for gone in self.watched.difference(&wanted) {
            let _ = self.watcher.unwatch(gone);
        }
        self.watched.retain(|path| wanted.contains(path));
        for path in wanted {
            if self.watched.contains(&path) {
                continue;
            }
            let mode = if path == self.folder { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
            match self.watcher.watch(&path, mode) {
                Ok(()) => drop(self.watched.insert(path)),
                Err(error) if path.exists() => return Err(failure(&path, &error)),
                Err(_) => {}
            }
        }
        Ok(())
    }
}

fn watcher(means: Means, sender: Sender<Signal>) -> notify::Result<Box<dyn Watcher + Send>> {
    // Where nobody listens any more the process is about to end.
    let tell = move |event| drop(sender.send(Signal::Event(event)));
    Ok(match means {
        Means::Told => Box::new(RecommendedWatcher::new(tell, Config::default())?),
        Means::Polled => {
            let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
            Box::new(PollWatcher::new(tell, config)?)
        }
    })
}

fn failure(path: &Path, error: &notify::Error) -> Failure {
    let reason = match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "the system watches no more files; try `--poll`".to_owned(),
        notify::ErrorKind::Io(error) => error.to_string(),
        notify::ErrorKind::Generic(words) => words.clone(),
        notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound | notify::ErrorKind::InvalidConfig(_) => {
            error.to_string()
        }
    };
    Failure::new("watch", path, reason)
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "watch of `{}`", self.folder.display())
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{Means, Watch, Woken};

    /// The system tells of every file that is opened. What woke first is the file that was written, alone.
    #[test]
    fn who_reads_wakes_nobody() {
        let scratch = tempfile::tempdir().expect("a temporary folder");
        let folder = scratch.path().canonicalize().expect("it is there");
        let files = ["one.md", "two.md", "content/three.md"].map(|path| folder.join(path));
        std::fs::create_dir_all(folder.join("content")).expect("a folder is made");
        files.iter().for_each(|file| std::fs::write(file, "words").expect("a file is written"));
        let mut watch = Watch::new(&folder, Means::Told).expect("it is watched");
        let read = |file: &Path| drop(std::fs::read(file).expect("it is there"));
        (0..100).for_each(|_| files.iter().for_each(|file| read(file)));
        std::fs::write(&files[1], "other words").expect("a file is written");
        assert_eq!(watch.wait(None), Woken::Changed(BTreeSet::from([files[1].clone()])));
    }
}
