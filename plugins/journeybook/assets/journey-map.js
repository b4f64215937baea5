// The journey map: filters, hidden lanes and, on a narrow screen, one phase at a time. All of it stands in the
// address, so that a link shares the view. Without this script the whole map is there.

(() => {
const SHOW = "show";
const HIDE = "hide";
const PHASE = "phase";

/** Read the view from the address. */
function read(params) {
  return {
    show: params.get(SHOW) ?? "",
    hide: new Set((params.get(HIDE) ?? "").split(",").filter(Boolean)),
    phase: params.get(PHASE) ?? "",
  };
}

/** Write the view into the address, and leave the rest of it alone. */
function write(view) {
  const url = new URL(location.href);
  const values = { [SHOW]: view.show, [HIDE]: [...view.hide].join(","), [PHASE]: view.phase };
  for (const [key, value] of Object.entries(values)) {
    if (value) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
  }
  url.search = url.search.replaceAll("%2C", ",");
  history.replaceState(history.state, "", url);
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

/** Make one map follow its view and its controls. */
function connect(block) {
  const view = read(new URLSearchParams(location.search));
  const shows = [...block.querySelectorAll("[data-jb-show]")];
  const picks = [...block.querySelectorAll("[data-jb-pick]")];
  const lanes = [...block.querySelectorAll("[data-jb-toggle]")];
  const table = block.querySelector("table");
  const rows = table.querySelectorAll("[data-jb-lane]");
  const said = block.querySelector("[data-jb-said]");
  if (!shows.some((one) => one.dataset.jbShow === view.show)) view.show = "";
  if (!picks.some((one) => one.dataset.jbPick === view.phase)) view.phase = "";

  const apply = () => {
    if (view.show) block.dataset.jbOnly = view.show;
    else delete block.dataset.jbOnly;
    for (const one of shows) one.setAttribute("aria-pressed", String(one.dataset.jbShow === view.show));
    for (const one of lanes) one.checked = !view.hide.has(one.dataset.jbToggle);
    for (const row of rows) {
      const empty = narrowed(row, view.show);
      row.hidden = empty || view.hide.has(row.dataset.jbLane);
    }
    const phase = view.phase || picks[0]?.dataset.jbPick;
    for (const one of picks) one.setAttribute("aria-pressed", String(one.dataset.jbPick === phase));
    for (const cell of table.querySelectorAll("[data-jb-phase]")) {
      cell.classList.toggle("jb-elsewhere", cell.dataset.jbPhase !== phase);
    }
    const found = view.show ? table.querySelectorAll(`.jb-is-${view.show}[id]`).length : 0;
    said.textContent = view.show ? said.dataset.jbSaid.replace("{n}", found) : "";
  };
  const change = () => {
    apply();
    write(view);
  };

  block.addEventListener("click", ({ target }) => {
    const chip = target.closest("button");
    if (!chip) return;
    if ("jbShow" in chip.dataset) view.show = chip.dataset.jbShow;
    else if ("jbPick" in chip.dataset) view.phase = chip.dataset.jbPick;
    else return;
    change();
  });
  block.addEventListener("change", ({ target }) => {
    if (!("jbToggle" in target.dataset)) return;
    view.hide[target.checked ? "delete" : "add"](target.dataset.jbToggle);
    change();
  });
  block.addEventListener("keydown", (event) => {
    const open = block.querySelector("details[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  for (const tools of block.querySelectorAll("[data-jb-tools]")) tools.hidden = false;
  block.classList.add("jb-is-live");
  apply();
}

/** Connect the maps of the page that has just come. */
function start() {
  for (const block of document.querySelectorAll("[data-jb-map]:not(.jb-is-live)")) connect(block);
}

if (window.document$) window.document$.subscribe(start);
else start();
})();
