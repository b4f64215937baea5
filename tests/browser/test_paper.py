"""A journey on paper: one sheet of A4, or a poster whose letters can be read."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.finding import MISSING, find_chromium
from tests.browser.watching import Window, open_page
from tests.cli.test_init import journeybook
from tests.repositories import commit, start, write
from tests.sites import address_of, built_once

JOURNEY = "/journeys/operations-manager/"
# Points of a sheet on its side.
A4, A3, A0 = (842, 595), (1191, 842), (3370, 2384)
UPRIGHT = (595, 842)
# What fits between the margins of the sheets that a page may begin with, in pixels.
WIDTHS = {"auto": 657, "jb-short": 1046, "jb-sheet": 1511}
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
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
WIDE = {
    "mkdocs.yml": HANDBOOK["mkdocs.yml"],
    "content/index.md": "# Wide\n",
    "content/channels/site.md": f"# {LONG}",
    "content/personas/buyer.md": f"# {LONG}",
    "content/personas/user.md": f"# {LONG} too",
    "content/research/talks.md": "---\nmethod: interview\ndate: 2026-01-31\n---\n# Talks\n",
    "content/journeys/buyer/index.md": "---\npersonas: [buyer, user]\n---\n# Buyer\n",
    **{
        f"content/phases/p{at}.md": f"---\norder: {at + 1}\n---\n# {title}\n"
        for at, title in enumerate((LONG, *["Consideration"] * 11))
    },
    **{
        f"content/journeys/buyer/p{at}.md": f"---\nquestions: [{LONG}?]\nneeds: [{LONG}]\n"
        f"touchpoints: [{{title: {LONG}, channel: site, evidence: [talks]}}]\n---\n# {LONG}\n"
        for at in range(12)
    },
}
PRINTED = {
    "/": A4,
    "/channels/site/": A4,
    "/coverage/": A4,
    "/gaps/": UPRIGHT,
    "/gaps/all/": A4,
    "/journeys/": A4,
    "/matrix/": A4,
    "/personas/buyer/": A4,
    "/phases/p1/": UPRIGHT,
    "/research/": A4,
    "/research/workshop/buyer/": A3,
    "/walks/buyer/": A3,
}
"""The first sheet of each page."""
FARTHEST = """() => Math.max(...[...document.querySelectorAll("article *:not(svg *)")]
    .map((one) => one.getBoundingClientRect())
    .filter((box) => box.width && box.height).map((box) => box.right))"""


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
    for (first, last), (left, right) in zip(places[::2], places[1::2], strict=True):
        padding = (right - left) / 10
        assert first < left + padding
        assert last > right - padding


def test_nothing_is_wider_than_its_sheet(browser: Browser, sites: Path, tmp_path: Path) -> None:
    """Where anything is, the browser prints all of the page smaller."""
    write(tmp_path, WIDE)
    address = address_of(built_once(tmp_path / "mkdocs.yml", sites / "wide-paper"))
    with open_page(browser, address, Window()) as (page, _):
        page.emulate_media(media="print")
        found = {path: _printed(page, path) for path in PRINTED}
        page.goto("/")
        # Names that stand upright are broken into lines too.
        assert page.locator(".jb-scorecard thead").evaluate("one => one.offsetHeight") < 250
    assert found == PRINTED


def test_how_the_phases_did_is_no_wider_than_its_sheet(
    browser: Browser, sites: Path, tmp_path: Path
) -> None:
    settings = HANDBOOK["mkdocs.yml"].replace("journeybook]", "journeybook: {history: true}]")
    named = {"content/phases/buy.md": "# Consideration"}
    start(tmp_path, {**HANDBOOK, **named, "mkdocs.yml": settings}, day="2026-09-21")
    commit(tmp_path, {"content/personas/buyer.md": "# Buyers"}, day="2026-11-22")
    address = address_of(built_once(tmp_path / "mkdocs.yml", sites / "phases-paper"))
    with open_page(browser, address, Window(width=WIDTHS["auto"])) as (page, _):
        page.emulate_media(media="print")
        page.goto("/gaps/")
        expect(page.locator(".jb-review-scores")).to_be_visible()
        assert page.evaluate(FARTHEST) <= WIDTHS["auto"]


def _printed(page: Page, path: str) -> tuple[int, int]:
    page.goto(path)
    width = WIDTHS[page.evaluate("getComputedStyle(document.body).page")]
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(FARTHEST) <= width, path
    first, *_ = sheets(page.pdf(prefer_css_page_size=True))
    return first


@pytest.mark.parametrize(
    ("address", "told", "left_out"),
    [
        pytest.param(
            "/gaps/all/?persona=cfo&words=price",
            ("Persona", "Words", "gaps shown"),
            ("Phase", "Show all", "These gaps as a table (CSV)", "How the order is made"),
            id="gaps",
        ),
        pytest.param(
            "/assets/?persona=cfo",
            ("Persona", "of 70 assets"),
            ("Phase", "Search", "Show everything", "Link to what is shown", "As a table (CSV)"),
            id="catalogue",
        ),
        pytest.param("/matrix/?show=missing", ("Show", "Missing"), ("Everything",), id="matrix"),
        pytest.param(
            f"{JOURNEY}?show=gap#map",
            ("Show", "only gaps", "shown"),
            ("everything", "Strength", "Lanes"),
            id="map",
        ),
    ],
)
def test_what_was_chosen_is_said(
    page: Page, address: str, told: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    page.set_viewport_size({"width": WIDTHS["auto"], "height": 900})
    page.goto(address)
    choices = ".jb-report-filters, .jb-report-tools, .jb-sieve, .jb-tools, .jb-show"
    expect(page.locator(choices).first).to_be_attached()
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    words = "\n".join(page.locator(choices).all_inner_texts())
    assert [one for one in told if one not in words] == []
    assert [one for one in left_out if one in words] == []


def test_a_large_sheet_has_the_title_of_its_page(page: Page) -> None:
    for path in ("/research/workshop/operations-manager/", "/walks/operations-manager/"):
        page.goto(path)
        large, *others = sheets(page.pdf(prefer_css_page_size=True))
        assert (large, set(others)) == (A3, {UPRIGHT})


def test_long_tables_have_their_heads_on_every_sheet(page: Page) -> None:
    page.emulate_media(media="print")
    for path, part, property_, value in (
        ("/gaps/all/", ".jb-gap-table thead", "display", "table-header-group"),
        # The browser leaves buttons out of a head that it repeats.
        ("/gaps/all/", ".jb-gap-table .jb-sort", "display", "contents"),
        ("/gaps/all/", ".jb-report-count", "breakAfter", "avoid"),
        ("/assets/", ".jb-catalogue-table", "display", "table"),
        ("/assets/", ".jb-catalogue-table thead", "display", "table-header-group"),
        ("/assets/", ".jb-catalogue-table .jb-sort", "display", "contents"),
    ):
        if not page.url.endswith(path):
            page.goto(path)
        found = page.locator(part).first.evaluate(f"(one) => getComputedStyle(one).{property_}")
        assert found == value


def test_no_head_of_a_table_stands_alone_at_the_end_of_a_sheet(page: Page) -> None:
    page.goto("/coverage/")
    page.add_style_tag(content="tbody > :first-child > td { height: 200mm !important }")
    printed = page.pdf(prefer_css_page_size=True, tagged=True)
    cells = re.findall(rb"/S /T[HD]\n.*?/Pg (\d+)(.*?)endobj", printed, re.DOTALL)
    below = [
        (head, cell)
        for (head, its), (cell, others) in pairwise(cells)
        if b"/Scope /Column" in its and b"/Scope /Column" not in others
    ]
    assert len(below) == page.locator("thead").count()
    assert all(head == cell for head, cell in below)


def test_no_heading_stands_alone_at_the_end_of_a_sheet(page: Page) -> None:
    page.goto("/gaps/")
    first = ":is(.jb-gaps, .jb-coming) > :first-child"
    page.add_style_tag(content=f"{first} {{ min-height: 200mm }}")
    printed = page.pdf(prefer_css_page_size=True, tagged=True)
    # The words of a heading and what comes next tell their sheet, the heading itself does not.
    found = re.findall(rb"/S /(\w+)\n/P .*?(?:/Pg (\d+)|endobj)", printed, re.DOTALL)
    sheets_after = [
        [sheet for _, sheet in found[at + 1 :] if sheet][:2]
        for at, (part, _) in enumerate(found)
        if part in {b"H2", b"H3"}
    ]
    assert len(sheets_after) > 4
    assert all(words == following for words, following in sheets_after)


@pytest.mark.parametrize("media", ["print", "screen"])
def test_no_count_of_the_scorecard_is_broken(page: Page, media: Literal["print", "screen"]) -> None:
    page.goto("/")
    width = WIDTHS["auto"] if media == "print" else 1024
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    lines = page.locator(".jb-scorecard .jb-cell").evaluate_all(
        "(all) => all.map((one) => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert lines
    assert max(lines) < 2


def test_the_sums_of_a_matrix_stand_below_its_last_row_alone(page: Page) -> None:
    page.goto("/matrix/")
    page.emulate_media(media="print")
    found = page.locator(".jb-matrix-table tfoot").first
    assert found.evaluate("(one) => getComputedStyle(one).display") == "table-row-group"


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
