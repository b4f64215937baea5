"""The browser tests can fail: what they should catch, they catch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import violations
from tests.browser.kinds import kinds
from tests.browser.serving import Site, served
from tests.browser.test_pages import MOST_MOVED, MOVED, NARROW, WIDE, wrong_with
from tests.browser.watching import Window, open_page

HEAD = '<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">'

ON_BLACK = '<p style="color: #888; background: #000">Fine</p>'


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a site whose pages are each wrong in one way."""
    pages = {
        "spotless": "<main><h1>Fine</h1></main>",
        "shouting": "<main><h1>Loud</h1></main><script>console.error('a cry')</script>",
        "throwing": "<main><h1>Loud</h1></main><script>throw new Error('a slip')</script>",
        "leaving": '<main><h1>Away</h1><img alt="" src="http://elsewhere.invalid/a.png"></main>',
        "missing": '<main><h1>Gone</h1><img alt="" src="gone.png"></main>',
        "nameless": "<main><h1>Bare</h1><img src='data:,'></main>",
        "broad": '<main><h1>Broad</h1><div style="width: 700px">x</div></main>',
        "moving": "<main><h1 style='font-size: 9em'>Moved when it was seen</h1></main>",
        "faint": f"<main><h1>Faint</h1>{ON_BLACK}<p style='color: #888'>Not</p>{ON_BLACK}</main>",
        "theme": '<main><h1>Search</h1><div class="md-search" role="dialog">x</div></main>',
    }
    for name, body in pages.items():
        (tmp_path / f"{name}.html").write_text(HEAD + body, encoding="utf-8")
    with served(tmp_path) as address:
        yield address


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("shouting", "console error: a cry"),
        ("throwing", "uncaught error: a slip"),
        ("leaving", "request leaves the site: http://elsewhere.invalid/a.png"),
        ("missing", "status 404"),
    ],
)
def test_complaints_are_written_down(
    browser: Browser, address: str, name: str, expected: str
) -> None:
    with open_page(browser, address, Window()) as (page, complaints):
        page.goto(f"/{name}.html", wait_until="networkidle")
    assert any(expected in complaint for complaint in complaints)


def test_spotless_page_has_no_complaints(browser: Browser, address: str) -> None:
    with open_page(browser, address, Window()) as (page, complaints):
        page.goto("/spotless.html", wait_until="networkidle")
        assert violations(page) == ()
    assert complaints == []


def test_violation_names_rule_and_element(browser: Browser, address: str) -> None:
    with open_page(browser, address, Window()) as (page, _):
        page.goto("/nameless.html")
        assert [(each.rule, each.selector) for each in violations(page)] == [("image-alt", "img")]


def test_what_only_the_theme_can_mend_is_allowed(browser: Browser, address: str) -> None:
    with open_page(browser, address, Window()) as (page, _):
        page.goto("/theme.html")
        assert violations(page) == ()


def test_a_colour_is_too_faint_on_one_ground_and_not_on_another(
    browser: Browser, address: str
) -> None:
    with open_page(browser, address, Window()) as (page, _):
        page.goto("/faint.html")
        (faint,) = violations(page)
    assert (faint.rule, faint.selector) == ("color-contrast", "p:nth-child(3)")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_page_wider_than_a_narrow_window_is_told(
    browser: Browser, address: str, width: int
) -> None:
    with open_page(browser, address, Window(width=width)) as (page, _):
        (wrong,) = wrong_with(page, "/broad.html")
    assert "px wider than a window of {'width': 320" in wrong


@pytest.mark.parametrize("window", [Window(scheme="light"), Window(scheme="dark")], ids=str)
def test_window_decides_the_colours(browser: Browser, address: str, window: Window) -> None:
    with open_page(browser, address, window) as (page, _):
        page.goto("/spotless.html")
        assert page.evaluate(f"matchMedia('(prefers-color-scheme: {window.scheme})').matches")


def test_window_decides_the_width(browser: Browser, address: str) -> None:
    with open_page(browser, address, Window(width=320)) as (page, _):
        page.goto("/spotless.html")
        assert page.evaluate("innerWidth") == 320


def test_every_kind_of_page_is_picked_and_no_page_without_a_reason(tmp_path: Path) -> None:
    pages = {
        "": "<p>Home",
        "journeys/": '<p class="jb-list jb-ones-1">',
        "journeys/early/": '<p class="jb-one jb-two">',
        "journeys/later/": '<p class="jb-one jb-last">',
        "journeys/plain/": "<p>",
        "journeys/second/": "<p>",
        "journeys/special/": '<p class="theirs jb-curve">',
        "journeys/speaking/": '<p role="status">',
        "journeys/tabular/": '<table class="jb-two">',
        "journeys/twice/": '<p class="jb-ones-2">',
    }
    for path, body in pages.items():
        (tmp_path / path).mkdir(exist_ok=True)
        (tmp_path / path / "index.html").write_text(f"<main>{body}</main>", encoding="utf-8")
    special = [f"/journeys/{name}/" for name in ("later", "speaking", "special", "tabular")]
    assert kinds(Site(address="", folder=tmp_path)) == ("/", "/journeys/", *special)


def test_what_moves_after_it_was_seen_is_measured(browser: Browser, address: str) -> None:
    with open_page(browser, address, Window()) as (page, _):
        page.goto("/moving.html")
        assert page.evaluate(MOVED) == 0
        page.evaluate("document.querySelector('h1').style.marginTop = '3em'")
        assert page.evaluate(MOVED) > MOST_MOVED
