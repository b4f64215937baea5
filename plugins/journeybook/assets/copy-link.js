// Copies addresses: of the view that is shown, and of the statement, cell or gap that somebody points at or reaches by
// the keyboard, or the text that a button names. One button goes from one to the next, so that nobody has to pass by hundreds.

(() => {
const HOSTS = ".jb-item[id], .jb-map td[id], .jb-gap[id], .jb-gap-line[id], .jb-panel[id]";
const SAID_FOR = 2000;

/** Copy a text and say so; tell whether the browser let us. */
async function write(button, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  const words = button.textContent;
  if (words === button.dataset.jbDone) return true;
  button.textContent = button.dataset.jbDone;
  setTimeout(() => (button.textContent = words), SAID_FOR);
  return true;
}

/** Copy an address; where the browser does not let us, it stands in the bar of addresses. */
function copy(button, address) {
  history.replaceState(history.state, "", address);
  write(button, address);
}

/** Copy a text of the page; where the browser does not let us, it is shown. */
async function copyText(button, text) {
  if (!(await write(button, text.textContent))) text.closest("details").open = true;
}

/** Put the button where somebody is; one that the keyboard is at stays, since a move would take the focus away. */
function follow(roaming, { target }) {
  const host = target instanceof Element && target.closest(HOSTS);
  if (!host || roaming.parentElement === host || roaming.matches(":focus-visible")) return;
  roaming.parentElement?.classList.remove("jb-is-pointed-at");
  host.classList.add("jb-is-pointed-at");
  host.append(roaming);
}

/** Give one page its buttons; one that names a text copies that. */
function connect(button) {
  button.hidden = false;
  if (button.dataset.jbCopy) {
    button.addEventListener("click", () => copyText(button, document.querySelector(button.dataset.jbCopy)));
    return;
  }
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
