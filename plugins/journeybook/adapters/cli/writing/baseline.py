"""`journeybook baseline`: records the gaps of today, so that a check can tell what is new."""

from datetime import date

import click

from journeybook.adapters.cli.shared.known_gaps import baseline_file, known_gaps
from journeybook.adapters.cli.shared.output import path_argument, say, say_count, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.keeping.writing import write_whole
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.workspace import read_at
from journeybook.compare.baseline import record, tightened, write_baseline


@command()
@path_argument
@click.option(
    "--tighten", is_flag=True, help="Only drop what is closed; let nothing new into the baseline."
)
@today_option
def baseline(path: Place, *, tighten: bool, today: date | None) -> None:
    """Record the gaps of the handbook at PATH in baseline.json, beside its settings.

    `journeybook check --new-only` then fails only on gaps that are not in it.
    """
    for folders in find_handbooks(path):
        _record(folders, today, tighten=tighten)


def _tell_unread(folders: Folders) -> None:
    # What is written over is a baseline as a rule, and else what somebody has yet to look at.
    target = baseline_file(folders)
    try:
        known_gaps(folders)
    except CannotRunError:
        if target.exists():
            say(
                "{file} could not be read, as after a merge that was not finished; the gaps of "
                "today take the place of all that stood there",
                file=target,
            )


def _record(folders: Folders, day: date | None, *, tighten: bool) -> None:
    judged = read_at(folders, day)
    target = baseline_file(folders)
    if tighten:
        before = known_gaps(folders)
        made = tightened(before, judged.findings, judged.handbook.today)
    else:
        _tell_unread(folders)
        before = made = record(judged.findings, judged.handbook.today)
    write_whole(target, write_baseline(made), parents=True)
    gone = len(before.gaps) - len(made.gaps)
    say_count(
        "{file}: {n} gap recorded, {gone} closed and dropped",
        "{file}: {n} gaps recorded, {gone} closed and dropped",
        len(made.gaps),
        file=target,
        gone=gone,
    )
