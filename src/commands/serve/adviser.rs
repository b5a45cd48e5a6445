//! What the terminal is told, on a thread of its own: seeking advice takes as long as all the rest of a load, so it has
//! one core at most, begins when saving rests, and no page and no save ever waits for it. Errors are told at once.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::time::Duration;

use super::super::load::Loaded;
use super::findings::Findings;
use super::preview::Preview;
use super::snapshot::Snapshot;
use crate::text::parallel;

/// Advice is sought when nothing was saved for as long as this.
const REST: Duration = Duration::from_millis(150);

/// Takes the newest word, and tells it.
#[derive(Debug)]
pub struct Adviser(Sender<Word>);

/// What there is to tell.
#[derive(Debug)]
pub enum Word {
    /// A site is shown, of which everything that is wrong is still to be found; another one is shown no more.
    Site(Arc<Loaded>, Option<Arc<Snapshot>>),
    /// No site could be made, and why.
    Findings(Findings),
}

impl Adviser {
    /// Tells the terminal of a preview, until nobody has a word more.
    pub fn of(preview: Arc<Preview>) -> Self {
        let (sender, words) = channel();
        std::thread::spawn(move || listen(&words, &preview));
        Self(sender)
    }

    /// Has something told; of several words the last one counts.
    pub fn tell(&self, word: Word) {
        // Nobody listens only where the program ends.
        drop(self.0.send(word));
    }
}

fn listen(words: &Receiver<Word>, preview: &Preview) {
    let mut next = words.recv().ok();
    while let Some(word) = next.take() {
        let findings = match word {
            Word::Findings(findings) => findings,
            Word::Site(loaded, gone) => {
                preview.more(&Findings::errors_of(&loaded));
                // Freeing a site takes a while.
                drop(gone);
                match words.recv_timeout(REST) {
                    Ok(newer) => {
                        next = Some(newer);
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                    Err(RecvTimeoutError::Timeout) => parallel::aside(|| Findings::of(&loaded)),
                }
            }
        };
        next = match words.try_recv() {
            Ok(newer) => Some(newer),
            Err(TryRecvError::Disconnected) => return,
            Err(TryRecvError::Empty) => {
                preview.tell(&findings);
                words.recv().ok()
            }
        };
    }
}
