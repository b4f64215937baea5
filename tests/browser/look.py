"""Takes pictures of built pages, for eyes.

From the root of the repository, after `make build`:

    python -m tests.browser.look / /journeys/some-journey/ --out /path/to/pictures

takes every page in each of these shots, whole page, and writes `<page>.<shot>.png`:

    light-320  light-390  light-768  light-1024  light-1280  light-1920  dark-320  dark-1280
    forced-1280 (the reader's own colours)  spaced-320  spaced-1280 (text set wide)
    print (and print.pdf)

`--site DIR` names another built site than `site/`; `--only light-1280 dark-320` takes just these.
Says at the end which requests failed or left the site and what the console complained of.
Chromium is looked for as in the browser tests: the variable CHROMIUM, then PATH.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.browser.accessibility import LAID_OUT, SPACED
from tests.browser.chromium import started
from tests.browser.finding import MISSING, find_chromium
from tests.browser.serving import served
from tests.browser.watching import Window, open_page

Scheme = Literal["light", "dark"]

HEIGHT = 900
# The width of a sheet of A4 at 96 dots to the inch.
PAPER_WIDTH = 794
WIDTHS = (320, 390, 768, 1024, 1280, 1920)


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One way to look at a page."""

    name: str
    scheme: Scheme
    width: int
    printed: bool = False
    forced: bool = False
    spaced: bool = False


SHOTS = (
    *(Shot(name=f"light-{width}", scheme="light", width=width) for width in WIDTHS),
    *(Shot(name=f"dark-{width}", scheme="dark", width=width) for width in (320, 1280)),
    Shot(name="forced-1280", scheme="light", width=1280, forced=True),
    *(
        Shot(name=f"spaced-{width}", scheme="light", width=width, spaced=True)
        for width in (320, 1280)
    ),
    Shot(name="print", scheme="light", width=PAPER_WIDTH, printed=True),
)


def main() -> int:
    """Take the pictures asked for and tell where they are."""
    options = _options()
    executable = find_chromium()
    if executable is None:
        sys.exit(MISSING)
    if not (options.site / "index.html").is_file():
        sys.exit(
            f"{options.site} holds no built site: run make build first, or name one with --site"
        )
    options.out.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in SHOTS if not options.only or shot.name in options.only]
    complaints: set[str] = set()
    with served(options.site) as address, started(executable) as browser:
        for path in options.paths:
            for shot in shots:
                complaints.update(_take(browser, address, path, shot, options.out))
    for complaint in sorted(complaints):
        print(complaint)
    return 1 if complaints else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.browser.look",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", metavar="URL-PATH", help="such as /channels/")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR")
    parser.add_argument("--only", nargs="+", choices=[shot.name for shot in SHOTS], metavar="SHOT")
    return parser.parse_args()


def _take(browser: Browser, address: str, path: str, shot: Shot, out: Path) -> list[str]:
    stem = path.replace("#", "").strip("/").replace("/", "-") or "home"
    target = out / f"{stem}.{shot.name}.png"
    window = Window(width=shot.width, height=HEIGHT, scheme=shot.scheme)
    with open_page(browser, address, window) as (page, complaints):
        if shot.printed:
            page.emulate_media(media="print", color_scheme="light")
        if shot.forced:
            page.emulate_media(forced_colors="active")
        page.goto("/" + path.lstrip("/"))
        page.wait_for_load_state("networkidle")
        if shot.spaced:
            page.add_style_tag(content=SPACED)
        page.evaluate(LAID_OUT)
        page.screenshot(path=target, full_page=True, animations="disabled")
        if shot.printed:
            page.pdf(path=target.with_suffix(".pdf"), format="A4", print_background=True)
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    print(target)
    if overflow > 0 and not shot.printed:
        return [*complaints, f"{path}: {overflow} px wider than the window at {shot.name}"]
    return list(complaints)


if __name__ == "__main__":
    sys.exit(main())
