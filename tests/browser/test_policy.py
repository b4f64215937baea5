"""A site that lets its pages do nothing but what the manual says works as before."""

import re
import runpy
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Site, served
from tests.browser.watching import Window, open_page
from tests.sites import ROOT

MANUAL = (ROOT / "content" / "guide" / "publishing.md").read_text(encoding="utf-8")
PATHS = (
    "/",
    "/journeys/cfo/",
    "/gaps/all/",
    "/gaps/purchase/",
    "/matrix/",
    "/assets/",
    "/coverage/",
)


def shown(title: str) -> str:
    """An example of the manual."""
    block = re.search(rf'(?s)```\w+ title="{title}"\n(.*?)```', MANUAL)
    assert block
    return block[1]


def fingerprints(site: Path, script: Path) -> str:
    """What the manual's script prints for a site."""
    script.write_text(shown("fingerprints.py").replace('"site"', repr(str(site))), encoding="utf-8")
    with redirect_stdout(StringIO()) as printed:
        runpy.run_path(str(script))
    return " ".join(printed.getvalue().split())


@pytest.fixture(params=["as it stands", "with fingerprints"])
def headers(request: pytest.FixtureRequest, site: Site, tmp_path: Path) -> Mapping[str, str]:
    """The manual's policy."""
    policy = " ".join(shown("Content-Security-Policy").split())
    if request.param == "with fingerprints":
        prints = fingerprints(site.folder, tmp_path / "fingerprints.py")
        policy = policy.replace("'unsafe-inline'", prints)
        assert "sha256-" in policy
    return {"Content-Security-Policy": policy}


@contextmanager
def strict(
    browser: Browser, site: Site, headers: Mapping[str, str], *, searched: bool
) -> Iterator[Page]:
    """A page of the example, under a policy, that may not make the browser complain."""
    with (
        served(site.folder, headers, searched=searched) as address,
        open_page(browser, address, Window()) as (page, complaints),
    ):
        yield page
    assert complaints == []


def test_every_kind_of_page_works_under_the_policy(
    browser: Browser, site: Site, headers: Mapping[str, str]
) -> None:
    with strict(browser, site, headers, searched=False) as page:
        for path in PATHS:
            page.goto(path)
            bars = page.locator(".jb-bar i:not([class='jb-ones-0']):visible")
            assert not bars.count() or bars.first.bounding_box()["width"] > 0  # type: ignore[index]
    with strict(browser, site, headers, searched=True) as page:
        page.goto("/gaps/all/", wait_until="networkidle")
        expect(page.locator("[data-jb-gap-filters]")).to_be_visible()
        # The theme hears keys, and nothing that is put into its field without them.
        page.locator(".md-search__input").first.press_sequentially("price")
        expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_no_style_stands_in_a_page(site: Site) -> None:
    pages = list(site.folder.rglob("index.html"))
    assert len(pages) > 50
    ours = re.compile(r'<[^>]*class="[^"]*\bjb[^"]*"[^>]*\sstyle=|<[^>]*\sstyle="[^"]*--jb')
    assert [page for page in pages if ours.search(page.read_text(encoding="utf-8"))] == []
