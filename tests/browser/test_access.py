"""A journey for readers who choose their own colours and spacing, or use the keyboard alone."""

import re

from playwright.sync_api import Page, expect

from tests.browser.accessibility import LAID_OUT, SPACED, violations
from tests.browser.watching import wait_for_theme

JOURNEY = "/journeys/operations-manager/"
BACKGROUND = "one => getComputedStyle(one).backgroundColor"
PENCIL = "one => getComputedStyle(one, '::before').backgroundColor"
FILL = "one => getComputedStyle(one).fill"
KEYS = """keys => keys.map(one => {
  const { backgroundColor, borderTopStyle } = getComputedStyle(one);
  return `${backgroundColor} ${borderTopStyle}`;
})"""
CUT = """() => [...document.querySelectorAll("main .jb *")].filter(one => {
  const { overflowX, overflowY } = getComputedStyle(one);
  const isCut = (way, over) => ["hidden", "clip"].includes(way) && over > 1;
  return one.checkVisibility({ visibilityProperty: true }) && one.textContent.trim()
    && !one.closest(".jb-said, svg") && (isCut(overflowX, one.scrollWidth - one.clientWidth)
    || isCut(overflowY, one.scrollHeight - one.clientHeight));
}).map(one => one.outerHTML.slice(0, 120))"""

ON_TOP = """one => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
}"""

# Of a line that is broken, a box is a part; what lies on top is asked at the middle of each.
NOTE_FOCUS = """behind = []; reached = 0;
addEventListener("keyup", () => {
  const focused = document.activeElement;
  if (!focused.closest("main")) return;
  reached += 1;
  const isSeen = ({ left, right, top, bottom }) =>
    focused.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  if (![...focused.getClientRects()].some(isSeen)) behind.push(focused.outerHTML);
})"""


def test_forced_colours_show_what_is_chosen(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{JOURNEY}?show=gap#map")
    chosen = page.get_by_role("button", name="only gaps", exact=True)
    expect(chosen).to_have_attribute("aria-pressed", "true")
    other = page.get_by_role("button", name="everything", exact=True)
    assert chosen.evaluate(BACKGROUND) != other.evaluate(BACKGROUND)
    views = page.locator(".jb-views a")
    assert views.nth(1).evaluate(BACKGROUND) != views.nth(0).evaluate(BACKGROUND)
    pencil = page.locator(".jb-map .jb-source").first
    assert pencil.evaluate(PENCIL) != views.nth(0).evaluate(BACKGROUND)
    page.goto("/coverage/")
    keys = page.locator(".jb-legend").first.locator(".jb-key")
    assert keys.count() == len({*keys.evaluate_all(KEYS)}) > 3


def test_drawings_follow_the_colours_of_their_reader(dutch_page: Page) -> None:
    # The Dutch handbook is a light one, whatever its readers prefer.
    dutch_page.emulate_media(forced_colors="active", color_scheme="dark")
    dutch_page.goto("/coverage/")
    text = dutch_page.locator("main p").first.evaluate("one => getComputedStyle(one).color")
    assert text == "rgb(255, 255, 255)"
    for part in ("label", "total", "answered"):
        fill = dutch_page.locator(f".jb-chart-{part}").first.evaluate(FILL)
        assert fill == text, part
    assert dutch_page.locator(".jb-chart-number--answered").first.evaluate(FILL) != text


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
    expect(page).to_have_url(re.compile("#jb-map-end$"))
    wait_for_theme(page)
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.jb-map-box')")
    for view in ("map", "overview"):
        page.evaluate("view => { location.hash = view; }", view)
        page.add_style_tag(content=SPACED)
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_no_focus_is_behind_what_stays_in_view(dutch_page: Page) -> None:
    dutch_page.add_init_script(NOTE_FOCUS)
    dutch_page.goto("/journeys/grip-op-energie/#map")
    dutch_page.locator(".jb-views [aria-current]").focus()
    stops = dutch_page.locator("main :is(a[href], button, summary)").filter(visible=True).count()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(stops):
            dutch_page.keyboard.press(key)
    assert dutch_page.evaluate("reached") > stops
    assert dutch_page.evaluate("behind") == []


def test_the_link_of_a_place_is_seen_by_the_keyboard_and_lies_on_no_other(page: Page) -> None:
    places = (
        (JOURNEY, ".jb-glance .jb-lane:last-child td:last-child"),
        ("/gaps/advocacy/", ".jb-gaps > .jb-gap:not(:has(.jb-gap))"),
    )
    button = page.locator(".jb-copy")
    for path, place in places:
        page.goto(path)
        page.locator(f"{place} a").filter(visible=True).last.focus()
        page.keyboard.press("Tab")
        expect(button).to_be_focused()
        assert button.evaluate(ON_TOP)
    page.mouse.move(600, 300)
    page.mouse.move(600, 500)
    expect(button).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.evaluate("document.querySelectorAll('.jb details').forEach(one => { one.open = true; })")
    page.evaluate(LAID_OUT)
    for line in page.locator(".jb-gap-line").all()[:2]:
        line.hover()
        assert all(line.locator("a").evaluate_all(f"links => links.map({ON_TOP})"))
        line.locator(".jb-copy").click()


def test_what_is_opened_over_the_page_closes_and_leads_back(page: Page) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(f"{JOURNEY}#map")
    expect(page.locator(".jb-map-block.jb-is-live").last).to_be_attached()
    opened = page.locator(".jb-pick[open]")
    for name, ends in (("Lanes", "Escape"), ("Print, share", "Escape"), ("Print, share", "Enter")):
        opener = page.locator("summary", has_text=name)
        opener.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(opener).not_to_be_focused()
        page.keyboard.press(ends)
        expect(opener).to_be_focused()
        expect(opened).to_have_count(0)
    page.keyboard.press("Enter")
    expect(opened).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    expect(opened).to_have_count(0)


def test_all_is_there_in_a_window_enlarged_four_times(page: Page) -> None:
    page.goto(f"{JOURNEY}#map")
    expect(page.locator(".jb-map-block.jb-is-live").last).to_be_attached()
    # As high as a telephone, and as low as a laptop.
    for height in (640, 256):
        page.set_viewport_size({"width": 320, "height": height})
        assert page.evaluate(CUT) == []
    heads = page.locator(".jb-map thead").last
    assert heads.evaluate("one => getComputedStyle(one).position") == "static"


def test_the_keyboard_passes_by_a_search_that_is_closed(page: Page) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.md-search')")
