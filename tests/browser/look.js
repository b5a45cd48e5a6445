// What is wrong with a page as it is seen: a list of sentences. Runs in the page, once it is drawn.
(async () => {
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const faults = new Set();
  const say = (what, node) => faults.add(`${what}: ${node.outerHTML.slice(0, 120)}`);
  const root = document.documentElement;
  const all = [...document.body.querySelectorAll("*")].filter((node) => node.checkVisibility({ visibilityProperty: true }));
  const words = (node) => [...node.childNodes].some((it) => it.nodeType === 3 && it.data.trim());
  const hidden = (node) => node.closest(".vh, .skip");
  const scrolls = (node) => /auto|scroll/.test(getComputedStyle(node).overflowX);
  const within = (node) => node.parentElement && (scrolls(node.parentElement) || within(node.parentElement));

  // ---- nothing is wider than the window, and no word is cut off
  if (root.scrollWidth > innerWidth) faults.add(`the page is ${root.scrollWidth - innerWidth} wider than the window`);
  for (const node of all) {
    if (hidden(node) || !words(node)) continue;
    const box = node.getBoundingClientRect();
    if ((box.right > innerWidth + 1 || box.left < -1) && !within(node)) say("reaches out of the window", node);
    const style = getComputedStyle(node);
    const cuts = style.overflowX === "hidden" && style.textOverflow !== "ellipsis";
    if (cuts && node.scrollWidth > node.clientWidth + 1) say("is cut off", node);
  }

  // ---- names in drawings do not touch
  for (const drawing of document.querySelectorAll("svg")) {
    const boxes = [...drawing.querySelectorAll("text")].map((node) => [node, node.getBoundingClientRect()]);
    boxes.forEach(([one, a], at) => {
      for (const [, b] of boxes.slice(at + 1)) {
        const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
        if (a.width && b.width && !apart) say("touches another name", one);
      }
    });
  }

  // ---- what scrolls can be reached by keyboard
  for (const node of all) {
    if (scrolls(node) && node.scrollWidth > node.clientWidth + 1 && node.tabIndex < 0 && !node.querySelector("a, button, [tabindex]")) say("scrolls, and has no focus", node);
  }

  // ---- contrast
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  const colour = (text) => {
    if (!colours.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      colours.set(text, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return colours.get(text);
  };
  const light = ([r, g, b]) => {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (node) => {
    const [r, g, b, a] = node ? colour(getComputedStyle(node).backgroundColor) : [255, 255, 255, 255];
    if (a === 255) return [r, g, b];
    const below = behind(node.parentElement);
    return [r, g, b].map((part, at) => (part * a + below[at] * (255 - a)) / 255);
  };
  for (const node of all) {
    if (hidden(node) || !words(node) || node.closest("svg")) continue;
    const style = getComputedStyle(node);
    const [one, other] = [light(colour(style.color)), light(behind(node))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < (large ? 3 : 4.5)) say(`has a contrast of ${ratio.toFixed(2)}`, node);
  }

  // ---- names, headings, landmarks
  for (const node of document.querySelectorAll("a[href], button, input, select, summary")) {
    const name = node.getAttribute("aria-label") || node.textContent.trim() || node.labels?.[0]?.textContent;
    if (!name) say("has no name", node);
  }
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => faults.add(`two elements are called ${id}`));
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((node) => [Number(node.nodeName[1]), node]);
  if (headings.filter(([depth]) => depth === 1).length !== 1) faults.add("there is not one first heading");
  headings.forEach(([depth, node], at) => at && depth > headings[at - 1][0] + 1 && say("skips a depth of headings", node));
  if (document.querySelectorAll("main").length !== 1) faults.add("there is not one main part");
  const navigation = [...document.querySelectorAll("nav")].map((node) => node.getAttribute("aria-label"));
  if (navigation.some((name, at) => !name || navigation.indexOf(name) !== at)) faults.add(`navigation is not told apart: ${navigation}`);

  // ---- nothing comes from elsewhere
  for (const { name } of performance.getEntriesByType("resource")) {
    if (!/^(file:|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(name)) faults.add(`asks for ${name}`);
  }

  // ---- nothing went wrong on the way, and nothing moved after it was drawn (both from `watch.js`)
  wrongs.forEach((wrong) => faults.add(`went wrong: ${wrong}`));
  // A very long page is drawn in parts, which may move its end a little.
  if (moved > 0.001) faults.add(`moved by ${moved} after it was drawn`);
  return [...faults];
})();
