// The journey map: filters, hidden lanes and, where not all phases fit, those beside the chosen one. All of it stands in
// the address, so that a link shares the view. Without this script the whole map is there.

(() => {
const SHOW = "show";
const HIDE = "hide";
const PHASE = "phase";
const drawn = new Set();
let isPrinted = false;

/** Read the view from the address. */
function read() {
  const params = new URLSearchParams(location.search);
  return {
    show: params.get(SHOW) ?? "",
    hide: new Set((params.get(HIDE) ?? "").split(",").filter(Boolean)),
    phase: params.get(PHASE) ?? "",
  };
}

/** Write the view into the address, leave the rest of it alone, and draw every map anew. */
function write(view) {
  const url = new URL(location.href);
  const values = { [SHOW]: view.show, [HIDE]: [...view.hide].join(","), [PHASE]: view.phase };
  for (const [key, value] of Object.entries(values)) {
    if (value) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
  }
  url.search = url.search.replaceAll("%2C", ",");
  history.pushState(history.state, "", url);
  draw();
}

/** Draw the maps of this page. */
function draw() {
  for (const map of drawn) {
    if (map.block.isConnected) map.apply();
    else drawn.delete(map);
  }
}

/** Leave in a lane only what is marked, with the channels that still have something; tells whether nothing is left. */
function narrowed(row, mark) {
  const items = [...row.querySelectorAll(".jb-item")];
  for (const one of items) one.hidden = mark !== "" && !one.classList.contains(`jb-is-${mark}`);
  for (const list of row.querySelectorAll(".jb-items")) {
    list.hidden = !list.querySelector(".jb-item:not([hidden])");
    const channel = list.previousElementSibling;
    if (channel?.matches(".jb-channel")) channel.hidden = list.hidden;
  }
  return items.length > 0 && items.every((one) => one.hidden);
}

/** Choose the phases that fit into so many columns, from the chosen one on. */
function fitting(phases, spans, chosen, room) {
  let first = Math.max(0, phases.indexOf(chosen));
  let last = first;
  let used = spans[first];
  while (last + 1 < phases.length && used + spans[last + 1] <= room) used += spans[++last];
  while (first > 0 && used + spans[first - 1] <= room) used += spans[--first];
  return { shown: new Set(phases.slice(first, last + 1)), used };
}

/** Make one map follow the address and its controls. */
function connect(block) {
  const shows = [...block.querySelectorAll("[data-jb-show]")];
  const picks = [...block.querySelectorAll("[data-jb-pick]")];
  const lanes = [...block.querySelectorAll("[data-jb-toggle]")];
  const table = block.querySelector("table");
  const head = table.tHead;
  const rows = table.querySelectorAll("[data-jb-lane]");
  const said = block.querySelector("[data-jb-said]");
  const columns = [...table.querySelectorAll("col[data-jb-phase]")].map((one) => one.dataset.jbPhase);
  const phases = picks.map((one) => one.dataset.jbPick);
  const spans = phases.map((phase) => columns.filter((one) => one === phase).length);
  const wide = table.querySelector(".jb-lane--curve td");

  const fold = (chosen) => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const style = getComputedStyle(table);
    const [names, column] = ["--jb-names", "--jb-column"].map((name) => Number.parseFloat(style.getPropertyValue(name)) * rem);
    const room = Math.floor((table.parentElement.clientWidth - names) / column);
    const isFolded = room < columns.length && !isPrinted;
    const { shown, used } = isFolded ? fitting(phases, spans, chosen, room) : { shown: new Set(phases), used: columns.length };
    const isStacked = isFolded && (room < 2 || used > room);
    block.classList.toggle("jb-is-folded", isFolded);
    block.classList.toggle("jb-is-stacked", isStacked);
    if (wide) wide.colSpan = Math.max(used, 1);
    // Above the phases that stand side by side is the part of the curve that is theirs.
    const [of, before] = isStacked ? [used, 0] : [columns.length, columns.findIndex((one) => shown.has(one))];
    block.style.setProperty("--jb-of", of / used);
    block.style.setProperty("--jb-before", before / used);
    for (const one of picks) {
      one.setAttribute("aria-pressed", String(isFolded && one.dataset.jbPick === (chosen || phases[0])));
    }
    for (const cell of table.querySelectorAll("[data-jb-phase]")) {
      cell.classList.toggle("jb-elsewhere", !shown.has(cell.dataset.jbPhase));
    }
    block.style.setProperty("--jb-heads", `${head.offsetHeight}px`);
  };

  const apply = () => {
    const view = read();
    const show = shows.some((one) => one.dataset.jbShow === view.show) ? view.show : "";
    if (show) block.dataset.jbOnly = show;
    else delete block.dataset.jbOnly;
    for (const one of shows) one.setAttribute("aria-pressed", String(one.dataset.jbShow === show));
    for (const one of lanes) one.checked = !view.hide.has(one.dataset.jbToggle);
    for (const row of rows) {
      const empty = narrowed(row, show);
      row.hidden = empty || view.hide.has(row.dataset.jbLane);
    }
    fold(phases.includes(view.phase) ? view.phase : "");
    const found = show ? table.querySelectorAll(`.jb-is-${show}[id]`).length : 0;
    if (said) said.textContent = show ? said.dataset.jbSaid.replace("{n}", found) : "";
  };

  block.addEventListener("click", ({ target }) => {
    const chip = target.closest("button");
    if (!chip) return;
    if ("jbShow" in chip.dataset) write({ ...read(), show: chip.dataset.jbShow });
    else if ("jbPick" in chip.dataset) write({ ...read(), phase: chip.dataset.jbPick });
  });
  block.addEventListener("change", ({ target }) => {
    if (!("jbToggle" in target.dataset)) return;
    const view = read();
    view.hide[target.checked ? "delete" : "add"](target.dataset.jbToggle);
    write(view);
  });

  for (const tools of block.querySelectorAll("[data-jb-tools]")) tools.hidden = false;
  block.classList.add("jb-is-live");
  drawn.add({ block, apply });
  apply();
  // A map whose view is not shown has no width; it is folded when it comes.
  let width = table.parentElement.clientWidth;
  new ResizeObserver(([{ target }]) => {
    if (target.clientWidth === width) return;
    width = target.clientWidth;
    if (width) apply();
  }).observe(table.parentElement);
}

/** Connect the maps of the page that has just come. */
function start() {
  for (const block of document.querySelectorAll("[data-jb-map]:not(.jb-is-live)")) connect(block);
}

window.addEventListener("popstate", draw);
for (const [name, now] of [["beforeprint", true], ["afterprint", false]]) {
  window.addEventListener(name, () => {
    isPrinted = now;
    draw();
  });
}
if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
