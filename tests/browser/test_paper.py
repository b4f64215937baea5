"""A journey on paper: one sheet of A4, or a poster whose letters can be read."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finding import MISSING, find_chromium
from tests.cli.test_init import journeybook
from tests.repositories import write

JOURNEY = "/journeys/operations-manager/"
# Points of a sheet on its side.
A4, A3, A0 = (842, 595), (1191, 842), (3370, 2384)
NINE_POINTS = 12
HANDBOOK = {
    "mkdocs.yml": "site_name: Ours\ntheme: {name: material, font: false}\n"
    "docs_dir: content\nplugins: [search, journeybook]\n",
    "content/personas/buyer.md": "# Buyer",
    "content/phases/buy.md": "# Buy",
    "content/channels/site.md": "# Site",
    "content/journeys/buyer/index.md": "---\npersona: buyer\n---\n# Buyer\n",
    "content/journeys/buyer/buy.md": "---\nneeds: [A price]\nemotion: worried\n---\n# Reads\n",
}


def sheets(printed: bytes) -> list[tuple[int, int]]:
    """The sheets of a PDF, by width and height in points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return [(round(float(width)), round(float(height))) for width, height in found]


def test_a_journey_is_printed_as_its_address_asks(page: Page) -> None:
    page.goto(f"{JOURNEY}?print=sheet")
    expect(page.locator("html.jb-as-sheet")).to_be_attached()
    assert sheets(page.pdf(prefer_css_page_size=True)) == [A4]
    for size, paper in (("a3", A3), ("a0", A0)):
        page.goto(f"{JOURNEY}?print=poster-{size}")
        expect(page.locator(f"html.jb-as-{size}")).to_be_attached()
        printed = sheets(page.pdf(prefer_css_page_size=True))
        assert set(printed) == {paper}
    scale = page.evaluate(
        "Number(getComputedStyle(document.documentElement).getPropertyValue('--jb-poster'))"
    )
    # The largest paper is eight times as large as A3, and so nearly three times as wide.
    letters = (
        scale
        / 2**1.5
        * page.locator(".jb-map-block:not(.jb-glance) .jb-item").first.evaluate(
            "(item) => parseFloat(getComputedStyle(item).fontSize)"
            " / parseFloat(getComputedStyle(document.documentElement).fontSize) * 16"
        )
    )
    assert round(letters, 3) >= NINE_POINTS


def test_a_poster_has_all_phases_whatever_the_window_shows(page: Page) -> None:
    # Letters so small that A3 has room for few phases, in a window that has room for one.
    small = "<style>.jb-item { font-size: 5px !important }</style>"
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () =>"
        f" document.head.insertAdjacentHTML('beforeend', '{small}'))"
    )
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{JOURNEY}?print=poster-a3")
    page.emulate_media(media="print")
    expect(page.locator(".jb-poster-part").nth(1)).to_be_visible()
    heads = "thead tr.jb-map-phases [data-jb-phase]"
    phases = page.locator(f".jb-poster-whole {heads}").count()
    assert page.locator(f".jb-poster-part {heads}:visible").count() == phases > 1
    assert page.locator(".jb-poster-part .jb-legend").count() == 1
    # The curve goes on over all sheets, whichever of its columns stand there.
    places = page.locator(".jb-poster-part .jb-curve").evaluate_all(
        "(all) => all.flatMap((one) => [one, one.parentElement])"
        ".map((one) => one.getBoundingClientRect()).map((one) => [one.left, one.right])"
    )
    for (start, end), (left, right) in zip(places[::2], places[1::2], strict=True):
        padding = (right - left) / 10
        assert start < left + padding
        assert end > right - padding


def test_the_command_prints_every_journey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = find_chromium()
    if browser is None:
        pytest.skip(MISSING)
    monkeypatch.setenv("CHROMIUM", str(browser))
    write(tmp_path, HANDBOOK)
    done = journeybook("print", str(tmp_path), "--output", str(tmp_path / "paper"))
    assert done.exit_code == 0, done.output
    assert sheets((tmp_path / "paper/buyer-sheet.pdf").read_bytes()) == [A4]


def test_without_a_browser_the_way_to_print_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    write(tmp_path, HANDBOOK)
    done = journeybook("print", str(tmp_path))
    assert done.exit_code == 2
    assert "choose Print on it" in done.output
