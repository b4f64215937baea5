"""`journeybook history`: how a handbook did at points of its git history."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from journeybook.adapters.cli.shared.day import Day
from journeybook.adapters.cli.shared.output import chosen, output_option, past_option, say, write
from journeybook.adapters.cli.shared.spoken import command, spoken
from journeybook.adapters.disk.git.repository import Repository, find_commit
from journeybook.adapters.disk.language import wording_in
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.configuration import find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.upwards import nearest_in_past
from journeybook.adapters.disk.versions.looking_back import SHALLOW, look_back
from journeybook.adapters.disk.versions.snapshots import at_commit, named, repository_of
from journeybook.history.history import EVERY
from journeybook.history.points import Point
from journeybook.history.trend import trend_csv, trend_json, trend_text
from journeybook.history.trend_chart import trend_svg
from journeybook.resources import languages_of
from journeybook.sources.settings.configuration import read_decisions
from journeybook.wording import Wording

_Step = TypeVar("_Step")
_FORMATS: dict[str, Callable[[Sequence[Point], Wording], bytes]] = {
    "table": lambda points, wording: trend_text(points, wording).encode("utf-8", "replace"),
    "csv": trend_csv,
    "svg": trend_svg,
    "json": lambda points, _wording: trend_json(points),
}


@command()
@past_option
@click.option("--since", type=Day(), help="Leave out what is older.")
@click.option(
    "--every",
    type=click.Choice(EVERY),
    default="week",
    show_default=True,
    help="Look at the last commit of every week or month, or at every tag.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(tuple(_FORMATS)),
    default="table",
    show_default=True,
    help="A table of the whole handbook; csv, svg and json also hold each journey, phase and "
    "persona.",
)
@click.option("--fresh", is_flag=True, help="Measure everything again.")
@output_option
def history(
    *,
    path: Path,
    file: Path | None,
    handbook: str | None,
    since: date | None,
    every: str,
    shape: str,
    fresh: bool,
    output: Path | None,
) -> None:
    """Tell how coverage, evidence, happiness and gaps went, from the commits of the handbook.

    Each point is judged as of its own day. What was measured once is kept inside .git.
    """
    place = chosen(file or nearest_in_past(path, "HEAD"), handbook)
    repository = repository_of(place)
    find_commit(repository, "HEAD")
    if repository.is_shallow:
        say(SHALLOW, err=True)
    folders = named(place)
    points = look_back(
        repository,
        every,
        since,
        handbook=folders,
        fresh=fresh,
        progress=_bar,
    )
    if not any(one.measures for one in points):
        find_handbooks(place)
    language = _language(repository, folders)
    wording = wording_in(language)
    write(_FORMATS[shape](points, wording), output, place)


def _bar(steps: Iterable[_Step]) -> AbstractContextManager[Iterable[_Step]]:
    hidden = sys.stderr is None or not sys.stderr.isatty()
    label = spoken().text("Measuring")
    return click.progressbar(steps, label=label, file=sys.stderr, hidden=hidden)


def _language(repository: Repository, handbook: Folders | None) -> str:
    book = at_commit(repository, "HEAD", handbook)
    languages, spoken = languages_of(shipped()), shipped().spoken
    config, shared = book.folders.config, book.folders.shared
    decisions = read_decisions(book.files, config, languages, shared, spoken)
    return decisions.configuration.language
