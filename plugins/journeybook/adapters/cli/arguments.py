"""The arguments and options that several commands take."""

from pathlib import Path

import click

path_argument = click.argument(
    "path", type=click.Path(path_type=Path, file_okay=False), default=Path()
)
today_option = click.option(
    "--today",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="Judge as of this day instead of today.",
)
