//! Every kind of page in the hands of those who use the keyboard alone, and of those whom motion makes dizzy.

use super::chromium::Chromium;
use super::looks::{OF_DEMO, demo};

/// How many elements the keyboard should reach: of a choice the one that is chosen, the others by arrows.
const STOPS: &str = "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')].filter(it => \
                     it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0 && !it.matches('[type=radio]:not(:checked)')).map((it, at) => (it.dataset.stop = at, it)).length";
/// Which of them it has reached, and what is wrong with how that is shown.
const REACHED: &str = "(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return { stop: null };
  const box = it.getBoundingClientRect();
  const [plain, drawn] = [getComputedStyle(it), getComputedStyle(it.querySelector('rect, .track') ?? it)];
  const ring = it.matches(':focus-visible') && (plain.outlineStyle !== 'none' ? parseFloat(plain.outlineWidth) >= 2 : parseFloat(drawn.strokeWidth) >= 2 || drawn.textDecorationLine === 'underline');
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { stop: it.dataset.stop ?? '', fault: ring && seen ? null : `${ring ? '' : 'no ring '}${seen ? '' : 'not in sight '}${it.outerHTML.slice(0, 120)}` };
})()";

#[test]
fn the_keyboard_reaches_everything_and_shows_where_it_is() {
    let Some(chromium) = Chromium::start() else { return };
    let built = demo();
    let tab = chromium.tab("about:blank");
    let mut faults = Vec::new();
    for (page, width) in OF_DEMO.iter().flat_map(|page| [(page, 320), (page, 1280)]) {
        tab.shape(width, "light");
        tab.calm();
        tab.open(&built.url(page));
        let stops = tab.value(STOPS).as_u64().expect("a number");
        let mut reached = std::collections::BTreeSet::new();
        // Scripts may add a stop to each that is there.
        for _ in 0..stops * 2 {
            tab.press("Tab");
            let at = tab.value(REACHED);
            let Some(stop) = at["stop"].as_str() else { break };
            reached.insert(stop.to_owned());
            faults.extend(at["fault"].as_str().map(|fault| format!("{page}, {width} wide: {fault}")));
        }
        for missed in (0..stops).filter(|stop| !reached.contains(&stop.to_string())) {
            let html =
                tab.value(&format!("document.querySelector('[data-stop=\"{missed}\"]').outerHTML.slice(0, 120)"));
            faults.push(format!("{page}, {width} wide: never reaches {html}"));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn what_is_carried_on_is_put_in_another_order_by_arrows() {
    let Some(chromium) = Chromium::start() else { return };
    let built = demo();
    let tab = chromium.tab(&built.url("technical-leadership-at-basalt/l6.html"));
    tab.value("document.querySelector('[name=by]:checked').focus()");
    tab.press("ArrowRight");
    tab.wait("document.activeElement.id === 'by_dimension' && document.activeElement.checked");
}

#[test]
fn nothing_moves_where_the_system_asks_for_calm() {
    const MOVING: &str = "[document.documentElement, ...document.querySelectorAll('*')].flatMap(it => [null, '::before', \
                          '::after'].map(part => [it, getComputedStyle(it, part)])).filter(([, style]) => \
                          [style.transitionDuration, style.animationDuration].some(it => parseFloat(it) > 0) || \
                          style.scrollBehavior === 'smooth').map(([it]) => it.outerHTML.slice(0, 80))";
    let Some(chromium) = Chromium::start() else { return };
    let built = demo();
    let tab = chromium.tab("about:blank");
    tab.calm();
    for page in OF_DEMO {
        tab.open(&built.url(page));
        assert_eq!(tab.value(MOVING), serde_json::json!([]), "{page}");
    }
}
