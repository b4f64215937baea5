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
  const rows = [...table.tBodies[0].rows].sort(
    (one, other) =>
      turn * collator.compare(valueOf(one, column), valueOf(other, column)) || rank(one) - rank(other),
  );
  table.tBodies[0].append(...rows);
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column].setAttribute("aria-sort", reversed ? "descending" : "ascending");
}

function writeAddress(wanted) {
  const query = new URLSearchParams(location.search);
  query.set("sort", wanted);
  history.replaceState(history.state, "", `?${query}${location.hash}`);
}

function start(table) {
  table.dataset.jbStarted = "";
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
  order(table, new URLSearchParams(location.search).get("sort") ?? "rank");
}

function startAll() {
  for (const table of document.querySelectorAll("[data-jb-gap-sort]:not([data-jb-started])")) start(table);
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(startAll);
else startAll();
})();
