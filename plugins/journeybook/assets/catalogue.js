// The catalogue's filters, full-text filter and sorting, with their state in the page's address.

(() => {
const PAUSE = 60;
const LONG_PAUSE = 200;

function entriesOf(table) {
  return [...table.tBodies].flatMap((batch) => [...batch.rows]).map((row, place) => ({
    row,
    place,
    keys: row.dataset.k.split("|").map((values) => values.split(" ")),
    text: null,
  }));
}

// Reading the text of thousands of rows is left until somebody searches.
function holds(entry, words) {
  entry.text ??= entry.row.textContent.toLocaleLowerCase();
  return words.every((word) => entry.text.includes(word));
}

function orderOf(entry, column) {
  const cell = entry.row.cells[column];
  return cell.dataset.v ?? cell.textContent;
}

function sorted(entries, column, falling) {
  if (column === null) return [...entries].sort((one, other) => one.place - other.place);
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keyed = entries.map((entry) => ({ entry, key: orderOf(entry, column) }));
  const turn = falling ? -1 : 1;
  // What has no value stands last, whichever way the column is sorted.
  keyed.sort(
    (one, other) =>
      (one.key === "") - (other.key === "") ||
      turn * collator.compare(one.key, other.key) ||
      one.entry.place - other.entry.place,
  );
  return keyed.map(({ entry }) => entry);
}

class Catalogue {
  constructor(root) {
    this.root = root;
    this.table = root.querySelector("table");
    this.form = root.querySelector("[data-jb-sieve]");
    this.facets = this.table.dataset.jbFacets.split(" ");
    this.entries = entriesOf(this.table);
    this.order = this.entries;
    this.batch = Number(this.table.dataset.jbBatch);
    this.rowHeight = 33;
    this.heads = [...this.table.tHead.rows[0].cells];
    this.total = root.querySelector("[data-jb-count]").textContent;
    this.sort = { column: null, falling: false };
  }

  start() {
    this.heads.forEach((head, column) => this.makeSortable(head, column));
    this.form.hidden = false;
    this.read();
    window.addEventListener("popstate", () => this.root.isConnected && this.goBack());
    let waiting;
    this.form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.changed(), PAUSE);
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.changed()));
    const more = this.form.querySelector("[data-jb-more]");
    more.addEventListener("click", () => {
      more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") === "false"));
    });
    this.reorder();
    this.filter();
  }

  makeSortable(head, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jb-sort";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const same = this.sort.column === column;
      this.sort = same && this.sort.falling ? { column: null, falling: false } : { column, falling: same };
      this.reorder();
      this.place();
      this.table.parentElement.scrollTop = 0;
      this.write();
    });
  }

  // A filter that the address names and this catalogue does not know is left alone.
  read() {
    const asked = new URLSearchParams(location.search);
    for (const control of this.form.elements) {
      if (!control.name) continue;
      const value = asked.get(control.name) ?? "";
      if (control.type === "search" || [...control.options].some((one) => one.value === value)) control.value = value;
    }
    const order = asked.get("sort") ?? "";
    const column = Number.parseInt(order.replace("-", ""), 10) - 1;
    this.sort = { column: this.heads[column] ? column : null, falling: order.startsWith("-") };
  }

  goBack() {
    clearTimeout(this.writing);
    this.read();
    this.reorder();
    this.filter();
    this.write("replaceState");
  }

  write(way = "pushState") {
    const asked = new URLSearchParams();
    for (const control of this.form.elements) if (control.name && control.value) asked.set(control.name, control.value);
    if (this.sort.column !== null) asked.set("sort", `${this.sort.falling ? "-" : ""}${this.sort.column + 1}`);
    for (const control of this.form.elements) control.toggleAttribute("data-jb-chosen", control.value !== "");
    const query = asked.toString();
    const address = `${location.pathname}${query ? `?${query}` : ""}`;
    if (address !== location.pathname + location.search) history[way](history.state, "", address);
    const link = this.root.querySelector("[data-jb-link]");
    link.href = address;
    link.hidden = !query;
    const clear = this.root.querySelector("[data-jb-clear]");
    if (!query && clear === document.activeElement) this.form.elements.words.focus();
    clear.hidden = !query;
  }

  // The rows answer at once; the address follows when the reader pauses.
  changed() {
    this.filter();
    this.table.parentElement.scrollTop = 0;
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.write(), LONG_PAUSE);
  }

  filter() {
    const words = this.form.elements.words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const wanted = this.facets
      .map((name, at) => [at, this.form.elements[name]?.value ?? ""])
      .filter(([, value]) => value);
    let shown = 0;
    for (const entry of this.entries) {
      entry.fits = wanted.every(([at, value]) => entry.keys[at].includes(value)) && holds(entry, words);
      shown += entry.fits;
    }
    this.place();
    this.tell(shown);
  }

  // What fits is put into as few batches as possible; the others keep what does not, unseen. A batch beyond the window
  // is given its height by the number of its rows, because the browser does not lay it out to find out.
  place() {
    const fitting = this.order.filter((entry) => entry.fits);
    const others = this.order.filter((entry) => !entry.fits);
    const batches = [...this.table.tBodies];
    let at = 0;
    for (const rows of [fitting, others]) {
      for (let from = 0; from < rows.length; from += this.batch) {
        const batch = batches[at] ?? this.table.createTBody();
        at += 1;
        this.fill(batch, rows.slice(from, from + this.batch), rows === others);
      }
    }
    for (const rest of batches.slice(at)) rest.remove();
  }

  fill(batch, entries, unseen) {
    const rows = entries.map((entry) => entry.row);
    const same = batch.rows.length === rows.length && rows.every((row, at) => batch.rows[at] === row);
    if (!same) batch.replaceChildren(...rows);
    batch.hidden = unseen;
    batch.style.containIntrinsicBlockSize = same ? "" : `${rows.length * this.rowHeight}px`;
  }

  tell(shown) {
    const count = this.root.querySelector("[data-jb-count]");
    const all = shown === this.entries.length;
    count.textContent = all
      ? this.total
      : count.dataset.jbSome.replace("{shown}", shown.toLocaleString(document.documentElement.lang));
    this.root.querySelector("[data-jb-none]").hidden = shown > 0;
  }

  reorder() {
    const { column, falling } = this.sort;
    this.heads.forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    this.order = sorted(this.entries, column, falling);
  }
}

function startAll() {
  for (const root of document.querySelectorAll("[data-jb-catalogue]:not([data-jb-started])")) {
    root.dataset.jbStarted = "";
    const catalogue = new Catalogue(root);
    catalogue.start();
    catalogue.write("replaceState");
  }
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(startAll);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
else startAll();
})();
