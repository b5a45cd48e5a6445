//! What a preview that is left running must stand: nothing of this serves a file outside the site, stops the preview or
//! makes it grow.

use std::io::{ErrorKind, Read, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use super::preview::{LADDER, LONG, Preview, folder, write};

const SECRET: &str = "the secret of the house";

#[test]
fn no_address_leads_out() {
    let outside = folder(&[("secret.md", SECRET), ("site/delivery.md", LADDER), ("site/.hidden/a.md", SECRET)]);
    let preview = Preview::of(&outside.path().join("site"));
    for target in [
        "/../secret.md",
        "/..%2fsecret.md",
        "/%2e%2e/secret.md",
        "/%2e%2e%2fsecret.md",
        "/..%5csecret.md",
        "/..\\secret.md",
        "/.%2e/secret.md",
        "/%252e%252e/secret.md",
        "/%c0%ae%c0%ae/secret.md",
        "/..%00/secret.md",
        "/./../secret.md",
        "/assets/files/../../secret.md",
        "/assets/files/..%2f..%2fsecret.md",
        "/assets/files/%2e%2e/%2e%2e/secret.md",
        "/assets/theme/../../../secret.md",
        "//secret.md",
        "/assets/files//etc/passwd",
        "/assets/files/%2fetc/passwd",
        "/.hidden/a.md",
        "/assets/files/.hidden/a.md",
        "/assets/files/delivery.md",
        "/file:///etc/passwd",
        "http://localhost/../secret.md",
        "/__ladder/../../secret.md",
        "/....//secret.md",
        "/%uff0e%uff0e/secret.md",
    ] {
        let answer = preview.ask("GET", target);
        assert!(answer.status() == 404, "{target}: {}", answer.head);
        assert!(!answer.text().contains(SECRET) && !answer.text().contains("root:"), "{target}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_not_followed() {
    use std::os::unix::fs::symlink;
    let secret = folder(&[("secret.svg", SECRET)]);
    let text = format!("{LADDER}\n## Level 3\n\n- See ![lamp](lamp.svg) and ![moon](moon.svg).\n");
    let folder = folder(&[("delivery.md", &text), ("lamp.svg", "<svg/>")]);
    symlink(secret.path().join("secret.svg"), folder.path().join("moon.svg")).expect("a link is made");
    let preview = Preview::of(folder.path());
    assert_eq!(preview.get("assets/files/lamp.svg").status(), 200);
    assert_ne!(preview.get("assets/files/moon.svg").status(), 200);
    // A file that becomes a link while it is served.
    std::fs::remove_file(folder.path().join("lamp.svg")).expect("a file is removed");
    symlink(secret.path().join("secret.svg"), folder.path().join("lamp.svg")).expect("a link is made");
    for _ in 0..50 {
        assert!(!preview.get("assets/files/lamp.svg").text().contains(SECRET));
    }
}

#[test]
fn foreign_names_are_refused() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    for (hosts, status) in [
        ("Host: localhost\r\n", 200),
        ("Host: 127.0.0.1:1\r\n", 200),
        ("Host: evil.example\r\n", 403),
        ("Host: localhost.evil.example\r\n", 403),
        ("Host: localhost\r\nHost: evil.example\r\n", 403),
        ("", 403),
    ] {
        for target in ["/", "/ladder.json", "/__ladder/events"] {
            if status == 200 && target.ends_with("events") {
                continue;
            }
            let request = format!("GET {target} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n");
            let answer = preview.say(request.as_bytes()).expect("it answers");
            assert_eq!(answer.status(), status, "{target} {hosts}");
        }
    }
}

/// Connections in bursts to a server that has just started: without the kick that makes the pool of threads take its
/// queue, nearly every round leaves one without an answer. A busy machine may be late once.
#[test]
fn a_burst_of_connections_is_answered() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let late = (0..8).filter(|_| !answers_a_burst(&Preview::of(folder.path()))).count();
    assert!(late <= 1, "{late} of 8 bursts had to wait");
}

/// Whether each of 24 connections has its answer soon: all are opened first, as browsers do, and none is closed before
/// all have theirs.
fn answers_a_burst(preview: &Preview) -> bool {
    let mut open: Vec<_> = (0..24).map(|_| preview.connect().expect("it listens")).collect();
    let request = format!("GET /__ladder/reload.js HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host);
    open.iter_mut().for_each(|stream| stream.write_all(request.as_bytes()).expect("it listens"));
    open.iter_mut().all(|stream| {
        stream.set_read_timeout(Some(Duration::from_millis(1300))).expect("a socket takes a limit");
        stream.read(&mut [0; 64]).is_ok_and(|read| read > 0)
    })
}

/// With neither a listener that has no delay nor head and body in one write, each answer on a connection that is kept waits
/// 40 ms for the other side. Each of the two has its own test beside it.
#[test]
fn an_answer_does_not_wait_for_the_other_side() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut stream = preview.connect().expect("it listens");
    let request = format!("GET /__ladder/pulse HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host);
    let mut times = Vec::new();
    for _ in 0..30 {
        let began = Instant::now();
        stream.write_all(request.as_bytes()).expect("it listens");
        let mut answer = Vec::new();
        while !answer.ends_with(b"alive\n") {
            let mut piece = [0; 1024];
            let read = stream.read(&mut piece).expect("it answers");
            assert!(read > 0, "it closed");
            answer.extend_from_slice(&piece[..read]);
        }
        times.push(began.elapsed());
    }
    // On a busy machine many are late; without the cures not one is early.
    times.sort();
    assert!(times[3] < Duration::from_millis(30), "{times:?}");
}

#[test]
fn broken_requests_harm_nobody() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let long = "a".repeat(1 << 20);
    let requests = [
        "\r\n\r\n".to_owned(),
        "GET\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\nHost: localhost\n\n".to_owned(),
        "\u{0}\u{1}\u{2}\u{16}\u{3}\u{1}".to_owned(),
        "GET /ä HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nno header\r\n\r\n".to_owned(),
        format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"),
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nx".to_owned(),
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n".to_owned(),
    ];
    for _ in 0..20 {
        for request in &requests {
            let mut stream = preview.connect().expect("it listens");
            let _ = stream.write_all(request.as_bytes());
        }
        assert_eq!(preview.get("").status(), 200);
    }
}

#[test]
fn hundreds_who_say_nothing_hold_up_nobody() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut idle: Vec<_> = (0..400).filter_map(|_| preview.connect().ok()).collect();
    for stream in idle.iter_mut().step_by(2) {
        stream.write_all(b"GET / HT").expect("it listens");
    }
    for _ in 0..50 {
        assert_eq!(preview.get("").status(), 200);
    }
    // They are given up after a while, and so are their threads.
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

/// Without somebody who replaces a server that has stopped to accept, the preview is dead for good.
#[cfg(target_os = "linux")]
#[test]
fn it_lives_on_after_file_descriptors_ran_out() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -n 60; exec \"$0\" serve \"$1\" --port 0"]);
    command.arg(env!("CARGO_BIN_EXE_ladder-site")).arg(folder.path());
    let preview = Preview::started(command);
    for _ in 0..3 {
        let idle: Vec<_> = (0..80).filter_map(|_| preview.connect().ok()).collect();
        assert_eq!(idle.len(), 80);
        std::thread::sleep(Duration::from_millis(300));
        drop(idle);
        let until = Instant::now() + LONG;
        let request = format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.host);
        let answered = || {
            let mut stream = preview.connect().ok()?;
            stream.set_read_timeout(Some(Duration::from_secs(1))).ok()?;
            stream.write_all(request.as_bytes()).ok()?;
            stream.read(&mut [0; 64]).ok().filter(|read| *read > 0)
        };
        while answered().is_none() {
            assert!(Instant::now() < until, "it never answers again: {:?}", preview.said());
        }
    }
    write(&folder.path().join("delivery.md"), &LADDER.replace("whole features", "seven lamps"));
    preview.shows("delivery/level-2.html", "seven lamps");
    let said = preview.said().join("\n");
    assert!(!said.contains("panicked"), "{said}");
}

#[cfg(unix)]
#[test]
fn it_ends_at_once_when_it_is_told_to() {
    let folder = folder(&[("delivery.md", LADDER)]);
    for signal in ["-INT", "-TERM"] {
        let mut preview = Preview::of(folder.path());
        let mut streams: Vec<_> = (0..20).map(|_| preview.events()).collect();
        assert!(streams.iter_mut().all(|stream| stream.next().is_some()));
        let _idle = preview.connect();
        let began = Instant::now();
        let told = Command::new("kill").args([signal, &preview.process().to_string()]).status();
        assert!(told.is_ok_and(|status| status.success()));
        assert_eq!(preview.ended(), Some(0), "{signal}");
        assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
        assert!(streams.iter_mut().all(|stream| stream.next().is_none()), "the streams are closed");
    }
}

/// Ten thousand requests and twenty open streams.
#[cfg(target_os = "linux")]
#[test]
fn it_does_not_grow() {
    const CLIENTS: usize = 4;
    const EACH: usize = 2500;
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let _streams: Vec<_> = (0..20).map(|_| preview.events()).collect();
    let ask = |times: usize| {
        for index in 0..times {
            let path = if index % 10 == 0 { "delivery/level-1.html" } else { "nowhere" };
            assert!(preview.get(path).status() > 0, "request {index} is not answered");
        }
    };
    std::thread::scope(|scope| (0..CLIENTS).for_each(|_| drop(scope.spawn(|| ask(EACH / 10)))));
    let before = memory(preview.process());
    std::thread::scope(|scope| (0..CLIENTS).for_each(|_| drop(scope.spawn(|| ask(EACH)))));
    let after = memory(preview.process());
    println!("{before} KiB before, {after} KiB after {} requests", CLIENTS * EACH);
    assert!(after < before + 10 * 1024, "{before} KiB before, {after} KiB after");
}

/// A line without end is held for as long as its client goes on; what it held is given back when the client has gone.
#[cfg(target_os = "linux")]
#[test]
fn a_long_line_leaves_nothing_behind() {
    /// In MiB; the allocator may keep a part of it for later.
    const LINE: u64 = 96;
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    assert_eq!(preview.get("").status(), 200);
    let before = memory(preview.process());
    let mut stream = preview.connect().expect("it listens");
    let piece = vec![b'a'; 1 << 20];
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ").expect("it listens");
    for _ in 0..LINE {
        stream.write_all(&piece).expect("it takes the line");
        assert_eq!(preview.get("").status(), 200);
    }
    drop(stream);
    let until = Instant::now() + LONG;
    while memory(preview.process()) > before + LINE / 2 * 1024 {
        assert!(Instant::now() < until, "{before} KiB before, {} KiB after", memory(preview.process()));
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What a process holds, in KiB.
#[cfg(target_os = "linux")]
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("the system tells");
    line.trim().trim_end_matches("kB").trim().parse().expect("it is a number")
}
