//! When each file was changed last, by one call of git that is ended as soon as every file is known.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use super::Git;

/// The last changes of files.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    /// Path below the folder → the day of its last change: `2026-11-21`, where the one who made it was.
    pub changed: BTreeMap<String, String>,
    /// Whether of some files it cannot be said, because the clone does not reach back far enough.
    pub is_cut_off: bool,
}

/// Before the line of a commit, to tell it from a path.
const COMMIT: char = '\u{1}';

impl Git {
    /// When these files, named by their paths below the folder, were changed last. What is not in the history is not
    /// there.
    pub fn history(&self, files: &BTreeSet<&str>) -> History {
        // What is in no commit would be looked for in all of them.
        let kept = self.ask(&["ls-files", "-z"]).unwrap_or_default();
        let files = kept.split('\0').filter(|path| files.contains(path)).collect();
        let format = "--format=%x01%H %cd";
        let mut command = self.command(&["-c", "core.quotePath=false", "log", "--no-show-signature", "--no-renames"]);
        command.args(["--date=short", format, "--name-only", "--relative", "--", "."]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        child.map(|child| self.read(child, &files)).unwrap_or_default()
    }

    fn read(&self, mut child: Child, files: &BTreeSet<&str>) -> History {
        let ends = self.ends();
        let mut history = History::default();
        let mut open = files.clone();
        let mut day = Some(String::new());
        let out = child.stdout.take().map(BufReader::new);
        for line in out.into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
            if let Some(commit) = line.strip_prefix(COMMIT) {
                let (commit, date) = commit.split_once(' ').unwrap_or((commit, ""));
                day = (!ends.contains(commit)).then(|| date.to_owned());
            } else if open.remove(line.as_str()) {
                match &day {
                    Some(day) => drop(history.changed.insert(line, day.clone())),
                    None => history.is_cut_off = true,
                }
            }
            if open.is_empty() {
                break;
            }
        }
        // It is still writing where everything that was asked for is known.
        let _ = child.kill();
        let _ = child.wait();
        history
    }

    /// Commits of a shallow clone that seem to add every file, because what was before them is not there.
    fn ends(&self) -> BTreeSet<String> {
        let text = std::fs::read_to_string(&self.ends);
        text.unwrap_or_default().lines().map(str::to_owned).collect()
    }
}
