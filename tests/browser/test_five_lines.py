"""The five lines of README give a site in which readers reach every section from the first page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import without_search
from tests.browser.watching import Window, open_page
from tests.build.test_engines import write
from tests.build.test_theming import DUTCH, FIVE_LINES
from tests.sites import address_of, built_once

# Below this width Material puts the navigation into a drawer.
DRAWER = 1220
SECTIONS = {
    "Klantreizen": "journeys",
    "Te schrijven": "gaps",
    "Content": "assets",
    "Kanalen": "channels",
    "Persona’s": "personas",
}
INSIDE = {
    "Fasen": ("Klantreizen", "phases"),
    "Alle witte vlekken": ("Te schrijven", "gaps/all"),
    "Dekking": ("Te schrijven", "coverage"),
    "Kanaalmatrix": ("Kanalen", "matrix"),
}


@pytest.fixture(scope="module")
def five_lines(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a Dutch handbook with these five lines and nothing else."""
    files = {**DUTCH, "mkdocs.yml": FIVE_LINES}
    del files["content/index.md"]
    configuration = write(tmp_path_factory.mktemp("five-lines"), files)
    return built_once(configuration, sites / "five-lines")


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_every_section_opens_from_the_first_page(
    browser: Browser, five_lines: Path, width: int
) -> None:
    address = without_search(address_of(five_lines))
    with open_page(browser, address, Window(width=width)) as (page, complaints):
        page.goto("/")
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        for title, name in SECTIONS.items():
            page.goto("/")
            (_open_in_drawer if width < DRAWER else _open_in_tabs)(page, title)
            expect(page).to_have_url(re.compile(f"/{name}/$"))
        for title, (section, name) in INSIDE.items():
            page.goto(f"/{SECTIONS[section]}/")
            beside = page.get_by_role("navigation", name="In dit onderdeel")
            beside.get_by_role("link", name=title, exact=True).click()
            expect(page).to_have_url(re.compile(f"/{name}/$"))
            expect(beside.locator("[aria-current]")).to_have_text(title)
    assert complaints == []


def test_every_section_opens_from_a_sidebar_beside_a_nav_of_the_author(
    browser: Browser, sites: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = FIVE_LINES.replace(
        "{name: material}", "{name: material, features: [navigation.sections]}"
    )
    files = {**DUTCH, "mkdocs.yml": f"{lines}nav: [index.md]\n"}
    configuration = write(tmp_path_factory.mktemp("sidebar"), files)
    site = built_once(configuration, sites / "sidebar")
    address = without_search(address_of(site))
    with open_page(browser, address, Window()) as (page, complaints):
        for name in SECTIONS.values():
            page.goto("/")
            expect(page.locator(".md-tabs")).to_have_count(0)
            page.locator(f".md-sidebar--primary a[href='{name}/']").click()
            expect(page).to_have_url(re.compile(f"/{name}/$"))
    assert complaints == []


def _open_in_tabs(page: Page, title: str) -> None:
    page.locator(".md-tabs").get_by_role("link", name=title, exact=True).click()


def _open_in_drawer(page: Page, title: str) -> None:
    page.locator(".md-header label[for=__drawer]").click()
    sections = page.locator(".md-nav--primary > ul > .md-nav__item--nested > .md-nav__container")
    sections.get_by_role("link", name=title, exact=True).click()
