// Copies addresses: of the view that is shown, and of the statement, cell or gap that somebody points at or reaches by
// the keyboard. One button goes from one to the next, so that nobody has to pass by hundreds.

(() => {
const HOSTS = ".jb-item[id], .jb-map td[id], .jb-gap[id], .jb-gap-line[id], .jb-panel[id]";
const SAID_FOR = 2000;

/** Copy an address; where the browser does not let us, it stands in the bar of addresses. */
async function copy(button, address) {
  history.replaceState(history.state, "", address);
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    return;
  }
  const words = button.textContent;
  if (words === button.dataset.jbDone) return;
  button.textContent = button.dataset.jbDone;
  setTimeout(() => (button.textContent = words), SAID_FOR);
}

/** Put the button where somebody is. */
function follow(roaming, { target }) {
  const host = target instanceof Element && target.closest(HOSTS);
  if (!host || roaming.parentElement === host) return;
  roaming.parentElement?.classList.remove("jb-is-pointed-at");
  host.classList.add("jb-is-pointed-at");
  host.append(roaming);
}

/** Give one page its buttons. */
function connect(button) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button, location.href));
  const roaming = button.cloneNode(true);
  delete roaming.dataset.jbCopy;
  roaming.className = "jb-chip jb-copy";
  roaming.addEventListener("click", (event) => {
    event.preventDefault();
    const url = new URL(location.href);
    url.hash = roaming.parentElement.id;
    copy(roaming, url.href);
  });
  for (const name of ["pointerover", "focusin"]) {
    button.closest("main, body").addEventListener(name, (event) => follow(roaming, event));
  }
}

/** Connect the page that has just come. */
function start() {
  for (const button of document.querySelectorAll("[data-jb-copy][hidden]")) connect(button);
}

if (window.document$) window.document$.subscribe(start);
else start();
})();
