"""`journeybook diff`: tells what a change means for personas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import click

from journeybook.adapters.cli.output import output_option, path_option, say, today_option, write
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Folders, Place, find_handbooks
from journeybook.adapters.disk.git import Repository, find_parting
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped, static_files
from journeybook.adapters.disk.snapshots import (
    at_commit,
    commit_of,
    handbooks_at,
    named,
    on_disk,
    repository_of,
)
from journeybook.adapters.disk.workspace import day_of
from journeybook.compare.comment import comment, plain_text
from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.page import comparison_page
from journeybook.compare.records import comparison_json
from journeybook.hosts.annotations import markdown
from journeybook.sources.reading import Known

FORMATS: dict[str, Callable[[Comparison], bytes]] = {
    "text": lambda found: plain_text(found).encode("utf-8", "replace"),
    "markdown": lambda found: comment(found).encode("utf-8", "replace"),
    "json": comparison_json,
    "html": lambda found: comparison_page(
        found, shipped().templates, static_files()["review.css"].decode()
    ),
}
_JOINED = ("text", "markdown")


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
    path: Place,
    shape: str,
    merge_base: bool,
    output: Path | None,
    today: datetime | None,
) -> None:
    """Tell what changed for personas between BASE and HEAD, or BASE and the files on disk.

    BASE and HEAD are branches, tags or commits. Both are read from git; nothing is checked out.
    Where there are several handbooks, text and markdown tell of each.
    """
    repository = repository_of(path)
    start = commit_of(repository, base)
    end = commit_of(repository, head) if head else None
    if merge_base:
        start = _parting(repository, start, end or commit_of(repository, "HEAD"))
    states = _States(repository=repository, start=start, end=end, day=day_of(today))
    parts: list[bytes] = []
    for folders in _handbooks(path, states):
        part = FORMATS[shape](_compared(folders, states))
        parts.append(_headed(folders, part, shape) if folders.title else part)
    if len(parts) > 1 and shape not in _JOINED:
        raise CannotRunError(
            "several handbooks do not go into one {format}; name one: --handbook", format=shape
        )
    write(b"\n".join(parts), output)


@dataclass(frozen=True, slots=True, kw_only=True)
class _States:
    # Two commits, or one and what lies on disk; what both hold is read once.
    repository: Repository
    start: str
    end: str | None
    day: date
    known: Known = field(default_factory=dict)


def _handbooks(place: Place, states: _States) -> Sequence[Folders]:
    if isinstance(place, Folders) or states.end is None:
        return find_handbooks(place)
    return handbooks_at(states.repository, states.end)


def _compared(folders: Folders, states: _States) -> Comparison:
    handbook = named(folders)
    earlier = at_commit(states.repository, states.start, handbook)
    later = at_commit(states.repository, states.end, handbook) if states.end else on_disk(folders)
    left_out = (*earlier.left_out, *later.left_out)
    for one in dict.fromkeys(left_out):
        say("{file} is not compared: git holds no text of it here", file=one, err=True)
    return compare(
        earlier.without(left_out).judge(states.day, states.known),
        later.without(left_out).judge(states.day, states.known),
    )


def _headed(folders: Folders, part: bytes, shape: str) -> bytes:
    match shape:
        case "text":
            return f"{folders.title} ({folders.content}/)\n".encode() + part
        case "markdown":
            return part.replace(b"\n## ", f"\n## {markdown(folders.title)}: ".encode(), 1)
        case _:
            return part


def _parting(repository: Repository, base: str, head: str) -> str:
    return find_parting(repository, base, head)
