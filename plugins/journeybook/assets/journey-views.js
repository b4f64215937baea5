// The views of a journey: one of them is shown, the one that the address names or that holds what it names. Without
// this script all of them are there, one below the other, and so they are on paper.

(() => {
/** Find what the address names; one that is written wrongly names nothing. */
function named() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** Gather what belongs to each view: what stands between its heading and the next one's. */
function gathered(starts, after) {
  const views = starts.map(() => []);
  let at = -1;
  for (let one = after.nextElementSibling; one; one = one.nextElementSibling) {
    const next = starts.indexOf(one);
    if (next >= 0) at = next;
    else if (at === starts.length - 1 && !one.matches(".jb")) break;
    if (at >= 0) views[at].push(one);
  }
  return views;
}

/** Make the views of one page follow the address. */
function connect(bar) {
  const links = [...bar.querySelectorAll("nav a")];
  const starts = links.map((link) => document.getElementById(link.hash.slice(1)));
  const views = gathered(starts, bar);

  const show = () => {
    if (!bar.isConnected) return;
    const target = named();
    const params = new URLSearchParams(location.search);
    const filtered = params.has("show") || params.has("hide") ? 1 : 0;
    const holding = views.findIndex((parts) => target && parts.some((part) => part.contains(target)));
    const chosen = holding < 0 ? filtered : holding;
    views.forEach((parts, at) => {
      for (const part of parts) part.classList.toggle("jb-away", at !== chosen);
      if (at === chosen) links[at].setAttribute("aria-current", "true");
      else links[at].removeAttribute("aria-current");
    });
    if (target && !starts.includes(target)) target.scrollIntoView();
    else if (target && bar.getBoundingClientRect().bottom < 0) bar.scrollIntoView();
  };

  bar.classList.add("jb-is-live");
  window.addEventListener("hashchange", show);
  window.addEventListener("popstate", show);
  show();
}

/** Connect the views of the page that has just come. */
function start() {
  for (const bar of document.querySelectorAll("[data-jb-views]:not(.jb-is-live)")) connect(bar);
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
