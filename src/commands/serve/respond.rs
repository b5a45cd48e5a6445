//! A request → what goes back. Knows addresses and marks; refuses to know sockets.

use std::sync::Arc;

use super::inject::{SCRIPT, Stamp, injected};
use super::nothing::nothing;
use super::preview::{Preview, State};
use super::snapshot::{Absent, Snapshot};
use crate::io::{Answer, Asked, Reply, Status, encoded};
use crate::text::fingerprint;

/// Answers one request from what is shown at its beginning.
pub fn respond(preview: &Preview, asked: &Asked) -> Reply {
    let Some(address) = &asked.address else {
        return Reply::Answer(Answer::words(Status::Missing, "there is no such address"));
    };
    match address.path() {
        "__ladder/events" => Reply::Stream,
        "__ladder/reload.js" => Reply::Answer(Answer::new(Status::Fine, kind("reload.js"), SCRIPT)),
        path => Reply::Answer(Response { preview, state: preview.state(), asked }.to(path)),
    }
}

struct Response<'a> {
    preview: &'a Preview,
    state: State,
    asked: &'a Asked,
}

impl Response<'_> {
    fn to(&self, path: &str) -> Answer {
        let Some(snapshot) = &self.state.snapshot else {
            return self.page(Status::Busy, &nothing());
        };
        let base = snapshot.base.as_str();
        match path.strip_prefix(base) {
            Some(below) => self.below(snapshot, below),
            None if path.is_empty() || format!("{path}/") == base => Answer::moved(format!("/{}", encoded(base))),
            None => self.missing(snapshot),
        }
    }

    /// A path from the root of the site. A folder answers with its `index.html`.
    fn below(&self, snapshot: &Arc<Snapshot>, path: &str) -> Answer {
        let index = format!("{path}index.html");
        let file = if path.is_empty() || path.ends_with('/') { &index } else { path };
        if snapshot.holds(file) {
            return self.file(snapshot, file);
        }
        if snapshot.holds(&format!("{path}/index.html")) {
            return Answer::moved(format!("/{}/", encoded(&format!("{}{path}", snapshot.base))));
        }
        self.missing(snapshot)
    }

    fn file(&self, snapshot: &Arc<Snapshot>, path: &str) -> Answer {
        match snapshot.file(path) {
            Ok(bytes) => self.made(path, bytes),
            Err(Absent::Missing) => self.missing(snapshot),
            Err(Absent::Machine(failure)) => Answer::words(Status::Failed, &failure.to_string()),
            Err(Absent::Template(findings)) => {
                self.preview.late(&findings);
                let earlier = self.state.earlier.as_ref().map(|earlier| earlier.file(path));
                match earlier {
                    Some(Ok(bytes)) => self.made(path, bytes),
                    Some(Err(_)) | None => self.page(Status::Failed, &nothing()),
                }
            }
        }
    }

    fn made(&self, path: &str, bytes: Vec<u8>) -> Answer {
        if path.ends_with(".html") {
            return self.stamped(Status::Fine, &bytes);
        }
        Answer::new(Status::Fine, kind(path), bytes)
    }

    /// The page that a host shows too.
    fn missing(&self, snapshot: &Arc<Snapshot>) -> Answer {
        match snapshot.file("404.html") {
            Ok(page) => self.stamped(Status::Missing, &page),
            Err(_) => Answer::words(Status::Missing, "there is no such page"),
        }
    }

    fn page(&self, status: Status, text: &str) -> Answer {
        self.stamped(status, text.as_bytes())
    }

    /// A page with the script that keeps it alive, unless the reader has it already.
    fn stamped(&self, status: Status, page: &[u8]) -> Answer {
        let mark = format!("\"{}\"", fingerprint(page));
        if self.asked.held.as_deref() == Some(mark.as_str()) {
            return Answer { mark: Some(mark), ..Answer::words(Status::Unchanged, "") };
        }
        let stamp = Stamp { boot: self.preview.boot(), build: self.state.build, mark: &mark };
        Answer { mark: Some(mark.clone()), ..Answer::new(status, kind(".html"), injected(page, stamp)) }
    }
}

/// The media type of a file.
fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" | "md" | "markdown" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
