"""Every page of the built handbooks opens in a browser without a word of complaint."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.serving import Site
from tests.browser.watching import Window

WINDOWS = (Window(), Window(scheme="dark"), Window(width=320))


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def wrong_with(page: Page, path: str) -> Iterator[str]:
    """What a reader of this page could stumble over."""
    page.goto(path)
    yield from (f"{path}: {violation}" for violation in violations(page))
    if (width := sideways(page)) > 0:
        yield f"{path}: {width} px wider than the window"


@pytest.mark.slow
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_pages_of_the_example(page: Page, site: Site) -> None:
    wrong = [wrong for path in site.paths() for wrong in wrong_with(page, path)]
    assert wrong == []


@pytest.mark.slow
def test_pages_of_the_dutch_handbook(dutch_page: Page, dutch_site: Site) -> None:
    wrong = [wrong for path in dutch_site.paths() for wrong in wrong_with(dutch_page, path)]
    assert wrong == []


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
