//! Every kind of page as it is seen: of the demo, and of a framework that is as large and as odd as they come. From a
//! folder on disk, on a phone and on a wide screen, in light and in dark, with scripts and without.

use std::path::Path;
use std::process::Command;

use super::chromium::{Chromium, Tab};
use super::preview::{folder, write};
use tempfile::TempDir;

/// Says what is wrong with a page.
const LOOK: &str = include_str!("look.js");
/// Keeps what goes wrong in a page.
const WATCH: &str = include_str!("watch.js");
const WIDTHS: [u32; 4] = [320, 768, 1280, 1920];

/// A site that is built, in a folder of its own.
pub struct Built {
    folder: TempDir,
}

impl Built {
    fn of(project: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-site"));
        let ran = command.arg("build").arg(project).arg("--out").arg(folder.path()).output().expect("the program runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        Self { folder }
    }

    pub fn url(&self, page: &str) -> String {
        format!("file://{}/{page}", self.folder.path().display())
    }
}

pub fn demo() -> Built {
    Built::of(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// Thirty tracks, twelve levels, twenty dimensions, titles without end, three scripts, levels without a word.
fn monster() -> Built {
    let project =
        folder(&[("site.toml", "title = \"Monster\"\n"), ("content/how.md", "# How we use it\n\nWith care.\n")]);
    for track in 1..=30 {
        write(&project.path().join(format!("content/track-{track:02}.md")), &text(track));
    }
    Built::of(project.path())
}

fn text(track: usize) -> String {
    let title = match track {
        5 => "مسار الهندسة".to_owned(),
        6 => "エンジニアリング".to_owned(),
        7 => format!("A track that goes on {}", "and on ".repeat(55)),
        _ => format!("Track {track}"),
    };
    let levels = if track % 6 == 1 { 12 } else { 3 };
    let body: String = (1..=levels).map(|level| steps(track, level)).collect();
    let endless =
        format!("---\nladder:\n  levels:\n    \"L2 Level 2\": {{ title: {} }}\n---\n", "Endlessword".repeat(36));
    let start = if track == 8 { endless } else { String::new() };
    format!("{start}# {title}\n\nEach level builds on the previous one.\n\n{body}")
}

fn steps(track: usize, level: usize) -> String {
    match (track, level) {
        (9, 2) => return format!("## L{level} Level {level}\n\nN/A\n\n"),
        (10, 2) => return format!("## L{level} Level {level}\n\n"),
        _ => {}
    }
    let dimensions = if track == 1 { 20 } else { 4 };
    let asks = |dimension: usize| {
        let reach = ["a task", "a team", "many teams"][level % 3];
        let own = ["Plans work", "يخطط للعمل", "計画を立てる"][track % 3];
        format!(
            "### Dimension {dimension}\n\n- {own} for {reach}, kind {dimension}.\n- Explains `code_{dimension}_{level}` to {reach}.\n\n"
        )
    };
    format!("## L{level} Level {level}\n\n{}", (1..=dimensions).map(asks).collect::<String>())
}

/// One page of every kind, the largest first.
pub const OF_DEMO: [&str; 12] = [
    "index.html",
    "tech-lead-track/index.html",
    "tech-lead-track/level-6.html",
    "tech-lead-track/level-1.html",
    "technical-leadership-at-basalt/l6.html",
    "technical-leadership-at-basalt/index.html",
    "compare/index.html",
    "compare/delivery-engineer-track/tech-lead-track.html",
    "move/delivery-engineer-track.level-4/tech-lead-track.level-5.html",
    "dimensions/index.html",
    "dimensions/people.html",
    "roles-on-the-delivery-track.html",
];
const OF_MONSTER: [&str; 10] = [
    "index.html",
    "track-1/index.html",
    "track-1/l12.html",
    "track-8/l2.html",
    "track-9/l2.html",
    "track-10/l2.html",
    "compare/index.html",
    "compare/track-1/track-13.html",
    "dimensions/dimension-1.html",
    "how-we-use-it.html",
];

/// What axe-core finds, as sentences.
const RUN_AXE: &str = "axe.run().then(({ violations }) => violations.map(it => `axe, ${it.id}: ${it.nodes[0].html}`))";

/// The text of axe-core, which continuous integration fetches and names in `AXE`.
fn axe() -> Option<String> {
    let file = std::env::var_os("AXE")?;
    Some(std::fs::read_to_string(file).expect("AXE names a script"))
}

/// What is wrong with a page. Where the machine is busy, a page may be drawn before all of it is read, and then moves: only
/// what moves each time counts.
fn seen(tab: &Tab, url: &str) -> serde_json::Value {
    let moves = |found: &serde_json::Value| found.to_string().contains("moved by");
    let look = || {
        tab.open("about:blank");
        tab.open(url);
        tab.value(LOOK)
    };
    let mut found = look();
    for _ in 0..4 {
        if moves(&found) {
            found = look();
        }
    }
    found
}

#[track_caller]
fn looks_well(built: &Built, pages: &[&str]) {
    let Some(chromium) = Chromium::start() else { return };
    let tab = chromium.tab("about:blank");
    tab.before_each_page(WATCH);
    let axe = axe();
    let mut faults = Vec::new();
    for page in pages {
        assert!(built.folder.path().join(page).is_file(), "there is no {page}");
        for (width, scheme) in WIDTHS.iter().flat_map(|width| [(width, "light"), (width, "dark")]) {
            tab.shape(*width, scheme);
            let mut found = seen(&tab, &built.url(page));
            if let Some(axe) = axe.as_ref().filter(|_| [320, 1280].contains(width)) {
                let more = tab.value(&format!("{axe}; {RUN_AXE}"));
                found.as_array_mut().expect("a list").extend(more.as_array().cloned().unwrap_or_default());
            }
            let found = found.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
            faults.extend(found.map(|fault| format!("{page}, {width} wide, {scheme}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_demo_looks_well_everywhere() {
    looks_well(&demo(), &OF_DEMO);
}

#[test]
fn a_monster_looks_well_everywhere() {
    looks_well(&monster(), &OF_MONSTER);
}

/// The same pages with longer words around them.
#[test]
fn the_demo_looks_well_in_german() {
    let project = tempfile::tempdir().expect("a temporary folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in walkdir::WalkDir::new(root.join("content")).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).expect("walkdir stays below its folder");
            let text = std::fs::read_to_string(entry.path()).expect("a document can be read");
            write(&project.path().join(path), &text);
        }
    }
    let settings = std::fs::read_to_string(root.join("site.toml")).expect("the demo has settings");
    write(&project.path().join("site.toml"), &settings.replace("language = \"en\"", "language = \"de\""));
    let built = Built::of(project.path());
    looks_well(&built, &OF_DEMO);
    let Some(chromium) = Chromium::start() else { return };
    let tab = chromium.tab(&built.url("tech-lead-track/level-6.html"));
    tab.press("/");
    tab.wait("document.querySelector('dialog[open] input') === document.activeElement");
    assert_eq!(tab.value("document.querySelector('dialog input').placeholder"), "Stufe, Kriterium, irgendetwas …");
    type_in(&tab, "Forecasts what");
    tab.wait("/^[0-9]+ Treffer$/.test(document.querySelector('dialog .note').textContent)");
    let sign = "getComputedStyle(document.querySelector('.criteria > li'), '::before').content";
    assert_eq!(tab.value(sign), "\"+\" / \"neu: \"");
    tab.open(&built.url("compare/index.html#tech-lead/tl4+tech-lead/tl5"));
    tab.wait("document.querySelector('.free thead')?.innerText.includes('5 gelten')");
}

/// A site in a language that is written from the right.
#[test]
fn a_site_from_right_to_left_looks_well() {
    let project = folder(&[("site.toml", "title = \"السلم\"\nlanguage = \"ar\"\n"), ("content/team.md", &text(5))]);
    let built = Built::of(project.path());
    let track = std::fs::read_dir(built.folder.path()).expect("it was built").filter_map(Result::ok);
    let mut track = track.filter(|it| it.path().join("l2.html").is_file());
    let track = track.next().expect("there is a track").file_name().to_string_lossy().into_owned();
    let pages = ["index.html".to_owned(), format!("{track}/index.html"), format!("{track}/l2.html")];
    looks_well(&built, &pages.each_ref().map(String::as_str));
    let Some(chromium) = Chromium::start() else { return };
    let tab = chromium.tab(&built.url(&pages[2]));
    assert_eq!(tab.value("getComputedStyle(document.querySelector('main')).direction"), "rtl");
    assert_eq!(tab.value("document.querySelector('.tools').lang"), "en", "words that nobody said in Arabic");
    tab.open(&built.url(&pages[0]));
    let first = "(a => b => a.getBoundingClientRect().left - b.getBoundingClientRect().left)";
    let lane = format!("{first}(document.querySelector('.map .track'))(document.querySelector('.map .box')) > 0");
    assert_eq!(tab.value(&lane), true, "the map begins at the right");
    let mirrored = "document.querySelector('header.site .name').getBoundingClientRect().left > innerWidth / 2";
    assert_eq!(tab.value(mirrored), true);
}

fn type_in(tab: &Tab, words: &str) {
    tab.value(&format!(
        "(() => {{ const it = document.querySelector('dialog input'); it.value = {words:?}; it.dispatchEvent(new Event('input')) }})()"
    ));
}

#[test]
fn search_finds_words_of_any_script_even_if_they_are_misspelt() {
    let Some(chromium) = Chromium::start() else { return };
    let built = monster();
    let tab = chromium.tab(&built.url("track-1/l12.html"));
    tab.press("/");
    tab.wait("document.querySelector('dialog[open] input') === document.activeElement");
    let first = "(document.querySelector('.hits a')?.innerText || '')";
    for (words, expected) in [
        ("code_20_11", "code_20_11"),
        ("計画", "計画を立てる"),
        ("للعمل", "يخطط للعمل"),
        ("explians code_3_2", "code_3_2"),
    ] {
        type_in(&tab, words);
        tab.wait(&format!("{first}.includes({expected:?})"));
    }
    let chosen =
        "[...document.querySelectorAll('.hits li')].findIndex(it => it.getAttribute('aria-selected') === 'true')";
    tab.press("ArrowDown");
    assert_eq!(tab.value(chosen), 1);
    tab.press("ArrowUp");
    tab.press("Enter");
    tab.wait("location.pathname.includes('/track-') && location.hash.startsWith('#explains-code-3-2')");
}

#[test]
fn any_two_levels_can_be_compared_as_their_page_of_moves_does() {
    let Some(chromium) = Chromium::start() else { return };
    let built = demo();
    let tab = chromium.tab("about:blank");
    let counts = "[...document.querySelectorAll('.answer > *')].map(it => it.innerText.replace(/\\s+/g, ' ').trim()).sort().join('; ')";
    for (from, to) in [
        (["delivery-engineer-track", "level-6"], ["tech-lead-track", "level-6"]),
        (["delivery-engineer-track", "level-4"], ["tech-lead-track", "level-5"]),
        (["technical-leadership-at-basalt", "l6"], ["technical-leadership-at-basalt", "l7"]),
        (["tech-lead", "tl4"], ["tech-lead", "tl5"]),
    ] {
        tab.open(&built.url(&format!("move/{}/{}.html", from.join("."), to.join("."))));
        let expected = tab.value(counts);
        tab.open("about:blank");
        tab.open(&built.url(&format!("compare/index.html#{}+{}", from.join("/"), to.join("/"))));
        tab.wait("document.querySelector('.free tbody')");
        assert_eq!(tab.value(counts), expected, "{from:?} {to:?}");
    }
}

#[test]
fn light_and_dark_are_remembered() {
    let Some(chromium) = Chromium::start() else { return };
    let built = demo();
    let tab = chromium.tab("about:blank");
    tab.shape(1280, "light");
    tab.open(&built.url("index.html"));
    let paper = "getComputedStyle(document.documentElement).backgroundColor";
    let light = tab.value(paper);
    tab.value("document.querySelector('.scheme').click()");
    let dark = tab.value(paper);
    assert_ne!(light, dark);
    tab.open(&built.url("tech-lead/tl4.html"));
    assert_eq!(tab.value(paper), dark);
    tab.value("document.querySelector('.scheme').click()");
    assert_eq!(tab.value(paper), light);
}

#[test]
fn everything_reads_without_scripts() {
    let Some(chromium) = Chromium::start() else { return };
    let built = demo();
    let tab = chromium.tab("about:blank");
    tab.scripts_off();
    for page in OF_DEMO {
        tab.open(&built.url(page));
        assert_eq!(tab.value("document.querySelector('.tools').checkVisibility()"), false, "{page}");
        assert_eq!(tab.value("document.querySelector('main').innerText.length > 60"), true, "{page}");
    }
}
