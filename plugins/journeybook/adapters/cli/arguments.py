"""The arguments and options that several commands take."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., None])

today_option = click.option(
    "--today",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="Judge as of this day instead of today.",
)
_file_option = click.option(
    "-f",
    "--config-file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The site's configuration, where it is not called mkdocs.yml.",
)


def path_argument(command: _Command) -> Callable[..., None]:
    """Take the handbook's folder, or its configuration file, as the first argument."""
    return click.argument("path", type=click.Path(path_type=Path), default=Path())(
        _file_option(_either(command))
    )


def path_option(command: _Command) -> Callable[..., None]:
    """Take the handbook's folder, or its configuration file, as an option."""
    return click.option(
        "--path",
        type=click.Path(path_type=Path),
        default=Path(),
        help="The handbook's folder; without it, the current one.",
    )(_file_option(_either(command)))


def _either(command: _Command) -> Callable[..., None]:
    @wraps(command)
    def run(*args: Any, path: Path, file: Path | None, **options: Any) -> None:  # noqa: ANN401
        command(*args, path=file or path, **options)

    return run
