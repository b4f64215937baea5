"""A page that comes slowly does not move what is already seen of it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import Site
from tests.browser.test_pages import NARROW, WIDE, resize, unsearched

# Those of a first screen of ours, with less or more above its title; others with a trail, or wide.
PAGES = ("/", "/journeys/cfo/", "/journeys/roll-out/", "/personas/cfo/", "/gaps/all/", "/matrix/")
PLACES = """
  [...document.querySelectorAll(".md-main__inner, .md-content__inner, .jb-trail, article h1")].map(
    (one) => {
      const { x, y } = one.getBoundingClientRect();
      return [one.tagName, x, y, getComputedStyle(one).fontSize];
    }
  )
"""


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_seen_first_stays_where_it_is(browser: Browser, site: Site, width: int) -> None:
    with unsearched(browser, site) as page:
        resize(page, to=width)
        for path in PAGES:
            assert places_of_the_first_part(page, site, path) == places(page, path), path


def places(page: Page, path: str) -> object:
    """Where the title of a page stands, and what holds it."""
    page.goto(path)
    return page.evaluate(PLACES)


def places_of_the_first_part(page: Page, site: Site, path: str) -> object:
    """The same, of a page of which only what goes before the end of its title has come."""
    whole = Path(f"{site.folder}{path}index.html").read_text("utf-8")
    first = re.split(r"(?<=</h1>)", whole, maxsplit=1)[0]
    page.route(f"**{path}", lambda route: route.fulfill(body=first, content_type="text/html"))
    try:
        return places(page, path)
    finally:
        page.unroute_all()
