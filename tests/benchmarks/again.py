"""How long builds take of which much was kept, as ratios to plain MkDocs with the same pages.

python -m tests.benchmarks.again [ASSETSxPERSONAS]

User time of one core, since that is what a build costs whatever else the machine does. Once with
the navigation as the theme has it without a setting, which shows every page on every page, and once
pruned. The server is asked for the page of a saved file until it shows what was saved.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from socket import socket

from journeybook.adapters.disk.resources import shipped
from journeybook.pipeline import CompileSettings
from journeybook.rendering import Compilation
from tests.benchmarks.finished import write_finished
from tests.benchmarks.generator import Size, write_handbook
from tests.benchmarks.running import ENVIRONMENT, build, files_of, peak, used
from tests.compiling import compile_handbook
from tests.fuzz import edits
from tests.fuzz.keeping import quiet, serving
from tests.sites import ROOT

TODAY = date(2026, 11, 21)
EDITED: Mapping[str, tuple[str, str]] = {
    "an asset": ("content/assets/group-3/asset-3.md", "Two sentences"),
    "a step": ("content/journeys/journey-3/purchase.md", "It took a while"),
    "a persona": ("content/personas/persona-4.md", "in a few sentences"),
    "a key": ("content/assets/group-3/asset-3.md", "cta: Ask for a quote"),
}
REACH = {"first": 1.10, "again": 0.20, "edited": 0.30}
SERVED = 0.7
GROWING = (250, 1000, 4000)
_OWN = "to its page"
_PAGE = "assets/group-3/asset-3/"
_CTA = EDITED["a key"][1]
_ROUNDS = 3
_REBUILDS = 100
_WARM = 20
_TITLED = 10


def main() -> None:
    """Measure one size and print a table."""
    assets, _, personas = (sys.argv[1] if sys.argv[1:] else "1000x20").partition("x")
    for line in lines(Size(assets=int(assets), personas=int(personas))):
        print(line, flush=True)


def lines(size: Size) -> Iterator[str]:
    """Measure everything, and say each in a line."""
    with tempfile.TemporaryDirectory() as place:
        handbook, bare = Path(place, "handbook"), Path(place, "bare")
        write_handbook(handbook, size)
        write_finished(handbook, bare, _compiled(handbook), blocks=False)
        for look in ("navigation pruned", "navigation as the theme has it"):
            plain = _build(bare)
            yield f"user time, {size.assets} x {size.personas}, {look}; plain MkDocs {plain:.1f} s"
            yield from _builds(handbook, plain)
            _write_without_features(handbook, bare)
        for what, seconds in _served(handbook).items():
            reach = f" (reach {SERVED:.2f} s)" if what.endswith(_OWN) else ""
            yield f"{f'serve: {what}':<40}{seconds:>7.2f} s{reach}"
    yield from _growth()
    yield f"{f'memory of {_REBUILDS} rebuilds':<40}{_grown():>+7.1f} MB"


def _builds(handbook: Path, plain: float) -> Iterator[str]:
    shutil.rmtree(handbook / ".cache", ignore_errors=True)
    yield _line("first build, nothing kept", _build(handbook), plain, REACH["first"])
    yield _line("build again, nothing changed", _build(handbook), plain, REACH["again"])
    for what, (path, words) in EDITED.items():
        _edit(handbook / path, words)
        yield _line(f"build again, {what} edited", _build(handbook), plain, REACH["edited"])


def _write_without_features(*places: Path) -> None:
    for place in places:
        file = place / "mkdocs.yml"
        file.write_text(file.read_text("utf-8").replace("[navigation.prune]", "[]"), "utf-8")


def _line(what: str, taken: float, plain: float, reach: float) -> str:
    return f"{what:<40}{taken:>7.2f} s{taken / plain:>7.2f} x (reach {reach:.2f} x)"


def _growth() -> Iterator[str]:
    for assets in GROWING:
        with tempfile.TemporaryDirectory() as place:
            write_handbook(Path(place), Size(assets=assets, personas=20))
            command = [sys.executable, "-m", "journeybook", "check", place]
            seconds, megabytes = used(command, ROOT).ru_utime, peak(command)
        what = f"check, {assets} assets"
        yield f"{what:<40}{seconds:>7.2f} s{megabytes:>7.0f} MB"


def _compiled(handbook: Path) -> Compilation:
    return compile_handbook(files_of(handbook), CompileSettings(resources=shipped()), TODAY)


def _edit(file: Path, words: str) -> None:
    text = file.read_text("utf-8")
    file.write_text(text.replace(words, f"{words} or so"), "utf-8")


def _build(place: Path) -> float:
    return build(place).ru_utime


def _served(handbook: Path) -> Mapping[str, float]:
    file = handbook / EDITED["an asset"][0]
    text = file.read_text("utf-8")
    with _server(handbook) as address:
        page = f"{address}{_PAGE}"
        _wait_for(page, "Asset 3")
        prose = _least(page, address, file, lambda at: f"{text}\nText {at}.\n", "Text {at}.")
        key = _least(
            page, address, file, lambda at: text.replace(_CTA, f"cta: Key {at}"), "Key {at}"
        )
        return {
            f"a text saved, {_OWN}": prose[0],
            f"a key saved, {_OWN}": key[0],
            "a key saved, to all others": key[1],
        }


def _least(
    page: str, others: str, file: Path, written: Callable[[int], str], said: str
) -> tuple[float, float]:
    taken = []
    for at in range(_ROUNDS):
        # The server must have looked at the files once to see what changes.
        time.sleep(2)
        file.write_text(written(at), "utf-8")
        own = _wait_for(page, said.format(at=at))
        taken.append((own, own + _wait_for(others, "")))
        # The next save is shown at the page that is looked at.
        _wait_for(page, "")
    return min(taken)


@contextmanager
def _server(handbook: Path) -> Iterator[str]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command,
        cwd=handbook,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _wait_for(page: str, words: str) -> float:
    began = time.perf_counter()
    while time.perf_counter() - began < 120:
        with suppress(OSError), urllib.request.urlopen(page) as answer:  # noqa: S310 - our own
            if words in answer.read().decode():
                return time.perf_counter() - began
        time.sleep(0.02)
    return float("inf")


def _grown() -> float:
    with tempfile.TemporaryDirectory() as place, quiet():
        root = Path(place)
        edits.write(root)
        file, grown = root / "content/about.md", 0.0
        with serving(root) as served:
            for at in range(_REBUILDS):
                if at == _WARM:
                    grown = -_memory()
                # Now and then a page has another title, so that all are made again.
                title = "About" if at % _TITLED else f"About {at}"
                file.write_text(f"# {title}\n\nSaved {at} times.\n", "utf-8")
                served.after_save()
        return grown + _memory()


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    return pages * resource.getpagesize() / 1_000_000


if __name__ == "__main__":
    main()
