// What a page can do beyond being read: search, a switch for light and dark, criteria copied as citations. Everything is
// made when it is first used; data comes by script elements, which work from disk as well.
(() => {
  const root = document.currentScript.dataset.root;
  const on = document.addEventListener.bind(document);
  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // ---- data of the site: "index", "guidance", "tracks/<id>"

  let store = {};
  window.ladder_data = (name, data) => store[name]?.give(data);
  function load(name) {
    return (store[name] ??= (() => {
      let give;
      const promise = new Promise((resolve, reject) => {
        give = resolve;
        const script = make("script", { src: `${root}search/${encodeURI(name)}.js` });
        script.onload = () => script.remove();
        script.onerror = () => (script.remove(), reject(new Error(`${name} is not there`)));
        document.head.append(script);
      });
      return { promise, give };
    })()).promise;
  }
  on("ladder:swapped", () => ((store = {}), (all = null)));
  const words = async () => (await load("index")).words;
  const count = (it, n) => (it[new Intl.PluralRules(it.language).select(n)] ?? it.other).replace("{count}", n);

  // ---- words: without case and accents

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const parser = document.createElement("template");
  const plain = (html) => {
    if (!/[<&]/.test(html)) return html;
    parser.innerHTML = html;
    return parser.content.textContent;
  };
  // Marks the terms, where they are written as they are spelt.
  function marked(text, terms) {
    const any = terms.flat().map((term) => term.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|");
    return text.split(RegExp(`(${any})`, "i")).map((part, i) => (i % 2 ? make("mark", {}, part) : part));
  }

  // ---- search: every entry is [weight, words, where, address, folded words]

  let all = null;
  const entry = (weight, text, where, href) => [weight, text, where, href, ` ${fold(`${text} ${where}`)}`];
  const levelName = ([, code, title]) => (code && code !== title ? `${code} ${title}` : title);

  const names = ({ tracks, dimensions, pages, words }) => [
    ...tracks.map(({ i, n, g, s }) => entry(9, n, [g, s].filter(Boolean).join(" · "), `${i}/index.html`)),
    ...tracks.flatMap(({ i, n, l }) => l.map((level) => entry(8, levelName(level), n, `${i}/${level[0]}.html`))),
    ...dimensions.map(([id, title]) => entry(7, title, words.dimension, `dimensions/${id}.html`)),
    ...pages.map(([href, title]) => entry(7, title, words.guidance, href)),
  ];

  const guidance = (list, where) => list.map(([href, heading, text]) => entry(1, text, heading ? `${heading} · ${where}` : where, href));

  async function track({ i, n, l }, index) {
    const data = await load(`tracks/${i}`);
    const out = guidance(data.p, n);
    data.l.forEach(({ c, p }, at) => {
      const where = `${n} · ${levelName(l[at])}`;
      const page = `${i}/${l[at][0]}.html`;
      out.push(...guidance(p, where));
      for (const [anchor, dimension, html] of c) {
        const title = index.dimensions[dimension]?.[1];
        out.push(entry(3, plain(html), title ? `${where} · ${title}` : where, `${page}#${anchor}`));
      }
    });
    return out;
  }

  async function gather(tell) {
    const index = await load("index");
    all = names(index);
    tell();
    const parts = index.tracks.map((it) => track(it, index));
    parts.push(load("guidance").then(({ p }) => guidance(p, index.words.guidance)));
    await Promise.all(parts.map((part) => part.then((found) => (all.push(...found), tell()))));
  }

  // How many letters must change; two that have changed places are one.
  function distance(a, b) {
    const rows = [[...Array(b.length + 1).keys()]];
    for (let i = 1; i <= a.length; i++) {
      const [row, above] = [[i], rows[i - 1]];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
      rows.push(row);
    }
    return rows[a.length][b.length];
  }

  // A word that stands nowhere is taken for the words that are spelt nearly like it.
  function spelt(term) {
    if (term.length < 4 || all.some((it) => it[4].includes(term))) return [term];
    const most = term.length > 7 ? 2 : 1;
    const known = new Set(all.flatMap((it) => it[4].match(/[\p{L}\p{N}]{3,}/gu) || []));
    const near = [...known].filter((word) => Math.abs(word.length - term.length) <= most && distance(term, word) <= most);
    return near.length ? near : [term];
  }

  function find(query) {
    const terms = fold(query).split(/\s+/).filter(Boolean).map(spelt);
    const score = (it) => {
      let sum = it[0];
      for (const term of terms) {
        const best = Math.max(...term.map((word) => (it[4].includes(` ${word}`) ? 4 : it[4].includes(word) ? 1 : -99)));
        if (best < 0) return 0;
        sum += best;
      }
      return sum - it[1].length / 400;
    };
    const hits = all.map((it) => [score(it), it]).filter(([points]) => points > 0);
    hits.sort((a, b) => b[0] - a[0]);
    return { terms, hits };
  }

  let dialog = null;
  async function search() {
    if (!dialog?.isConnected) dialog = panel(await words());
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").select();
  }

  function panel(words) {
    const box = make("dialog", { "aria-label": words.search });
    const input = make("input", { type: "search", role: "combobox", "aria-label": words.search, placeholder: words.ask, "aria-expanded": "true", "aria-controls": "hits_", autocomplete: "off" });
    const list = make("ul", { class: "hits", id: "hits_", role: "listbox", "aria-label": words.search });
    const note = make("p", { class: "note", role: "status" });
    box.append(input, list, note);
    document.body.append(box);
    let at = 0;
    const choose = (to) => {
      at = Math.max(0, Math.min(to, list.children.length - 1));
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === at));
      list.children[at]?.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", list.children[at]?.id || "");
    };
    const show = () => {
      const query = input.value.trim();
      const { terms, hits } = query ? find(query) : { hits: [] };
      list.replaceChildren(...hits.slice(0, 40).map(([, [, text, where, href]], i) => {
        const link = make("a", { href: root + href, tabindex: "-1" }, ...marked(text.length > 300 ? `${text.slice(0, 300)}…` : text, terms), make("small", {}, ...marked(where, terms)));
        return make("li", { role: "option", id: `hit_${i}` }, link);
      }));
      note.textContent = query ? count(words.matches, hits.length) : words.keys;
      choose(0);
    };
    // The words of all tracks are fetched when somebody looks for any.
    input.addEventListener("input", () => gather(show).catch(() => {}), { once: true });
    input.addEventListener("input", () => all && show());
    box.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) choose(at + step);
      else if (event.key === "Enter") list.children[at]?.firstChild.click();
      else return;
      event.preventDefault();
    });
    box.addEventListener("click", (event) => (event.target === box || event.target.closest("a")) && box.close());
    note.textContent = words.keys;
    return box;
  }

  // ---- a criterion as a citation

  const cite = make("button", { type: "button", class: "cite" });
  async function offer(item) {
    if (!item || cite.parentNode === item) return;
    cite.textContent = (await words()).cite;
    item.querySelector(".permalink").after(cite);
  }
  cite.addEventListener("click", async () => {
    const item = cite.parentNode;
    const copy = item.cloneNode(true);
    copy.querySelectorAll(".permalink, .cite, .note, details, del").forEach((it) => it.remove());
    const { quoted, cited } = await words();
    const text = `${quoted.replace("{text}", () => copy.textContent.replace(/\s+/g, " ").trim())} (${document.title}, ${location.href.split("#")[0]}#${item.id})`;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return prompt("", text);
    }
    say(cited);
  });
  let toast = null;
  function say(words) {
    if (!toast?.isConnected) toast = document.body.appendChild(make("p", { class: "toast", role: "status" }));
    toast.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (toast.textContent = ""), 2500);
  }

  // ---- what the reader does

  for (const name of ["pointerover", "focusin"]) on(name, ({ target }) => offer(target.closest?.(".criteria > li[id]")).catch(() => {}));
  on("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search();
  });
  on("click", ({ target }) => {
    if (target.closest?.(".find")) search();
    if (target.closest?.(".scheme")) recolour();
    const link = target.closest?.("[data-pick]");
    if (link) link.hash = link.dataset.pick;
  });

  // From what is seen to its opposite; back to the system's choice where that is the same.
  function recolour() {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const seen = document.documentElement.dataset.scheme || system;
    const wanted = seen === "dark" ? "light" : "dark";
    try {
      if (wanted === system) localStorage.removeItem("ladder-scheme");
      else localStorage.setItem("ladder-scheme", wanted);
    } catch {
      // It then holds for this page alone.
    }
    document.dispatchEvent(new CustomEvent("ladder:scheme", { detail: wanted }));
  }

  window.ladder = { root, load, make, levelName, count };
})();
