// Sorts the table of all gaps by any of its columns, and keeps the order in the page's address.

(() => {
const REVERSED = "-";

function valueOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.jbSort ?? cell.textContent.trim();
}

function order(table, wanted) {
  const reversed = wanted.startsWith(REVERSED);
  const heads = [...table.tHead.rows[0].cells];
  const column = heads.findIndex((head) => head.dataset.jbKey === (reversed ? wanted.slice(1) : wanted));
  if (column < 0) return;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const turn = reversed ? -1 : 1;
  const rank = (row) => Number(row.cells[0].textContent);
  const batches = [...table.tBodies];
  const size = batches[0].rows.length;
  const rows = batches.flatMap((batch) => [...batch.rows]).sort(
    (one, other) =>
      turn * collator.compare(valueOf(one, column), valueOf(other, column)) || rank(one) - rank(other),
  );
  batches.forEach((batch, at) => batch.append(...rows.slice(at * size, (at + 1) * size)));
  table.parentElement.scrollTop = 0;
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column].setAttribute("aria-sort", reversed ? "descending" : "ascending");
}

function writeAddress(wanted) {
  const query = new URLSearchParams(location.search);
  query.set("sort", wanted);
  history.pushState(history.state, "", `?${query}${location.hash}`);
}

// A browser with scripts takes what stands in `noscript` for text. It becomes rows a batch at a time, and between two
// batches the page answers its reader.
async function takeIn(table) {
  const rest = table.parentElement.querySelector("noscript[data-jb-rest]");
  if (!rest) return;
  const batches = rest.textContent.match(/<tbody>[^]*?<\/tbody>/g) ?? [];
  rest.remove();
  for (const batch of batches) {
    await new Promise((done) => setTimeout(done));
    table.insertAdjacentHTML("beforeend", batch);
  }
}

// A telephone shows the first of many, and whoever asks for more goes on where they are.
function showAll(table) {
  const next = [...table.tBodies].findIndex((batch) => getComputedStyle(batch).display === "none");
  table.dataset.jbWhole = "";
  table.tBodies[next]?.querySelector("a").focus();
}

async function start(table) {
  table.dataset.jbStarted = "";
  table.parentElement.querySelector("[data-jb-more]")?.addEventListener("click", () => showAll(table));
  await takeIn(table);
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jb-sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const key = head.dataset.jbKey;
      const wanted = head.getAttribute("aria-sort") === "ascending" ? REVERSED + key : key;
      order(table, wanted);
      writeAddress(wanted);
    });
  }
  const first = table.tHead.rows[0].cells[0];
  const wanted = () => new URLSearchParams(location.search).get("sort");
  if (wanted()) order(table, wanted());
  else first.setAttribute("aria-sort", "ascending");
  window.addEventListener("popstate", () => table.isConnected && order(table, wanted() ?? first.dataset.jbKey));
  table.dataset.jbReady = "";
  table.dispatchEvent(new Event("jb-ready", { bubbles: true }));
}

function startAll() {
  for (const table of document.querySelectorAll("[data-jb-gap-sort]:not([data-jb-started])")) start(table);
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(startAll);
else startAll();
})();
