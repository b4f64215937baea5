// Shows the handbook as one of its audiences sees it: the one that the address names, which the links of the site then
// name as well. Lanes, sections and entries of the navigation that are not for them are left out, and the first page is
// theirs. A line on every page says so and leads back. Without this script everything is there.

(() => {
const NAME = "for";
const HERE = document.currentScript.src;
const ROOT = new URL("../../", HERE);
const sheet = new CSSStyleSheet();
let name = chosen();
let view = null;

function chosen() {
  return new URLSearchParams(location.search).get(NAME) ?? "";
}

/** Find what the audience sees of the handbook that this page is part of. */
function find() {
  const inside = (one) => location.href.startsWith(new URL(one.part, ROOT).href);
  const book = (window.jbAudiences ?? []).filter(inside).sort((one, other) => other.part.length - one.part.length)[0];
  const found = book && Object.hasOwn(book.audiences, name) ? book.audiences[name] : null;
  if (!found) return null;
  const root = new URL(book.part, ROOT);
  const at = (path) => placeOf(new URL(path, root));
  return { ...found, home: at(found.home), first: found.first && new URL(found.first, root), pages: new Set(found.pages.map(at)) };
}

function placeOf(url) {
  return url.origin + url.pathname.replace(/index\.html$/, "");
}

/** Give an address of this site with the choice in it; the audience's own page stands in place of the first one. */
function carried(address) {
  const url = new URL(address, location.href);
  if (!url.href.startsWith(ROOT.href)) return null;
  const led = view?.first && placeOf(url) === view.home && !url.search ? new URL(view.first) : url;
  led.searchParams.set(NAME, name);
  return led;
}

/** Let a link that is about to be followed, opened or copied keep the choice. */
function carry({ target }) {
  const link = target.closest?.("a[href]");
  if (!view || !link || link.hasAttribute("download") || link.dataset.jbAll !== undefined) return;
  const url = /^https?:|^file:/.test(link.href) ? carried(link.href) : null;
  if (url) link.href = url;
}

// Filters write addresses too, each without knowing of the others.
for (const way of ["pushState", "replaceState"]) {
  const write = history[way].bind(history);
  history[way] = (state, title, address) => write(state, title, name && address ? (carried(address) ?? address) : address);
}

/** Leave out of the navigation what leads to nothing but sections that are not shown. */
function leaveOut() {
  for (const entry of document.querySelectorAll("nav li, .md-tabs li, .wy-menu li, .navbar li")) {
    const links = [...entry.querySelectorAll("a[href]")];
    const isLeft = (link) => !link.getAttribute("href").startsWith("#") && view.pages.has(placeOf(new URL(link.href)));
    if (links.length && links.every(isLeft)) entry.style.display = "none";
  }
  for (const part of document.querySelectorAll("[data-jb-section]")) {
    if (view.sections.includes(part.dataset.jbSection)) hide(part);
  }
  for (const list of document.querySelectorAll("[data-jb-entries]:not(:has(li:not([hidden])))")) hide(list);
}

/** Hide a part of a page, and the heading above it. */
function hide(part) {
  part.hidden = true;
  const heading = part.previousElementSibling;
  if (heading?.matches("h2")) heading.hidden = true;
}

function sign() {
  const line = document.createElement("div");
  line.className = "jb jb-seen-as";
  const text = document.createElement("p");
  text.className = "jb-row jb-quiet";
  text.setAttribute("role", "status");
  const all = document.createElement("a");
  const url = new URL(location.href);
  url.searchParams.delete(NAME);
  all.href = url;
  all.textContent = view.all;
  all.dataset.jbAll = "";
  // The theme would take it for the page that is here already.
  all.addEventListener("click", (event) => event.stopPropagation());
  text.append(view.says, all);
  line.append(text);
  const content = document.querySelector(".md-content__inner") ?? document.querySelector("[role=main], main");
  content?.prepend(line);
}

function show() {
  name = chosen();
  view = find();
  sheet.replaceSync(
    (view?.lanes ?? [])
      .map((lane) => `[data-jb-lane="${lane}"],label:has([data-jb-toggle="${lane}"]),.jb-story-lane--${lane}{display:none!important}`)
      .join(""),
  );
  if (!view) return;
  if (view.first && placeOf(location) === view.home && !document.querySelector(".jb-seen-as")) {
    const there = carried(location.pathname);
    if (placeOf(there) !== view.home) return location.replace(there);
  }
  leaveOut();
  if (!document.querySelector(".jb-seen-as")) sign();
  for (const link of document.querySelectorAll("[data-jb-audiences] a")) {
    if (new URL(link.href).searchParams.get(NAME) === name) link.setAttribute("aria-current", "true");
  }
}

document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
for (const event of ["click", "auxclick", "contextmenu"]) document.addEventListener(event, carry, true);
const data = document.createElement("script");
data.src = new URL("audience-data.js", HERE);
data.onload = () => {
  if (window.document$ && location.protocol !== "file:") window.document$.subscribe(show);
  else show();
};
document.head.append(data);
})();
