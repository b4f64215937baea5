"""`journeybook export`: the whole linked handbook for other programs."""

from datetime import date, datetime
from pathlib import Path

import click

from journeybook.adapters.cli.output import path_argument, say, today_option, write
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Folders, Place
from journeybook.adapters.disk.mirror import mirror
from journeybook.adapters.disk.plain_site import plain_site
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import added
from journeybook.adapters.disk.snapshots import judge_at
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.exports.formats import EXPORTS, Export
from journeybook.pipeline import Judged

_SITE = "site"


@command()
@path_argument
@click.option(
    "--format",
    "shape",
    default="json",
    show_default=True,
    help="json, xlsx, pptx, site, or a format that an installed package adds.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder of a site; without it, the terminal.",
)
@click.option("--at", "commit", help="A branch, tag or commit: the handbook as it was then.")
@today_option
def export(
    *, path: Place, shape: str, output: Path | None, commit: str | None, today: datetime | None
) -> None:
    """Write the handbook at PATH as data, as a workbook for spreadsheets, or as slides.

    As a site it is a folder of plain Markdown, whole, for engines that run no plugins. Only what
    changed is written, and what is gone is deleted.
    """
    if shape == _SITE:
        _write_site(path, output, commit, today.date() if today else None)
        return
    if output and output.is_dir():
        raise CannotRunError("{file} is a folder", file=output)
    chosen = _format(shape)
    if output is None and not chosen.is_text:
        raise CannotRunError(
            "{shape} is no text: name the file to write with --output", shape=shape
        )
    judged = (
        judge_at(path, commit, today.date() if today else None, hides=True)
        if commit
        else read_at(path, day_of(today), hides=True)
    )
    data = _written(chosen, judged)
    write(data, output)


def _write_site(place: Place, output: Path | None, commit: str | None, today: date | None) -> None:
    if output is None or commit or isinstance(place, Folders):
        raise CannotRunError(
            "a site is made of all that lies on disk: name its folder with --output, and neither "
            "--at nor --handbook"
        )
    files = plain_site(place, output, today)
    say(
        "{folder}: {n} of {all} files changed",
        folder=output,
        n=mirror(output, files),
        all=len(files),
    )


def _format(name: str) -> Export:
    formats = {**EXPORTS, **added("journeybook.exports", Export)}
    if name not in formats:
        raise CannotRunError(
            "there is no format {name}; known here: {known}",
            name=name,
            known=", ".join((*formats, _SITE)),
        )
    return formats[name]


def _written(chosen: Export, judged: Judged) -> bytes:
    try:
        return chosen.write(judged)
    except ModuleNotFoundError as error:
        needed = chosen.needs or error.name
        raise CannotRunError("{name} is missing: pip install {name}", name=needed) from error
