//! A preview that runs, and a client that says exactly what it is told to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::Value;

/// Nothing here takes longer on a busy machine.
pub const LONG: Duration = Duration::from_secs(30);

pub const LADDER: &str =
    "# Delivery\n\n## Level 1\n\n- Ships small changes.\n\n## Level 2\n\n- Plans whole features.\n";

/// A folder with these files.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        write(&folder.path().join(path), text);
    }
    folder
}

pub fn write(file: &Path, text: &str) {
    std::fs::create_dir_all(file.parent().expect("a file has a parent")).expect("a folder is made");
    std::fs::write(file, text).expect("a file is written");
}

/// A preview in a process of its own. It ends with the value.
pub struct Preview {
    child: Child,
    /// `localhost:4000`.
    pub host: String,
    /// `/ladders/`.
    pub base: String,
    said: Mutex<Receiver<String>>,
}

impl Preview {
    pub fn of(folder: &Path) -> Self {
        Self::with(folder, &["--port", "0"])
    }

    pub fn with(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
        command.arg("serve").arg(folder).args(arguments);
        Self::started(command)
    }

    pub fn started(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut address = String::new();
        let out = child.stdout.take().expect("it is piped");
        BufReader::new(out).read_line(&mut address).expect("the address is printed");
        let (host, base) =
            address.trim().strip_prefix("http://").and_then(|it| it.split_once('/')).unwrap_or_else(|| {
                let mut why = String::new();
                let _ = child.stderr.as_mut().map(|it| it.read_to_string(&mut why));
                panic!("no address but {address:?}: {why}")
            });
        let (sender, said) = channel();
        let errors = child.stderr.take().expect("it is piped");
        std::thread::spawn(move || {
            BufReader::new(errors).lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
        });
        Self { host: host.replace("localhost", "127.0.0.1"), base: format!("/{base}"), child, said: Mutex::new(said) }
    }

    /// Everything that was said on the terminal since the last look.
    pub fn said(&self) -> Vec<String> {
        self.said.lock().expect("nobody panics here").try_iter().collect()
    }

    /// Waits until the terminal has a line with some words; gives it and all that was said since the last look.
    #[track_caller]
    pub fn says(&self, words: &str) -> Vec<String> {
        let said = self.said.lock().expect("nobody panics here");
        let until = Instant::now() + LONG;
        let mut lines: Vec<String> = Vec::new();
        while !lines.last().is_some_and(|line| line.contains(words)) {
            let left = until.saturating_duration_since(Instant::now());
            let line = said.recv_timeout(left);
            lines.push(line.unwrap_or_else(|_| panic!("`{words}` is never said: {lines:?}")));
        }
        lines
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// The exit code, once it has ended.
    pub fn ended(&mut self) -> Option<i32> {
        let until = Instant::now() + LONG;
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                return status.code();
            }
            std::thread::yield_now();
        }
        None
    }

    /// What a path of the site answers.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", &format!("{}{path}", self.base))
    }

    pub fn ask(&self, method: &str, target: &str) -> Answer {
        let request = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host);
        self.say(request.as_bytes()).unwrap_or_else(|error| panic!("{method} {target}: {error}"))
    }

    /// Says these bytes and gives what comes back until the other side closes.
    pub fn say(&self, bytes: &[u8]) -> std::io::Result<Answer> {
        let mut stream = self.connect()?;
        stream.write_all(bytes)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(Answer::of(&answer))
    }

    pub fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(&self.host)?;
        stream.set_read_timeout(Some(LONG))?;
        Ok(stream)
    }

    /// Asks until the answer holds some words.
    #[track_caller]
    pub fn shows(&self, path: &str, words: &str) {
        self.until(path, words, |answer| answer.text().contains(words));
    }

    /// Asks until the answer does not hold some words.
    #[track_caller]
    pub fn hides(&self, path: &str, words: &str) {
        self.until(path, words, |answer| !answer.text().contains(words));
    }

    #[track_caller]
    fn until(&self, path: &str, words: &str, is_so: impl Fn(&Answer) -> bool) {
        let until = Instant::now() + LONG;
        let mut answer = self.get(path);
        while !is_so(&answer) {
            assert!(Instant::now() < until, "{path}: `{words}`: {}\n{}", answer.head, answer.text());
            std::thread::sleep(Duration::from_millis(5));
            answer = self.get(path);
        }
    }

    /// The stream of events.
    pub fn events(&self) -> Events {
        let mut stream = self.connect().expect("it listens");
        let request = format!("GET /__ladder/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        stream.write_all(request.as_bytes()).expect("it listens");
        Events { lines: BufReader::new(stream) }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
pub struct Answer {
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let at = bytes.windows(4).position(|it| it == b"\r\n\r\n").unwrap_or(bytes.len());
        let body = bytes.get(at + 4..).unwrap_or_default().to_vec();
        Self { head: String::from_utf8_lossy(&bytes[..at]).into_owned(), body }
    }

    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// A stream of events, as a tab gets it.
pub struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next event; `None` where the stream has ended.
    pub fn next(&mut self) -> Option<Value> {
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).ok();
            }
        }
    }

    /// Whether no event comes for a while, and the stream stays open.
    pub fn is_quiet_for(&mut self, while_: Duration) -> bool {
        let until = Instant::now() + while_;
        let mut quiet = true;
        let mut line = String::new();
        while let left = until.saturating_duration_since(Instant::now())
            && !left.is_zero()
        {
            self.lines.get_ref().set_read_timeout(Some(left)).expect("a socket takes a limit");
            quiet &= !matches!(self.lines.read_line(&mut line), Ok(0)) && !line.starts_with("data");
            line.clear();
        }
        self.lines.get_ref().set_read_timeout(Some(LONG)).expect("a socket takes a limit");
        quiet
    }
}
