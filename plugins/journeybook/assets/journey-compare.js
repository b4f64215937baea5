// Two journeys side by side, chosen by the address, and what they have in common. Without this script all stand there.

(() => {
const SIDES = ["a", "b"];
const DIFFERING = "differing";
const COUNTED = new Set(["needs", "questions", "channels"]);

/** Read which two journeys are chosen; the first two where the address says nothing. */
function chosen(sides) {
  const params = new URLSearchParams(location.search);
  return sides.map((side, at) => {
    const known = [...side.options].map((one) => one.value);
    const wanted = params.get(side.dataset.jbSide);
    return known.includes(wanted) ? wanted : known.find((one, nth) => nth >= at && one !== params.get(SIDES[1 - at]));
  });
}

/** Make the comparison follow its two choices. */
function connect(block) {
  const sides = [...block.querySelectorAll("[data-jb-side]")];
  const differing = block.querySelector("[data-jb-differing]");
  const said = block.querySelector("[data-jb-said]");
  const title = (side) => side.selectedOptions[0].textContent;

  const apply = () => {
    const [a, b] = sides.map((side) => side.value);
    for (const cell of block.querySelectorAll("[data-jb-journey]")) cell.hidden = ![a, b].includes(cell.dataset.jbJourney);
    for (const head of block.querySelectorAll(".jb-group th")) head.colSpan = a === b ? 2 : 3;
    const counts = { both: 0, left: 0, right: 0 };
    for (const row of block.querySelectorAll("[data-jb-lane]")) {
      const cells = [a, b].map((one) => row.querySelector(`[data-jb-journey="${CSS.escape(one)}"]`));
      const items = cells.map((cell) => [...cell.querySelectorAll("[data-jb-key]")]);
      const nothing = cells.map((cell) => cell.querySelector("[data-jb-nothing]")?.textContent);
      const keys = items.map((found) => new Set(found.map((one) => one.dataset.jbKey)));
      const both = (one) => keys.every((set) => set.has(one.dataset.jbKey));
      for (const one of items.flat()) {
        one.querySelector("[data-jb-both]").hidden = !both(one) || a === b;
        one.hidden = differing.checked && both(one);
      }
      row.hidden = differing.checked && items.flat().every(both) && nothing[0] === nothing[1];
      if (!COUNTED.has(row.dataset.jbLane)) continue;
      counts.both += items[0].filter(both).length;
      counts.left += items[0].filter((one) => !both(one)).length;
      counts.right += items[1].filter((one) => !both(one)).length;
    }
    const values = { ...counts, a: title(sides[0]), b: title(sides[1]) };
    said.textContent = said.dataset.jbSaid.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  };

  const show = () => {
    if (!block.isConnected) return;
    chosen(sides).forEach((value, at) => { sides[at].value = value; });
    differing.checked = new URLSearchParams(location.search).has(DIFFERING);
    apply();
  };
  block.addEventListener("change", () => {
    apply();
    const url = new URL(location.href);
    for (const side of sides) url.searchParams.set(side.dataset.jbSide, side.value);
    if (differing.checked) url.searchParams.set(DIFFERING, "yes");
    else url.searchParams.delete(DIFFERING);
    history.pushState(history.state, "", url);
  });
  window.addEventListener("popstate", show);
  for (const tools of block.querySelectorAll("[data-jb-tools]")) tools.hidden = false;
  block.classList.add("jb-is-live");
  show();
}

/** Connect the comparison of the page that has just come. */
function start() {
  for (const block of document.querySelectorAll("[data-jb-compare]:not(.jb-is-live)")) connect(block);
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
