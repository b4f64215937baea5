// Narrows a gap report down, keeps what is chosen in the page's address, and gives exactly the shown gaps as a table.

(() => {
const NOTHING = "-";

function fits(item, key, wanted) {
  const value = item.getAttribute(`data-jb-${key}`) ?? "";
  if (wanted === NOTHING) return value === "";
  return key === "owner" ? value === wanted : value.split(" ").includes(wanted);
}

function choices(form) {
  return [...new FormData(form)].filter(([, value]) => value.trim() !== "");
}

function isShown(item, chosen) {
  return chosen.every(([key, value]) => {
    if (key !== "words") return fits(item, key, value);
    const text = item.textContent.toLocaleLowerCase();
    return value.toLocaleLowerCase().split(/\s+/).every((word) => text.includes(word));
  });
}

// The heading of a group stands before its block, because the page's Markdown wrote it.
function headingOf(group) {
  const before = group.previousElementSibling;
  return before && /^H[2-4]$/.test(before.tagName) ? before : null;
}

function how(form, some, all) {
  const [shown, every] = [some, all].map((one) => one.toLocaleString(document.documentElement.lang));
  return form.dataset.jbShown.replace("{shown}", shown).replace("{all}", every);
}

// A fix closes all of its gaps, whatever is chosen; where not all are shown, it says both.
function showFixes(root, form) {
  for (const fix of root.querySelectorAll("tr[data-jb-gap-group], .jb-fix")) {
    const gaps = [...fix.querySelectorAll("[data-jb-gap]")];
    const shown = gaps.filter((one) => !one.hidden).length;
    fix.querySelector("summary").dataset.jbSome = shown < gaps.length ? how(form, shown, gaps.length) : "";
  }
}

function showGroups(root, chosen) {
  const groups = [...root.querySelectorAll("[data-jb-gap-group], .jb-gap-kind, .jb-fold--quiet, .jb-gap-table tbody")];
  for (const group of groups.reverse()) {
    const empty = !group.querySelector("[data-jb-gap]:not([hidden])");
    group.hidden = empty;
    const heading = headingOf(group);
    if (heading) heading.hidden = empty;
    // A batch beyond the window is given its height by its rows, as those of the catalogue.
    if (group.tagName === "TBODY") group.style.containIntrinsicBlockSize = chosen.length ? `${3 * group.querySelectorAll("tr:not([hidden])").length}rem` : "";
    if (group.matches(".jb-fold--quiet") && chosen.length > 0 && !empty) group.open = true;
  }
}

function readAddress(form) {
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = query.get(field.name) ?? "";
    const known = field.tagName !== "SELECT" || [...field.options].some((one) => one.value === value);
    if (known) field.value = value;
  }
}

// Each choice is a step that the browser goes back to, but not each letter of a word.
function writeAddress(chosen, isGoingOn = false) {
  const order = new URLSearchParams(location.search).get("sort");
  const query = new URLSearchParams(order ? [...chosen, ["sort", order]] : chosen).toString();
  const way = isGoingOn ? "replaceState" : "pushState";
  history[way](history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
}

// A record ends at a line end outside quotation marks.
function records(text) {
  const found = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === "\n" && !quoted) {
      found.push(text.slice(from, at + 1));
      from = at + 1;
    }
  }
  return found;
}

function download(text, name) {
  const link = document.createElement("a");
  // Spreadsheets take a file for UTF-8 only when it says so at its head; reading it dropped that.
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function chosenRows(event, fingerprints) {
  const { href, download: name } = event.currentTarget;
  event.preventDefault();
  try {
    const answer = await fetch(href);
    const [head, ...rows] = records(await answer.text());
    const byFingerprint = new Map(rows.map((row) => [row.match(/^\w*/)[0], row]));
    const chosen = fingerprints.map((one) => byFingerprint.get(one)).filter(Boolean);
    download(head + chosen.join(""), name);
  } catch {
    // Opened from a disk, a page may not read its neighbours: then the whole table is better than none.
    location.assign(href);
  }
}

function start(form) {
  const root = form.closest("article") ?? document;
  const items = [...root.querySelectorAll("[data-jb-gap]")];
  const count = root.querySelector("[data-jb-gap-count]");
  const nothing = root.querySelector("[data-jb-gap-nothing]");
  const first = root.querySelector("[data-jb-gap-first]");
  const table = root.querySelector("[data-jb-gap-table]");
  // Asked for anew each time, because the rows of a table change their order.
  let wasChosen = false;
  const shownItems = () => [...root.querySelectorAll("[data-jb-gap]:not([hidden])")];

  const apply = () => {
    const chosen = choices(form);
    // A long page is not gone through when nothing was chosen and nothing is.
    const isSame = !chosen.length && !wasChosen;
    wasChosen = chosen.length > 0;
    for (const item of isSame ? [] : items) item.hidden = !isShown(item, chosen);
    const shown = isSame ? items.length : shownItems().length;
    count.textContent = how(form, shown, items.length);
    if (first) first.hidden = !chosen.length;
    nothing.hidden = shown > 0;
    for (const field of form.elements) field.toggleAttribute("data-jb-chosen", field.value !== "");
    if (!isSame) {
      showGroups(root, chosen);
      showFixes(root, form);
    }
    const rows = root.querySelector(".jb-gap-table");
    if (rows) {
      rows.parentElement.scrollTop = 0;
      rows.toggleAttribute("data-jb-narrowed", chosen.length > 0);
    }
    return chosen;
  };

  form.addEventListener("input", ({ target }) => {
    const isGoingOn = target.name === "words" && new URLSearchParams(location.search).has("words");
    writeAddress(apply(), isGoingOn);
  });
  form.addEventListener("reset", () => setTimeout(() => writeAddress(apply())));
  form.addEventListener("submit", (event) => event.preventDefault());
  table?.addEventListener("click", (event) => {
    if (choices(form).length > 0) chosenRows(event, shownItems().map((item) => item.dataset.jbGap));
  });
  const show = () => {
    if (!form.isConnected) return;
    readAddress(form);
    apply();
  };
  window.addEventListener("popstate", show);
  form.hidden = false;
  show();
}

function startAll() {
  // A long table tells when all of its rows are there.
  if (document.querySelector("[data-jb-gap-sort]:not([data-jb-ready])")) return;
  for (const form of document.querySelectorAll("[data-jb-gap-filters][hidden]")) start(form);
}

document.addEventListener("jb-ready", startAll);

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(startAll);
else startAll();
})();
