"""In any theme, with any words, and from a disk: readable, no wider than the window, and alive."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import LAID_OUT, violations
from tests.browser.serving import without_search
from tests.browser.test_paper import A3, A4, UPRIGHT, sheets
from tests.browser.watching import Window, open_page
from tests.build.test_engines import HANDBOOK, write
from tests.sites import address_of, built_once

THEMES = ("material", "mkdocs", "readthedocs", "own")
# Below this a text is no longer read; Material's own small print is 12 pixels.
SMALLEST = 11.5
LARGEST_SIGN = 20
EASILY_HIT = 24
# What fits between the margins of the sheet of a map, A3 on its side, in pixels.
SHEET = 1511

WORD = "wide" * 30
URL = "https://www.example.com/nl/kennisbank/artikelen/2026/arbeidsongeschiktheid-vergelijken"
LONG = {
    **HANDBOOK,
    "content/personas/buyer.md": (
        f"---\nrole: buyer\ntitle: Buyer {WORD}\npains: [Sees {URL}, {WORD}]\ngoals: [{WORD}]\n"
        f"quote: {URL}\nowner: {WORD}\nchannels: {{primary: search}}\n---\n"
    ),
    "content/channels/search.md": f"---\ntype: earned\ntitle: {WORD}\n---\n",
    "content/journeys/buyer/awareness.md": (
        f"---\nquestions: [{{text: 'What {URL}?', id: price}}]\nneeds: [{WORD}]\n"
        f"touchpoints: [{{title: {WORD}, channel: search}}]\n"
        f"emotion: {{score: -1, label: {WORD}}}\ndrop_offs: [{WORD}]\nexpectations: ['{URL}']\n"
        "---\nIt.\n"
    ),
    "content/assets/price-page.md": (
        f"---\ntype: blog\nstatus: draft\ntitle: {WORD}\nanswers: [price]\nurl: '{URL}'\n"
        f"cta: {WORD}\n---\n"
    ),
    "content/assets/other.md": "---\ntype: case\nstatus: draft\n---\n# Other\n",
    "content/research/talks.md": f"---\ntitle: {WORD}\nfindings: ['{URL}']\n---\n",
}

SITE = (
    "site_name: T\ndocs_dir: content\ntheme: {{name: {theme}}}\nplugins:\n  [search, journeybook]\n"
)
OWN = """\
<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>{{ page.title }}</title>
<style>:root { color-scheme: light dark; background: Canvas; }</style>
{% for sheet in config.extra_css %}<link rel="stylesheet" href="{{ sheet|url }}">{% endfor %}
<main>{{ page.content }}</main>
{% for script in config.extra_javascript if "search" not in script|string %}{{ script|script_tag }}
{% endfor %}
"""


@pytest.fixture(scope="module")
def built(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """What gives a handbook of long words in a theme."""

    def build(theme: str) -> Path:
        name = theme.replace("own", "null, custom_dir: look")
        files = {**LONG, "look/main.html": OWN, "mkdocs.yml": SITE.format(theme=name)}
        configuration = write(tmp_path_factory.mktemp(theme), files)
        return built_once(configuration, sites / f"theme-{theme}")

    return build


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_is_wider_than_a_phone(
    browser: Browser, built: Callable[[str], Path], theme: str
) -> None:
    site = built(theme)
    pages = [file.relative_to(site).parent.as_posix() for file in site.rglob("index.html")]
    with open_page(browser, without_search(address_of(site)), Window(width=320)) as (
        page,
        complaints,
    ):
        wide = [path for path in pages if _is_wide(page, f"/{path}/")]
    assert wide == []
    assert complaints == []


@pytest.mark.parametrize("theme", THEMES)
def test_links_of_a_brief_are_large_enough_to_hit(
    browser: Browser, built: Callable[[str], Path], theme: str
) -> None:
    site = built(theme)
    briefs = sorted(file.parent.name for file in (site / "gaps" / "briefs").rglob("index.html"))
    heights: list[float] = []
    with open_page(browser, without_search(address_of(site)), Window()) as (page, _):
        for brief in briefs:
            page.goto(f"/gaps/briefs/{brief}/")
            heights += page.locator(".jb-brief dd > a, .jb-trail a").evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect().height)"
            )
    assert min(heights) >= EASILY_HIT


def test_where_the_theme_shows_the_way_up_it_is_told_once(
    browser: Browser, sites: Path, tmp_path: Path
) -> None:
    theme = "material, features: [navigation.tabs, navigation.path]"
    files = {**HANDBOOK, "mkdocs.yml": SITE.format(theme=theme)}
    site = built_once(write(tmp_path, files), sites / "theme-path")
    with open_page(browser, without_search(address_of(site)), Window()) as (page, _):
        page.goto("/gaps/awareness/")
        expect(page.locator(".md-path")).to_be_visible()
        expect(page.locator(".jb-trail")).to_be_hidden()
        page.goto("/gaps/")
        expect(page.locator(".jb-trail .jb-siblings")).to_be_visible()


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_and_signs_are_signs(
    browser: Browser, built: Callable[[str], Path], theme: str
) -> None:
    with open_page(browser, without_search(address_of(built(theme))), Window()) as (page, _):
        page.goto("/journeys/buyer/")
        texts = page.locator(".jb :is(p, li, dd):visible").evaluate_all(_SIZES)
        signs = page.locator("svg.jb-mark:visible").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
    assert min(texts) >= SMALLEST
    assert signs
    assert max(signs) <= LARGEST_SIGN


def test_filters_and_sorting_work_from_a_disk(
    browser: Browser, built: Callable[[str], Path]
) -> None:
    site = built("material")
    with open_page(browser, site.as_uri(), Window()) as (page, _):
        page.goto(f"{site.as_uri()}/assets/index.html")
        page.get_by_label("Type").select_option("case")
        expect(page.locator("tr[data-k]:visible")).to_have_count(1)
        page.goto(f"{site.as_uri()}/gaps/all/index.html")
        shown = page.locator("[data-jb-gap]:visible")
        every = shown.count()
        page.get_by_label("Severity").select_option("low")
        assert 0 < shown.count() < every


def test_all_is_read_in_dark_colours_that_are_not_material_s(
    browser: Browser, built: Callable[[str], Path]
) -> None:
    for theme in ("mkdocs", "own"):
        address, window = without_search(address_of(built(theme))), Window(scheme="dark")
        with open_page(browser, address, window) as (page, _):
            for path in ("/journeys/buyer/", "/gaps/awareness/", "/matrix/"):
                page.goto(path)
                page.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
                assert violations(page, rules=("color-contrast",)) == ()


@pytest.mark.parametrize("theme", THEMES[1:])
def test_a_map_fits_its_sheet(browser: Browser, built: Callable[[str], Path], theme: str) -> None:
    with open_page(browser, without_search(address_of(built(theme))), Window(width=SHEET)) as (
        page,
        _,
    ):
        page.goto("/journeys/buyer/")
        page.emulate_media(media="print")
        page.evaluate(LAID_OUT)
        edges = page.locator(".jb-map-block:not(.jb-glance)").first.evaluate(
            "(one) => [one.getBoundingClientRect()].flatMap((box) => [box.left, box.right])"
        )
        boxes = page.locator(":has(.jb-map-block)").evaluate_all(
            "all => all.map((one) => getComputedStyle(one))"
            ".flatMap(({ position, overflowX }) => [position, overflowX])"
        )
        with_its_head = page.locator("#overview, #map").evaluate_all(
            "all => all.map((one) => [one, one.nextElementSibling])"
            ".map((pair) => pair.map((one) => getComputedStyle(one).page))"
            ".map(([head, map]) => head === map)"
        )
        ends = page.locator("h2, h3").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).breakAfter)"
        )
    assert edges[0] >= 0
    assert edges[1] <= SHEET
    assert not {"absolute", "hidden"} & set(boxes)
    assert with_its_head == [True, True]
    assert set(ends) == {"avoid"}


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_behind_a_cell_lies_in_the_window(
    browser: Browser, built: Callable[[str], Path], theme: str
) -> None:
    window = Window(height=500)
    with open_page(browser, without_search(address_of(built(theme))), window) as (page, _):
        page.goto("/matrix/")
        page.locator("button.jb-cell:visible").first.click()
        box = page.locator(".jb-panel:popover-open").bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= window.height


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_printed_alone_stands_on_its_sheet_alone(
    browser: Browser, built: Callable[[str], Path], theme: str
) -> None:
    with open_page(browser, without_search(address_of(built(theme))), Window()) as (page, _):
        for kind, paper in (("sheet", A4), ("poster-a3", A3)):
            page.goto(f"/journeys/buyer/?print={kind}")
            expect(page.locator(f"html.jb-as-{kind.partition('-')[0]}")).to_be_attached()
            assert sheets(page.pdf(prefer_css_page_size=True)) == [paper]


@pytest.mark.parametrize("theme", THEMES)
def test_only_what_is_large_stands_on_large_sheets(
    browser: Browser, built: Callable[[str], Path], theme: str
) -> None:
    with open_page(browser, without_search(address_of(built(theme))), Window()) as (page, _):
        for path in ("/walks/buyer/", "/research/workshop/buyer/"):
            page.goto(path)
            first, *others = sheets(page.pdf(prefer_css_page_size=True))
            assert (first, set(others)) == (A3, {UPRIGHT})
        width, room = page.locator(".jb-empty-map").evaluate(
            "(one) => [one.offsetWidth, one.closest('.jb-scroll, .jb').clientWidth]"
        )
    assert width >= room - 1


def test_dark_colours_of_a_theme_are_not_printed(
    browser: Browser, built: Callable[[str], Path]
) -> None:
    with open_page(browser, without_search(address_of(built("mkdocs"))), Window()) as (page, _):
        page.goto("/journeys/buyer/")
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
        page.emulate_media(media="print")
        assert violations(page, rules=("color-contrast",)) == ()
        grounds = page.locator("html, body").evaluate_all(_GROUNDS)
    assert grounds == ["rgb(255, 255, 255)"]


@pytest.mark.parametrize("theme", THEMES)
def test_cells_and_lists_are_laid_out_by_us(
    browser: Browser, built: Callable[[str], Path], theme: str
) -> None:
    with open_page(browser, without_search(address_of(built(theme))), Window()) as (page, _):
        page.goto("/journeys/buyer/")
        spaces = page.locator(".jb-map td").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).whiteSpace)"
        )
        rooms = page.locator(".jb li > span").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).marginBlockEnd)"
        )
        page.goto("/gaps/awareness/")
        signs = page.locator(".jb li").evaluate_all(
            "all => all.filter((one) => getComputedStyle(one).listStyleType"
            " !== getComputedStyle(one.parentElement).listStyleType).map((one) => one.outerHTML)"
        )
    assert (set(spaces), set(rooms), signs) == ({"normal"}, {"0px"}, [])


# What a reader sees: a zoom around it counts.
_SIZES = """all => all.filter((one) => one.textContent.trim()).map((one) => {
  let zoom = 1;
  for (let at = one; at; at = at.parentElement) zoom *= getComputedStyle(at).zoom;
  return parseFloat(getComputedStyle(one).fontSize) * zoom;
})"""


_GROUNDS = "all => [...new Set(all.map((one) => getComputedStyle(one).backgroundColor))]"


def _is_wide(page: Page, path: str) -> bool:
    page.goto(path)
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
