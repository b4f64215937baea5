"""A handbook full of attacks runs nothing, whatever key of whatever kind they stand in."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.browser.serving import Site, served
from tests.snapshots.handbook import read

IMAGE = "<img src=x onerror=alert(1)>"
PAYLOADS = (
    IMAGE,
    '" onmouseover="alert(2)" x="',
    "</script><script>alert(3)</script>",
    "<b>{{ 7*7 }}",
)
SETTINGS = """\
site_name: T
docs_dir: content
theme:
  name: material
  font: false
  features: [navigation.instant, content.tooltips, navigation.tabs]
plugins: [search, {journeybook: {fail_on: never}}]
markdown_extensions: [attr_list]
"""
DEFINITIONS = f"""\
vocabulary:
  asset_types:
    blog: {{label: Blog, definition: 'A page {IMAGE}'}}
  statuses:
    published: {{definition: 'Out {IMAGE}'}}
"""
QUERIES = ("", f"?persona={IMAGE}", f"#{IMAGE}", "#gap-%", "?q=%3Cscript%3Ealert(4)%3C/script%3E")


def poisoned(text: str, at: int) -> str:
    """A file whose every plain value has an attack behind it."""
    lines = []
    in_front = False
    for number, line in enumerate(text.splitlines()):
        in_front = in_front != (line == "---")
        key, colon, value = line.partition(": ")
        plain = value and value[0] not in "[{|>&*'\"0123456789-" and " #" not in value
        words = key.strip(" -") in WORDS
        if in_front and colon and plain and words:
            payload = PAYLOADS[(at + number) % len(PAYLOADS)].replace("'", "''")
            lines.append(f"{key}: '{value.replace(chr(39), chr(39) * 2)} {payload}'")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


WORDS = frozenset(
    {"title", "summary", "owner", "quote", "segment", "text", "why", "purpose", "audience"}
    | {"lesson", "name", "unit", "label", "url"}
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The handbook that writes every key once, poisoned, with the liveliest features on."""
    root = tmp_path_factory.mktemp("hostile")
    files = {path: text for path, text in read("whole").items() if text is not None}
    poison = {path: poisoned(text, at) for at, (path, text) in enumerate(files.items())}
    poison |= {
        "mkdocs.yml": SETTINGS,
        "site_config/journeybook.yml": DEFINITIONS,
        "content/personas/attack.md": (
            f"---\ntitle: 'CFO {IMAGE}'\nowner: 'Ann {IMAGE}'\n---\nBlog.\n"
        ),
        f"content/phases/x {PAYLOADS[1].replace('/', '')}y.md": "# A phase\n",
        "content/assets/run.md": "---\ntitle: Run\nurl: 'javascript:alert(5)'\n---\n",
    }
    for path, text in poison.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    with served(root / "site") as address:
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        yield Site(address=address, folder=root / "site")


@pytest.fixture
def alarmed(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and every dialog that something on it opened."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", note)
    yield page, dialogs
    context.close()


@pytest.mark.slow
def test_nothing_runs_on_any_page(hostile: Site, alarmed: tuple[Page, list[str]]) -> None:
    page, dialogs = alarmed
    paths = [path for path in hostile.paths() if not path.startswith("/assets/")]
    assert len(paths) > 20
    for path in paths:
        page.goto(f"{hostile.address}{path}")
        page.evaluate(
            "document.querySelectorAll('[title]').forEach(one => "
            "one.dispatchEvent(new MouseEvent('mouseenter', {bubbles: true})))"
        )
    page.goto(f"{hostile.address}/assets/run/")
    assert page.locator("a[href^=javascript]").count() == 0
    assert dialogs == []


@pytest.mark.slow
def test_nothing_runs_in_tooltips_search_and_addresses(
    hostile: Site, alarmed: tuple[Page, list[str]]
) -> None:
    page, dialogs = alarmed
    page.goto(f"{hostile.address}/personas/attack/")
    page.locator("article abbr[title], article abbr").first.hover()
    page.wait_for_timeout(500)
    page.locator(".md-search__input").first.fill("CFO")
    page.wait_for_timeout(1500)
    for query in QUERIES:
        page.goto(f"{hostile.address}/gaps/all/{query}")
        page.wait_for_load_state("load")
    page.keyboard.press("Escape")
    page.goto(f"{hostile.address}/")
    page.locator(".md-tabs__link").nth(1).click()
    page.wait_for_timeout(500)
    assert dialogs == []


def test_what_was_typed_is_read_as_it_was_typed(
    hostile: Site, alarmed: tuple[Page, list[str]]
) -> None:
    page, _ = alarmed
    page.goto(f"{hostile.address}/personas/attack/")
    assert f"CFO {IMAGE}" in page.title()
    assert f"CFO {IMAGE}" in page.locator("h1").inner_text()
