// Keeps an open page of the preview alive. Only `ladder-site serve` adds it to pages; a built site does not hold it.
//
// In come events of the server: which build it has, and what is wrong. Out comes the same page with the new words, where
// the reader was: scroll position, focus, selection and opened details stay, because only what differs is touched.
// One tab of a browser holds the stream and tells the others: a browser grants six connections to a host, and a stream
// takes one for itself.
(() => {
  "use strict";
  const own = document.currentScript;
  const root = "/__ladder/";
  let { boot, build, mark } = own.dataset;
  let last = null;

  // ---- what scripts of the page have done to it, which a new page does not know and must not undo

  const foreign = new WeakSet();
  const altered = new WeakMap();
  const note = (records) => {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (type === "attributes") {
        if (!altered.has(target)) altered.set(target, new Set());
        altered.get(target).add(attributeName);
      }
      // The parser adds the blanks behind this script.
      addedNodes.forEach((node) => isBlank(node) || foreign.add(node));
    }
  };
  const observer = new MutationObserver(note);
  const observe = () => observer.observe(document, { subtree: true, childList: true, attributes: true });

  // ---- one page into another

  const BLOCK = "li, td, th, dd, dt, p, h1, h2, h3, h4, h5, h6, summary, figcaption, text";
  const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !node.data.trim();
  const isAlike = (was, now) =>
    was.nodeType === now.nodeType && was.nodeName === now.nodeName && (was.id || "") === (now.id || "");

  function morph(was, now, changed) {
    if (was.isEqualNode(now)) return;
    if (was.nodeType !== Node.ELEMENT_NODE) return retell(was, now, changed);
    attributes(was, now);
    children(was, now, changed);
  }

  // Replaces only the letters that differ, so that a selection beside them stays.
  function retell(was, now, changed) {
    const [old, text] = [was.data, now.data];
    if (old === text) return;
    let start = 0;
    while (start < old.length && old[start] === text[start]) start++;
    let end = 0;
    while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
    was.replaceData(start, old.length - start - end, text.slice(start, text.length - end));
    if (text.trim() && was.parentElement) changed.add(was.parentElement.closest(BLOCK) || was.parentElement);
  }

  function attributes(was, now) {
    const kept = altered.get(was);
    const isTheirs = (name) => kept?.has(name) || (name === "open" && was.nodeName === "DETAILS");
    for (const { name } of [...was.attributes]) {
      if (!now.hasAttribute(name) && !isTheirs(name)) was.removeAttribute(name);
    }
    for (const { name, value } of now.attributes) {
      if (was.getAttribute(name) !== value && !isTheirs(name)) was.setAttribute(name, value);
    }
  }

  const ahead = 40;

  function children(was, now, changed) {
    const fresh = [...now.childNodes];
    const wanted = new Set(fresh.map((node) => node.id).filter(Boolean));
    const known = new Map([...was.children].filter((node) => node.id).map((node) => [node.id, node]));
    let at = mine(was.firstChild);
    fresh.forEach((next, index) => {
      const match = matching(at, next, { known, following: fresh.slice(index + 1, index + 1 + ahead) });
      if (!match) {
        const node = document.importNode(next, true);
        was.insertBefore(node, at);
        if (node.nodeType === Node.ELEMENT_NODE) changed.add(node);
        return;
      }
      at = reach(match, at, wanted);
      morph(match, next, changed);
    });
    while (at) {
      const gone = at;
      at = mine(at.nextSibling);
      gone.remove();
    }
  }

  // The first node from here on that is not a script's doing.
  function mine(node) {
    while (node && foreign.has(node)) node = node.nextSibling;
    return node;
  }

  function matching(at, next, { known, following }) {
    if (next.id) {
      const match = known.get(next.id);
      return match && match.nodeName === next.nodeName ? match : null;
    }
    if (isBlank(next)) return at && isBlank(at) ? at : null;
    let node = at;
    for (let step = 0; node && step < ahead; step++) {
      if (node.isEqualNode(next)) return node;
      node = mine(node.nextSibling);
    }
    node = at;
    while (node && isBlank(node)) node = mine(node.nextSibling);
    const isLater = node && following.some((later) => node.isEqualNode(later));
    return node && !isLater && isAlike(node, next) ? node : null;
  }

  // Brings a match to its place: what stands before it goes, unless it is wanted later. Gives what follows.
  function reach(match, at, wanted) {
    const between = [];
    let node = at;
    while (node && node !== match) {
      between.push(node);
      node = mine(node.nextSibling);
    }
    if (node !== match || between.some((other) => other.id && wanted.has(other.id))) {
      match.parentNode.insertBefore(match, at);
      return at === match ? mine(match.nextSibling) : at;
    }
    between.forEach((other) => other.remove());
    return mine(match.nextSibling);
  }

  // ---- the head: title and style sheets

  const sheets = (page) => [...page.querySelectorAll("link[rel~=stylesheet]")];

  function restyle(page) {
    const [olds, news] = [sheets(document).filter((sheet) => !foreign.has(sheet) && !sheet.leaving), sheets(page)];
    news.forEach((sheet, index) => {
      const old = olds[index];
      if (old && old.getAttribute("href") === sheet.getAttribute("href")) return;
      const link = document.importNode(sheet, true);
      if (!old) return document.head.append(link);
      // The old one stays until the new one is there, so that the page never stands without a style.
      old.leaving = true;
      link.addEventListener("load", () => old.remove());
      link.addEventListener("error", () => old.remove());
      old.after(link);
    });
    olds.slice(news.length).forEach((sheet) => sheet.remove());
    if (document.title !== page.title) document.title = page.title;
  }

  // ---- showing a new page where the old one is read

  const scripts = (page) =>
    [...page.querySelectorAll("script")]
      .filter((script) => !foreign.has(script) && !(script.getAttribute("src") || "").startsWith(root))
      .map((script) => script.outerHTML)
      .join("");
  const reloader = (page) => page.querySelector(`script[src^="${root}"]`)?.getAttribute("src");

  function swap(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    if (reloader(page) !== own.getAttribute("src") || scripts(page) !== scripts(document)) return location.reload();
    const fresh = page.querySelector(`script[src^="${root}"]`);
    ({ boot, build, mark } = fresh.dataset);
    note(observer.takeRecords());
    observer.disconnect();
    const [place, focused, changed] = [reading(), document.activeElement, new Set()];
    try {
      restyle(page);
      attributes(document.documentElement, page.documentElement);
      fresh.replaceWith(document.importNode(own, true));
      morph(document.body, page.body, changed);
      place();
      if (focused && !focused.isConnected && focused.id) {
        document.getElementById(focused.id)?.focus({ preventScroll: true });
      }
      highlight(changed);
    } catch (error) {
      console.error(error);
      location.reload();
    }
    observe();
    document.dispatchEvent(new CustomEvent("ladder:swapped"));
  }

  // Remembers which words stand at the top of the window; gives a way to put them back there.
  function reading() {
    const spots = [0.15, 0.35, 0.55, 0.75].map((part) => document.elementFromPoint(innerWidth / 2, innerHeight * part));
    const found = spots.filter((node) => node && node !== document.body && node !== document.documentElement);
    const places = found.map((node) => [node, node.getBoundingClientRect().top]);
    return () => {
      const [node, top] = places.find(([node]) => node.isConnected) || [];
      const moved = scrollY > 0 && node ? node.getBoundingClientRect().top - top : 0;
      if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
    };
  }

  // Nothing of it is written into the page: an animation leaves no trace.
  function highlight(changed) {
    const nodes = [...changed].filter((node) => node.isConnected && node.nodeName !== "SCRIPT");
    if (nodes.length > 60) return;
    for (const node of nodes) {
      node.animate?.([{ backgroundColor: "rgb(255 196 0 / 50%)" }, { backgroundColor: "rgb(255 196 0 / 0%)" }], {
        duration: 1800,
        easing: "ease-in",
        id: "ladder-changed",
      });
    }
  }

  // ---- asking the server

  let asking = false;
  let again = false;

  async function renew() {
    if (asking) return void (again = true);
    asking = true;
    try {
      const answer = await fetch(location.pathname + location.search, {
        cache: "no-store",
        headers: { "If-None-Match": mark || "none" },
      });
      if (answer.status !== 304) {
        const isPage = (answer.headers.get("content-type") || "").startsWith("text/html");
        if (!isPage || answer.redirected) location.reload();
        else swap(await answer.text());
      }
    } catch {
      // The server has gone; the stream comes back when it does.
    }
    asking = false;
    if (again) {
      again = false;
      renew();
    }
  }

  function take(event) {
    last = event;
    overlay(event.problems);
    refresh(event.assets);
    if (event.boot !== boot || event.build !== build) {
      ({ boot, build } = event);
      renew();
    }
  }

  // Pictures keep their names when they change.
  function refresh(assets) {
    for (const picture of document.images) {
      const path = decodeURI(new URL(picture.src, location.href).pathname);
      if (assets.includes(path)) picture.src = `${picture.getAttribute("src").split("?")[0]}?${build}`;
    }
  }

  // ---- what is wrong, over the page

  const STYLE = `
    :host { all: initial }
    section { position: fixed; inset: auto 0 0 0; max-height: 70vh; overflow: auto; z-index: 2147483647; padding: 1rem 1.25rem;
      background: #1d1b22; color: #f4f1f7; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; border-top: 4px solid #ff5c5c;
      box-shadow: 0 -8px 30px rgb(0 0 0 / 40%) }
    h2 { font-size: 14px; margin: 0 0 .5rem; color: #ff8f8f } pre { margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere }
    article { margin: 0 0 .9rem } .place { color: #b9b2c8 } mark { background: none; color: #ff8f8f; text-decoration: underline wavy #ff5c5c }
    .help { color: #8fd3ff } button { float: right; font: inherit; color: inherit; background: #3a3644; border: 0; border-radius: 4px; padding: .2rem .6rem; cursor: pointer }
    @media print { section { display: none } }`;

  let host = null;
  let shown = "[]";

  function overlay(problems) {
    const text = JSON.stringify(problems);
    if (text === shown) return;
    shown = text;
    host?.remove();
    host = null;
    if (!problems.length) return;
    host = document.createElement("ladder-problems");
    foreign.add(host);
    const shadow = host.attachShadow({ mode: "open" });
    const section = element("section", { role: "alert" });
    const close = element("button", { type: "button" }, "close");
    close.addEventListener("click", () => host.remove());
    const title = problems.length === 1 ? "1 error" : `${problems.length} errors`;
    section.append(close, element("h2", {}, `${title}; the page is the last good one, or lacks what is wrong`));
    section.append(...problems.map(problem));
    shadow.append(element("style", {}, STYLE), section);
    document.documentElement.append(host);
  }

  function problem({ place, message, excerpt, help }) {
    const article = element("article");
    if (place) article.append(element("div", { class: "place" }, place));
    article.append(element("div", {}, message));
    if (excerpt) {
      const line = element("pre");
      line.append(`${excerpt.line} | ${excerpt.before}`, element("mark", {}, excerpt.marked || " "), excerpt.after);
      article.append(line);
    }
    if (help) article.append(element("div", { class: "help" }, `help: ${help}`));
    return article;
  }

  function element(name, attributes = {}, text = "") {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.textContent = text;
    return made;
  }

  // ---- the stream: one for all tabs of a browser, held by whoever has the lock

  let source = null;

  function listen(tell) {
    source = new EventSource(`${root}events`);
    source.onmessage = ({ data }) => tell(JSON.parse(data));
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 500, tell);
    };
  }

  function share() {
    const channel = new BroadcastChannel("ladder-site");
    channel.onmessage = ({ data }) => {
      if (data !== "what is new?") take(data);
      else if (source && last) channel.postMessage(last);
    };
    navigator.locks.request("ladder-site", () => {
      listen((event) => {
        channel.postMessage(event);
        take(event);
      });
      return new Promise(() => {});
    });
    channel.postMessage("what is new?");
    // A page that comes back from the history was not told what happened meanwhile.
    addEventListener("pageshow", ({ persisted }) => persisted && renew());
  }

  // Without locks (another machine's address without https) each tab listens while it is seen.
  function alone() {
    const look = () => {
      source?.close();
      if (!document.hidden) listen(take);
    };
    document.addEventListener("visibilitychange", look);
    look();
  }

  observe();
  if (navigator.locks && window.BroadcastChannel) share();
  else alone();
})();
