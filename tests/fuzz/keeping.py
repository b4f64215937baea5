"""`python -m tests.fuzz.keeping`: that a build that takes pages over equals one that makes all.

After each edit the handbook is built where it was built before, and once more as if never before.
Both must write the same bytes and say the same.
"""

import logging
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from warnings import catch_warnings, simplefilter

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from tests.fuzz import edits

_PLUGINS: Any = MkDocsConfig.plugins
_ADDRESS = "http://127.0.0.1:8000/"
_EPOCH = {"SOURCE_DATE_EPOCH": "1780000000"}
_OPEN = 3
_NOTHING_KEPT = {"JOURNEYBOOK_NO_CACHE": "1"}


@click.command()
@click.option("--edits", "number", default=200, show_default=True, help="How many edits.")
@click.option("--seed", default=1, show_default=True, help="Another seed edits otherwise.")
@click.option("--served", is_flag=True, help="As a preview that is open all the time.")
@click.option("--saved", is_flag=True, help="Likewise, and only what a save changes is made.")
def main(number: int, seed: int, *, served: bool, saved: bool) -> None:
    """Edit a handbook, build it after each edit, and compare."""
    given = saved_differences(number, seed) if saved else differences(number, seed, served=served)
    found = list(given)
    for said in found:
        click.echo(said)
    click.echo(f"{number} edits, {len(found)} differences between builds that keep and that do not")
    sys.exit(1 if found else 0)


def differences(number: int, seed: int, *, served: bool = False) -> Iterator[str]:
    """Edit and compare so many times, and tell of every difference.

    What is `served` is built again and again by one server, which no broken file stops.
    """
    random = Random(seed)  # noqa: S311 - the same each time
    with TemporaryDirectory() as place, quiet():
        root = Path(place, "kept")
        edits.write(root)
        built(root, served=served)
        for at in range(number):
            said = f"seed {seed}, edit {at}: {edits.edit(root, random)}"
            kept = built(root, served=served)
            anew = _built_elsewhere(root, Path(place, "cold"), served=served)
            for found in _differing(kept, anew):
                yield f"{said}: {found}"


def saved_differences(number: int, seed: int) -> Iterator[str]:
    """Edit and compare likewise, where a server makes again what each edit changes.

    Now and then it is closed, and another goes on with what it kept.
    """
    random = Random(seed)  # noqa: S311 - the same each time
    with TemporaryDirectory() as place, quiet():
        root = Path(place, "served")
        edits.write(root)
        for first in range(0, number, _OPEN):
            with serving(root) as served:
                for at in range(first, min(first + _OPEN, number)):
                    said = f"seed {seed}, edit {at}: {edits.edit(root, random)}"
                    pages = sorted(Path(root, "site").rglob("*.html"))
                    asked = random.choice(pages).relative_to(root / "site").as_posix()
                    shown = served.after_save(asked)
                    anew = _built_elsewhere(root, Path(place, "cold"), served=True)
                    for found in _differing(told_as_set(shown), told_as_set(anew)):
                        yield f"{said}: {found}"


class Served:
    """A handbook while it is served; `builds` counts how often all of it was built."""

    def __init__(self, root: Path) -> None:
        """Build it once, as the server does before it serves."""
        self.builds = 0
        self._root = root
        config = self._config()
        config.plugins.on_startup(command="serve", dirty=False)
        self._build(config)
        self.server = config.plugins.on_serve(
            LiveReloadServer(builder=self._build, host="127.0.0.1", port=0, root=config.site_dir),
            config=config,
            builder=self._build,
        )
        plugin: Any = config.plugins["journeybook"]
        self._saves = plugin.saves

    def after_save(self, asked: str = "index.html") -> Mapping[str, bytes]:
        """Do what the server does after a save, and give every file and what was said.

        A page that is `asked` for at once must be what it is in the end.
        """
        builds = self.builds
        with _told() as log, ThreadPoolExecutor(1) as browser:
            try:
                self.server.builder()
                answer = browser.submit(self.page, asked)
                if not self._saves.finish() and self.builds == builds:
                    self.server.builder()
                elif answer.result() != self.page(asked):
                    log.lines.append(f"ERROR {asked} was another page at first")
            except Abort:
                return {"log": log.text(self._root)}
        return {**_files(self._root), "log": log.text(self._root)}

    def end(self) -> None:
        """Serve no more."""
        self.server.server_close()
        self._saves.end()

    def page(self, name: str) -> bytes:
        """Ask for a page, as a browser does; what the server adds is left out."""
        ask: Any = self.server.get_app()
        answer: list[bytes] = ask({"PATH_INFO": f"/{name}"}, lambda *_: None)
        return b"".join(answer).partition(b"var livereload =")[0]

    def _config(self) -> MkDocsConfig:
        return load_config(str(self._root / "mkdocs.yml"))

    def _build(self, config: MkDocsConfig | None = None) -> None:
        self.builds += 1
        build(config or self._config(), serve_url=_ADDRESS)


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """Serve a handbook as a process of its own does, without anybody who asks for a page."""
    with another_process():
        served = Served(root)
        try:
            yield served
        finally:
            served.end()


def told_as_set(site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Leave out in which order pages were made, and that they were."""
    loud = {line for line in site["log"].splitlines() if not line.startswith(b"INFO")}
    return {**site, "log": b"\n".join(sorted(loud))}


def _differing(kept: Mapping[str, bytes], cold: Mapping[str, bytes]) -> Iterator[str]:
    return (path for path in sorted({*kept, *cold}) if kept.get(path) != cold.get(path))


def built(root: Path, *, served: bool = False) -> Mapping[str, bytes]:
    """Build a handbook, and give every file of its site; what was said stands under `log`."""
    with _told() as log:
        try:
            config = load_config(str(root / "mkdocs.yml"))
            config.plugins.on_startup(command="serve" if served else "build", dirty=False)
            build(config, serve_url=_ADDRESS if served else None)
        except Abort:
            # What a build that stops has written so far is nobody's.
            return {"log": log.text(root)}
    return {**_files(root), "log": log.text(root)}


def _files(root: Path) -> Mapping[str, bytes]:
    site = root / "site"
    files = (Path(place, name) for place, _, names in os.walk(site) for name in names)
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if "built in" not in record.getMessage():
            self.lines.append(f"{record.levelname} {record.getMessage()}")

    def text(self, root: Path) -> bytes:
        return "\n".join(self.lines).replace(str(root), "").encode()


def another_process() -> AbstractContextManager[object]:
    """Let a build know nothing of what a server remembers in its plugins."""
    return patch.dict(_PLUGINS.plugin_cache, clear=True)


@contextmanager
def nothing_remembered() -> Iterator[None]:
    """Let a build keep nothing either."""
    with another_process(), patch.dict(os.environ, _NOTHING_KEPT):
        yield


def _built_elsewhere(root: Path, cold: Path, *, served: bool) -> Mapping[str, bytes]:
    # As if never before, and with nothing kept.
    shutil.rmtree(cold, ignore_errors=True)
    shutil.copytree(root, cold, ignore=shutil.ignore_patterns(".cache", "site"))
    with nothing_remembered():
        return built(cold, served=served)


@contextmanager
def _told() -> Iterator[_Log]:
    log = _Log()
    logging.getLogger("mkdocs").addHandler(log)
    try:
        yield log
    finally:
        logging.getLogger("mkdocs").removeHandler(log)


@contextmanager
def quiet() -> Iterator[None]:
    """Let builds of this process say nothing to whoever runs it, and depend on no clock."""
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    with patch.dict(os.environ, _EPOCH), catch_warnings():
        simplefilter("ignore")
        logger.setLevel(logging.INFO)
        logger.propagate = False
        try:
            yield
        finally:
            logger.level, logger.propagate = before


if __name__ == "__main__":
    main()
