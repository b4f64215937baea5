"""How long a filter of a large catalogue keeps a page busy, in a real browser.

python -m tests.benchmarks.browsing [ASSETS]
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.benchmarks.generator import Size, write_handbook
from tests.browser.chromium import started
from tests.browser.finding import MISSING, find_chromium
from tests.browser.serving import served
from tests.browser.watching import Window, open_page
from tests.sites import build_site

ROUNDS = 4
CHOICES = ("draft", "planned", "")
_PAUSE = 600

# Waiting for something on the page would be work of the page too.
_CHOOSE = """value => {
  const select = document.querySelector('[data-jb-sieve] [name=status]');
  select.value = value;
  select.dispatchEvent(new Event('input', { bubbles: true }));
}"""


def measured(assets: int) -> str:
    """Tell the least time of each filter over the rounds, of which the slowest filter counts."""
    executable = find_chromium()
    if executable is None:
        return MISSING
    with tempfile.TemporaryDirectory() as folder:
        book, target = Path(folder, "book"), Path(folder, "site")
        target.mkdir()
        write_handbook(book, Size(assets=assets, personas=5))
        with served(target) as address, started(executable) as browser:
            build_site(book / "mkdocs.yml", target, address=address, crawled=False)
            with open_page(browser, address, Window()) as (page, _):
                page.goto("/assets/")
                page.wait_for_load_state("networkidle")
                rounds = [[_worked(page, one) for one in CHOICES] for _ in range(ROUNDS)]
    slowest = max(map(min, zip(*rounds, strict=True)))
    return f"{slowest:.0f} ms of the page's own work"


def _worked(page: Page, status: str) -> float:
    # For how many milliseconds the page works to filter, other work on the machine left out.
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration")) * 1000

    before = spent()
    page.evaluate(_CHOOSE, status)
    page.wait_for_timeout(_PAUSE)
    return spent() - before


if __name__ == "__main__":
    print(f"a filter of the catalogue: {measured(int(sys.argv[1]) if sys.argv[1:] else 5000)}")
