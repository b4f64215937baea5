"""`journeybook diff`: tells what a change means for personas."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from journeybook.adapters.cli.output import output_option, path_option, say, today_option, write
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.git import Repository, find_parting
from journeybook.adapters.disk.resources import shipped, static_files
from journeybook.adapters.disk.snapshots import at_commit, commit_of, on_disk, repository_of
from journeybook.adapters.disk.workspace import day_of
from journeybook.compare.comment import comment, plain_text
from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.page import comparison_page
from journeybook.compare.records import comparison_json
from journeybook.sources.reading import Known

FORMATS: dict[str, Callable[[Comparison], bytes]] = {
    "text": lambda found: plain_text(found).encode("utf-8", "replace"),
    "markdown": lambda found: comment(found).encode("utf-8", "replace"),
    "json": comparison_json,
    "html": lambda found: comparison_page(
        found, shipped().templates, static_files()["review.css"].decode()
    ),
}


@command()
@click.argument("base")
@click.argument("head", required=False)
@path_option
@click.option(
    "--format",
    "shape",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="How to tell it; markdown is a comment for a pull request.",
)
@click.option(
    "--merge-base",
    is_flag=True,
    help="Compare with the commit where HEAD left BASE, rather than with BASE as it is now.",
)
@output_option
@today_option
def diff(
    *,
    base: str,
    head: str | None,
    path: Path,
    shape: str,
    merge_base: bool,
    output: Path | None,
    today: datetime | None,
) -> None:
    """Tell what changed for personas between BASE and HEAD, or BASE and the files on disk.

    BASE and HEAD are branches, tags or commits. Both are read from git; nothing is checked out.
    """
    repository = repository_of(path)
    start = commit_of(repository, base)
    end = commit_of(repository, head) if head else None
    if merge_base:
        start = _parting(repository, start, end or commit_of(repository, "HEAD"))
    earlier = at_commit(repository, start)
    later = at_commit(repository, end) if end else on_disk(path)
    left_out = (*earlier.left_out, *later.left_out)
    for one in dict.fromkeys(left_out):
        say("{file} is not compared: git holds no text of it here", file=one, err=True)
    day = day_of(today)
    known: Known = {}
    found = compare(
        earlier.without(left_out).judge(day, known), later.without(left_out).judge(day, known)
    )
    write(FORMATS[shape](found), output)


def _parting(repository: Repository, base: str, head: str) -> str:
    return find_parting(repository, base, head)
