"""`journeybook history`: how a handbook did at points of its git history."""

import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from journeybook import __version__
from journeybook.adapters.cli.handbook import CannotRun
from journeybook.adapters.cli.output import output_option, write
from journeybook.adapters.cli.past import at_commit, commit_of, repository_of
from journeybook.adapters.git import GitError, Repository, find_objects, git_folder, list_commits
from journeybook.adapters.resources import shipped
from journeybook.review.history import EVERY, Moment, Point, chosen, measured
from journeybook.review.trend import trend_csv, trend_json, trend_text
from journeybook.review.trend_chart import trend_svg
from journeybook.sources.configuration import read_decisions
from journeybook.sources.reading import Known
from journeybook.wording import Wording, read_wording

_KEPT = TypeAdapter(dict[str, Point])
_FORMATS: dict[str, Callable[[Sequence[Point], Wording], bytes]] = {
    "table": lambda points, wording: trend_text(points, wording).encode("utf-8", "replace"),
    "csv": trend_csv,
    "svg": trend_svg,
    "json": lambda points, _wording: trend_json(points),
}


@click.command()
@click.option(
    "--path",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The handbook's folder; without it, the current one.",
)
@click.option("--since", type=click.DateTime(formats=["%Y-%m-%d"]), help="Leave out what is older.")
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
    help="A table of the whole handbook; csv, svg and json also hold each journey and phase.",
)
@click.option("--fresh", is_flag=True, help="Measure everything again.")
@output_option
def history(
    *,
    path: Path,
    since: datetime | None,
    every: str,
    shape: str,
    fresh: bool,
    output: Path | None,
) -> None:
    """Tell how coverage, evidence, happiness and gaps went, from the commits of the handbook.

    Each point is judged as of its own day. What was measured once is kept inside .git.
    """
    repository = repository_of(path)
    commit_of(repository, "HEAD")
    try:
        moments = chosen(_moments(repository), every, since.date() if since else None)
        points, language = _points(repository, moments, fresh=fresh), _language(repository)
    except GitError as error:
        raise CannotRun(str(error)) from error
    wording = read_wording(language, shipped().catalogues.get(language, ()))
    write(_FORMATS[shape](points, wording), output)


def _moments(repository: Repository) -> tuple[Moment, ...]:
    return tuple(
        Moment(commit=one.id, day=one.day, tags=one.tags)
        for one in list_commits(repository, "HEAD")
    )


def _points(repository: Repository, moments: Sequence[Moment], *, fresh: bool) -> tuple[Point, ...]:
    file = git_folder(repository) / "journeybook" / "history.json"
    kept = {} if fresh else _read(file)
    keys = _keys(repository, moments)
    todo = {key: one for key, one in zip(keys, moments, strict=True) if key not in kept}
    known: Known = {}
    objects: dict[str, bytes] = {}
    with click.progressbar(
        todo.items(), label="Measuring", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for key, moment in bar:
            kept[key] = _point(repository, moment, known, objects)
    if todo:
        _keep(file, kept)
    pairs = zip(keys, moments, strict=True)
    return tuple(replace(kept[key], commit=one.commit, tags=one.tags) for key, one in pairs)


def _point(
    repository: Repository, moment: Moment, known: Known, objects: dict[str, bytes]
) -> Point:
    try:
        snapshot = at_commit(repository, moment.commit, objects)
    except CannotRun:
        return Point(commit=moment.commit, day=moment.day)
    return measured(moment, snapshot.judge(moment.day, known))


def _keys(repository: Repository, moments: Iterable[Moment]) -> tuple[str, ...]:
    # The same files on the same day give the same figures, whatever the commit.
    chosen_ones = tuple(moments)
    trees = find_objects(repository, ((one.commit, "") for one in chosen_ones))
    return tuple(
        hashlib.sha256(f"{__version__} {tree} {one.day}".encode()).hexdigest()[:32]
        for tree, one in zip(trees, chosen_ones, strict=True)
    )


def _language(repository: Repository) -> str:
    book = at_commit(repository, "HEAD")
    return read_decisions(book.files, book.config).configuration.language


def _read(file: Path) -> dict[str, Point]:
    try:
        return _KEPT.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        # Not there yet, or of another version: it is only kept to be faster.
        return {}


def _keep(file: Path, points: dict[str, Point]) -> None:
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(_KEPT.dump_json(points))
    except OSError as error:
        click.echo(f"{file} cannot be kept: {error.strerror}", err=True)
