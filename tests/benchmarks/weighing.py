"""How heavy the largest pages of a built site are, in a real browser.

python -m tests.benchmarks.weighing SITE

Prints for each of the ten largest: its kilobytes, its elements, by how much what stands on it moved
while it came, and the longest task, the one in which it answers nobody; then the longest task of
the same page without anything of ours: the theme alone, with an empty page. Tasks are counted in
their own time of the processor, times four for a machine four times slower, since a browser that
is slowed down counts other work on this machine too.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser.chromium import started
from tests.browser.finding import MISSING, find_chromium
from tests.browser.serving import served
from tests.browser.watching import Window, open_page

LARGEST = 10
ROUNDS = 3
SLOWER = 4
_REST = 1000

_OURS = re.compile(r"<(?:link|script)[^>]+/journeybook/[^>]+>(?:</script>)?")
_WRITTEN = re.compile(r"(<article[^>]*>).*(</article>)", re.DOTALL)

_WATCH = """
window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) shift += one.value;
})).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, kw_only=True)
class Weight:
    """What a page costs its reader; the longest tasks in milliseconds."""

    path: str
    size: int
    elements: int
    shift: float
    longest: float
    theme: float

    def __str__(self) -> str:
        return (
            f"{self.path:<40}{self.size / 1000:>8.0f} kB{self.elements:>9}"
            f"{self.shift:>8.3f}{self.longest:>8.0f} ms{self.theme:>9.0f} ms"
        )


def weights(site: Path, executable: Path) -> Iterator[Weight]:
    """Weigh the largest pages of a site, each by the best of its rounds."""
    pages = sorted(site.rglob("index.html"), key=lambda one: one.stat().st_size, reverse=True)
    with served(site) as address, started(executable) as browser:
        for file in pages[:LARGEST]:
            yield weighed(browser, address, f"/{file.parent.relative_to(site).as_posix()}/", file)


def weighed(browser: Browser, address: str, path: str, file: Path) -> Weight:
    """Open a page some times, slowly, in turn with the theme alone, and tell what it cost."""
    html = file.read_text("utf-8")
    bare = _WRITTEN.sub(r"\1\2", _OURS.sub("", html))
    # In turn, so that a busy moment of the machine hits both.
    rounds = [[_opened(browser, address, path, one) for one in (html, bare)] for _ in range(ROUNDS)]
    whole, theme = (
        min(tries, key=lambda one: one["longest"]) for tries in zip(*rounds, strict=True)
    )
    return Weight(
        path=path,
        size=file.stat().st_size,
        elements=int(whole["elements"]),
        shift=whole["shift"],
        longest=whole["longest"],
        theme=theme["longest"],
    )


def _opened(browser: Browser, address: str, path: str, html: str) -> dict[str, float]:
    with open_page(browser, address, Window(width=1280, height=800)) as (page, _):
        page.add_init_script(_WATCH)
        page.route(f"{address}{path}", lambda route: route.fulfill(body=html))
        browser.start_tracing(page=page, categories=["toplevel"])
        page.goto(path)
        page.wait_for_timeout(_REST)
        traced = json.loads(browser.stop_tracing())
        return {
            "longest": longest_task(traced["traceEvents"]) * SLOWER,
            "shift": page.evaluate("shift"),
            "elements": page.evaluate("document.querySelectorAll('*').length"),
        }


def longest_task(events: list[dict[str, Any]]) -> float:
    """Find in what a browser noted for how many milliseconds a page was busy at most."""
    mains = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    tasks: list[int] = [
        one.get("tdur", 0)
        for one in events
        if one["name"] == "ThreadControllerImpl::RunTask" and (one["pid"], one["tid"]) in mains
    ]
    return max(tasks) / 1000


def weigh(site: Path) -> None:
    """Print a line for each page."""
    executable = find_chromium()
    if executable is None:
        print(MISSING)
        return
    print(f"{'page':<40}{'size':>11}{'elements':>9}{'shift':>8}{'longest task':>14}{'theme':>9}")
    for one in weights(site, executable):
        print(one, flush=True)


if __name__ == "__main__":
    weigh(Path(sys.argv[1]))
