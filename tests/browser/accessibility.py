"""Asks axe what is wrong with a page, apart from what Material itself does wrong."""

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """A violation that we cannot mend, because the element is the theme's."""

    rule: str
    selector: str
    reason: str


# Every entry is an element of Material's own templates or its way of writing one. Ours never belong
# here. The last two are seen only where a handbook leaves Material's style as it is.
ALLOWED = (
    Allowed(
        rule="aria-dialog-name",
        selector=".md-search",
        reason="Material gives its search the role of a dialog, but no name",
    ),
    Allowed(
        rule="landmark-unique",
        selector=".md-nav",
        reason="Material names the list of a section and the list inside it alike in its drawer",
    ),
    Allowed(
        rule="scrollable-region-focusable",
        selector=".md-typeset__scrollwrap",
        reason="Material wraps each Markdown table in a region that scrolls, but takes no focus",
    ),
    Allowed(
        rule="color-contrast",
        selector=".md-copyright",
        reason="Material writes the line that names itself in a grey that is too light",
    ),
    Allowed(
        rule="link-in-text-block",
        selector=".md-typeset a:not([class])",
        reason="Material tells links in running text from their surroundings by colour alone",
    ),
)


# Of WCAG 2.2 axe asks nothing that it is not told to.
NOT_ASKED_UNTOLD = {"target-size": {"enabled": True}}

# What WCAG 1.4.12 lets every reader ask for.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""

LAID_OUT = """new Promise((done) => {
  document.querySelectorAll('.jb-late, .jb li, .jb tbody').forEach(
    (one) => { one.style.contentVisibility = 'visible'; });
  requestAnimationFrame(() => requestAnimationFrame(() => done()));
})"""
"""Lays out what is below the window too, which otherwise waits until it comes near."""

COLOURS_REMEMBERED = """(() => {
  const colour = axe.commons.color.Color.prototype, parse = colour.parseString, parsed = new Map();
  colour.parseString = function (text) {
    if (!parsed.has(text)) {
      const { r, g, b, alpha } = parse.call(this, text);
      parsed.set(text, { r, g, b, alpha });
    }
    return Object.assign(this, parsed.get(text));
  };
})()"""
"""Takes each colour apart once: for every text anew it would be a quarter of what axe does."""

FIELDS = """class Fields {
  key = Symbol();
  has(one) { return this.key in one; }
  get(one) { return one[this.key]; }
  set(one, value) { one[this.key] = value; return this; }
}"""
"""A map by objects that keeps each value in its object.

Axe keeps the parts of its colours in weak maps, and those are a seventh of what it does.
"""

PREPARED = (
    f"{FIELDS};((WeakMap) => {{{Axe().axe_script}\n}})(Fields);{COLOURS_REMEMBERED};"
    # The HTML of each element is written down for reports that nobody reads.
    "axe.configure({ noHtml: true })"
)

ASKED = "(options) => axe.run(options).then(({ violations }) => violations)"


@dataclass(frozen=True, kw_only=True)
class Violation:
    """One element that breaks one rule."""

    rule: str
    selector: str
    message: str

    def __str__(self) -> str:
        """Name the rule, the element and what to do, in one line."""
        return f"{self.rule} at {self.selector}: {self.message}"


def violations(page: Page, *, rules: tuple[str, ...] = ()) -> tuple[Violation, ...]:
    """Everything that axe finds on the page as it stands now and that is not allowed.

    Named rules are the only ones asked about, which is much faster.
    """
    options = {"resultTypes": ["violations"]} | (
        {"runOnly": list(rules)} if rules else {"rules": NOT_ASKED_UNTOLD}
    )
    # What the browser has not laid out yet it takes to lie on top of each other.
    page.evaluate(LAID_OUT)
    # Reading its half a megabyte of script anew would take as long as asking about a small page.
    if not page.evaluate("'axe' in window"):
        page.evaluate(PREPARED)
    found = page.evaluate(ASKED, options)
    every = (_violation(rule, node) for rule in found for node in rule["nodes"])
    return tuple(each for each in every if not _is_allowed(page, each))


def _violation(rule: dict[str, Any], node: dict[str, Any]) -> Violation:
    return Violation(
        rule=rule["id"],
        selector=" ".join(str(part) for part in node["target"]),
        message=f"{rule['help']}; {' '.join(node['failureSummary'].split())}",
    )


def _is_allowed(page: Page, violation: Violation) -> bool:
    # axe names an element by whatever selector is shortest on this page, so ask the element itself.
    return any(
        page.locator(violation.selector).first.evaluate(
            "(element, selector) => element.matches(selector)", entry.selector
        )
        for entry in ALLOWED
        if entry.rule == violation.rule
    )
