// Stands in the head, so that a page is never drawn in colours that the reader has turned off.
(() => {
  const root = document.documentElement;
  let scheme = null;
  const apply = () => {
    root.dataset.js = "";
    try {
      scheme = localStorage.getItem("ladder-scheme");
    } catch {
      // A browser that remembers nothing follows the system, or what was chosen on this page.
    }
    if (scheme) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
  };
  apply();
  document.addEventListener("ladder:scheme", ({ detail }) => ((scheme = detail), apply()));
  // The preview puts a new page into the old one, and its bare root with it.
  document.addEventListener("ladder:swapped", apply);
})();
