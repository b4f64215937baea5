"""`journeybook schema`: what may stand in a file, for editors that check while people type."""

from pathlib import Path

import click

from journeybook.adapters.cli.shared.output import (
    language_option,
    path_option,
    say,
    shown,
    write_again,
)
from journeybook.adapters.cli.shared.spoken import command, spoken
from journeybook.adapters.disk.sites.configuration import Place, first_handbook
from journeybook.adapters.disk.workspace import read_anywhere
from journeybook.exports.author_schema import author_schemas, schema_text


@command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@path_option
@language_option
def schema(folder: Path, path: Place) -> None:
    """Write a JSON Schema of what authors may write into FOLDER, a file per kind.

    Keys are explained in the language of the handbook, and its words are among those that may stand
    there. Where there is no handbook, they are in the language of the machine.
    """
    site = read_anywhere(first_handbook(path), spoken().language).site
    for name, made in author_schemas(site.wording, site.words).items():
        file = folder / f"{name}.schema.json"
        write_again(file, schema_text(made).encode())
        say(shown(file.resolve()))
