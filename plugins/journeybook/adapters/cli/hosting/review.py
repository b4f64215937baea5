"""`journeybook review`, also called `diff`: tells what a change means for personas."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import click

from journeybook import __version__
from journeybook.adapters.cli.shared.annotating import replacements
from journeybook.adapters.cli.shared.output import (
    chosen,
    output_option,
    past_option,
    today_option,
    write,
)
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.git.commits import find_parting
from journeybook.adapters.disk.git.repository import find_commit
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.shown import static_files
from journeybook.adapters.disk.upwards import nearest_in_past
from journeybook.adapters.disk.versions.reviewing import States, states_of
from journeybook.adapters.disk.versions.snapshots import repository_of
from journeybook.compare.comparison import Comparison
from journeybook.compare.formats.comment import comment, plain_text
from journeybook.compare.formats.page import comparison_page
from journeybook.compare.formats.records import comparison_json
from journeybook.compare.summary.brought import brought_by
from journeybook.compare.summary.context import Context
from journeybook.hosts.annotations import Surroundings, markdown
from journeybook.hosts.suggestions import Texts, suggestions
from journeybook.sources.reading import Known


def _suggested(found: Comparison, context: Context) -> bytes:
    pair = found.pair
    before, after = (
        {path: file.lines for path, file in files.items()}
        for files in (one.reading.files for one in pair.judged)
    )
    return suggestions(
        brought_by(found).problems,
        replacements([pair.judged[1]]),
        Texts(before=before, after=after),
        Surroundings(inside=context.inside),
        context.commit,
    )


FORMATS: dict[str, Callable[[Comparison, Context], bytes]] = {
    "text": lambda found, context: plain_text(found, context).encode("utf-8", "replace"),
    "markdown": lambda found, context: comment(found, context).encode("utf-8", "replace"),
    "json": comparison_json,
    "html": lambda found, context: comparison_page(
        found, context, shipped().templates, static_files()["review.css"].decode()
    ),
}


@command()
@click.argument("base")
@click.argument("head", required=False)
@past_option
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
@click.option(
    "--files",
    default="",
    help="The address of the repository's files at HEAD on the code host, to link lines to.",
)
@click.option(
    "--preview", default="", help="The address of a site built of HEAD, to link to its pages."
)
@click.option(
    "--suggestions",
    "beside",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write what was most likely meant to this file, as comments on lines that GitHub "
    "lets people accept, one a line.",
)
@output_option
@today_option
def review(
    *,
    base: str,
    head: str | None,
    path: Path,
    file: Path | None,
    handbook: str | None,
    shape: str,
    merge_base: bool,
    files: str,
    preview: str,
    beside: Path | None,
    output: Path | None,
    today: date | None,
) -> None:
    """Tell what changed for personas between BASE and HEAD, or BASE and the files on disk.

    BASE and HEAD are branches, tags or commits. Both are read from git; nothing is checked out.
    What somebody did comes first, with what follows from it beneath. Where there are several
    handbooks, text and markdown tell of each.
    """
    around = nearest_in_past(path, base, head or "HEAD")
    place = chosen(file or around, handbook)
    repository = repository_of(place)
    start = find_commit(repository, base)
    end = find_commit(repository, head) if head else None
    if merge_base:
        start = find_parting(repository, start, end or find_commit(repository, "HEAD"))
    context = Context(
        before=f"{base} ({start[:_SHORT]})",
        after=f"{head} ({end[:_SHORT]})" if head and end else "",
        version=__version__,
        files=files.rstrip("/"),
        earlier_files=_at(start, files, head, end),
        preview=preview.rstrip("/"),
        commit=end or "",
    )
    known: Known = {}
    parts = []
    offered = b""
    for states in states_of(repository, place, start, end):
        found = states.compared(today, known)
        troubles = tuple(states.troubles(found.wording))
        own = replace(
            context,
            inside=states.after.inside,
            earlier_inside=states.before.inside,
            left_out=states.left_out,
            troubles=troubles,
        )
        part = FORMATS[shape](found, own)
        offered += _suggested(found, own) if beside else b""
        parts.append(_headed(states, part, shape) if states.title else part)
    if len(parts) > 1 and shape not in _JOINED:
        raise CannotRunError(
            "several handbooks do not go into one {format}; name one: --handbook", format=shape
        )
    if beside:
        write(offered, beside, place)
    write(b"\n".join(parts), output, place)


def _at(start: str, files: str, *names: str | None) -> str:
    # The same address at the earlier commit, where it names the later one.
    for name in filter(None, names):
        if files.rstrip("/").endswith(f"/{name}"):
            return files.rstrip("/").removesuffix(name) + start
    return ""


_JOINED = ("text", "markdown")
_SHORT = 7


def _headed(states: States, part: bytes, shape: str) -> bytes:
    match shape:
        case "text":
            return f"{states.title} ({states.after.folders.content}/)\n".encode() + part
        case "markdown":
            return part.replace(b"\n## ", f"\n## {markdown(states.title)}: ".encode(), 1)
        case "html":
            name = escape(f"{states.title}: ").encode()
            return re.sub(rb"<title>|<h1>", lambda found: found[0] + name, part, count=2)
        case _:
            return part
