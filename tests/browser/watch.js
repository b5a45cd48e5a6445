// Runs before the scripts of a page: keeps what goes wrong, and how far anything moves after it was drawn.
window.wrongs = [];
window.moved = 0;
addEventListener("error", (event) => wrongs.push(event.message || `cannot load ${event.target.src || event.target.href}`), true);
addEventListener("unhandledrejection", (event) => wrongs.push(String(event.reason)));
for (const kind of ["error", "warn"]) console[kind] = (...words) => wrongs.push(words.join(" "));
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.moved += value;
}).observe({ type: "layout-shift", buffered: true });
