"""`journeybook brief`: begins the content that will close a gap."""

from datetime import date
from pathlib import Path

import click

from journeybook.adapters.cli.shared.output import find_gap, path_argument, say, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.keeping.writing import write_new
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.workspace import read_at
from journeybook.findings import visible
from journeybook.gaps.ledger import Entry
from journeybook.pages.briefs.brief import make_brief, mark_of
from journeybook.pages.parts.site import Site
from journeybook.pipeline import Judged


@command()
@click.argument("fingerprint")
@path_argument
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, a new one among the assets.",
)
@click.option("--text", is_flag=True, help="Print the brief, to copy it; no file is written.")
@today_option
def brief(
    fingerprint: str, path: Place, output: Path | None, *, text: bool, today: date | None
) -> None:
    """Write the brief of the gap FINGERPRINT of the handbook at PATH as a new asset.

    A file that exists is never overwritten; where one of this gap is there already, it is named.
    """
    judged = read_at(path, today)
    if not text and (there := _written(fingerprint, judged)):
        _tell_there(there)
        return
    entry = find_gap(judged, fingerprint)
    if text:
        _refuse_what_no_file_closes(entry, judged.site)
        click.echo(visible(make_brief(entry, judged.site).words), nl=False)
        return
    # The first digits of a fingerprint are enough, here too.
    if there := _written(entry.finding.fingerprint, judged):
        _tell_there(there)
        return
    _refuse_unfitting(entry, judged.site)
    made = make_brief(entry, judged.site)
    folders = find_folders(path)
    target = output or folders.root / folders.content / made.path
    write_new(target, made.text.encode())
    say(f"{target}: {entry.finding.message}")


def _tell_there(file: str) -> None:
    say("{file} is the brief of this gap already", file=file)


def _written(fingerprint: str, judged: Judged) -> str | None:
    # A file of a brief says whose it is, so that it is found whatever it is called by now.
    wanted = mark_of(fingerprint.removeprefix("gap-").casefold()).encode()
    files = judged.reading.files.values()
    return next((one.path for one in files if wanted in one.data.splitlines()), None)


def _refuse_unfitting(entry: Entry, site: Site) -> None:
    filling = entry.finding.being_filled
    if filling:
        raise CannotRunError(
            "the asset {asset} is on its way to close this gap", asset=filling.asset
        )
    _refuse_what_no_file_closes(entry, site)


def _refuse_what_no_file_closes(entry: Entry, site: Site) -> None:
    if not site.is_closed_by_content(entry):
        raise CannotRunError(
            "this gap is not closed by writing something new: {hint}", hint=entry.finding.hint
        )
