// Puts any two to four levels or tracks side by side, on the page of comparisons. The choice is in the address behind #,
// as `track/level+track`, so that it can be shared.
(() => {
  const { root, load, make, levelName, count } = window.ladder;
  const [picks, out] = ["picks_", "free_"].map((id) => document.getElementById(id));
  const small = (words) => make("small", {}, words);
  const MOST = 4;
  const BIG = 1e6;
  let index, words;

  // ---- criteria, by one number: that of the track × BIG + its own

  let flat = [];
  const tracks = [];
  const key = (track, number) => (Array.isArray(number) ? number[0] * BIG + number[1] : track * BIG + number);
  const at = (number) => flat[Math.floor(number / BIG)]?.[number % BIG];

  // A track, and those that it builds on.
  async function bring(track) {
    if (tracks[track]) return;
    const data = (tracks[track] = await load(`tracks/${index.tracks[track].i}`));
    const known = (number) => number != null && key(track, number);
    flat[track] = data.l.flatMap(({ c }, level) =>
      c.map(([anchor, dimension, html, kind, of, shared]) => ({ track, level, anchor, dimension, html, kind, of: known(of), shared: shared.map(known) })),
    );
    const others = data.l.flatMap(({ a, b, c }) => [b?.[0], ...a.map((it) => it[0]), ...c.map((it) => it[4]?.[0])]);
    await Promise.all([...new Set(others)].filter((other) => other >= 0).map(bring));
  }

  const numbers = (track, wanted) => new Set([...flat[track].keys()].filter((it) => wanted(flat[track][it])).map((it) => key(track, it)));

  function inForce(track, level) {
    const { a, b, m } = tracks[track].l[level];
    const held = numbers(track, (it) => it.level === level);
    if (b) inForce(...b).forEach((number) => held.add(number));
    m.forEach((number) => held.delete(key(track, number)));
    a.forEach((number) => held.add(key(track, number)));
    return held;
  }

  // ---- threads: a criterion, what it raises or repeats, and its twins on other tracks

  function chain(number) {
    const found = [number];
    let of;
    while ((of = at(found.at(-1))?.of ?? false) !== false && found.length < 999) found.push(of);
    return found;
  }
  const height = (number) => chain(number).filter((it) => at(it)?.kind === 2).length;

  function threads(columns) {
    const parent = new Map();
    const top = (number) => {
      while (parent.has(number)) number = parent.get(number);
      return number;
    };
    const first = (number) => chain(number).at(-1);
    const held = new Set(columns.flatMap((column) => [...column]));
    for (const number of held) {
      for (const twin of chain(number).flatMap((it) => at(it)?.shared || [])) {
        const [one, other] = [number, twin].map((it) => top(first(it)));
        if (held.has(twin) && one !== other) parent.set(other, one);
      }
    }
    const rows = new Map();
    columns.forEach((column, place) => {
      for (const number of column) {
        const name = top(first(number));
        if (!rows.has(name)) rows.set(name, columns.map(() => []));
        rows.get(name)[place].push(number);
      }
    });
    return [...rows.values()];
  }

  // ---- what is shown

  const html = (number) => at(number).html;
  const tall = (cell) => Math.max(...cell.map(height));

  function line(number, sign) {
    const it = at(number);
    const { i, l } = index.tracks[it.track];
    const link = make("a", { href: `${root}${i}/${l[it.level][0]}.html#${it.anchor}` });
    link.innerHTML = it.html;
    return make("li", { class: sign }, link);
  }

  function head({ track, level }, held) {
    const { i, n, l } = index.tracks[track];
    const name = level < 0 ? n : levelName(l[level]);
    const cell = make("th", { scope: "col" }, make("a", { href: `${root}${i}/${level < 0 ? "index" : l[level][0]}.html` }, name));
    if (level >= 0) {
      cell.prepend(small(n));
      for (const [name, value] of tracks[track].l[level].f) cell.append(small(`${name}: ${value}`));
      cell.append(small(count(words.asked, held.size)));
    }
    return cell;
  }

  function answer(rows) {
    const count = { adds: 0, raises: 0, repeats: 0, eased: 0, drops: 0 };
    for (const [one, other] of rows) {
      if (!other.length) count.drops += one.length;
      else if (!one.length) count.adds += other.length;
      else other.forEach((it) => count[["eased", "repeats", "raises"][Math.sign(height(it) - tall(one)) + 1]]++);
    }
    const names = { adds: "gained", raises: "raised", repeats: "kept", eased: "eased", drops: "released" };
    const shown = Object.entries(count).filter(([sign, number]) => number || sign !== "eased");
    return make("div", { class: "answer" }, ...shown.map(([sign, number]) => make("span", { class: sign === "eased" ? "drops" : sign }, make("b", {}, number), make("span", {}, words[names[sign]]))));
  }

  function body(rows, chosen) {
    const wide = chosen.length;
    const cells = (lists) => make("tr", {}, ...lists.map((list, place) => {
      const cell = make("td", { "data-of": chosen[place].name });
      if (list.length) cell.append(make("ul", { class: "marked" }, ...list));
      return cell;
    }));
    const [found, single, same] = [[], [], []];
    for (const row of rows) {
      const full = row.filter((cell) => cell.length);
      if (full.length < 2) single.push(row);
      else if (full.length === wide && new Set(full.map((cell) => cell.map(html).join())).size === 1) same.push(...row[0]);
      else {
        const low = Math.min(...full.map(tall));
        found.push(cells(row.map((cell) => cell.map((it) => line(it, height(it) > low ? "raises" : "repeats")))));
      }
    }
    const alone = (cell, place) => cell.map((it) => line(it, wide > 2 ? "plain" : place ? "adds" : "drops"));
    if (single.length) found.push(cells(chosen.map((_, place) => single.flatMap((row) => alone(row[place], place)))));
    if (same.length) {
      const list = make("ul", { class: "marked" }, ...same.map((it) => line(it, "repeats")));
      found.push(make("tr", { class: "all" }, make("td", { colspan: wide }, small(count(words.on, same.length)), list)));
    }
    return found;
  }

  function table(chosen, columns, rows) {
    const made = make("table", { class: "free" }, make("thead", {}, make("tr", {}, ...chosen.map((it, place) => head(it, columns[place])))));
    const of = (row) => at(row.find((cell) => cell.length)[0]).dimension;
    for (const dimension of [...index.dimensions.keys(), null]) {
      const here = rows.filter((row) => of(row) === dimension);
      if (!here.length) continue;
      const part = make("tbody", {});
      if (here.length < rows.length) {
        const title = dimension === null ? words.other : index.dimensions[dimension][1];
        part.append(make("tr", { class: "band" }, make("th", { colspan: chosen.length, scope: "rowgroup" }, make("span", {}, title))));
      }
      part.append(...body(here, chosen));
      made.append(part);
    }
    return make("div", { class: "matrix cards scroll", tabindex: "0", role: "region", "aria-label": chosen.map((it) => it.name).join(", ") }, made);
  }

  // ---- the choice

  function read() {
    let names = [];
    try {
      names = decodeURIComponent(location.hash.slice(1)).split("+");
    } catch {
      // An address that nobody made here names nothing.
    }
    return names.slice(0, MOST).map((name) => {
      const [id, step] = name.split("/");
      const track = index.tracks.findIndex((it) => it.i === id);
      const level = track < 0 || !step ? -1 : index.tracks[track].l.findIndex((it) => it[0] === step);
      if (track < 0 || (step && level < 0)) return null;
      const { n, l } = index.tracks[track];
      return { track, level, id: name, name: level < 0 ? n : `${n} · ${levelName(l[level])}` };
    }).filter(Boolean);
  }

  function choices() {
    const groups = index.tracks.map(({ i, n, l }) => {
      const levels = l.filter((it) => it[3]).map((it) => make("option", { value: `${i}/${it[0]}` }, `${n} · ${levelName(it)}`));
      return make("optgroup", { label: n }, make("option", { value: i }, `${n}: ${words.whole}`), ...levels);
    });
    return [...Array(MOST).keys()].map((place) => {
      const select = make("select", {}, make("option", { value: "" }, "–"), ...groups.map((it) => it.cloneNode(true)));
      select.addEventListener("change", () => {
        location.hash = [...picks.querySelectorAll("select")].map((it) => it.value).filter(Boolean).join("+");
      });
      return make("label", {}, `${words.pick} ${place + 1}`, select);
    });
  }

  async function show() {
    const chosen = read();
    picks.querySelectorAll("select").forEach((select, place) => (select.value = chosen[place]?.id || ""));
    if (chosen.length < 2) return out.replaceChildren(make("p", { class: "note" }, words.first));
    await Promise.all(chosen.map((it) => bring(it.track)));
    const columns = chosen.map(({ track, level }) => (level < 0 ? numbers(track, (it) => it.kind !== 1) : inForce(track, level)));
    const rows = threads(columns);
    out.replaceChildren(...(chosen.length === 2 ? [answer(rows)] : []), table(chosen, columns, rows));
  }

  async function start() {
    index = await load("index");
    words = index.words;
    flat = [];
    tracks.length = 0;
    picks.replaceChildren(...choices());
    await show();
  }
  const begin = () => start().catch(() => out.replaceChildren("…"));
  addEventListener("hashchange", () => index && show());
  document.addEventListener("ladder:swapped", begin);
  begin();
})();
