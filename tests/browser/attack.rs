//! Content that attacks: two hundred ways by which words could become a program, in lines, cells, blocks and front
//! matter, on every page that they lead to. Nothing of it runs in a real browser, and nothing is asked of another host.

use super::chromium::Chromium;
use super::preview::Preview;

/// Touches every element as a reader could, and gives everything that was run or asked for.
const TOUCH: &str = r#"(async () => {
  // Whoever touches a picture in a link follows none.
  addEventListener("click", (click) => click.preventDefault());
  for (const element of document.querySelectorAll("body *")) {
    for (const name of ["mouseover", "mouseenter", "pointerover", "focus", "load", "error", "toggle", "animationend"]) {
      element.dispatchEvent(new Event(name));
    }
    if (element.nodeName !== "A") element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  const links = [...document.querySelectorAll("a, area")].map((link) => link.protocol || "http:");
  await new Promise((done) => setTimeout(done, 50));
  const resources = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return {
    ran: window.ran,
    schemes: [...new Set(links)].filter((it) => !["http:", "https:", "mailto:", "tel:"].includes(it)),
    asked: resources.filter(({ host }) => host !== location.host).map(String),
    at: location.host,
  };
})()"#;

#[test]
fn content_that_attacks_is_only_read() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/vectors");
    let preview = Preview::of(std::path::Path::new(folder));
    let address = |path: &str| format!("http://{}{}{path}", preview.host, preview.base);
    let tab = chromium.tab("about:blank");
    tab.before_each_page("window.ran = []; window.pwned = (it) => window.ran.push(it);");
    tab.open(&address("index.html"));
    let pages = r#"(async () => {
      const seen = new Set([location.href]);
      for (const at of seen) {
        const page = new DOMParser().parseFromString(await (await fetch(at)).text(), "text/html");
        for (const link of page.querySelectorAll("a[href]")) {
          const url = new URL(link.getAttribute("href"), at);
          url.hash = "";
          if (url.host === location.host && url.pathname.endsWith(".html")) seen.add(url.href);
        }
      }
      return [...seen];
    })()"#;
    let pages = tab.value(pages);
    let pages: Vec<&str> = pages.as_array().into_iter().flatten().filter_map(|page| page.as_str()).collect();
    assert!(pages.len() > 20, "{pages:?}");
    for page in pages {
        tab.open(page);
        let touched = tab.value(TOUCH);
        assert_eq!(touched["ran"], serde_json::json!([]), "{page}: content of the source ran");
        assert_eq!(touched["schemes"], serde_json::json!([]), "{page}: a link that is a program");
        assert_eq!(touched["asked"], serde_json::json!([]), "{page}: asked of another host");
        assert_eq!(touched["at"], preview.host, "{page} led away");
    }
    // What would run is seen to run.
    tab.value("document.body.insertAdjacentHTML('beforeend', '<b onmouseover=pwned(1)>words</b>')");
    assert_eq!(tab.value(TOUCH)["ran"], serde_json::json!([1]));
}
