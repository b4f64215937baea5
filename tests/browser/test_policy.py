"""A site that lets its pages do nothing but what the manual says works as before."""

import re
import runpy
from collections.abc import Iterator
from contextlib import redirect_stdout
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
def strict(
    request: pytest.FixtureRequest, browser: Browser, site: Site, tmp_path: Path
) -> Iterator[Page]:
    """A page of the example, under the manual's policy, that may not make the browser complain."""
    policy = " ".join(shown("Content-Security-Policy").split())
    if request.param == "with fingerprints":
        prints = fingerprints(site.folder, tmp_path / "fingerprints.py")
        policy = policy.replace("'unsafe-inline'", prints)
        assert "sha256-" in policy
    headers = {"Content-Security-Policy": policy}
    with (
        served(site.folder, headers) as address,
        open_page(browser, address, Window()) as (page, complaints),
    ):
        yield page
    assert complaints == []


def test_every_kind_of_page_works_under_the_policy(strict: Page) -> None:
    for path in PATHS:
        strict.goto(path)
        bars = strict.locator(".jb-bar i:not([class='jb-ones-0']):visible")
        assert not bars.count() or bars.first.bounding_box()["width"] > 0  # type: ignore[index]
    strict.goto("/gaps/all/", wait_until="networkidle")
    expect(strict.locator("[data-jb-gap-filters]")).to_be_visible()
    # The theme hears keys, and nothing that is put into its field without them.
    strict.locator(".md-search__input").first.press_sequentially("price")
    expect(strict.locator(".md-search-result__item").first).to_be_visible()


def test_no_style_stands_in_a_page(site: Site) -> None:
    pages = list(site.folder.rglob("index.html"))
    assert len(pages) > 50
    ours = re.compile(r'<[^>]*class="[^"]*\bjb[^"]*"[^>]*\sstyle=|<[^>]*\sstyle="[^"]*--jb')
    assert [page for page in pages if ours.search(page.read_text(encoding="utf-8"))] == []
