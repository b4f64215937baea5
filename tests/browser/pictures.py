"""Takes the pictures of the manual anew, which README shows as well.

From the root of the repository:

    python -m tests.browser.pictures

builds the example and the handbook that `inventory.md` walks through, and writes the pictures in
`content/guide/pictures`. What they show changes with every page, so do it before a release.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from tests.browser.chromium import started
from tests.browser.finding import MISSING, find_chromium
from tests.browser.serving import served
from tests.browser.watching import Window, open_page
from tests.cli.test_init import journeybook
from tests.sites import EXAMPLE, build_site
from tests.unit.manual import GUIDE, examples, write

PICTURES = GUIDE / "pictures"
HEIGHTS: Mapping[str, int] = {"journey-map": 920, "gap-report": 1380, "inventory-catalogue": 900}
"""How high each picture is."""


def main() -> int:
    """Take all of them."""
    executable = find_chromium()
    if executable is None:
        sys.exit(MISSING)
    with TemporaryDirectory() as folder, started(executable) as browser:
        site = build_site(EXAMPLE, Path(folder, "example"))
        with _opened(browser, site, "/journeys/operations-manager/") as page:
            _take(page, "journey-map")
        with _opened(browser, site, "/gaps/consideration/") as page:
            _take(page, "gap-report")
        site = build_site(_walked(Path(folder, "walked")), Path(folder, "walked-site"))
        with _opened(browser, site, "/assets/") as page:
            page.locator("article details").first.evaluate("one => one.open = true")
            _take(page, "inventory-catalogue")
    return 0


@contextmanager
def _opened(browser: Browser, site: Path, path: str) -> Iterator[Page]:
    with served(site) as address, open_page(browser, address, Window()) as (page, _):
        page.goto(path, wait_until="networkidle")
        yield page


def _take(page: Page, name: str) -> None:
    page.set_viewport_size({"width": Window().width, "height": HEIGHTS[name]})
    target = PICTURES / f"{name}.png"
    page.screenshot(path=target, animations="disabled")


def _walked(folder: Path) -> Path:
    # The handbook after its fourth command, with what the page says is corrected.
    folder.mkdir()
    _run("init", str(folder), "--persona", "Office manager", "--channels", "Website")
    _run("new", "persona", "CFO", "--path", str(folder))
    for example in examples("inventory.md")[:3]:
        if example.path:
            write(example, folder)
    _run("inventory", str(folder), "--accept", "--write")
    return folder / "mkdocs.yml"


def _run(*arguments: str) -> None:
    done = journeybook(*arguments)
    if done.exit_code:
        sys.exit(done.output)


if __name__ == "__main__":
    sys.exit(main())
