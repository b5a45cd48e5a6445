//! How long a save takes to be seen: from the write of a file to the new bytes served, and to the new words on the screen
//! of a Chromium, for frameworks of 10 and of 2,000 levels. Numbers, not a test: nothing here fails.
//!
//! ```sh
//! cargo bench --bench preview                # all
//! cargo bench --bench preview -- 10          # levels to measure
//! ```
//!
//! The clock starts before the file is opened for writing. Every wait that lies between it and the result:
//!
//! | wait | how long |
//! |---|---|
//! | the editor's write: open, write, close | as long as it takes |
//! | until the file is known to be whole | none after a close or a rename into place, which is what is measured; 40 ms of quiet where the system says nothing |
//! | reading, understanding and resolving the framework | as long as it takes |
//! | *served*: the client asks again as soon as it has an answer, without a pause | at most one answer too late |
//! | *visible*: the event, the browser's request, the swap, and the next frame it paints | a frame is 16.7 ms at 60 Hz, so 8 ms on average |
//!
//! Between two saves there is a pause of 60 to 160 ms at random, which no figure contains.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, clippy::panic, reason = "a tool that measures")]

#[allow(dead_code, reason = "a test uses the rest")]
#[path = "../tests/browser/chromium.rs"]
mod chromium;
#[allow(dead_code, reason = "a test uses the rest")]
#[path = "../tests/serve/preview.rs"]
mod preview;

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use chromium::{Chromium, Tab};
use preview::{Preview, folder, write};

/// Saves that are measured, for small and for large frameworks.
const SAVES: usize = 100;
const SAVES_OF_LARGE: usize = 30;

fn main() {
    let wanted: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let wanted = if wanted.is_empty() { vec![10, 2000] } else { wanted };
    println!("{:>7}  {:<8} {:>9} {:>9} {:>9}", "levels", "what", "median", "p95", "most");
    for levels in wanted {
        measure(levels);
    }
}

fn measure(levels: usize) {
    let folder = folder(&[]);
    let file = framework(folder.path(), levels);
    let saves = if levels > 100 { SAVES_OF_LARGE } else { SAVES };
    let preview = Preview::of(folder.path());
    print(levels, "served", (0..saves).map(|save| served(&preview, &file, save)).collect());
    if let Some(chromium) = Chromium::start() {
        let tab = chromium.tab(&format!("http://{}/track-0/l2.html", preview.host));
        tab.wait("document.querySelector('script[data-build]')");
        print(levels, "visible", (0..saves).map(|save| visible(&tab, &file, save)).collect());
    }
}

/// Tracks of ten levels with eight criteria each in two dimensions. Gives the first file.
fn framework(folder: &Path, levels: usize) -> std::path::PathBuf {
    for track in 0..levels.div_ceil(10) {
        write(&folder.join(format!("group-{}/track-{track}.md", track / 20)), &track_text(track, "boats"));
    }
    folder.join("group-0/track-0.md")
}

fn track_text(track: usize, words: &str) -> String {
    const VERBS: [&str; 8] = ["Plans", "Mends", "Counts", "Paints", "Names", "Greets", "Weighs", "Stores"];
    const THINGS: [&str; 10] =
        ["ropes", "sails", "barrels", "lanterns", "anchors", "charts", "pumps", "hulls", "masts", "nets"];
    let mut text = format!("# Track {track}\n");
    for level in 1..=10 {
        let _ = write!(text, "\n## L{level}\n");
        for (index, verb) in VERBS.iter().enumerate() {
            if index % 4 == 0 {
                let _ = write!(text, "\n### {}\n\n", ["Craft", "Care"][index / 4]);
            }
            let thing = THINGS[(track * 7 + level * 3 + index) % THINGS.len()];
            let _ = writeln!(text, "- {verb} the {thing} of crew {track} on pier {level}.");
        }
        if level == 2 {
            let _ = writeln!(text, "- Waits for {words}.");
        }
    }
    text
}

/// From the write to the first answer that holds the new words.
fn served(preview: &Preview, file: &Path, save: usize) -> Duration {
    pause(save);
    let words = format!("served {save} bells");
    let began = Instant::now();
    write(file, &track_text(0, &words));
    while !preview.get("track-0/l2.html").text().contains(&words) {}
    began.elapsed()
}

/// From the write to the frame that shows the new words.
fn visible(tab: &Tab, file: &Path, save: usize) -> Duration {
    pause(save);
    let words = format!("visible {save} bells");
    tab.value(&format!(
        "window.seen = new Promise(done => {{
           const look = () => document.body.innerText.includes({words:?}) &&
             (observer.disconnect(), requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now()))));
           const observer = new MutationObserver(look);
           observer.observe(document.body, {{ subtree: true, childList: true, characterData: true }}) }}); 0"
    ));
    let began = now();
    write(file, &track_text(0, &words));
    let seen = tab.value("seen").as_f64().expect("a time is a number");
    Duration::from_secs_f64((seen - began).max(0.0) / 1000.0)
}

/// Milliseconds of the clock that the browser has too.
fn now() -> f64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("it is later than 1970").as_secs_f64() * 1000.0
}

/// At random, so that no rhythm of the machine falls in with ours.
fn pause(save: usize) {
    let random = (save as u64).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33;
    std::thread::sleep(Duration::from_millis(60 + random % 100));
}

fn print(levels: usize, what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!("{levels:>7}  {what:<8} {:>6.1} ms {:>6.1} ms {:>6.1} ms", at(50), at(95), at(100));
}
