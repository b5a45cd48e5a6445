//! The preview in a real browser: what a reader sees while somebody writes. Where no Chromium is found these tests say so
//! and pass; continuous integration needs one.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, clippy::panic, reason = "runs a browser")]

mod attack;
mod chromium;
mod hands;
mod looks;
#[allow(dead_code, reason = "another test uses the rest")]
#[path = "../serve/preview.rs"]
mod preview;

use chromium::{Chromium, Tab};
use preview::{LADDER, Preview, folder, write};
use tempfile::TempDir;

/// A ladder that is longer than a window.
fn ladder(words: &str) -> String {
    let lines = |from: &str| (0..40).map(|it| format!("- Carries {it} {from} over the river.\n")).collect::<String>();
    format!(
        "# Delivery\n\n## Level 1\n\n{}\n## Level 2\n\n{}- {words}.\n{}",
        lines("stones"),
        lines("sacks"),
        lines("chests")
    )
}

struct Scene {
    folder: TempDir,
    preview: Preview,
    chromium: Chromium,
}

impl Scene {
    /// `None` where there is no browser.
    fn new() -> Option<Self> {
        let chromium = Chromium::start()?;
        let folder =
            folder(&[("site.toml", "title = \"Ferry\"\n"), ("content/delivery.md", &ladder("Waits for the bell"))]);
        let preview = Preview::of(folder.path());
        Some(Self { folder, preview, chromium })
    }

    fn tab(&self, path: &str) -> Tab {
        let tab = self.chromium.tab(&self.url(path));
        tab.wait("document.querySelector('script[data-build]')");
        // A page that was loaded anew would not know this.
        tab.value("window.untouched = true");
        tab
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.preview.host)
    }

    fn save(&self, path: &str, text: &str) {
        write(&self.folder.path().join(path), text);
    }
}

const LEVEL: &str = "delivery/level-2.html";

#[test]
fn new_words_appear_where_the_reader_is() {
    let Some(scene) = Scene::new() else { return };
    let tab = scene.tab(LEVEL);
    tab.value(
        "window.line = [...document.querySelectorAll('li')].find(li => li.innerText.includes('Waits for the bell'))",
    );
    tab.value("line.scrollIntoView({ block: 'center', behavior: 'instant' }); window.before = line.getBoundingClientRect().top; 0");
    tab.value("window.details = document.querySelector('details'); details.open = !details.open; window.opened = details.open; 0");
    tab.value("window.link = line.nextElementSibling.querySelector('a'); link.focus({ preventScroll: true }); 0");
    tab.value(
        "getSelection().selectAllChildren(line.previousElementSibling); window.selected = getSelection().toString()",
    );
    assert_eq!(tab.value("scrollY > 300"), true);
    let text = ladder("Waits for the second bell")
        .replace("## Level 2\n", "## Level 2\n\n- Greets the harbour.\n- Names the winds.\n");
    scene.save("content/delivery.md", &text);
    tab.shows("Waits for the second bell");
    tab.shows("Greets the harbour");
    for (what, expression) in [
        ("the page was not loaded again", "window.untouched === true"),
        (
            "the words are where they were",
            "Math.abs([...document.querySelectorAll('li')].find(li => li.innerText.includes('second bell')).getBoundingClientRect().top - before) < 3",
        ),
        ("details are as the reader left them", "details.isConnected && details.open === opened"),
        ("the focus is where it was", "document.activeElement === link"),
        ("the selection is what it was", "selected.length > 5 && getSelection().toString() === selected"),
        (
            "what changed lights up",
            "document.getAnimations().some(it => it.id === 'ladder-changed' && it.effect.target.innerText.includes('second bell'))",
        ),
        (
            "nothing else lights up",
            "document.getAnimations().filter(it => it.id === 'ladder-changed').every(it => !it.effect.target.innerText.includes('chests'))",
        ),
    ] {
        assert_eq!(tab.value(expression), true, "{what}");
    }
    // What stands in the document is what is served.
    let differs = "(async () => { const text = await (await fetch(location)).text();
        const page = new DOMParser().parseFromString(text, 'text/html');
        const plain = (page) => (page.querySelectorAll('script, .cite').forEach((it) => it.remove()),
            page.querySelectorAll('details').forEach((it) => (it.open = false)), page.body.innerHTML);
        const [now, served] = [plain(document.cloneNode(true)), plain(page)];
        const at = [...now].findIndex((letter, index) => letter !== served[index]);
        return now === served ? '' : now.slice(at - 200, at + 100) + ' instead of ' + served.slice(at - 200, at + 100) })()";
    assert_eq!(tab.value(differs), "");
}

#[test]
fn a_style_is_swapped_without_a_reload() {
    let Some(scene) = Scene::new() else { return };
    let tab = scene.tab(LEVEL);
    for colour in ["rgb(1, 2, 3)", "rgb(4, 5, 6)"] {
        scene.save("themes/style.css", &format!("body {{ color: {colour} }}"));
        tab.wait(&format!("getComputedStyle(document.body).color === {colour:?}"));
        tab.wait("document.querySelectorAll('link[rel=stylesheet]').length === 1");
    }
    assert_eq!(tab.value("window.untouched"), true);
}

#[test]
fn errors_come_and_go() {
    let Some(scene) = Scene::new() else { return };
    let tab = scene.tab(LEVEL);
    let overlay = "(document.querySelector('ladder-problems')?.shadowRoot.querySelector('section').innerText || '')";
    scene.save("site.toml", "title = \"Ferry\"\ntitel = \"x\"\n");
    tab.wait(&format!("{overlay}.includes('site.toml:2:1')"));
    assert_eq!(
        tab.value("document.querySelector('ladder-problems').shadowRoot.querySelector('mark').innerText"),
        "titel"
    );
    scene.save("site.toml", "title = \"Ferry\"\n");
    tab.wait("!document.querySelector('ladder-problems')");
    scene.save("themes/templates/level.html", "<p>\n{{ titel }}");
    tab.wait(&format!("{overlay}.includes('themes/templates/level.html:2:')"));
    tab.shows("Waits for the bell");
    // A tab that comes later is told as well.
    let late = scene.tab("delivery/");
    late.wait(&format!("{overlay}.includes('themes/templates/level.html:2:')"));
    std::fs::remove_file(scene.folder.path().join("themes/templates/level.html")).expect("a file is removed");
    tab.wait("!document.querySelector('ladder-problems')");
    late.wait("!document.querySelector('ladder-problems')");
    assert_eq!(tab.value("window.untouched"), true);
}

#[test]
fn eight_tabs_follow_and_only_what_changed_is_touched() {
    let Some(scene) = Scene::new() else { return };
    let tabs: Vec<Tab> = (0..8).map(|_| scene.tab(LEVEL)).collect();
    let other = scene.tab("index.html");
    other.value("window.touched = 0; new MutationObserver(all => touched += all.length).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); 0");
    for round in 0..3 {
        let words = format!("Waits for bell {round}");
        scene.save("content/delivery.md", &ladder(&words));
        for tab in &tabs {
            tab.shows(&words);
            assert_eq!(tab.value("window.untouched"), true);
        }
    }
    assert_eq!(other.value("touched"), 0);
}

#[test]
fn tabs_come_back_after_a_restart() {
    let Some(mut scene) = Scene::new() else { return };
    let tabs = [scene.tab(LEVEL), scene.tab(LEVEL)];
    let port = scene.preview.host.rsplit(':').next().expect("it has a port").to_owned();
    drop(std::mem::replace(&mut scene.preview, Preview::of(scene.folder.path())));
    scene.save("content/delivery.md", &ladder("Waits for the ninth bell"));
    scene.preview = Preview::with(scene.folder.path(), &["--port", &port]);
    tabs.iter().for_each(|tab| tab.shows("Waits for the ninth bell"));
    scene.save("content/delivery.md", &ladder("Waits for the tenth bell"));
    tabs.iter().for_each(|tab| tab.shows("Waits for the tenth bell"));
}

#[test]
fn back_and_forward_show_what_is_new() {
    let Some(scene) = Scene::new() else { return };
    let tab = scene.tab("delivery/level-1.html");
    tab.open(&scene.url(LEVEL));
    scene.save("content/delivery.md", &ladder("Waits for the bell").replace("Carries 3 stones", "Carries 3 feathers"));
    tab.value("setTimeout(() => history.back()); 0");
    tab.wait("location.pathname.endsWith('level-1.html')");
    tab.shows("Carries 3 feathers");
    scene.save("content/delivery.md", &ladder("Waits for the last bell"));
    tab.shows("Carries 3 stones");
    tab.value("setTimeout(() => history.forward()); 0");
    tab.wait("location.pathname.endsWith('level-2.html')");
    tab.shows("Waits for the last bell");
}

#[test]
fn what_scripts_of_a_page_have_done_stays() {
    let Some(scene) = Scene::new() else { return };
    let tab = scene.tab(LEVEL);
    tab.value("document.querySelector('h1').insertAdjacentHTML('afterend', '<p id=ours>ours</p>'); document.documentElement.dataset.dark = 1");
    tab.value("document.querySelector('main').classList.add('ours')");
    scene.save("content/delivery.md", &ladder("Waits for another bell"));
    tab.shows("Waits for another bell");
    let kept = "!!document.querySelector('h1 + #ours') && document.documentElement.dataset.dark === '1'";
    assert_eq!(tab.value(kept), true);
    assert_eq!(tab.value("document.querySelector('main').classList.contains('ours') && window.untouched"), true);
}

#[test]
fn a_page_that_was_missing_comes_to_life() {
    let Some(scene) = Scene::new() else { return };
    let tab = scene.tab("care/level-1.html");
    tab.shows("There is no page");
    scene.save("content/care.md", &LADDER.replace("Delivery", "Care"));
    tab.shows("Ships small changes");
}
