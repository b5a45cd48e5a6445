//! What a client says before it is answered → the request as `tiny_http` gets it: whole, short, and with nothing in it
//! but what a preview reads. Pure; refuses to know sockets, and what the words mean.
//!
//! Lines about a body are not passed on, so `tiny_http` neither waits for one nor reserves memory for it; nor are the
//! letters that it chokes on, which other programs on this machine leave in the cookies of `localhost`.

use super::{Answer, Status};

/// The beginning of a request, as it comes in.
#[derive(Debug, Default)]
pub struct Head {
    said: Vec<u8>,
}

/// Browsers send a few hundred bytes, and up to some ten thousand where `localhost` has gathered cookies.
pub const LONGEST: usize = 64 * 1024;
/// The lines that are read ([`Asked`](super::Asked)).
const READ: [&str; 2] = ["Host", "If-None-Match"];

impl Head {
    /// Takes in what was said next; gives the request once it is whole.
    ///
    /// # Errors
    /// The answer to what is no request, or too long a one.
    pub fn hear(&mut self, piece: &[u8]) -> Result<Option<Vec<u8>>, Answer> {
        let blank = match self.said.is_empty() {
            true => piece.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count(),
            false => 0,
        };
        let seen = self.said.len().saturating_sub(2);
        self.said.extend_from_slice(&piece[blank..]);
        // Somebody who speaks TLS is told at once, and not when nothing more comes.
        if self.said.first().is_some_and(|byte| !byte.is_ascii_alphabetic()) {
            return Err(malformed());
        }
        match end(&self.said, seen) {
            Some(end) if end <= LONGEST => passed(&self.said[..end]).map(Some).ok_or_else(malformed),
            None if self.said.len() <= LONGEST => Ok(None),
            Some(_) | None => {
                Err(Answer::words(Status::TooLong, "a request of more than 64 KiB is none for a preview"))
            }
        }
    }
}

fn malformed() -> Answer {
    Answer::words(Status::Malformed, "this is no request of HTTP/1")
}

/// Where the empty line begins that ends a head; `seen` bytes hold none.
fn end(said: &[u8], seen: usize) -> Option<usize> {
    let ends = |at: &usize| said[*at] == b'\n' && matches!(said[at + 1..], [b'\n', ..] | [b'\r', b'\n', ..]);
    (seen..said.len()).find(ends)
}

fn passed(head: &[u8]) -> Option<Vec<u8>> {
    let head = String::from_utf8_lossy(head);
    let mut lines = head.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let mut passed = format!("{} HTTP/1.1\r\n", asked(lines.next()?)?);
    for line in lines.filter(|line| is_read(line)) {
        let is_plain = line.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t'));
        passed += is_plain.then_some(line)?;
        passed += "\r\n";
    }
    // One request to a connection.
    passed += "Connection: close\r\n\r\n";
    Some(passed.into_bytes())
}

/// Method and address.
fn asked(line: &str) -> Option<&str> {
    let (asked, version) = line.rsplit_once(' ')?;
    let (method, address) = asked.split_once(' ')?;
    let is_plain = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic());
    (is_plain(method) && is_plain(address) && ["HTTP/1.1", "HTTP/1.0"].contains(&version)).then_some(asked)
}

fn is_read(line: &str) -> bool {
    let name = line.split_once(':').map_or("", |(name, _)| name);
    READ.iter().any(|read| read.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::{Head, LONGEST};
    use crate::io::server::Status;

    /// What is said, in pieces of every size → what is passed on.
    #[track_caller]
    fn check(said: &str, expected: Result<Option<&str>, Status>) {
        for size in [1, 2, 3, 7, said.len().max(1)] {
            let mut head = Head::default();
            let mut heard = Ok(None);
            for piece in said.as_bytes().chunks(size) {
                heard = head.hear(piece);
                if !matches!(heard, Ok(None)) {
                    break;
                }
            }
            let heard = heard.map(|it| it.map(|it| String::from_utf8_lossy(&it).into_owned()));
            let heard = heard.map_err(|answer| answer.status);
            assert_eq!(heard, expected.map(|it| it.map(str::to_owned)), "{said:?} in pieces of {size}");
        }
    }

    #[test]
    fn what_a_preview_reads_is_passed_on() {
        let plain = "GET /a?b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        check("GET /a?b HTTP/1.1\r\nHost: localhost\r\n\r\n", Ok(Some(plain)));
        check("\r\n\nGET /a?b HTTP/1.0\nHost: localhost\n\n", Ok(Some(plain)));
        let body = "Content-Length: 99999999999\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n";
        let odd = "Cookie: größe=1\r\nno header\r\n folded\r\nConnection: upgrade\r\n";
        check(&format!("GET /a?b HTTP/1.1\r\n{body}Host: localhost\r\n{odd}\r\n"), Ok(Some(plain)));
        let both = "HEAD / HTTP/1.1\r\nhost: a\r\nHost: b\r\nIF-NONE-MATCH: \"x\"\r\n";
        check(&format!("{both}\r\n"), Ok(Some(&format!("{both}Connection: close\r\n\r\n"))));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for said in [
            "\u{16}\u{3}\u{1}",
            "GET\r\n\r\n",
            "GET /\r\n\r\n",
            "GET  HTTP/1.1\r\n\r\n",
            "GET / x HTTP/1.1\r\n\r\n",
            "GET /ä HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1 \r\n\r\n",
            "GET / HTTP/2.0\r\n\r\n",
            "GET / HTTP/3.0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: ä\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n",
        ] {
            check(said, Err(Status::Malformed));
        }
        for said in ["", "\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
            check(said, Ok(None));
        }
    }

    #[test]
    fn nothing_longer_is_heard() {
        let begun = "GET / HTTP/1.1\r\nX: ";
        let line = |length: usize| "a".repeat(length - begun.len());
        let passed = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";
        check(&format!("{begun}{}\r\n\r\n", line(LONGEST - 3)), Ok(Some(passed)));
        check(&format!("{begun}{}", line(LONGEST)), Ok(None));
        check(&format!("{begun}{}", line(LONGEST + 1)), Err(Status::TooLong));
        check(&format!("GET / HTTP/1.1\r\n{}", "X: y\r\n".repeat(LONGEST / 6)), Err(Status::TooLong));
    }
}
