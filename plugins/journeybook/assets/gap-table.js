// Gives some rows of a report's table as a file of their own, in the order asked for.

// A record ends at a line end outside quotation marks.
function records(text) {
  const found = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === "\n" && !quoted) {
      found.push(text.slice(from, at + 1));
      from = at + 1;
    }
  }
  return found;
}

function download(text, name) {
  const link = document.createElement("a");
  // Spreadsheets take a file for UTF-8 only when it says so at its head; reading it dropped that.
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export async function chosenRows(event, fingerprints) {
  const { href, download: name } = event.currentTarget;
  event.preventDefault();
  try {
    const answer = await fetch(href);
    const [head, ...rows] = records(await answer.text());
    const byFingerprint = new Map(rows.map((row) => [row.split(",", 1)[0], row]));
    const chosen = fingerprints.map((one) => byFingerprint.get(one)).filter(Boolean);
    download(head + chosen.join(""), name);
  } catch {
    // Opened from a disk, a page may not read its neighbours: then the whole table is better than none.
    location.assign(href);
  }
}
