// Shows a journey as slides over the whole window: with keys, buttons or a swipe. Which slide it is stands in the address.

(() => {
const HERE = document.currentScript.src;
const SLIDE = /^#slide-(\d+)$/;
// The keys up and down are left to a slide that is longer than the window.
const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
const FAR = 48;
let dialog = null;

/** Which slide the address asks for; none where it asks for something else. */
function asked() {
  const found = SLIDE.exec(location.hash);
  return found ? Number(found[1]) : 0;
}

/** Give the slides their style sheet, which nothing else on the page needs. */
function dress() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("present.css", HERE) });
  dialog.prepend(link);
  return new Promise((done) => ["load", "error"].forEach((end) => link.addEventListener(end, done)));
}

/** Show the slide of the address, and where on the curve it is. */
function show() {
  const slides = [...dialog.querySelectorAll(".jb-slide")];
  const at = Math.min(Math.max(asked(), 1), slides.length) - 1;
  for (const [number, slide] of slides.entries()) slide.hidden = number !== at;
  const column = Number(slides[at].dataset.jbColumn ?? -1);
  for (const point of dialog.querySelectorAll("[data-jb-column]:is(circle)")) {
    point.classList.toggle("jb-is-here", Number(point.dataset.jbColumn) === column);
  }
  let first = 0;
  for (const phase of dialog.querySelectorAll("[data-jb-columns]")) {
    const next = first + Number(phase.dataset.jbColumns);
    phase.classList.toggle("jb-is-here", first <= column && column < next);
    first = next;
  }
  dialog.querySelector("[data-jb-at]").textContent = `${at + 1} / ${slides.length}`;
  const [back, on] = dialog.querySelectorAll("[data-jb-go]");
  back.disabled = at === 0;
  on.disabled = at === slides.length - 1;
  slides[at].scrollTop = 0;
  // One that is longer than the window is scrolled by keys too.
  slides[at].tabIndex = slides[at].scrollHeight > slides[at].clientHeight ? 0 : -1;
  slides[at].querySelector("h2").focus();
}

/** Go so many slides on; the way back leads out of the slides, not through them. */
function go(by) {
  const last = dialog.querySelectorAll(".jb-slide").length;
  const at = Math.min(Math.max(asked() + by, 1), last);
  history.replaceState(history.state, "", `#slide-${at}`);
  show();
}

function onlyGaps() {
  const button = dialog.querySelector("[data-jb-only]");
  const only = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(only));
  dialog.classList.toggle("jb-only-gaps", only);
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else dialog.requestFullscreen?.().catch(() => {});
}

function onKey(event) {
  // The theme has keys of its own, such as n for its next page.
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isButton = event.target.closest("button, a") && event.key === " ";
  const last = dialog.querySelectorAll(".jb-slide").length;
  if (event.key in KEYS && !isButton) go(KEYS[event.key]);
  else if (event.key === "Home") go(-last);
  else if (event.key === "End") go(last);
  else if (event.key.toLowerCase() === "g") onlyGaps();
  else if (event.key.toLowerCase() === "f") full();
  else return;
  event.preventDefault();
}

/** Follow a finger: to the left shows the next slide. */
function followFinger() {
  let from = null;
  dialog.addEventListener("pointerdown", (event) => {
    from = event.pointerType === "touch" ? event.clientX : null;
  });
  dialog.addEventListener("pointerup", (event) => {
    if (from !== null && Math.abs(event.clientX - from) > FAR) go(event.clientX < from ? 1 : -1);
    from = null;
  });
}

/** Leave the slides; their address must not open them again. */
function closed() {
  if (document.fullscreenElement) document.exitFullscreen();
  if (asked()) history.replaceState(history.state, "", location.pathname + location.search);
  dialog.remove();
  dialog = null;
  document.querySelector("[data-jb-present-start]")?.focus();
}

async function open() {
  const template = document.querySelector("template[data-jb-present]");
  if (dialog || !template) return;
  dialog = template.content.querySelector("dialog").cloneNode(true);
  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("close", closed);
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button, a[href]");
    if (!button) return;
    if (button.dataset.jbGo) go(Number(button.dataset.jbGo));
    else if ("jbOnly" in button.dataset) onlyGaps();
    else if ("jbFull" in button.dataset) full();
    else dialog.close();
  });
  followFinger();
  document.body.append(dialog);
  await dress();
  dialog.showModal();
  show();
}

/** Open, change or close the slides as the address asks. */
function follow() {
  if (asked()) dialog ? show() : open();
  else dialog?.close();
}

addEventListener("hashchange", follow);
if (window.document$ && location.protocol !== "file:") window.document$.subscribe(follow);
else follow();
})();
