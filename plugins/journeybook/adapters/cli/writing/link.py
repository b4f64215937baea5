"""`journeybook link`: names content that is there already under what it answers."""

from collections.abc import Iterable, Iterator
from datetime import date

import click

from journeybook.adapters.cli.shared.edits import show_edit, write_edit
from journeybook.adapters.cli.shared.output import find_gap, path_argument, say, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.cli.shared.worklist import named
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.workspace import files_of, judged
from journeybook.gaps.ledger import Entry
from journeybook.handbook.journeys import DropOff, Expectation, Question, Touchpoint
from journeybook.handbook.statements import ANSWERED_IN, Lane, Statement
from journeybook.pipeline import Judged
from journeybook.sources.document import SourceFile
from journeybook.sources.edits.splicing import Addition, with_name


@command()
@click.argument("fingerprint")
@click.argument("asset")
@path_argument
@click.option("--write", is_flag=True, help="Write it; without this, it is only shown.")
@today_option
def link(fingerprint: str, asset: str, path: Place, today: date | None, *, write: bool) -> None:
    """Name ASSET under the statement of the gap FINGERPRINT of the handbook at PATH.

    Everything else in the file stays as it is, byte for byte.
    """
    folders = find_folders(path)
    files = files_of(folders)
    before = judged(files, folders, today)
    entry = find_gap(before, fingerprint)
    identifier = named(asset, before.handbook.assets, before.handbook)
    old, new = _edited(entry, identifier, files, before)
    if write:
        write_edit(folders.root, old, new)
    show_edit(old, new)
    after = judged([new if one is old else one for one in files], folders, today)
    say(_told(entry, before, after))
    for opened in _opened(entry, before, after):
        say(opened)
    if not write:
        say("nothing is written yet: --write does it")


def _edited(
    entry: Entry, asset: str, files: Iterable[SourceFile], book: Judged
) -> tuple[SourceFile, SourceFile]:
    statement = entry.bearing.statement
    if not isinstance(statement, Statement) or statement.lane not in ANSWERED_IN:
        raise CannotRunError(
            "this gap is not closed by naming content: {hint}", hint=entry.finding.hint
        )
    if asset in _named(statement, book):
        raise CannotRunError("{asset} is named there already", asset=asset)
    key = ANSWERED_IN[statement.lane]
    old = next(one for one in files if one.path == statement.span.path)
    at, data = book.place_of(statement), None
    if at is not None:
        addition = Addition(
            lane=statement.lane.value,
            at=at,
            text="title" if statement.lane is Lane.TOUCHPOINTS else "text",
            key=key,
            name=asset,
        )
        data = with_name(old.data, addition)
    if data is None:
        raise CannotRunError(
            "{span} cannot be added to for certain; add by hand: {key}: {asset}",
            span=statement.span,
            key=key,
            asset=asset,
        )
    return old, SourceFile(path=old.path, data=data)


def _named(statement: Statement, book: Judged) -> tuple[str, ...]:
    match statement:
        case Question():
            return tuple(one.id for one in book.handbook.coverage.answers_to(statement))
        case Expectation():
            return statement.met_by_assets
        case DropOff() | Touchpoint():
            return statement.assets
        case _:
            return ()


def _told(entry: Entry, before: Judged, after: Judged) -> str:
    wording = before.site.wording
    still = {one.fingerprint: one for one in after.site.gaps}
    left = still.get(entry.finding.fingerprint)
    if left is None:
        return wording.text("this closes the gap")
    if left.being_filled:
        return wording.text("the gap is being filled from then on")
    return wording.text("the gap stays: {gap}; {hint}", gap=left.message, hint=left.hint)


def _opened(entry: Entry, before: Judged, after: Judged) -> Iterator[str]:
    # What is stale, or made for somebody else, closes one gap of a question and opens another.
    known = {one.fingerprint for one in before.site.gaps}
    for gap in after.site.gaps:
        is_new = gap.fingerprint not in known and not gap.being_filled
        if is_new and gap.subject == entry.finding.subject:
            yield after.site.wording.text(
                "another gap opens: {gap}; {hint}", gap=gap.message, hint=gap.hint
            )
