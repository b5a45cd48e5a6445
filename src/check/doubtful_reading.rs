//! A document whose shape was not recognised with certainty.

use super::{Advice, Subject};
use crate::text::Diagnostic;

const RULE: &str = "doubtful-reading";

/// Below this confidence a reading is doubtful.
const SURE: f32 = 0.5;

pub(super) const ADVICE: Advice = Advice {
    rule: RULE,
    why: "The document can be read in more than one way, and no way explains it well. Levels or criteria may be missing \
          or in the wrong place. `ladder-site outline FILE` shows how it was read; a line or two of front matter settle \
          it.",
    find,
};

fn find(subject: Subject<'_>) -> Vec<Diagnostic> {
    let doubtful = subject.readings.iter().filter(|reading| reading.confidence < SURE);
    let diagnostic = |(reading, shape): (&crate::resolve::Reading, &str)| {
        let percent = (reading.confidence * 100.0).round();
        let message = format!("this document is read as `{shape}`, with {percent}% confidence");
        let help = match &reading.suggestion {
            Some(lines) => format!("see `ladder-site outline`; or settle it in front matter: {}", one_line(lines)),
            None => "see `ladder-site outline`; or settle it in front matter: `ladder: { is: track }`".to_owned(),
        };
        Diagnostic::warning(RULE, reading.span, message).help(help)
    };
    doubtful.filter_map(|reading| Some((reading, reading.shape?))).map(diagnostic).collect()
}

fn one_line(lines: &str) -> String {
    lines.lines().map(|line| format!("`{}`", line.trim())).collect::<Vec<_>>().join(" ")
}
