"""Every page of the built handbooks opens in a browser without a word of complaint."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.kinds import kinds
from tests.browser.serving import Site
from tests.browser.watching import Window, open_page

WIDE, MIDDLING, NARROW = 1280, 1024, 320
# How far the parts of a page may move after they are seen: half of what counts as good.
MOST_MOVED = 0.05
# What may differ in dark colours, when everything was asked in light ones.
DARK_RULES = ("color-contrast", "link-in-text-block")
MOVED = """\
  new Promise((resolve) => {
    let moved = 0;
    const add = (list) => { for (const one of list.getEntries()) moved += one.value; };
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    // What moved in a frame is known in the next.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(moved))));
  })
"""
EXCESS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Only what lists all content, and who is served by it, may be wider than a middling window.
CUT = f"""
  [...document.querySelectorAll("article .jb-scroll")].filter(one => innerWidth >= {MIDDLING}
    && one.clientWidth && one.scrollWidth > one.clientWidth + 1
    && !one.querySelector(".jb-catalogue-table, .jb-trace")).map(one => one.ariaLabel)
"""
# The letters of a word of common length, and of a number, stay in one line of a cell.
BROKEN = """
  [...document.querySelectorAll(innerWidth < WIDE ? "none" : "article .jb :is(td, th)")].flatMap(
    (cell) => {
      const found = [], range = document.createRange();
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const word = /(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}.,]{2,14}(?![\\p{L}\\p{N}])/gu;
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (text.parentElement.closest("code, .jb-said")) continue;
        for (const { index, 0: letters } of text.data.matchAll(word)) {
          range.setStart(text, index);
          range.setEnd(text, index + letters.length);
          const lines = new Set([...range.getClientRects()].map((one) => one.top));
          if (lines.size > 1) found.push(letters);
        }
      }
      return found;
    }
  )
""".replace("WIDE", str(WIDE))
FIT = f"[{EXCESS}, [...{CUT}, ...{BROKEN}]]"
# Of the views of a journey only one is shown; asked about are all of them.
EVERY_VIEW = (
    "document.querySelectorAll('.jb-away').forEach(part => part.classList.remove('jb-away'))"
)
BRIEFS = "/gaps/briefs/"
# So far down in the navigation beside the page that Material scrolls to it.
FAR_DOWN = "/guide/year/"
# Axe takes minutes for all pages, which differ in words from those it is always asked about.
ASKED_EVERYWHERE = "JB_EVERY_PAGE" in os.environ
# The walks are cut up for the workers to share them.
PARTS, DUTCH_PARTS = 8, 4


@pytest.mark.slow(15)
@pytest.mark.parametrize("part", range(PARTS))
def test_pages_of_the_example(browser: Browser, site: Site, part: int) -> None:
    with unsearched(browser, site) as page:
        complain(
            wrong
            for path, is_asked in visits(site)[part::PARTS]
            for wrong in (*wrong_with(page, path), *(wrong_in_detail(page) if is_asked else ()))
        )


@pytest.mark.slow(10)
@pytest.mark.parametrize("part", range(DUTCH_PARTS))
def test_pages_of_the_dutch_handbook(browser: Browser, dutch_site: Site, part: int) -> None:
    with unsearched(browser, dutch_site) as page:
        complain(
            wrong
            for path, is_asked in visits(dutch_site)[part::DUTCH_PARTS]
            for wrong in (
                *wrong_with(page, path),
                *(inaccessible_when_wide(page) if is_asked else ()),
            )
        )


def test_interface_speaks_the_language_of_the_handbook(page: Page, dutch_page: Page) -> None:
    page.goto("/")
    dutch_page.goto("/", wait_until="networkidle")
    assert page.locator("html").get_attribute("lang") == "en"
    assert dutch_page.locator("html").get_attribute("lang") == "nl"


def test_text_of_the_author_stands_beside_what_is_to_be_done(page: Page) -> None:
    page.goto("/")
    # As the theme writes the tags of a page.
    page.locator("article").evaluate(
        "one => one.insertAdjacentHTML('afterbegin', '<nav class=md-tags><a>tea</a></nav>')"
    )
    places = "['.md-tags', '#next', '#how-to-read-it'].map(one => document.querySelector(one)"
    tags, to_do, written = page.evaluate(f"{places}.getBoundingClientRect().x)")
    assert tags == to_do
    assert written > to_do + WIDE / 3
    resize(page, to=NARROW)
    _, to_do, written = page.evaluate(f"{places}.getBoundingClientRect().x)")
    assert written == to_do


def test_nothing_of_a_table_lies_beyond_a_narrow_window(page: Page) -> None:
    resize(page, to=NARROW)
    for path in ("/actions/calendar/", "/actions/desk/", "/research/"):
        page.goto(path)
        beyond = "all => all.map(one => one.scrollWidth - one.clientWidth)"
        assert set(page.locator(".jb-scroll:visible").evaluate_all(beyond)) == {0}, path


def test_a_table_takes_the_room_of_contents_in_which_nothing_stands(page: Page) -> None:
    page.goto("/actions/")
    table = page.locator(".jb-actions").bounding_box()
    assert table
    assert table["width"] > WIDE * 2 / 3


def test_text_face_comes_from_the_site(page: Page) -> None:
    page.goto("/", wait_until="networkidle")
    assert page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length") == 1


def test_reader_switches_to_dark_colours_and_back(page: Page) -> None:
    page.goto("/")
    scheme = "data-md-color-scheme"
    assert page.locator("body").get_attribute(scheme) != "slate"
    switch_colours(page, to="dark")
    assert page.locator("body").get_attribute(scheme) == "slate"
    switch_colours(page, to="light")
    assert page.locator("body").get_attribute(scheme) != "slate"


def test_instant_navigation_keeps_the_page_alive(page: Page) -> None:
    page.goto("/", wait_until="networkidle")
    page.evaluate("window.untouched = true")
    page.locator(".md-tabs__link").last.click()
    page.wait_for_url("**/*/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.untouched") is True


def test_an_audience_sees_its_part_and_takes_its_view_along(page: Page) -> None:
    tabs, sign = page.locator(".md-tabs__link:visible"), page.locator(".jb-seen-as")
    page.goto("/?for=service")
    # Their own page stands in place of the first one, and what is not theirs is out of sight.
    page.wait_for_url("**/journeys/?for=service")
    expect(sign).to_contain_text("Seen as: Customer service")
    assert "What to write" not in tabs.all_inner_texts()
    page.locator("article .jb-card a:visible").first.click()
    page.wait_for_url("**/journeys/*/?for=service")
    page.goto(f"{page.url}#map")
    expect(page.locator("tr[data-jb-lane=touchpoints]")).to_be_visible()
    expect(page.locator("tr[data-jb-lane=questions]")).to_be_hidden()
    # A filter writes its own part of the address and leaves the choice in it.
    # What waits for somebody is content here, which is not among what the board sees.
    waiting = page.locator("#late, [data-jb-entries]")
    page.goto("/?for=board")
    expect(sign).to_contain_text("The board")
    expect(waiting.filter(visible=True)).to_have_count(0)
    page.goto("/")
    expect(waiting.filter(visible=True)).to_have_count(2)
    page.goto("/assets/?for=board&type=blog")
    expect(sign).to_contain_text("The board")
    page.wait_for_url("**/assets/?type=blog&for=board")
    sign.get_by_role("link").click()
    page.wait_for_url("**/assets/?type=blog")
    expect(sign).to_have_count(0)
    assert "What to write" in tabs.all_inner_texts()


@contextmanager
def unsearched(browser: Browser, site: Site) -> Iterator[Page]:
    """A page that does not read the search index and may not make the browser complain."""
    with open_page(browser, site.address_without_search, Window()) as (page, complaints):
        yield page
    complain(complaints)


@cache
def visits(site: Site) -> list[tuple[str, bool]]:
    """The pages of a site to open, and whether axe is asked about it: once for each kind of page.

    Briefs are filled forms, so of those that show nothing new every fifth is opened.
    """
    if ASKED_EVERYWHERE:
        return [(path, True) for path in site.paths()]
    asked = {*kinds(site), FAR_DOWN}
    briefs = [path for path in site.paths() if path.startswith(BRIEFS) and path not in asked]
    left_out = set(briefs) - set(briefs[::5])
    paths = ((path, path in asked) for path in site.paths() if path not in left_out)
    # Those asked about take longest, so they are side by side, and every part has its share.
    return sorted(paths, key=lambda visit: not visit[1])


def wrong_with(page: Page, path: str) -> Iterator[str]:
    """What a reader of this page could stumble over in a wide and in a narrow window.

    It opens in the window that the page before it ended in, and is then resized.
    """
    page.goto(path)
    fit, moved = page.evaluate(f"{MOVED}.then(moved => [{FIT}, moved])")
    yield from told_wide(page, *fit)
    if moved > MOST_MOVED:
        yield f"{page.url}: its parts move by {moved} in a window of {page.viewport_size}"
    resize(page, to=WIDE if is_narrow(page) else NARROW)
    yield from too_wide(page)


def wrong_in_detail(page: Page) -> Iterator[str]:
    """What is cut in a window of middling width, and what axe says in light and dark colours."""
    resize(page, to=MIDDLING)
    yield from too_wide(page)
    resize(page, to=NARROW)
    page.evaluate(EVERY_VIEW)
    yield from inaccessible(page)
    yield from inaccessible_when_wide(page)
    switch_colours(page, to="dark")
    yield from inaccessible(page, rules=DARK_RULES)
    # The next page opens in a narrow window, in light colours, as for a reader who chose none.
    page.evaluate("localStorage.clear()")
    resize(page, to=NARROW)


def inaccessible_when_wide(page: Page) -> Iterator[str]:
    """What axe says of the open page in a wide window."""
    resize(page, to=WIDE)
    page.evaluate(EVERY_VIEW)
    yield from inaccessible(page)


def inaccessible(page: Page, *, rules: tuple[str, ...] = ()) -> Iterator[str]:
    """What axe says of the page as it stands now."""
    yield from (f"{page.url}: {violation}" for violation in violations(page, rules=rules))


def too_wide(page: Page) -> Iterator[str]:
    """By how many pixels the page is wider than its window, and what is cut in it, if it is."""
    yield from told_wide(page, *page.evaluate(FIT))


def told_wide(page: Page, excess: int, cut: Sequence[str]) -> Iterator[str]:
    """Say by how many pixels the page is wider than its window, and what is cut in it."""
    if excess > 0:
        yield f"{page.url}: {excess} px wider than a window of {page.viewport_size}"
    for name in cut:
        yield f"{page.url}: {name} is cut in a window of {page.viewport_size}"


def resize(page: Page, *, to: int) -> None:
    """Give the window another width."""
    page.set_viewport_size({"width": to, "height": Window().height})


def is_narrow(page: Page) -> bool:
    """Whether the window is the narrow one."""
    return page.viewport_size is not None and page.viewport_size["width"] == NARROW


def switch_colours(page: Page, *, to: Literal["light", "dark"]) -> None:
    """Use the reader's switch, and wait until no colour is on its way any more."""
    page.get_by_title(f"Use {to} colours").click()
    page.mouse.move(0, 0)
    page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")


def complain(wrong: Iterable[str]) -> None:
    """Fail with all that is wrong, a line each."""
    lines = list(wrong)
    assert not lines, "\n".join(lines)
