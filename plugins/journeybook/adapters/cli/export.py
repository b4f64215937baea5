"""`journeybook export`: the whole linked handbook for other programs."""

from datetime import datetime
from pathlib import Path

import click

from journeybook.adapters.cli.arguments import path_argument, today_option
from journeybook.adapters.disk.snapshots import judge_at
from journeybook.adapters.disk.workspace import CannotRunError, read
from journeybook.exports.json_export import handbook_json
from journeybook.pages.parts.site import Site
from journeybook.pipeline import Judged


@click.command()
@path_argument
@click.option(
    "--format",
    "shape",
    type=click.Choice(("json", "xlsx")),
    default="json",
    show_default=True,
    help="The format to write.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, the terminal.",
)
@click.option("--at", "commit", help="A branch, tag or commit: the handbook as it was then.")
@today_option
def export(
    *, path: Path, shape: str, output: Path | None, commit: str | None, today: datetime | None
) -> None:
    """Write the handbook at PATH as data, or as a workbook for spreadsheets."""
    if shape == "xlsx" and output is None:
        raise CannotRunError("a workbook is no text: name the file to write with --output")
    judged = judge_at(path, commit, today) if commit else read(path, today)
    data = _workbook(judged.site) if shape == "xlsx" else _json(judged)
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise CannotRunError(f"cannot write {output}: {error.strerror}") from error


def _json(judged: Judged) -> bytes:
    return handbook_json(judged.handbook, judged.findings, judged.site.wording.language)


def _workbook(site: Site) -> bytes:
    # Its library is an extra, so it is looked for only when somebody asks.
    try:
        from journeybook.exports.workbook import write_workbook  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise CannotRunError(
            f"{error.name} is missing: install mkdocs-journeybook with its extra 'xlsx'"
        ) from error
    return write_workbook(site)
