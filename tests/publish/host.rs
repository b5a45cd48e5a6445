//! A host of pages: a folder served below `/repo/`, with `404.html` for every address that leads nowhere. Nothing else is
//! known about the site, so what works here works on any host that does the same.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

pub struct Host {
    port: u16,
}

impl Host {
    /// Serves until the test ends.
    pub fn of(site: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let port = listener.local_addr().expect("it listens").port();
        let site = site.to_owned();
        std::thread::spawn(move || listener.incoming().flatten().for_each(|stream| answer(stream, &site)));
        Self { port }
    }

    /// Status and body.
    pub fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the host listens");
        write!(stream, "GET {path} HTTP/1.0\r\n\r\n").expect("it takes requests");
        let mut text = Vec::new();
        stream.read_to_end(&mut text).expect("it answers");
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer has a head");
        (head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("it has a status"), body.to_owned())
    }
}

fn answer(mut stream: TcpStream, site: &Path) {
    let mut line = String::new();
    let mut head = BufReader::new(&stream);
    if head.read_line(&mut line).is_err() {
        return;
    }
    let mut rest = String::new();
    while head.read_line(&mut rest).is_ok_and(|length| length > 2) {
        rest.clear();
    }
    let path = line.split(' ').nth(1).unwrap_or_default();
    let found = path.strip_prefix("/repo/").and_then(|below| file(site, &decoded(below)));
    let (status, file) = found.map_or((404, site.join("404.html")), |file| (200, file));
    let body = std::fs::read(file).unwrap_or_default();
    let _ = stream.write_all(format!("HTTP/1.0 {status} x\r\nConnection: close\r\n\r\n").as_bytes());
    let _ = stream.write_all(&body);
}

fn file(site: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?;
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    Some(site.join(file)).filter(|file| file.is_file())
}

pub fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}
