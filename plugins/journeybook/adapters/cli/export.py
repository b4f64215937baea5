"""`journeybook export`: the whole linked handbook for other programs."""

from datetime import datetime
from pathlib import Path

import click

from journeybook.adapters.cli.handbook import CannotRun, path_argument, read, today_option
from journeybook.interchange.json_export import handbook_json


@click.command()
@path_argument
@click.option(
    "--format",
    "shape",
    type=click.Choice(("json",)),
    default="json",
    show_default=True,
    help="The format to write.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, the terminal.",
)
@today_option
def export(path: Path, shape: str, output: Path | None, today: datetime | None) -> None:  # noqa: ARG001
    """Write the handbook at PATH as data."""
    judged = read(path, today)
    data = handbook_json(judged.handbook, judged.findings, judged.site.wording.language)
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise CannotRun(f"cannot write {output}: {error.strerror}") from error
