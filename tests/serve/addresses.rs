//! Which address answers with what, and on which port.

use super::preview::{LADDER, Preview, folder};
use std::process::Command;

#[test]
fn the_site_stands_where_it_will_be_published() {
    let config = "base_url = \"https://example.org/our/ladders\"\n";
    let folder = folder(&[("site.toml", config), ("content/delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    assert_eq!(preview.base, "/our/ladders/");
    for (target, status, to) in [
        ("/", 302, Some("/our/ladders/")),
        ("/our/ladders", 302, Some("/our/ladders/")),
        ("/our/ladders/", 200, None),
        ("/our/ladders/index.html?x", 200, None),
        ("/our/ladders/delivery", 302, Some("/our/ladders/delivery/")),
        ("/our/ladders/delivery/", 200, None),
        ("/our/ladders/delivery/index.html", 200, None),
        ("/our/ladders/nowhere.html", 404, None),
        ("/delivery/", 404, None),
        ("/__ladder/nothing", 404, None),
    ] {
        let answer = preview.ask("GET", target);
        assert_eq!((answer.status(), answer.header("Location")), (status, to), "{target}");
    }
    let (folder_page, file) = (preview.get("delivery/"), preview.get("delivery/index.html"));
    assert_eq!(folder_page.body, file.body);
    assert_eq!(preview.get("ladder.json").header("Content-Type"), Some("application/json"));
    // A page that is missing comes to life too.
    assert!(preview.get("nowhere.html").text().contains("/__ladder/reload.js"));
}

#[test]
fn only_looking_is_possible() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let (get, head) = (preview.get(""), preview.ask("HEAD", "/"));
    assert_eq!(get.header("Content-Length"), head.header("Content-Length"));
    assert!(head.body.is_empty() && head.status() == 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "BREW"] {
        assert_eq!(preview.ask(method, "/").status(), 405, "{method}");
    }
    for (name, value) in [("Cache-Control", "no-store"), ("Connection", "close"), ("X-Content-Type-Options", "nosniff")]
    {
        assert_eq!(get.header(name), Some(value), "{name}");
    }
}

#[test]
fn who_has_the_page_is_not_sent_it_again() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mark = preview.get("").header("ETag").expect("a page has a mark").to_owned();
    let again = |mark: &str| {
        let request =
            format!("GET / HTTP/1.1\r\nHost: {}\r\nIf-None-Match: {mark}\r\nConnection: close\r\n\r\n", preview.host);
        preview.say(request.as_bytes()).expect("it answers")
    };
    assert_eq!((again(&mark).status(), again(&mark).body.len()), (304, 0));
    assert_eq!(again("\"other\"").status(), 200);
}

#[test]
fn a_port_that_is_in_use() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let first = Preview::of(folder.path());
    let port = first.host.rsplit(':').next().expect("it has a port").to_owned();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let ran = command.arg("serve").arg(folder.path()).args(["--port", &port]).output().expect("the program starts");
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(2), "{said}");
    assert!(said.contains("the port is in use"), "{said}");
    // Without a wish the next free one is taken.
    let (one, other) = (Preview::with(folder.path(), &[]), Preview::with(folder.path(), &[]));
    assert_ne!(one.host, other.host);
    other.says("is in use by another program");
}

#[test]
fn a_folder_that_is_none_and_one_that_is_empty() {
    let empty = folder(&[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
    let nowhere = empty.path().join("nowhere");
    let ran = command.arg("serve").arg(nowhere).args(["--port", "0"]).output().expect("the program starts");
    assert_eq!(ran.status.code(), Some(2));
    let preview = Preview::of(empty.path());
    assert_eq!(preview.get("").status(), 503);
    super::preview::write(&empty.path().join("delivery.md"), LADDER);
    preview.shows("delivery/", "Level 1");
}

#[test]
fn others_are_let_in_with_a_warning_only() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::with(folder.path(), &["--port", "0", "--host", "0.0.0.0"]);
    preview.says("lets other machines read");
}
