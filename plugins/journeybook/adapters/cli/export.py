"""`journeybook export`: the whole linked handbook for other programs."""

from datetime import datetime
from pathlib import Path

import click

from journeybook.adapters.cli.output import output_option, path_argument, today_option, write
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Place
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import added_exports
from journeybook.adapters.disk.snapshots import judge_at
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.exports.formats import EXPORTS, Export
from journeybook.pipeline import Judged


@command()
@path_argument
@click.option(
    "--format",
    "shape",
    default="json",
    show_default=True,
    help="json, xlsx, or a format that an installed package adds.",
)
@output_option
@click.option("--at", "commit", help="A branch, tag or commit: the handbook as it was then.")
@today_option
def export(
    *, path: Place, shape: str, output: Path | None, commit: str | None, today: datetime | None
) -> None:
    """Write the handbook at PATH as data, or as a workbook for spreadsheets."""
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


def _format(name: str) -> Export:
    formats = {**EXPORTS, **added_exports()}
    if name not in formats:
        raise CannotRunError(
            "there is no format {name}; known here: {known}", name=name, known=", ".join(formats)
        )
    return formats[name]


def _written(chosen: Export, judged: Judged) -> bytes:
    try:
        return chosen.write(judged)
    except ModuleNotFoundError as error:
        raise CannotRunError("{name} is missing: pip install {name}", name=error.name) from error
