// The state that a matrix shows stands in the address, so that a link shares it, and what is behind a cell closes once
// the focus goes on to another. Without this script both are chosen all the same.

(() => {
const NAME = "show";

function connect(choice) {
  choice.dataset.jbStarted = "";
  const states = [...choice.querySelectorAll("[type=radio]")];
  const show = () => {
    const asked = new URLSearchParams(location.search).get(NAME);
    (states.find((state) => state.value === asked) ?? states[0]).checked = true;
  };
  choice.addEventListener("change", ({ target }) => {
    const url = new URL(location.href);
    if (target === states[0]) url.searchParams.delete(NAME);
    else url.searchParams.set(NAME, target.value);
    history.pushState(history.state, "", url);
  });
  window.addEventListener("popstate", () => choice.isConnected && show());
  show();
}

function closeLeft({ target }) {
  const open = document.querySelector(".jb-panel:popover-open");
  if (open && !open.contains(target) && target.popoverTargetElement !== open) open.hidePopover();
}

/** Connect the choice of the page that has just come. */
function start() {
  for (const choice of document.querySelectorAll("[data-jb-states]:not([data-jb-started])")) connect(choice);
}

addEventListener("focusin", closeLeft);
if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
