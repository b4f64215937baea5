"""`journeybook baseline`: records the gaps of today, so that a check can tell what is new."""

from datetime import date, datetime
from pathlib import Path

import click

from journeybook.adapters.cli.shared.output import path_argument, say, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.configuration import Place, find_handbooks
from journeybook.adapters.disk.handbook_folders import Folders
from journeybook.adapters.disk.keeping.writing import write_whole
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.versions.git import find_objects, read_objects
from journeybook.adapters.disk.versions.snapshots import commit_of, repository_of
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.compare.baseline import (
    Baseline,
    BaselineError,
    read_baseline,
    record,
    tightened,
    write_baseline,
)


@command()
@path_argument
@click.option(
    "--tighten",
    is_flag=True,
    help="Only drop what is closed; let nothing new into the baseline.",
)
@today_option
def baseline(path: Place, *, tighten: bool, today: datetime | None) -> None:
    """Record the gaps of the handbook at PATH in baseline.json, beside its settings.

    `journeybook check --new-only` then fails only on gaps that are not in it.
    """
    for folders in find_handbooks(path):
        _record(folders, day_of(today), tighten=tighten)


def _record(folders: Folders, day: date, *, tighten: bool) -> None:
    judged = read_at(folders, day)
    target = baseline_file(folders)
    if tighten:
        before = known_gaps(folders)
        made = tightened(before, judged.findings, judged.handbook.today)
    else:
        before = made = record(judged.findings, judged.handbook.today)
    write_whole(target, write_baseline(made), parents=True)
    gone = len(before.gaps) - len(made.gaps)
    say(
        "{file}: {n} gaps recorded, {gone} closed and dropped",
        file=target,
        n=len(made.gaps),
        gone=gone,
    )


def baseline_file(folders: Folders) -> Path:
    """Give the place of a handbook's baseline."""
    return folders.root / folders.config / "baseline.json"


def known_gaps(folders: Folders, at: str | None = None) -> Baseline:
    """Read a handbook's baseline, as it lies on disk or as it was at a branch, tag or commit.

    Raises:
        CannotRunError: when there is none that can be read.
    """
    target = baseline_file(folders)
    try:
        return read_baseline(_text_at(folders, at) if at else target.read_bytes())
    except FileNotFoundError as error:
        raise CannotRunError(
            "there is no {file}: run journeybook baseline first", file=target
        ) from error
    except OSError as error:
        raise CannotRunError(
            "cannot read {file}: {problem}", file=target, problem=error.strerror
        ) from error
    except BaselineError as error:
        raise CannotRunError(
            "{file} is no baseline: {problem}", file=target, problem=error
        ) from error


def _text_at(folders: Folders, at: str) -> bytes:
    repository = repository_of(folders)
    place = (commit_of(repository, at), f"{folders.config}/baseline.json")
    (found,) = find_objects(repository, [place])
    text = read_objects(repository, [found]).get(found) if found else None
    if text is None:
        raise FileNotFoundError(place[1])
    return text
