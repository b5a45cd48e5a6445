//! Who comes in, how, and how many: clients that are slow, endless, many or silent. Each test fails where the cure that the
//! module documentation of `src/io/server` names beside its trap is taken out.

use std::collections::VecDeque;
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

use super::preview::{LADDER, LONG, Preview, folder, write};
#[cfg(target_os = "linux")]
use super::process::{memory, threads};

/// A browser asks with six connections at once, and each tab listens for events.
#[test]
fn eight_tabs_are_answered_at_once() {
    const TABS: usize = 8;
    let folder = folder(&[("delivery.md", LADDER)]);
    // Connections in bursts to a server that has just started.
    for _ in 0..4 {
        let preview = Preview::of(folder.path());
        let mut events: Vec<_> = (0..TABS).map(|_| preview.events()).collect();
        for round in 0..3 {
            let mut open: Vec<_> = (0..TABS * 6).map(|_| preview.connect().expect("it listens")).collect();
            let request = format!("GET /__ladder/reload.js HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host);
            open.iter_mut().for_each(|stream| stream.write_all(request.as_bytes()).expect("it listens"));
            // None is closed before all have theirs.
            let answered = open.iter_mut().map(|stream| stream.read(&mut [0; 64]).is_ok_and(|read| read > 0));
            assert_eq!(answered.filter(|is_answered| *is_answered).count(), TABS * 6);
            assert!(events.iter_mut().all(|tab| tab.next().is_some()));
            write(&folder.path().join("delivery.md"), &format!("{LADDER}- Juggles {round} lamps.\n"));
        }
    }
}

#[test]
fn a_stream_outlives_a_long_silence() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut events = preview.events();
    assert!(events.next().is_some());
    // Longer than a client may take to say what it wants, and than the server is silent.
    assert!(events.is_quiet_for(Duration::from_secs(12)));
    write(&folder.path().join("delivery.md"), &format!("{LADDER}- Juggles lamps.\n"));
    assert!(events.next().is_some());
}

/// All are answered with `Connection: close`, so what was asked behind the first is for another connection. Who closes a
/// connection with words unheard takes back what of the answer has not arrived.
#[test]
fn one_request_of_many_is_answered_and_no_answer_is_taken_back() {
    let picture = format!("<svg><!--{}--></svg>", "lamp ".repeat(400_000));
    let text = format!("{LADDER}\n## Level 3\n\n- See ![lamp](lamp.svg).\n");
    let folder = folder(&[("delivery.md", &text), ("lamp.svg", &picture)]);
    let preview = Preview::of(folder.path());
    let one = |target: &str| format!("GET {target} HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host);
    let many = one("/assets/files/lamp.svg") + &one("/").repeat(1000);
    let mut stream = preview.connect().expect("it listens");
    stream.write_all(many.as_bytes()).expect("it listens");
    // Time for the mistake; without it, nothing here depends on time.
    std::thread::sleep(Duration::from_millis(300));
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers, and closes");
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
    assert!(head.starts_with("HTTP/1.1 200 ") && head.contains("\r\nConnection: close\r\n"), "{head}");
    assert!(body == picture, "{} bytes", body.len());
}

#[test]
fn odd_requests_are_answered() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let host = &preview.host;
    let large = "a".repeat(3 << 20);
    for (request, status) in [
        (format!("GET / HTTP/1.1\nHost: {host}\n\n"), 200),
        (format!("\r\nGET / HTTP/1.0\r\nHost: {host}\r\n\r\n"), 200),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nCookie: größe=1\r\n\r\n"), 200),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\n\r\n", "a".repeat(40_000)), 200),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\n\r\n", "a".repeat(100_000)), 431),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\n{}\r\n", "X: y\r\n".repeat(20_000)), 431),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\n"), 200),
        (format!("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\n"), 405),
        (format!("POST / HTTP/1.1\r\nHost: {host}\r\nExpect: 100-continue\r\nContent-Length: 2000\r\n\r\n"), 405),
        (format!("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: {}\r\n\r\n{large}", large.len()), 405),
        (format!("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 99999999999\r\n\r\nx"), 405),
        (format!("POST / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), 405),
        (format!("GET /ä HTTP/1.1\r\nHost: {host}\r\n\r\n"), 400),
        (format!("GET / HTTP/2.0\r\nHost: {host}\r\n\r\n"), 400),
        ("\u{16}\u{3}\u{1}".to_owned(), 400),
    ] {
        let began = request.chars().take(90).collect::<String>();
        let mut stream = preview.connect().expect("it listens");
        stream.write_all(request.as_bytes()).unwrap_or_else(|error| panic!("{began}: {error}"));
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap_or_else(|error| panic!("{began}: {error}"));
        assert_eq!(String::from_utf8_lossy(&answer), format!("HTTP/1.1 {status}"), "{began}");
    }
    // Who has said all and listens on.
    let mut stream = preview.connect().expect("it listens");
    stream.write_all(format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).expect("it listens");
    stream.shutdown(Shutdown::Write).expect("a connection has two sides");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("</html>\n"), "{answer}");
}

/// Clients that go on for ever, in one line or in many: they are told, and then cut off.
#[cfg(target_os = "linux")]
#[test]
fn a_request_without_end_takes_no_memory() {
    /// In MiB; what is asked for meanwhile takes some, too.
    const LENGTH: usize = 200;
    const ROOM: u64 = 8;
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    (0..20).for_each(|_| assert_eq!(preview.get("").status(), 200));
    let before = memory(preview.process());
    let mut most = before;
    for words in ["a", "X: y\r\n", "\r\n", "GET / "] {
        let mut stream = preview.connect().expect("it listens");
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ").expect("it listens");
        let piece = words.repeat((1 << 20) / words.len());
        for _ in 0..LENGTH {
            let sent = stream.write_all(piece.as_bytes());
            assert_eq!(preview.get("").status(), 200);
            most = most.max(memory(preview.process()));
            if sent.is_err() {
                break;
            }
        }
    }
    assert!(most < before + ROOM * 1024, "{before} KiB before, {most} KiB at most");
}

/// A letter now and then, so that no wait for the next one is long.
#[cfg(target_os = "linux")]
#[test]
fn hundreds_who_never_finish_hold_up_nobody() {
    const MANY: usize = 300;
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut slow: Vec<TcpStream> = (0..MANY).filter_map(|_| preview.connect().ok()).collect();
    assert_eq!(slow.len(), MANY);
    let until = Instant::now() + LONG;
    for byte in b"GET / HTTP/1.1\r\nX: ".iter().copied().chain(std::iter::repeat(b'a')) {
        slow.retain_mut(|stream| stream.write_all(&[byte]).is_ok());
        assert_eq!(preview.get("").status(), 200);
        if slow.is_empty() {
            break;
        }
        assert!(Instant::now() < until, "{} are never given up", slow.len());
        std::thread::sleep(Duration::from_millis(100));
    }
    // The threads of all of them have gone.
    while threads(preview.process()) > 40 {
        assert!(Instant::now() < until, "{} threads are left", threads(preview.process()));
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn hundreds_who_say_nothing_are_given_up() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut idle: Vec<_> = (0..400).filter_map(|_| preview.connect().ok()).collect();
    for _ in 0..50 {
        assert_eq!(preview.get("").status(), 200);
    }
    for stream in &mut idle {
        stream.set_read_timeout(Some(LONG)).expect("a socket takes a limit");
        let ended = match stream.read(&mut [0; 512]) {
            Ok(read) => read == 0,
            Err(error) => !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        };
        assert!(ended, "nobody asked for an answer, and nobody gives the connection up");
    }
    assert_eq!(preview.get("").status(), 200);
}

/// Two thousand who say nothing, hundreds of them at once, where there are sixty file descriptors; and then everybody who
/// asks has an answer, and the preview never dies of it.
#[cfg(target_os = "linux")]
#[test]
fn it_lives_on_where_file_descriptors_run_out() {
    const MANY: usize = 2000;
    const AT_ONCE: usize = 300;
    let folder = folder(&[("delivery.md", LADDER)]);
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -n 60; exec \"$0\" serve \"$1\" --port 0"]);
    command.arg(env!("CARGO_BIN_EXE_ladder-site")).arg(folder.path());
    let preview = Preview::started(command);
    let mut events = preview.events();
    assert!(events.next().is_some());
    let mut idle = VecDeque::new();
    for index in 0..MANY {
        idle.push_back(preview.connect().expect("it listens"));
        if idle.len() > AT_ONCE {
            idle.pop_front();
        }
        if index % 100 == 0 {
            // Who is sent away before it has said what it wants asks again; nobody gets another answer.
            let until = Instant::now() + LONG;
            let ask = || preview.say(format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host).as_bytes());
            let mut status = 0;
            while status == 0 && Instant::now() < until {
                status = ask().map_or(0, |answer| answer.status());
            }
            assert_eq!(status, 200, "request {index}");
        }
    }
    // So do many who ask at once, and listen slowly.
    let request = format!("GET /ladder.json HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host);
    let mut asking: Vec<_> = (0..100).map(|_| preview.connect().expect("it listens")).collect();
    asking.iter_mut().for_each(|stream| drop(stream.write_all(request.as_bytes())));
    drop(asking);
    write(&folder.path().join("delivery.md"), &LADDER.replace("whole features", "seven lamps"));
    assert!(events.next().is_some(), "an open tab stays");
    preview.shows("delivery/level-2.html", "seven lamps");
    let said = preview.said().join("\n");
    assert!(!said.contains("panicked"), "{said}");
}
