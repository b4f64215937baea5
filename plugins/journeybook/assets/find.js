// Finds what the handbook holds, and says what it is: in whatever form a word is typed, as a part of a longer one, and
// with a slip. Its results stand above those of the theme's search; where a site has none, they have a field of their own.

(() => {
const HERE = document.currentScript.src;
const ROOT = new URL("../../", HERE);
const MOST = 8;
const FEW_WORDS = 2;

// The endings of words, as in handbook/stems.py.
const ENDINGS = (
  "iteiten ations heden ities ation iteit ments ingen tjes ment heid ness ings ity ing ies ers tje ed es er en ly s e y i"
).split(" ");
const AFTER_SHORT = new Set(["ment", "ments", "ing", "ings", "s"]);

function cut(word, end, first) {
  if (!word.endsWith(end)) return "";
  const left = word.slice(0, -end.length);
  const short = first && AFTER_SHORT.has(end) && !(end === "s" && /[aeiou]$/.test(left));
  return left.length >= 4 - short ? left : "";
}

function plainOf(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function stemOf(word) {
  let stem = /(?:aa|ee|oo|uu)[a-z]t$/.test(word) ? word.slice(0, -1) : word;
  stem = stem.replace(/([a-z])\1/g, "$1");
  for (let at = 0; at < 3; at += 1) {
    for (const end of ENDINGS) {
      const left = cut(stem, end, at === 0);
      if (left) {
        stem = left;
        break;
      }
    }
    stem = stem.replace(/z$/, "s").replace(/v$/, "f");
  }
  return stem;
}

// Whether one word is the other but for so many letters: one too many, one missing, another one, or two changed round.
function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (turned) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return row[other.length] <= most;
}

// How well a word that was typed stands for one that was written, from 0 to 5.
function fit(typed, stem, word) {
  if (typed === word) return 5;
  if (word.startsWith(typed)) return 4;
  if (stem === stemOf(word)) return 4;
  if (stem.length >= 4 && word.includes(stem)) return 3;
  if (typed.length < 5) return 0;
  const slips = typed.length >= 9 ? 2 : 1;
  if (isNear(typed, word, slips)) return 2;
  if (isNear(typed, word.slice(0, typed.length), slips)) return 1;
  return 0;
}

class Finder {
  constructor(rows) {
    this.rows = rows;
    this.titles = rows.map(([, title]) => wordsOf(title).join(" "));
    this.words = new Map();
    rows.forEach(([kind, title, , about], at) => {
      for (const word of wordsOf(`${title} ${about} ${kind}`)) {
        if (!this.words.has(word)) this.words.set(word, new Set());
        this.words.get(word).add(at);
      }
    });
  }

  scores(typed) {
    const found = new Map();
    const stem = stemOf(typed);
    for (const [word, places] of this.words) {
      const score = fit(typed, stem, word);
      if (score) for (const at of places) found.set(at, Math.max(found.get(at) ?? 0, score));
    }
    return found;
  }

  find(text) {
    const words = wordsOf(text);
    const whole = words.join(" ");
    const every = words.map((word) => this.scores(word));
    if (!every.length) return [];
    const inAll = [...every[0].keys()].filter((at) => every.every((one) => one.has(at)));
    // What is called just so stands before what holds the same words.
    const sum = (at) => every.reduce((all, one) => all + one.get(at), Number(this.titles[at] === whole));
    const sorted = inAll.sort((one, other) => sum(other) - sum(one) || one - other);
    return sorted.map((at) => this.rows[at]);
  }
}

function wordsOf(text) {
  return plainOf(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

let finder;

/** Load what there is to find when somebody begins to look for something. */
function ready() {
  finder ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL("find-data.js", HERE);
    script.onload = () => done(new Finder(window.jbFind));
    script.onerror = fail;
    document.head.append(script);
  });
  return finder;
}

function item([kind, title, href, about]) {
  const line = document.createElement("li");
  const what = document.createElement("span");
  what.className = "jb-pill";
  what.textContent = kind;
  const link = document.createElement("a");
  link.href = new URL(href, ROOT);
  link.textContent = title;
  const where = document.createElement("span");
  where.className = "jb-find-about";
  where.textContent = about;
  line.append(what, link, where);
  return line;
}

function dress() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("find.css", HERE);
  document.head.append(style);
}

function connect(input, list, said) {
  const show = async () => {
    const text = input.value.trim();
    const found = text.length < FEW_WORDS ? [] : (await ready()).find(text);
    if (text !== input.value.trim()) return;
    list.replaceChildren(...found.slice(0, MOST).map(item));
    list.hidden = !found.length;
    if (said) said.textContent = text && said.dataset.jbSaid.replace("{n}", list.children.length);
  };
  input.dataset.jbFound = "";
  input.addEventListener("focus", ready, { once: true });
  input.addEventListener("input", show);
  input.form?.addEventListener("reset", () => setTimeout(show));
  if (document.activeElement === input) ready();
  if (input.value) show();
}

function made() {
  const list = document.createElement("ul");
  list.className = "jb-find-list";
  list.hidden = true;
  return list;
}

function start() {
  const input = document.querySelector(".md-search__input:not([data-jb-found])");
  const result = document.querySelector(".md-search-result");
  if (input && result) {
    const box = document.createElement("div");
    box.className = "jb jb-find";
    const list = made();
    box.append(list);
    result.prepend(box);
    connect(input, list);
  }
  for (const field of document.querySelectorAll("[data-jb-find]:not([data-jb-found])")) {
    field.dataset.jbFound = "";
    // From a disk the search of a theme reads nothing, and Material hides its own.
    if (document.querySelector(".md-search__input, [role=search] input, #search-query") && location.protocol !== "file:") continue;
    field.hidden = false;
    connect(field.querySelector("input"), field.appendChild(made()), field.querySelector("[data-jb-said]"));
  }
}

dress();
if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
else start();
})();
