"""`journeybook inventory`: what was read of content that stands elsewhere, and what it means."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from journeybook.adapters.cli.shared.edits import show_edit, write_edit
from journeybook.adapters.cli.shared.output import path_argument, say, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.inventory_files import read_place
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.sites.handbook_folders import Folders, way_from
from journeybook.adapters.disk.workspace import files_of, judged
from journeybook.codes import Code
from journeybook.exports.tags_table import TAGS, with_tags
from journeybook.fixes.tags import suggested_tags
from journeybook.handbook.inventories.meanings import NAMING
from journeybook.handbook.inventories.proposing import proposal_for
from journeybook.handbook.inventories.proposing_use import UseProposal, use_proposal
from journeybook.handbook.inventories.suggesting import Proposal
from journeybook.pages.catalogue.sources import report_lines, tag_lines, use_lines
from journeybook.pages.parts.site import Site
from journeybook.pipeline import Judged
from journeybook.rules.problems.inventories import UNREAD
from journeybook.sources.document import SourceFile
from journeybook.sources.edits.inventory_text import Entry, with_source
from journeybook.sources.names import INVENTORY
from journeybook.sources.records.record import plain_name
from journeybook.sources.tables.tables import Unread

_NOT_READ = frozenset((Code.UNREAD_INVENTORY, Code.UNREAD_USE))
_HEADINGS = 50
_ACCEPTED: Entry = {
    "columns": {key: key for key in ("type", "personas", "phases", "answers")},
    "id": "id",
    "match": "id",
    "adds": False,
}
"""What is said of the table with suggestions that were accepted."""


@command()
@path_argument
@click.option("--suggest", metavar="FILE", help="Propose what the columns of FILE mean.")
@click.option("--name", help="What people call the file that --suggest is about.")
@click.option("--title", metavar="HEADING", help="The column of FILE that holds the titles.")
@click.option("--accept", is_flag=True, help="Take over what is suggested from titles.")
@click.option("--all", "everything", is_flag=True, help="Name every word and every row left out.")
@click.option("--write", is_flag=True, help="Write it; without this, it is only shown.")
@today_option
def inventory(
    path: Place,
    *,
    suggest: str | None,
    name: str | None,
    title: str | None,
    accept: bool,
    everything: bool,
    write: bool,
    today: date | None,
) -> None:
    """Tell what was read of the content that stands elsewhere, for the handbook at PATH.

    For each source: what became content, what was left out and why, and which words mean nothing
    here. --suggest FILE proposes how to read a new one, a sheet, an export or a folder of Markdown
    as seen from the folder of the handbook. --accept takes over for whom content is, and when, as
    far as its title and address tell.
    """
    folders = find_folders(path)
    files = files_of(folders)
    found = judged(files, folders, today)
    if suggest is not None:
        _suggest(suggest, {"name": name, "title": title}, found, folders, write=write)
    elif accept:
        _accept(found, folders, write=write)
    else:
        _tell(found, everything=everything)


def _tell(found: Judged, *, everything: bool) -> None:
    if not found.handbook.inventory:
        say("no content stands elsewhere yet: name a file with --suggest")
    for result in found.handbook.inventory:
        for line in report_lines(result, found.site, everything=everything):
            say(line)
    for told in found.handbook.use:
        for line in use_lines(told, found.site, everything=everything):
            say(line)
    _tell_unread(found)
    for line in tag_lines(
        suggested_tags(found.site.fixes.finder), found.site, everything=everything
    ):
        say(line)


def _tell_unread(found: Judged) -> None:
    for finding in found.findings:
        if finding.code in _NOT_READ:
            say(f"{finding.message}; {finding.hint}")


def _suggest(
    file: str,
    called: Mapping[str, str | None],
    found: Judged,
    folders: Folders,
    *,
    write: bool,
) -> None:
    name, title = called["name"], called["title"]
    place = _seen_from(file, folders.root)
    known = found.bench.decisions.inventory
    if any(place in one.source.file for one in (*known.sources, *known.use)):
        raise CannotRunError("{file} is a source already", file=place)
    files = tuple(read_place(folders.root, place))
    named: Entry = {"file": place, **({"name": name} if name else {})}
    files_now = {one.path: one for one in found.reading.files.values()}
    if not title and (used := use_proposal(place, files, found.handbook)):
        for line in _of_use(used, place, found.site):
            say(line)
        edits = _settings({**named, **used.entry}, folders, files_now, "use")
        _edit(edits, folders, write=write)
        return
    proposal = proposal_for(place, files, found.handbook, found.bench.words, title)
    if isinstance(proposal, Unread):
        message, hint = UNREAD[proposal.what]
        values = {"file": place, **proposal.values}
        say(message, err=True, **values)
        raise CannotRunError(hint, **values)
    for line in _proposed(proposal, found.site):
        say(line)
    _refuse_without_title(proposal, place, title)
    _edit(_settings({**named, **proposal.entry}, folders, files_now), folders, write=write)


def _refuse_without_title(proposal: Proposal, place: str, title: str | None) -> None:
    known = ", ".join(proposal.headers[:_HEADINGS])
    if title and plain_name(title) not in map(plain_name, proposal.headers):
        raise CannotRunError(
            "no column of '{file}' is called '{title}': {known}",
            file=place,
            title=title,
            known=known,
        )
    if not proposal.names_content:
        raise CannotRunError(
            "no column of '{file}' seems to hold a title or an address: {known}; name one with"
            " --title HEADING",
            file=place,
            known=known,
        )


def _of_use(used: UseProposal, place: str, site: Site) -> Iterator[str]:
    say, read = site.wording.text, used.read
    yield say("{file} tells how much content is used, so it is read as use", file=place)
    if isinstance(read, Unread):
        message, hint = UNREAD[read.what]
        values = {"file": place, **read.values}
        yield f"{say(message, **values)}; {say(hint, **values)}"


def _proposed(proposal: Proposal, site: Site) -> Iterator[str]:
    say = site.wording.text
    for key, columns in proposal.columns.items():
        yield f"{key}: {', '.join(columns)}"
    if proposal.unused:
        yield say("not used: {columns}", columns=", ".join(proposal.unused))
    for key, words in proposal.unknown.items():
        told = ", ".join(f"{word} ({site.wording.number(rows)})" for word, rows in words[:20])
        yield say("no meaning was found for {key}: {words}", key=key, words=told)
        if key in NAMING:
            yield say(
                "say what it is under values, or begin it: journeybook new {kind} '{word}'",
                kind=NAMING[key],
                word=words[0][0],
            )
    if proposal.tells_no_status:
        yield say(
            "no column tells how far each piece is, so all count as ideas: fill in a column"
            " 'status', or write `status: published` below if all can be read"
        )


def _accept(found: Judged, folders: Folders, *, write: bool) -> None:
    tags = suggested_tags(found.site.fixes.finder)
    told = {one.asset.id for one in tags}
    untold = [one for one in found.handbook.untagged if one.id not in told]
    if not tags and not untold:
        say("nothing is suggested")
        return
    path = f"{folders.config}/{TAGS}"
    files = {one.path: one for one in found.reading.files.values()}
    table = files.get(path) or SourceFile(path=path)
    data = with_tags(table.data, tags, found.site.wording, untold)
    edits = [(table, SourceFile(path=path, data=data))]
    if not any(path in source.source.file for source in found.bench.decisions.inventory.sources):
        edits.extend(_settings({"file": path, **_ACCEPTED}, folders, files))
    if all(old.data == new.data for old, new in edits):
        say("nothing new is suggested; say in {path} for whom the rest is", path=path)
        return
    _edit(edits, folders, write=write)


def _seen_from(file: str, root: Path) -> str:
    # Typed as seen from where somebody stands, and written as seen from the handbook.
    there = Path(file) if Path(file).exists() or not (root / file).exists() else root / file
    return way_from(root, there.absolute())


def _settings(
    entry: Entry, folders: Folders, files: dict[str, SourceFile], section: str = "sources"
) -> list[tuple[SourceFile, SourceFile]]:
    path = f"{folders.config}/{INVENTORY}"
    old = files.get(path) or SourceFile(path=path)
    text = with_source(old.data.decode("utf-8", "replace"), entry, section)
    if text is None:
        raise CannotRunError("{path} cannot be added to for certain; add it by hand", path=path)
    return [(old, SourceFile(path=path, data=text.encode()))]


def _edit(edits: list[tuple[SourceFile, SourceFile]], folders: Folders, *, write: bool) -> None:
    # Whoever reads only the first lines of what is shown has all of it written.
    for old, new in edits if write else ():
        write_edit(folders.root, old, new)
    for old, new in edits:
        show_edit(old, new)
    if not write:
        say("nothing is written yet: --write does it")
