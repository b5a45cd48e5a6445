//! Streams of events to the tabs that are open (Server-Sent Events). None has a thread of its own.

use std::io::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::answer::COMMON;

/// Every stream that is open, and the last event, which a new one begins with.
#[derive(Default)]
pub struct Streams {
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    last: String,
    writers: Vec<Box<dyn Write + Send>>,
}

/// One tab leads the others of its browser, so that even few streams are many readers.
const MOST: usize = 100;
/// A client comes back after so many milliseconds.
const COME_BACK: &str = "retry: 300\n\n";

impl Streams {
    /// Takes a client on: it gets the last event at once. A stream too many takes the place of the oldest.
    pub fn join(&self, mut writer: Box<dyn Write + Send>) {
        let mut open = self.lock();
        let head = format!("HTTP/1.1 200 OK\r\n{COMMON}Content-Type: text/event-stream\r\n\r\n{COME_BACK}");
        if push(&mut writer, &(head + &open.last)) {
            if open.writers.len() >= MOST {
                open.writers.remove(0);
            }
            open.writers.push(writer);
        }
    }

    /// Sends an event to all, and to all who come later.
    pub fn send(&self, data: &str) {
        let event: String = data.lines().map(|line| format!("data: {line}\n")).collect();
        let mut open = self.lock();
        open.last = event + "\n";
        let Open { last, writers } = &mut *open;
        writers.retain_mut(|writer| push(writer, last));
    }

    /// Finds out who has gone: a client that left is noticed by the second write.
    pub fn ping(&self) {
        self.lock().writers.retain_mut(|writer| push(writer, ": ping\n\n"));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.lock().writers.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One write and no more: an event in pieces would wait for the other side.
fn push(writer: &mut Box<dyn Write + Send>, text: &str) -> bool {
    writer.write_all(text.as_bytes()).and_then(|()| writer.flush()).is_ok()
}

impl std::fmt::Debug for Streams {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} streams", self.len())
    }
}
