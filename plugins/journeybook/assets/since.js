// Compares the first page with another earlier day: the one that its list, or the address, names.

(() => {
const NAME = "since";

function connect(label) {
  const list = label.querySelector("select");
  const show = () => {
    for (const one of document.querySelectorAll("[data-jb-at]")) one.hidden = one.dataset.jbAt !== list.value;
  };
  const asked = new URLSearchParams(location.search).get(NAME);
  if ([...list.options].some((one) => one.value === asked)) list.value = asked;
  list.addEventListener("change", () => {
    const url = new URL(location.href);
    url.searchParams.set(NAME, list.value);
    history.replaceState(history.state, "", url);
    show();
  });
  label.hidden = false;
  show();
}

function start() {
  for (const label of document.querySelectorAll("[data-jb-since][hidden]")) connect(label);
}

if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
