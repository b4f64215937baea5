"""A handbook full of attacks runs nothing, whatever key of whatever kind they stand in."""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page

from journeybook.schema import Kind
from tests import everything
from tests.browser.kinds import kinds
from tests.browser.serving import Site
from tests.browser.watching import Window, open_page
from tests.everything import Place
from tests.sites import address_of, build_with, made_once
from tests.snapshots.handbook import read

IMAGE = "<img src=x onerror=alert(1)>"
PAYLOADS = (
    IMAGE,
    '" onmouseover="alert(2)" x="',
    "</script><script>alert(3)</script>",
    "<b>{{ 7*7 }}",
    "&lt;img src=x onerror=alert(4)&gt;",
    "'><svg onload=alert(5)>",
    "</title></textarea><iframe srcdoc='<script>parent.alert(6)</script>'>",
    "![x](javascript:alert(7)) [x](javascript:alert(7)) `<img src=x onerror=alert(7)>`",
    "-->\n<script>alert(8)</script>\n<!--",
)
SETTINGS = """\
site_name: T
docs_dir: content
repo_url: https://git.example.com/book
edit_uri: edit/main/content/
theme:
  name: material
  font: false
  features: [navigation.instant, content.tooltips, navigation.tabs, content.action.edit]
plugins: [search, {journeybook: {fail_on: never, untrusted: UNTRUSTED}}]
markdown_extensions: [attr_list, md_in_html, tables, footnotes, pymdownx.superfences]
"""
DECISIONS = {
    "site_config/journeybook.yml": f"""\
owners:
  'Ann {IMAGE}': ['@a {IMAGE}']
vocabulary:
  asset_types:
    blog: {{label: Blog, aliases: ['x {IMAGE}'], definition: 'A page {IMAGE}'}}
    video: {{label: 'Video {IMAGE}', definition: 'A film {IMAGE}'}}
    'paper {IMAGE}': {{definition: 'A sheet {IMAGE}'}}
  statuses:
    published: {{label: 'Out {IMAGE}', definition: 'Out {IMAGE}'}}
  emotions: {{'torn {IMAGE}': -1}}
""",
    "site_config/rules.yml": f"'x {IMAGE}': low\nstale-asset: {{severity: 'low {IMAGE}'}}\n",
    "site_config/waivers.yml": f"""\
- {{code: missing-owner, persona: parent, reason: 'No {IMAGE}', by: 'Ann {IMAGE}'}}
- {{code: 'x {IMAGE}', subject: 'y {IMAGE}', reason: 'z {IMAGE}'}}
""",
}
# What strangers would write under the front matter.
PROSE = """\
# A title <img src=x onerror=alert(20)> &lt;img src=x onerror=alert(20)&gt;

<script>alert(21)</script><style>body { display: none }</style>
<iframe src="https://evil.example/"></iframe><svg><script>alert(22)</script></svg>
<a href="javascript:alert(23)" id="stranger">a link</a> [another](javascript:alert(23))
[a title](https://good.example "<img src=x onerror=alert(24)>")
![a picture](https://evil.example/picture.png) <img src=//evil.example/x onerror=alert(25)>

A paragraph.
{ onmouseover="alert(26)" style="position: fixed" #__search .md-overlay }

<div onclick="alert(27)" class="jb md-overlay" style="position: fixed">Kept words</div>
<form action="https://evil.example/"><button>Send</button></form>

## A heading <img src=x onerror=alert(28)> &lt;img src=x onerror=alert(28)&gt;

<!-- journeybook/gaps -->

<details><summary>Left open</summary>
"""
OWN = ("x ", "attack", "run", *(kind.value for kind in Kind))
"""How the names of the pages begin that hold attacks."""
QUERIES = ("", f"?persona={IMAGE}", f"#{IMAGE}", "#gap-%", "?q=%3Cscript%3Ealert(4)%3C/script%3E")


def attack(place: Place) -> str:
    """A text for a place that is an attack, another one in each."""
    if place[-1] == "url":
        return "javascript:alert(10)"
    at = sum(map(len, place)) + len(place)
    return f"{place[-1]} {PAYLOADS[at % len(PAYLOADS)]}"


def attacks(prose: str) -> Mapping[str, str]:
    """Every key of every kind with an attack in it, right and wrong, and names that are attacks."""
    files = everything.handbook(attack)
    wrong = everything.handbook(attack)
    for at, place in enumerate(everything.others()):
        if place[-1] != "kind":
            wrong = everything.changed(wrong, place, f"x {PAYLOADS[at % len(PAYLOADS)]}")
    names = {path: path.rsplit("/", 1) for path in wrong}
    return {
        **{path: f"{text}{prose}" for path, text in files.items()},
        **{f"{names[path][0]}/x {IMAGE}{Path(path).suffix}": text for path, text in wrong.items()},
        f"content/empty {IMAGE}.md": "",
        f"content/phases/x {PAYLOADS[1]}y.md": "# A phase\n",
        "content/personas/attack.md": (
            f"---\ntitle: 'CFO {IMAGE}'\nowner: 'Ann {IMAGE}'\n"
            f"description: '\"><script>alert(11)</script>'\n---\nBlog.\n"
        ),
        "content/assets/run.md": "---\ntitle: Run\nurl: 'javascript:alert(5)'\n---\n",
        "content/plain.md": f"---\ntitle: 'Plain {IMAGE}'\n---\n{prose}",
    }


def build(root: Path, prose: str = "", *, untrusted: bool = False) -> None:
    """Make the site of the attacks beside a handbook that writes a lot."""
    files = {path: text for path, text in read("whole").items() if text is not None}
    settings = SETTINGS.replace("UNTRUSTED", str(untrusted).lower())
    for path, text in {**files, **DECISIONS, **attacks(prose), "mkdocs.yml": settings}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    build_with(["mkdocs", "build"], root, {**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def made(name: str, sites: Path, make: Callable[[Path], None]) -> Site:
    """The site in what is made, among the sites that are found by their names."""
    book = made_once(sites / f"book-of-{name}", make)
    folder = made_once(sites / name, lambda half: half.symlink_to(book / "site"))
    return Site(address=address_of(folder), folder=folder)


@pytest.fixture(scope="session")
def hostile(sites: Path) -> Site:
    """The handbook of attacks, with the liveliest features of the theme on."""
    return made("hostile", sites, build)


@pytest.fixture(scope="session")
def strange(sites: Path) -> Site:
    """The same with HTML in every text, built as that of strangers."""
    return made("strange", sites, partial(build, prose=PROSE, untrusted=True))


def watched(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what the browser complained of: dialogs, requests elsewhere, errors."""
    with open_page(browser, address, Window()) as (page, complaints):

        def note(dialog: Dialog) -> None:
            complaints.append(f"{page.url}: a dialog: {dialog.message}")
            dialog.dismiss()

        page.on("dialog", note)
        yield page, complaints


@pytest.fixture
def alarmed(browser: Browser, hostile: Site) -> Iterator[tuple[Page, list[str]]]:
    """A page of the attacks, and what the browser complained of."""
    yield from watched(browser, hostile.address_without_search)


@pytest.fixture
def alarmed_by_search(browser: Browser, hostile: Site) -> Iterator[tuple[Page, list[str]]]:
    """The same, where the attacks are found too."""
    yield from watched(browser, hostile.address)


@pytest.fixture
def alarmed_by_strangers(browser: Browser, strange: Site) -> Iterator[tuple[Page, list[str]]]:
    """A page of strangers, and what the browser complained of."""
    yield from watched(browser, strange.address_without_search)


def point_at_everything(page: Page) -> None:
    """Move over all that could answer to it."""
    page.evaluate(
        "document.querySelectorAll('[title], [onmouseover]').forEach(one =>"
        " ['mouseenter', 'mouseover', 'focusin'].forEach(name =>"
        " one.dispatchEvent(new MouseEvent(name, {bubbles: true}))))"
    )


@pytest.mark.slow(10)
def test_nothing_runs_on_any_kind_of_page(hostile: Site, alarmed: tuple[Page, list[str]]) -> None:
    page, complaints = alarmed
    ours = (path for path in hostile.paths() if path.split("/")[-2].startswith(OWN))
    paths = sorted({*kinds(hostile), *ours})
    assert len(paths) > 30
    for path in paths:
        page.goto(quote(path), wait_until="domcontentloaded")
        point_at_everything(page)
        assert page.locator("a[href^=javascript i], [onmouseover], [onerror]").count() == 0
    assert complaints == []


@pytest.mark.slow
def test_nothing_runs_in_tooltips_search_and_addresses(
    alarmed_by_search: tuple[Page, list[str]],
) -> None:
    page, complaints = alarmed_by_search
    page.goto("/personas/attack/")
    page.locator("article abbr[title], article abbr").first.hover()
    page.wait_for_timeout(500)
    for words in ("CFO", "img", "title"):
        page.locator(".md-search__input").first.fill("")
        page.locator(".md-search__input").first.press_sequentially(words)
        page.wait_for_timeout(700)
    for query in QUERIES:
        page.goto(f"/gaps/all/{query}")
        page.wait_for_load_state("load")
    page.keyboard.press("Escape")
    page.goto("/")
    page.locator(".md-tabs__link").nth(1).click()
    page.wait_for_timeout(500)
    assert complaints == []


@pytest.mark.slow
def test_what_strangers_write_does_nothing(
    strange: Site, alarmed_by_strangers: tuple[Page, list[str]]
) -> None:
    page, complaints = alarmed_by_strangers
    for path in strange.paths():
        text = (strange.folder / path.strip("/") / "index.html").read_text(encoding="utf-8")
        if "Kept words" not in text:
            continue
        page.goto(quote(path), wait_until="domcontentloaded")
        point_at_everything(page)
        page.locator("article :text('A heading')").first.click()
        # On a map our own script tells how high its head is.
        strange_ones = ":is(script, iframe, form, style, [style]:not(.jb-is-live), [onclick])"
        assert page.locator(f"article {strange_ones}").count() == 0
        assert page.locator("article .md-overlay, article .jb:text('Kept words')").count() == 0
        assert page.locator("article [src*='evil.example']").count() == 0
    complaints = [one for one in complaints if not one.endswith(("/x", "(File not found)"))]
    assert complaints == []


def test_what_strangers_write_is_read(alarmed_by_strangers: tuple[Page, list[str]]) -> None:
    page, _ = alarmed_by_strangers
    for path in ("/personas/persona/", "/journeys/journey/", "/plain/"):
        page.goto(path)
        assert page.locator("article :text('Kept words')").first.is_visible()
    # What is left open before a block of ours does not take it in.
    page.goto("/plain/")
    assert page.locator("details .jb").count() == 0
    assert page.locator("article .jb").count() > 0


def test_what_was_typed_is_read_as_it_was_typed(alarmed: tuple[Page, list[str]]) -> None:
    page, _ = alarmed
    page.goto("/personas/attack/")
    assert f"CFO {IMAGE}" in page.title()
    assert f"CFO {IMAGE}" in page.locator("h1").inner_text()
