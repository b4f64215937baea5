"""What commands share: arguments, where they write, and the gap that a fingerprint names."""

import shlex
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from subprocess import list2cmdline
from typing import Any, TypeVar

import click

from journeybook.adapters.cli.shared.day import Day
from journeybook.adapters.cli.shared.spoken import spoken
from journeybook.adapters.disk.keeping.mirror import not_ours
from journeybook.adapters.disk.keeping.writing import telling, write_whole
from journeybook.adapters.disk.language import spoken_language
from journeybook.adapters.disk.own_places import refuse_own
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.upwards import nearest
from journeybook.findings import one_line
from journeybook.gaps.ledger import Entry
from journeybook.pipeline import Judged
from journeybook.sources.likeness import close_to

# A heading, or the first key of a schema.
_BEGINNING = 12

output_option = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, the terminal.",
)


def say(text: str, *, err: bool = False, **values: object) -> None:
    """Print one line in the language of this run, whatever signs an author's words in it hold."""
    click.echo(one_line(spoken().text(text, **values)), err=err)


def say_count(one: str, many: str, number: int, *, err: bool = False, **values: object) -> None:
    """Print one line that depends on a number, as `say` does."""
    click.echo(one_line(spoken().count(one, many, number, **values)), err=err)


def shown(file: Path) -> str:
    """Give the path of a file as it can be typed from here, where it lies below."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def write(data: bytes, output: Path | None, place: Place) -> None:
    """Write what a command made of the handbook at a place, unless the file says so already.

    Raises:
        CannotRunError: when the file cannot be written, or is one that the handbook is made of.
    """
    if output is not None:
        refuse_own(place, output)
    put(data, output)


def put(data: bytes, output: Path | None) -> None:
    """Likewise, to a file that was seen to lie elsewhere.

    Raises:
        CannotRunError: when the file cannot be written.
    """
    if output is None:
        click.echo(data, nl=False)
    elif not (output.is_file() and output.read_bytes() == data):
        write_whole(output, data)


def missing(package: str | None) -> CannotRunError:
    """Refuse for want of a package, with what installs it beside the Python that runs this."""
    return CannotRunError(
        "{name} is missing: {python} -m pip install {name}",
        name=package,
        python=typed_program(sys.executable),
    )


def typed(word: str) -> str:
    """Give a word of a command as it is typed: on Windows for PowerShell."""
    return list2cmdline([word]) if sys.platform == "win32" else shlex.quote(word)


def typed_program(path: str) -> str:
    """Give the first word of a command as it is typed."""
    word = typed(path)
    # What stands in quotes PowerShell takes for a text.
    return f"& {word}" if sys.platform == "win32" and word != path else word


def write_again(file: Path, data: bytes) -> None:
    """Write a file that a command wrote before, or that is new.

    Raises:
        CannotRunError: when it begins in another way than what is written, and so is somebody's.
    """
    with telling(file):
        before = file.read_bytes()[:_BEGINNING] if file.is_file() else b""
    if not data.startswith(before):
        raise not_ours(file)
    write_whole(file, data, parents=True)


_Command = TypeVar("_Command", bound=Callable[..., None])

today_option = click.option("--today", type=Day(), help="Judge as of this day instead of today.")
_file_option = click.option(
    "-f",
    "--config-file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The site's configuration, where it is not called mkdocs.yml.",
)

_handbook_option = click.option(
    "--handbook", help="Which of several handbooks: its folder, or its title."
)


def language_option(command: _Command) -> Callable[..., None]:
    """Take the language to speak; the run speaks it already when the command begins."""
    return click.option(
        "--language",
        expose_value=False,
        callback=_spoken_language,
        help="The language to speak where there is no handbook, such as en or nl.",
    )(command)


def _spoken_language(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        spoken_language(value)


def site_argument(command: _Command) -> Callable[..., None]:
    """Take the folder of a site, or its configuration file, as the first argument."""
    return click.argument("path", type=click.Path(path_type=Path), default=Path())(
        _file_option(_found(command))
    )


def path_argument(command: _Command) -> Callable[..., None]:
    """Take a handbook by the folder of its site, or its configuration file, as an argument."""
    return _handbook_option(site_argument(command))


def path_option(command: _Command) -> Callable[..., None]:
    """Take a handbook by the folder of its site, or its configuration file, as an option."""
    return past_option(_found(command))


def past_option(command: _Command) -> Callable[..., None]:
    """Take the same as an option, for what looks into the past, where it may have been elsewhere.

    The command asks `chosen` which is meant.
    """
    return click.option(
        "--path",
        type=click.Path(path_type=Path),
        default=Path(),
        help="A folder of the handbook; without it, the current one.",
    )(_file_option(_handbook_option(command)))


def chosen(place: Path, handbook: str | None) -> Place:
    """Give the handbook that is named; without a name, whoever needs one looks at the place."""
    return find_folders(place, handbook) if handbook else place


def _found(command: _Command) -> Callable[..., None]:
    @wraps(command)
    def run(
        *args: Any,  # noqa: ANN401
        path: Path,
        file: Path | None,
        handbook: str | None = None,
        **options: Any,  # noqa: ANN401
    ) -> None:
        command(*args, path=chosen(file or nearest(path), handbook), **options)

    return run


def find_gap(judged: Judged, fingerprint: str) -> Entry:
    """Find the gap with a fingerprint, or with the first digits of only one.

    Raises:
        CannotRunError: when there is none, or more than one.
    """
    wanted = fingerprint.removeprefix("gap-").casefold()
    entries = judged.site.ledger.entries
    found = [one for one in entries if one.finding.fingerprint.startswith(wanted)] if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotRunError(
            "{number} gaps begin with {fingerprint}; write more of its digits",
            number=len(found),
            fingerprint=fingerprint,
        )
    near = close_to(wanted, (one.finding.fingerprint for one in entries))
    if near:
        raise CannotRunError(
            "there is no gap {fingerprint}; did you mean {near}?",
            fingerprint=fingerprint,
            near=near,
        )
    raise CannotRunError(
        "there is no gap {fingerprint}; `journeybook check --all` tells them, each with its digits",
        fingerprint=fingerprint,
    )
