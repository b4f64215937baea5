"""How heavy the largest pages of a built site are, in a real browser four times slower than here.

python -m tests.benchmarks.weighing SITE

Prints for each of the ten largest: its kilobytes, its elements, by how much what stands on it moved
while it came, and the longest task, the one in which it answers nobody. The smallest page comes
last: what it costs is the theme's.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chromium import started
from tests.browser.finding import MISSING, find_chromium
from tests.browser.serving import served
from tests.browser.watching import Window, open_page

LARGEST = 10
ROUNDS = 3
SLOWER = 4
_REST = 1500

_WATCH = """
window.seen = { shift: 0, longest: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) seen.shift += one.value;
})).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  seen.longest = Math.max(seen.longest, one.duration);
})).observe({ type: "longtask", buffered: true });
"""


@dataclass(frozen=True, kw_only=True)
class Weight:
    """What a page costs its reader; the longest task in milliseconds."""

    path: str
    size: int
    elements: int
    shift: float
    longest: float

    def __str__(self) -> str:
        return (
            f"{self.path:<40}{self.size / 1000:>8.0f} kB{self.elements:>9}"
            f"{self.shift:>8.3f}{self.longest:>8.0f} ms"
        )


def weights(site: Path, executable: Path) -> Iterator[Weight]:
    """Weigh the largest pages of a site and its smallest, each by the best of its rounds."""
    pages = sorted(site.rglob("index.html"), key=lambda one: one.stat().st_size, reverse=True)
    with served(site) as address, started(executable) as browser:
        for file in (*pages[:LARGEST], pages[-1]):
            path = f"/{file.parent.relative_to(site).as_posix()}/"
            rounds = [weighed(browser, address, path, file) for _ in range(ROUNDS)]
            yield min(rounds, key=lambda one: one.longest)


def weighed(browser: Browser, address: str, path: str, file: Path) -> Weight:
    """Open a page once, slowly, and tell what it cost."""
    with open_page(browser, address, Window(width=1280, height=800)) as (page, _):
        _slow_down(page)
        page.add_init_script(_WATCH)
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(_REST)
        seen = page.evaluate("seen")
        elements = page.evaluate("document.querySelectorAll('*').length")
    return Weight(
        path=path,
        size=file.stat().st_size,
        elements=elements,
        shift=seen["shift"],
        longest=seen["longest"],
    )


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def weigh(site: Path) -> None:
    """Print a line for each page."""
    executable = find_chromium()
    if executable is None:
        print(MISSING)
        return
    print(f"{'page':<40}{'size':>11}{'elements':>9}{'shift':>8}{'longest task':>14}")
    for one in weights(site, executable):
        print(one, flush=True)


if __name__ == "__main__":
    weigh(Path(sys.argv[1]))
