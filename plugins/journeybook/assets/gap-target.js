// Opens the fold that a linked gap stands in, and brings the gap into view.

(() => {
function show() {
  const name = location.hash.slice(1);
  const target = name.startsWith("gap-") ? document.getElementById(name) : null;
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  target.scrollIntoView({ block: "center" });
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(show);
else show();
window.addEventListener("hashchange", show);
})();
