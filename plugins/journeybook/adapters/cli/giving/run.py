"""`journeybook serve` and `journeybook build`: the site, by the engine that is installed."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import click

from journeybook.adapters.cli.shared.engine_words import said_anew
from journeybook.adapters.cli.shared.output import say, site_argument
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.language import language_of, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import (
    configuration_at,
    find_handbooks,
    is_folder,
)
from journeybook.adapters.disk.sites.engine_yaml import read_configuration
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.wording import Wording

ENGINES = ("mkdocs", "properdocs")
"""What can build a site, in the order in which it is looked for."""

_PORTS = 2**16
# What an engine writes into every site, and nobody by hand.
_OF_A_SITE = ("sitemap.xml.gz", "search/search_index.json")

_no_cache = click.option(
    "--no-cache", is_flag=True, help="Make all pages anew, and keep none for the next time."
)


@command()
@site_argument
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
@_no_cache
def serve(path: Path, address: str, *, no_cache: bool) -> None:
    """Show the handbook at PATH in the browser and follow every change, until Ctrl+C."""
    _refuse_busy(address)
    _run(path, "serve", "--dev-addr", address, no_cache=no_cache)


@command()
@site_argument
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="The folder of the site."
)
@click.option("--strict", is_flag=True, help="Fail on warnings of the engine too.")
@_no_cache
def build(path: Path, output: Path | None, *, strict: bool, no_cache: bool) -> None:
    """Build the site of the handbook at PATH, in its folder `site` where no other is named."""
    options = ["--strict"] if strict else []
    if output:
        options += ["--site-dir", str(output.resolve())]
    if file := configuration_at(path):
        configured = read_configuration(file).get("site_dir") or "site"
        _refuse_emptied(output or file.parent / str(configured))
    _run(path, "build", *options, no_cache=no_cache)


def _refuse_emptied(site: Path) -> None:
    # The engine deletes all but what is hidden.
    there = [one for one in site.iterdir() if one.name[0] != "."] if is_folder(site) else []
    if there and not any((site / name).is_file() for name in _OF_A_SITE):
        raise CannotRunError(
            "{folder} holds files that no build wrote, and a build would delete them; name another "
            "folder with --output",
            folder=site,
        )


def installed_engine() -> str:
    """Name the engine that is installed.

    Raises:
        CannotRunError: when there is none.
    """
    if name := next((name for name in ENGINES if find_spec(name)), None):
        return name
    raise CannotRunError("neither MkDocs nor ProperDocs is installed")


def engine_command(
    path: Path, folders: Folders, task: str, *options: str
) -> tuple[list[str], Mapping[str, str]]:
    """Give what runs the engine on the site at a path, and the environment it runs in.

    Raises:
        CannotRunError: when there is no site, or no engine.
    """
    file = configuration_at(path)
    if file is None:
        raise CannotRunError(
            "there is no mkdocs.yml in {root}; `journeybook init` shows what it says",
            root=folders.root,
        )
    command = [sys.executable, "-m", installed_engine(), task, "--config-file", str(file), *options]
    # The notice in many lines that Material prints at every start is told in one by ourselves.
    return command, os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}


def _run(path: Path, task: str, *options: str, no_cache: bool) -> None:
    folders = find_handbooks(path)[0]
    command, settings = engine_command(path, folders, task, *options)
    if no_cache:
        # The engine has no option for what is ours.
        settings = {**settings, "JOURNEYBOOK_NO_CACHE": "1"}
    wording = wording_in(language_of(folders))
    say(
        wording.text(
            "Material, the theme of most handbooks, is repaired until 5 May 2027; you need to do "
            "nothing now, and what you write is plain text that other themes read too."
        ),
        err=True,
    )
    if code := _finished(command, settings, wording):
        # Of what a signal ended, shells tell it so.
        sys.exit(code if code > 0 else 128 - code)


def _finished(command: Sequence[str], settings: Mapping[str, str], wording: Wording) -> int:
    # It speaks English, and in colours where it writes to a terminal itself.
    usual = None if sys.stdout else subprocess.DEVNULL
    pipe, joined = (
        (usual, None) if wording.language == "en" else (subprocess.PIPE, subprocess.STDOUT)
    )
    with subprocess.Popen(  # noqa: S603 - no words of others
        command,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=pipe,
        stderr=joined,
        encoding="utf-8",
        errors="replace",
    ) as engine:
        # Whoever ends this command means the engine; Ctrl+C reaches both by itself.
        signal.signal(signal.SIGTERM, lambda *_: engine.terminate())
        while True:
            with suppress(KeyboardInterrupt):
                for line in engine.stdout or ():
                    say(said_anew(line.rstrip(), wording), err=True)
                return engine.wait()


def _refuse_busy(address: str) -> None:
    host, _, port = address.rpartition(":")
    nowhere = CannotRunError("{address} is no address such as 127.0.0.1:8001", address=address)
    if not (host and port.isascii() and port.isdigit() and int(port) < _PORTS):
        raise nowhere
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=1).close()
    except (socket.gaierror, UnicodeError) as error:
        raise nowhere from error
    except OSError:
        # Nobody answers there.
        return
    raise CannotRunError(
        "something is served on {address} already; choose another address, such as "
        "--address {other}",
        address=address,
        other=f"{host}:{int(port) + 1}",
    )
