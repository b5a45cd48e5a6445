//! What a preview that is left running must stand: nothing of this serves a file outside the site, stops the preview or
//! makes it grow.

use std::io::Write;
use std::process::Command;
use std::time::Instant;

use super::preview::{LADDER, Preview, folder};
#[cfg(target_os = "linux")]
use super::process::memory;

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
        assert!(began.elapsed() < std::time::Duration::from_secs(8), "{:?}", began.elapsed());
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
