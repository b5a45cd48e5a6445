//! What is noticed, however it was saved.

use std::path::Path;
use std::time::Duration;

use super::preview::{LADDER, Preview, folder, write};

fn ladder(words: &str) -> String {
    format!("{LADDER}- {words}.\n")
}

/// Each way in which editors save → how it is done to a file with a text.
type Way = (&'static str, fn(&Path, &str));

const WAYS: [Way; 7] = [
    ("in place", |file, text| write(file, text)),
    ("in pieces", |file, text| {
        use std::io::Write;
        let mut open = std::fs::File::create(file).expect("a file is made");
        for piece in text.as_bytes().chunks(16) {
            open.write_all(piece).expect("a file is written");
            open.flush().expect("a file is written");
        }
    }),
    ("renamed over", |file, text| {
        let new = file.with_file_name("x1y2z3");
        write(&new, text);
        std::fs::rename(new, file).expect("a file is renamed");
    }),
    ("deleted and made", |file, text| {
        std::fs::remove_file(file).expect("a file is removed");
        write(file, text);
    }),
    ("vim", |file, text| {
        let swap = file.with_file_name(".delivery.md.swp");
        write(&swap, "swap");
        write(&file.with_file_name("4913"), "");
        std::fs::remove_file(file.with_file_name("4913")).expect("a file is removed");
        let backup = file.with_file_name("delivery.md~");
        std::fs::rename(file, &backup).expect("a file is renamed");
        write(file, text);
        std::fs::remove_file(backup).expect("a file is removed");
        std::fs::remove_file(swap).expect("a file is removed");
    }),
    ("JetBrains", |file, text| {
        let (new, old) =
            (file.with_file_name("delivery.md___jb_tmp___"), file.with_file_name("delivery.md___jb_old___"));
        write(&new, text);
        std::fs::rename(file, &old).expect("a file is renamed");
        std::fs::rename(new, file).expect("a file is renamed");
        std::fs::remove_file(old).expect("a file is removed");
    }),
    ("linked", |file, text| {
        let new = file.with_file_name("x4y5z6");
        write(&new, text);
        std::fs::remove_file(file).expect("a file is removed");
        std::fs::hard_link(&new, file).expect("a link is made");
        std::fs::remove_file(new).expect("a file is removed");
    }),
];

#[test]
fn every_way_to_save_is_noticed() {
    for arguments in [&["--port", "0"][..], &["--port", "0", "--poll"]] {
        let folder = folder(&[("delivery.md", LADDER)]);
        let preview = Preview::with(folder.path(), arguments);
        for (index, (name, save)) in WAYS.iter().enumerate() {
            // Twice, for a watch that dies with the first file.
            for round in 0..2 {
                let words = format!("Juggles {index} lamps and {round} more");
                save(&folder.path().join("delivery.md"), &ladder(&words));
                preview.shows("delivery/level-2.html", &words);
            }
            println!("{name}");
        }
    }
}

#[test]
fn everything_that_makes_the_site_is_noticed() {
    let folder = folder(&[("site.toml", "title = \"One\"\n"), ("content/delivery.md", LADDER)]);
    let at = |path: &str| folder.path().join(path);
    let preview = Preview::of(folder.path());
    for title in ["Two", "Three"] {
        let new = at("site.toml.new");
        write(&new, &format!("title = \"{title}\"\n"));
        std::fs::rename(new, at("site.toml")).expect("a file is renamed");
        preview.shows("", title);
    }
    // A folder in a folder, and a file in it, all at once.
    write(&at("content/people/care/nurse.md"), &LADDER.replace("Delivery", "Nursing"));
    preview.shows("", "Nursing");
    std::fs::rename(at("content/people"), at("content/folk")).expect("a folder is renamed");
    preview.shows("ladder.json", "content/folk/care/nurse.md");
    write(&at("content/folk/care/nurse.md"), &LADDER.replace("Delivery", "Midwifery"));
    preview.shows("", "Midwifery");
    std::fs::remove_dir_all(at("content/folk")).expect("a folder is removed");
    preview.hides("", "Midwifery");
    // The theme, which was not there at the start.
    write(
        &at("themes/templates/track.html"),
        "{% extends \"default/track.html\" %}{% block footer %}<i>ours</i>{% endblock %}",
    );
    preview.shows("delivery/", "<i>ours</i>");
    let old = style_of(&preview);
    write(&at("themes/style.css"), "body { color: teal }");
    preview.hides("delivery/", &old);
    let style = style_of(&preview);
    assert_eq!(preview.get(&style).text(), "body { color: teal }");
    std::fs::remove_dir_all(at("themes")).expect("a folder is removed");
    preview.hides("delivery/", "<i>ours</i>");
}

/// A watch stays with the folder that it was given; another of the same name needs one of its own.
#[test]
fn a_folder_that_is_replaced_stays_watched() {
    let folder = folder(&[("content/delivery.md", LADDER), ("other/delivery.md", LADDER), ("site.toml", "")]);
    let at = |path: &str| folder.path().join(path);
    let preview = Preview::of(folder.path());
    for round in 0..3 {
        std::fs::rename(at("content"), at(".set-aside")).expect("a folder is renamed");
        std::fs::rename(at("other"), at("content")).expect("a folder is renamed");
        std::fs::rename(at(".set-aside"), at("other")).expect("a folder is renamed");
        let words = format!("Juggles {round} lamps");
        write(&at("content/delivery.md"), &ladder(&words));
        preview.shows("delivery/level-2.html", &words);
        let words = format!("Juggles {round} lanterns");
        write(&at("content/delivery.md"), &ladder(&words));
        preview.shows("delivery/level-2.html", &words);
    }
}

fn style_of(preview: &Preview) -> String {
    let text = preview.get("delivery/").text();
    let (_, rest) = text.split_once("<link rel=\"stylesheet\" href=\"../").expect("a page has a style");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn one_save_is_one_event_and_reading_is_none() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut events = preview.events();
    let first = events.next().expect("the state comes at once");
    write(&folder.path().join("delivery.md"), &ladder("Juggles lamps"));
    let second = events.next().expect("a change is told");
    assert_ne!(first["build"], second["build"]);
    preview.shows("delivery/level-2.html", "Juggles lamps");
    write(&folder.path().join("delivery.md"), &ladder("Juggles lamps"));
    write(&folder.path().join(".delivery.md.swp"), "swap");
    assert!(events.is_quiet_for(Duration::from_secs(1)), "the same text again is no change, nor is a swap file");
}

#[test]
fn the_last_of_many_saves_shows() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    let mut random: u64 = 0x9e37_79b9;
    for index in 0..200 {
        let (_, save) = WAYS[index % WAYS.len()];
        save(&folder.path().join("delivery.md"), &ladder(&format!("Juggles {index} lamps")));
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_micros((random >> 33) % 30_000));
    }
    preview.shows("delivery/level-2.html", "Juggles 199 lamps");
    // It stays.
    std::thread::sleep(Duration::from_millis(400));
    preview.shows("delivery/level-2.html", "Juggles 199 lamps");
}

#[test]
fn no_request_finds_half_a_site() {
    let folder = folder(&[("delivery.md", LADDER)]);
    let preview = Preview::of(folder.path());
    for index in 0..100 {
        write(&folder.path().join("delivery.md"), &ladder(&format!("Juggles {index} lamps")));
        let page = preview.get("delivery/level-1.html");
        assert_eq!(page.status(), 200);
        assert!(page.text().contains("Ships small changes"));
    }
}

#[test]
fn a_picture_that_changes_is_told() {
    let text = format!("{LADDER}\n## Level 3\n\n- See ![lamp](lamp.svg).\n");
    let folder = folder(&[("delivery.md", &text), ("lamp.svg", "<svg/>")]);
    let preview = Preview::of(folder.path());
    assert_eq!(preview.get("assets/files/lamp.svg").text(), "<svg/>");
    let mut events = preview.events();
    events.next();
    write(&folder.path().join("lamp.svg"), "<svg>1</svg>");
    let told = events.next().expect("a change is told");
    assert_eq!(told["assets"][0], "/assets/files/lamp.svg");
}
