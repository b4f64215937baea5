// Loads what a page needs: each script comes with the first page that holds something for it. They are no modules,
// which a browser refuses to load from a disk.

(() => {
const SCRIPTS = {
  "[data-jb-catalogue]": "catalogue.js",
  "[data-jb-find]": "find.js",
  "[data-jb-compare]": "journey-compare.js",
  "[data-jb-copy]": "copy-link.js",
  "[data-jb-gap-filters]": "gap-filters.js",
  "[data-jb-gap-sort]": "gap-sort.js",
  "[data-jb-gap]": "gap-target.js",
  "[data-jb-map]": "journey-map.js",
  "[data-jb-states]": "matrix-states.js",
  "[data-jb-since]": "since.js",
  "[data-jb-views]": "journey-views.js",
};

// What few readers ask for comes when they do: by the part of a page, or by an address such as #slide-3 or ?print=sheet.
const ON_DEMAND = {
  "[data-jb-present-start]": ["present.js", () => location.hash.startsWith("#slide-")],
  "[data-jb-print-as]": ["print-as.js", () => new URLSearchParams(location.search).has("print")],
};

const HERE = document.currentScript.src;
const loaded = new Set();

/** Load the scripts of the page that has just come; each then looks after later pages by itself. */
function load() {
  // First, since others write addresses in which the audience stands.
  if (new URLSearchParams(location.search).has("for")) fetchOnce("audience.js");
  for (const [selector, name] of Object.entries(SCRIPTS)) {
    if (document.querySelector(selector)) fetchOnce(name);
  }
  for (const [selector, [name, isAsked]] of Object.entries(ON_DEMAND)) {
    for (const part of document.querySelectorAll(selector)) {
      if (isAsked()) fetchOnce(name);
      if (!part.hidden) continue;
      part.hidden = false;
      part.addEventListener("click", () => {
        if (part.dataset.jbHash) location.hash = part.dataset.jbHash;
        fetchOnce(name);
      });
    }
  }
  const search = document.querySelector(".md-search__input");
  search?.addEventListener("focus", () => fetchOnce("find.js"), { once: true });
}

function fetchOnce(name) {
  if (loaded.has(name)) return;
  loaded.add(name);
  const script = document.createElement("script");
  script.src = new URL(name, HERE);
  script.async = false;
  document.head.append(script);
}

/** Find the linked place; an address that is written wrongly leads nowhere. */
function linked() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** Bring the linked place back into view once style sheets that come with the page have moved it. */
async function settle() {
  const waiting = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
  if (!location.hash || !waiting.length) return;
  const ended = (link) => new Promise((done) => ["load", "error"].forEach((end) => link.addEventListener(end, done)));
  await Promise.all(waiting.map(ended));
  linked()?.scrollIntoView();
}

/** Offer to print where the page does; without this script the browser's own menu prints as well. */
function offerPrint() {
  for (const button of document.querySelectorAll("[data-jb-print]")) {
    button.hidden = false;
    button.onclick = () => print();
  }
}

/** Close with Escape what lies open over the page, and lead back to what opened it. */
function closeOpen({ key }) {
  const open = key === "Escape" && document.querySelector(":is(.jb-pick, .jb-choose)[open]");
  if (!open) return;
  open.open = false;
  open.firstElementChild.focus();
}

/** Close it too once the focus goes on to something else. */
function closeLeft({ target }) {
  for (const open of document.querySelectorAll(":is(.jb-pick, .jb-choose)[open]")) open.open = open.contains(target);
}

function start() {
  load();
  offerPrint();
  settle();
}

addEventListener("hashchange", load);
addEventListener("keydown", closeOpen);
addEventListener("focusin", closeLeft);
if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
