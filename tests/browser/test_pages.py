"""Every page of the built handbooks opens in a browser without a word of complaint."""

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.serving import Site
from tests.browser.watching import Window

# What may differ in dark colours, when everything was asked in light ones.
DARK_RULES = ("color-contrast", "link-in-text-block")
# Asset pages come from one template, so outside the first window one in this many is opened.
STRIDE = 10


@pytest.fixture
def unindexed(page: Page) -> Page:
    """A page that does not read the search index, which is most of the work of opening it."""
    empty = {"config": {"lang": ["en"], "separator": " ", "fields": {}}, "docs": []}
    page.route("**/search_index.json", lambda route: route.fulfill(json=empty))
    return page


@pytest.mark.slow
def test_pages_of_the_example(unindexed: Page, site: Site) -> None:
    complain(wrong for path in site.paths() for wrong in wrong_with(unindexed, path))


@pytest.mark.slow
@pytest.mark.parametrize("window", [Window(scheme="dark")], ids=str)
def test_pages_in_dark_colours(unindexed: Page, site: Site) -> None:
    found = (wrong_with(unindexed, path, rules=DARK_RULES) for path in thinned(site))
    complain(wrong for page in found for wrong in page)


@pytest.mark.slow
@pytest.mark.parametrize("window", [Window(width=320)], ids=str)
def test_pages_on_a_narrow_screen(unindexed: Page, site: Site) -> None:
    complain(wrong for path in thinned(site) for wrong in wrong_with(unindexed, path))


@pytest.mark.slow
def test_pages_of_the_dutch_handbook(dutch_page: Page, dutch_site: Site) -> None:
    complain(wrong for path in dutch_site.paths() for wrong in wrong_with(dutch_page, path))


def test_interface_speaks_the_language_of_the_handbook(page: Page, dutch_page: Page) -> None:
    page.goto("/")
    dutch_page.goto("/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert dutch_page.locator("html").get_attribute("lang") == "nl"


def test_text_face_comes_from_the_site(page: Page) -> None:
    page.goto("/", wait_until="networkidle")
    assert page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length") == 1


def test_reader_switches_to_dark_colours(page: Page) -> None:
    page.goto("/")
    page.get_by_title("Use dark colours").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_instant_navigation_keeps_the_page_alive(page: Page) -> None:
    page.goto("/", wait_until="networkidle")
    page.evaluate("window.untouched = true")
    page.locator(".md-tabs__link").last.click()
    page.wait_for_url("**/*/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.untouched") is True


def thinned(site: Site) -> Iterator[str]:
    """The pages of a site, with only some of the asset pages among them."""
    for number, path in enumerate(site.paths()):
        if not path.startswith("/assets/") or number % STRIDE == 0:
            yield path


def wrong_with(page: Page, path: str, *, rules: tuple[str, ...] = ()) -> Iterator[str]:
    """What a reader of this page could stumble over."""
    page.goto(path)
    yield from (f"{path}: {violation}" for violation in violations(page, rules=rules))
    if (width := sideways(page)) > 0:
        yield f"{path}: {width} px wider than the window"


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def complain(found: Iterable[str]) -> None:
    """Fail with all that was found, a line each."""
    lines = list(found)
    assert not lines, "\n".join(lines)
