//! When what has changed may be read. Pure: the time is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::sign::Sign;

/// Changes that wait until all of them are whole.
#[derive(Debug, Default)]
pub struct Quiet {
    signs: BTreeMap<PathBuf, Sign>,
    first: Option<Instant>,
    last: Option<Instant>,
}

/// How long nothing may happen until what gives no sign is taken for whole.
const QUIET: Duration = Duration::from_millis(40);
/// How long is waited at most.
const LONGEST: Duration = Duration::from_millis(250);

impl Quiet {
    /// Takes note of a sign.
    pub fn note(&mut self, path: PathBuf, sign: Sign, now: Instant) {
        self.signs.insert(path, sign);
        self.first.get_or_insert(now);
        self.last = Some(now);
    }

    /// When the changes may be read: at once where all are whole; `None` where there are none.
    pub fn due(&self) -> Option<Instant> {
        let (first, last) = (self.first?, self.last?);
        let unsure = self.signs.values().any(|sign| *sign == Sign::Unsure);
        Some(if unsure { (last + QUIET).min(first + LONGEST) } else { last })
    }

    /// The changes; there are none afterwards.
    pub fn take(&mut self) -> BTreeSet<PathBuf> {
        (self.first, self.last) = (None, None);
        std::mem::take(&mut self.signs).into_keys().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{LONGEST, QUIET, Quiet, Sign};

    /// Signs at milliseconds → after how many it is due.
    #[track_caller]
    fn check(signs: &[(u64, &str, Sign)], expected: Duration) {
        let (start, mut quiet) = (Instant::now(), Quiet::default());
        for (at, path, sign) in signs {
            quiet.note((*path).into(), *sign, start + Duration::from_millis(*at));
        }
        assert_eq!(quiet.due().map(|due| due - start), Some(expected));
        assert!(!quiet.take().is_empty());
        assert_eq!(quiet.due(), None);
    }

    #[test]
    fn a_file_that_was_closed_waits_for_nothing() {
        let ms = Duration::from_millis;
        check(&[(0, "a", Sign::Unsure), (1, "a", Sign::Unsure), (2, "a", Sign::Whole)], ms(2));
        check(&[(0, "a", Sign::Unsure), (2, "a", Sign::Whole), (3, "b", Sign::Unsure)], ms(3) + QUIET);
        check(&[(0, "a", Sign::Unsure)], QUIET);
        let busy: Vec<_> = (0..100).map(|at| (at * 10, "a", Sign::Unsure)).collect();
        check(&busy, LONGEST);
    }
}
