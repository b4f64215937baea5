// Prints a journey on one sheet of A4 or as a poster, from its buttons or as the address asks with ?print=poster-a1.

(() => {
const HERE = document.currentScript.src;
const PARAMETER = "print";
const KINDS = /^(sheet|poster-(a[0-3]))$/;
// A poster of A3 has its smallest letters in nine points; larger ones grow with the paper.
const SMALLEST = 12;
const ROOT = 16;
const PAPERS = { a3: { width: 420, scale: 1 }, a2: { width: 594, scale: Math.SQRT2 }, a1: { width: 841, scale: 2 }, a0: { width: 1189, scale: 2 * Math.SQRT2 } };
const MARGIN = 10;
const DOTS = 96 / 25.4;
const NAMES = 6.8 * ROOT;
const COLUMN = 7.8 * ROOT;

/** Load the style sheet of what is printed, which nothing else needs. */
function dress() {
  const address = new URL("print-as.css", HERE).href;
  const known = [...document.querySelectorAll("link")].some((link) => link.href === address);
  if (known) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
  document.body.append(link);
  return new Promise((done) => ["load", "error"].forEach((end) => link.addEventListener(end, done)));
}

/** The smallest letters of a map, in the letters of its page. */
function smallest(table) {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const sizes = [...table.querySelectorAll("td *, th *")]
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map((one) => Number.parseFloat(getComputedStyle(one).fontSize) / root);
  return Math.min(...sizes);
}

/** Part the columns of a map into sheets that each have room for so many, a phase on one sheet where it fits. */
function sheets(columns, room) {
  const parts = [];
  let first = 0;
  while (first < columns.length) {
    let last = Math.min(first + room, columns.length);
    const isInside = last < columns.length && columns[last] === columns[last - 1];
    const start = isInside ? columns.indexOf(columns[last]) : last;
    if (start > first) last = start;
    parts.push([first, last]);
    first = last;
  }
  return parts;
}

/** Copy a map with some of its columns alone. */
function copied(block, columns, [first, last]) {
  const copy = block.cloneNode(true);
  copy.classList.add("jb-poster-part");
  copy.removeAttribute("data-jb-map");
  // What has no room on the screen has room on paper.
  copy.classList.remove("jb-is-folded", "jb-is-stacked");
  for (const one of copy.querySelectorAll(".jb-elsewhere")) one.classList.remove("jb-elsewhere");
  if (last < columns.length) copy.querySelector(".jb-legend")?.remove();
  const wide = copy.querySelector(".jb-lane--curve td");
  if (wide) wide.colSpan = columns.length;
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
  const shown = columns.slice(first, last);
  for (const row of copy.querySelectorAll("tr, colgroup")) {
    let at = 0;
    for (const cell of [...row.children].slice(1)) {
      const span = cell.colSpan || 1;
      const inside = Math.min(at + span, last) - Math.max(at, first);
      if (inside <= 0) cell.remove();
      else if (cell.colSpan) cell.colSpan = inside;
      at += span;
    }
  }
  copy.style.setProperty("--jb-of", columns.length / shown.length);
  copy.style.setProperty("--jb-before", first / shown.length);
  return copy;
}

/** Make a poster: as large as it fits, never with letters that are too small, on as many sheets as that takes. */
function lay(size) {
  const block = document.querySelector(".jb-map-block:not(.jb-glance)");
  if (!block) return;
  const table = block.querySelector("table");
  const paper = PAPERS[size];
  const scale = Math.max(SMALLEST / (smallest(table) * ROOT), fitting(block));
  const columns = [...table.querySelectorAll("col[data-jb-phase]")].map((one) => one.dataset.jbPhase);
  const width = ((PAPERS.a3.width - 2 * MARGIN) * DOTS) / scale - NAMES;
  const room = Math.max(1, Math.floor(width / COLUMN));
  document.documentElement.style.setProperty("--jb-poster", String(scale * paper.scale));
  const parts = sheets(columns, room);
  if (parts.length > 1) block.after(...parts.map((part) => copied(block, columns, part)));
  block.classList.toggle("jb-poster-whole", parts.length > 1);
}

/** The scale at which all of a map was reckoned to fit on one sheet, digit by digit as its classes say it. */
function fitting(block) {
  const digit = (name) => Number(RegExp(`jb-${name}-(\\d)`).exec(block.className)?.[1] ?? 0);
  return (digit("hundreds") * 100 + digit("tens") * 10 + digit("ones")) * 0.0125;
}

function clear() {
  const root = document.documentElement;
  for (const name of [...root.classList].filter((one) => one.startsWith("jb-as-"))) root.classList.remove(name);
  for (const part of document.querySelectorAll(".jb-poster-part")) part.remove();
  document.querySelector(".jb-poster-whole")?.classList.remove("jb-poster-whole");
}

/** Make the page ready to be printed as something; tells whether it is known. */
async function prepare(kind) {
  const found = KINDS.exec(kind ?? "");
  if (!found) return false;
  clear();
  await dress();
  document.documentElement.classList.add(found[2] ? "jb-as-poster" : "jb-as-sheet");
  if (found[2]) {
    document.documentElement.classList.add(`jb-as-${found[2]}`);
    lay(found[2]);
  }
  return true;
}

async function printed(kind) {
  if (!(await prepare(kind))) return;
  addEventListener("afterprint", clear, { once: true });
  print();
}

function start() {
  for (const menu of document.querySelectorAll("[data-jb-print-as]")) {
    menu.onclick = ({ target }) => {
      const kind = target.closest("button")?.dataset.jbAs;
      if (!kind) return;
      menu.open = false;
      menu.querySelector("summary").focus();
      printed(kind);
    };
  }
  prepare(new URLSearchParams(location.search).get(PARAMETER));
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
