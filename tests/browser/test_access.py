"""A journey for readers who choose their own colours and spacing, or use the keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations

JOURNEY = "/journeys/operations-manager/"
BACKGROUND = "one => getComputedStyle(one).backgroundColor"
# What WCAG 1.4.12 lets every reader ask for.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
CUT = """() => [...document.querySelectorAll("main .jb *")].filter(one => {
  const { overflowX, overflowY } = getComputedStyle(one);
  const isCut = (way, over) => ["hidden", "clip"].includes(way) && over > 1;
  return one.checkVisibility({ visibilityProperty: true }) && one.textContent.trim()
    && !one.closest(".jb-said, svg") && (isCut(overflowX, one.scrollWidth - one.clientWidth)
    || isCut(overflowY, one.scrollHeight - one.clientHeight));
}).map(one => one.outerHTML.slice(0, 120))"""


def test_forced_colours_show_what_is_chosen(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{JOURNEY}?show=gap#map")
    chosen = page.get_by_role("button", name="only gaps", exact=True)
    expect(chosen).to_have_attribute("aria-pressed", "true")
    other = page.get_by_role("button", name="everything", exact=True)
    assert chosen.evaluate(BACKGROUND) != other.evaluate(BACKGROUND)
    views = page.locator(".jb-views a")
    assert views.nth(1).evaluate(BACKGROUND) != views.nth(0).evaluate(BACKGROUND)


def test_text_may_stand_wide_and_the_map_is_skipped(page: Page) -> None:
    page.goto(f"{JOURNEY}#map")
    expect(page.locator(".jb-map-block.jb-is-live").last).to_be_attached()
    assert [str(each) for each in violations(page, rules=("target-size", "skip-link"))] == []
    skip = page.get_by_role("link", name="Skip the map").filter(visible=True)
    skip.focus()
    box = skip.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 10
    skip.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.jb-map-box')")
    for view in ("map", "overview"):
        page.evaluate("view => { location.hash = view; }", view)
        page.add_style_tag(content=SPACED)
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
