"""`journeybook brief`: begins the content that will close a gap."""

from datetime import datetime
from pathlib import Path

import click

from journeybook.adapters.cli.output import find_gap, path_argument, say, today_option
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Place, find_folders
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.adapters.disk.writing import write_new
from journeybook.gaps.ledger import Entry
from journeybook.pages.gaps.brief import can_be_briefed, make_brief
from journeybook.pages.parts.site import Site


@command()
@click.argument("fingerprint")
@path_argument
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, a new one among the assets.",
)
@today_option
def brief(fingerprint: str, path: Place, output: Path | None, today: datetime | None) -> None:
    """Write the brief of the gap FINGERPRINT of the handbook at PATH as a new asset.

    A file that exists is never overwritten.
    """
    judged = read_at(path, day_of(today))
    entry = find_gap(judged, fingerprint)
    _refuse_unfitting(entry, judged.site)
    made = make_brief(entry, judged.site)
    folders = find_folders(path)
    target = output or folders.root / folders.content / made.path
    write_new(target, made.text.encode())
    say(f"{target}: {entry.finding.message}")


def _refuse_unfitting(entry: Entry, site: Site) -> None:
    filling = entry.finding.being_filled
    if filling:
        raise CannotRunError(
            "the asset {asset} is on its way to close this gap", asset=filling.asset
        )
    if not can_be_briefed(entry, site):
        raise CannotRunError(
            "this gap is not closed by writing something new: {hint}", hint=entry.finding.hint
        )
