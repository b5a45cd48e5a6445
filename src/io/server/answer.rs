//! An answer, and how it is written: head and body at once, so that no part of it waits for the other side.

use std::io::{Error, ErrorKind, Result, Write};
use std::time::{Duration, Instant};

use super::Method;

/// What goes back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    pub status: Status,
    /// A media type.
    pub kind: &'static str,
    /// Where to look instead, for [`Status::Moved`].
    pub location: Option<String>,
    /// A name of the contents, for a client that asks whether they changed.
    pub mark: Option<String>,
    pub body: Vec<u8>,
}

/// How it went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Fine,
    Moved,
    Unchanged,
    Malformed,
    Refused,
    Missing,
    NotAllowed,
    TooLong,
    Failed,
    Busy,
}

impl Status {
    fn line(self) -> &'static str {
        match self {
            Self::Fine => "200 OK",
            Self::Moved => "302 Found",
            Self::Unchanged => "304 Not Modified",
            Self::Malformed => "400 Bad Request",
            Self::Refused => "403 Forbidden",
            Self::Missing => "404 Not Found",
            Self::NotAllowed => "405 Method Not Allowed\r\nAllow: GET, HEAD",
            Self::TooLong => "431 Request Header Fields Too Large",
            Self::Failed => "500 Internal Server Error",
            Self::Busy => "503 Service Unavailable",
        }
    }
}

/// How long a whole answer may take, however busily the client takes it.
const PATIENCE: Duration = Duration::from_secs(20);
/// What is written between two looks at the clock.
const PIECE: usize = 256 * 1024;

/// What every answer says: a preview is never kept, and no page of another site may use it.
pub(super) const COMMON: &str = "Cache-Control: no-store\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n\
                                 Cross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: same-origin\r\n";

impl Answer {
    /// An answer with a body.
    pub fn new(status: Status, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, location: None, mark: None, body: body.into() }
    }

    /// A few words.
    pub fn words(status: Status, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{words}\n"))
    }

    /// Look there. `to` is written as an address has it.
    pub fn moved(to: String) -> Self {
        Self { location: Some(to), ..Self::words(Status::Moved, "see elsewhere") }
    }

    pub(super) fn write(&self, method: Method, out: &mut dyn Write) -> Result<()> {
        let mut bytes = self.head().into_bytes();
        if method != Method::Head && self.status != Status::Unchanged {
            bytes.extend_from_slice(&self.body);
        }
        let until = Instant::now() + PATIENCE;
        for piece in bytes.chunks(PIECE) {
            out.write_all(piece)?;
            if Instant::now() > until {
                return Err(Error::new(ErrorKind::TimedOut, "the client takes too long"));
            }
        }
        out.flush()
    }

    fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {}\r\n{COMMON}", self.status.line());
        if self.status != Status::Unchanged {
            head.push_str(&format!("Content-Type: {}\r\nContent-Length: {}\r\n", self.kind, self.body.len()));
        }
        if let Some(to) = &self.location {
            head.push_str(&format!("Location: {to}\r\n"));
        }
        if let Some(mark) = &self.mark {
            head.push_str(&format!("ETag: {mark}\r\n"));
        }
        head.push_str("\r\n");
        head
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Status};
    use crate::io::server::Method;

    /// Counts the writes: two small ones would wait for one another.
    struct Counting(Vec<Vec<u8>>);

    impl std::io::Write for Counting {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn head_and_body_go_out_at_once() {
        let answer = Answer::words(Status::Fine, "here");
        for (method, end) in [(Method::Get, "\r\n\r\nhere\n"), (Method::Head, "Content-Length: 5\r\n\r\n")] {
            let mut out = Counting(Vec::new());
            answer.write(method, &mut out).expect("memory takes it");
            assert_eq!(out.0.len(), 1);
            let text = String::from_utf8_lossy(&out.0[0]).into_owned();
            assert!(text.starts_with("HTTP/1.1 200 OK\r\n") && text.ends_with(end), "{text}");
            assert!(text.contains("\r\nConnection: close\r\n") && text.contains("\r\nCache-Control: no-store\r\n"));
        }
    }
}
