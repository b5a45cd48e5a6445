//! How far long work has come: one line on a terminal, after a second, never in a log.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::terminal::say;

/// Work that ends after a known number of steps, from any thread.
pub struct Progress {
    what: &'static str,
    total: usize,
    done: AtomicUsize,
    /// When to print next; `None` where nobody watches.
    next: Option<Mutex<Instant>>,
}

/// Work that takes less is not talked about.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(100);

impl Progress {
    /// `what` is counted: `pages`.
    pub fn new(what: &'static str, total: usize) -> Self {
        let watched = std::io::stderr().is_terminal();
        Self { what, total, done: AtomicUsize::new(0), next: watched.then(|| Mutex::new(Instant::now() + PATIENCE)) }
    }

    /// One step is done.
    pub fn tick(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // A thread that finds another one printing has nothing to add.
        if let Some(mut next) = self.next.as_ref().and_then(|next| next.try_lock().ok())
            && Instant::now() >= *next
        {
            *next = Instant::now() + STEP;
            say(&format!("\r{done} of {} {}", self.total, self.what));
        }
    }
}

impl Drop for Progress {
    /// Leaves an empty line behind.
    fn drop(&mut self) {
        if self.next.is_some() {
            say("\r\u{1b}[K");
        }
    }
}
