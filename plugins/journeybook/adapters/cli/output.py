"""Where a command writes what it made: a file, or the terminal."""

from pathlib import Path

import click

from journeybook.adapters.disk.writing import write_whole
from journeybook.findings import one_line

output_option = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, the terminal.",
)


def say(text: str, *, err: bool = False) -> None:
    """Print one line, whatever signs an author's words in it hold."""
    click.echo(one_line(text), err=err)


def write(data: bytes, output: Path | None) -> None:
    """Write what a command made.

    Raises:
        CannotRunError: when the file cannot be written.
    """
    if output is None:
        click.echo(data, nl=False)
        return
    write_whole(output, data)
