"""Puts a mangled handbook on a disk, where that can hold it, and tries it as its people would."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import walk_tb
from typing import TypeGuard
from warnings import catch_warnings

from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from journeybook.adapters.cli import main
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import find_handbooks
from journeybook.adapters.disk.workspace import read_at
from journeybook.adapters.mkdocs.plugin import JourneybookPlugin
from journeybook.sources.document import SourceFile

SETTINGS = "mkdocs.yml"


class FaultError(Exception):
    """Something that must not be; the message says what, as the tally names it."""


@contextmanager
def on_disk(files: Iterable[SourceFile]) -> Iterator[Path]:
    """Write files below a folder of their own, with a secret beside it."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with TemporaryDirectory() as place:
            (Path(place) / "secret.md").write_text("# A secret\n", encoding="utf-8")
            root = Path(place) / "handbook"
            (root / "content").mkdir(parents=True)
            for file in files:
                _write(file, root)
            yield root
    finally:
        logging.disable(before)


def _write(file: SourceFile, root: Path) -> None:
    target = root / file.path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        match file.refused:
            case "outside":
                target.symlink_to(root.parent / "secret.md")
            case "unreadable":
                target.symlink_to(target)
            case "linked":
                target.symlink_to(root / "content", target_is_directory=True)
            case "special":
                os.mkfifo(target)
            case "large" | "long":
                target.write_bytes(b"x" * 1_000_001)
            case _:
                target.write_bytes(file.data)
    except (OSError, ValueError):
        # No disk holds a file of that name, or there is one.
        return


def run(*arguments: str) -> Result:
    """Run a command, which ends as the manual says or is at fault."""
    found = CliRunner().invoke(main, list(arguments))
    if found.exception and not isinstance(found.exception, SystemExit):
        raise found.exception
    if found.exit_code not in (0, 1, 2):
        raise FaultError(f"exception: exit code {found.exit_code}")
    return found


def tried_site(root: Path) -> list[str]:
    """Check and build a site, and give what was told; both have to read the same handbooks."""
    told = run("check", str(root)).output
    plugin = _built(root)
    if plugin is None or plugin.assembled is None:
        return [told]
    outcomes = plugin.assembled.whole.handbooks
    built = [[found.line for found in one.findings] for one in outcomes]
    # The command line refuses where there is nothing, of which a site can be made.
    empty = any(not one.documents for one in outcomes)
    if not empty and built != _checked(root):
        raise FaultError("apart: the command line reads another handbook than the site")
    return [told, *(line for lines in built for line in lines)]


def _checked(root: Path) -> list[list[str]]:
    try:
        judged = [read_at(folders, None) for folders in find_handbooks(root)]
    except CannotRunError:
        return []
    return [[str(one) for one in made.findings] for made in judged]


def _built(root: Path) -> JourneybookPlugin | None:
    try:
        with catch_warnings(action="ignore"):
            config = load_config(str(root / SETTINGS), site_dir=str(root.parent / "site"))
            plugins = [one for one in config.plugins.values() if _is_on(one)]
            # Without us the engine reads whatever lies there, and waits for pipes.
            if len(plugins) != 1:
                return None
            build(config)
    except MkDocsException:
        return None
    except Exception as error:
        # What the engine stumbles over by itself is not ours to mend.
        if _is_ours(error):
            raise
        return None
    _nothing_leaks(root.parent / "site")
    (ours,) = plugins
    return None if ours.config.untrusted else ours


def _is_on(plugin: object) -> TypeGuard[JourneybookPlugin]:
    return isinstance(plugin, JourneybookPlugin) and plugin.config.enabled


def _is_ours(error: BaseException) -> bool:
    frames = (frame for frame, _ in walk_tb(error.__traceback__))
    return any(frame.f_globals.get("__name__", "").startswith("journeybook.") for frame in frames)


def _nothing_leaks(site: Path) -> None:
    for file in site.rglob("*"):
        if file.is_file() and b"A secret" in file.read_bytes():
            raise FaultError("leak: what is outside of the handbook is published")
