"""`journeybook waive`: accepts a gap for now."""

from datetime import date
from pathlib import Path

import click

from journeybook.adapters.cli.shared.day import Day
from journeybook.adapters.cli.shared.output import find_gap, path_argument, say, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.keeping.writing import change
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.workspace import read_at
from journeybook.findings import one_line
from journeybook.sources.edits.waiver_text import NewWaiver, with_waiver


@command()
@click.argument("fingerprint")
@path_argument
@click.option("--reason", required=True, help="Why the gap may stay.")
@click.option("--until", required=True, type=Day(), help="The last day it may stay.")
@click.option("--by", default="", help="Who decided.")
@today_option
def waive(  # noqa: PLR0917 - one parameter per option is how click hands them over
    fingerprint: str, path: Place, reason: str, until: date, by: str, today: date | None
) -> None:
    """Accept the gap FINGERPRINT of the handbook at PATH until a day.

    The waiver is added at the end of waivers.yml; nothing else in the file changes.
    """
    judged = read_at(path, today)
    finding = find_gap(judged, fingerprint).finding
    if finding.waived:
        raise CannotRunError("it is accepted already, in {span}", span=finding.waived.span)
    _refuse_senseless(reason, until, judged.handbook.today)
    waiver = NewWaiver(
        fingerprint=finding.fingerprint,
        gap=finding.message,
        reason=one_line(" ".join(reason.split())),
        until=until,
        by=one_line(" ".join(by.split())),
    )
    folders = find_folders(path)
    target = folders.root / folders.config / "waivers.yml"
    _append(target, waiver)
    say(
        "{file}: {gap}, accepted until {day}",
        file=target,
        gap=finding.message,
        day=waiver.until.isoformat(),
    )


def _refuse_senseless(reason: str, until: date, today: date) -> None:
    if not reason.strip():
        raise CannotRunError("a waiver needs a reason")
    if until < today:
        raise CannotRunError("{day} has passed", day=until.isoformat())


def _append(target: Path, waiver: NewWaiver) -> None:
    def added(before: bytes) -> bytes:
        # Bytes, because reading as text would turn the file's own line ends into others.
        try:
            after = with_waiver(before.decode("utf-8"), waiver)
        except UnicodeDecodeError as error:
            raise CannotRunError("{file} is not UTF-8", file=target) from error
        if after is None:
            raise CannotRunError(
                "{file} is no list that a waiver can be added to; add it by hand", file=target
            )
        return after.encode("utf-8")

    change(target, added)
