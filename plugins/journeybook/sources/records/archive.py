"""ZIPs: what Notion exports, Markdown pages, and files that were put together to be sent."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from journeybook.grouping import a_few
from journeybook.sources.document import SourceFile
from journeybook.sources.records.entries import together
from journeybook.sources.records.notion import is_notion, read_notion
from journeybook.sources.records.packed import ZIP, is_workbook, members_of
from journeybook.sources.records.record import MOST_UNPACKED, Options, Records
from journeybook.sources.records.site_files import PAGES, is_of_site
from journeybook.sources.records.sites.site import read_site
from journeybook.sources.tables.tables import READ, Unread

Read = Callable[[SourceFile, Options], Records | Unread]
_DEEP = 2


def read_archive(file: SourceFile, options: Options, read: Read) -> Records | Unread:
    """Read the members of a ZIP that are meant, or the only one that can be."""
    members = unpacked(file)
    if isinstance(members, Unread):
        return members
    if is_notion(members):
        return read_notion(members, options)
    chosen = [one for one in members if not options.member or is_meant(one.path, options.member)]
    if _are_pages(chosen):
        return read_site(chosen, options)
    if not chosen or (len(chosen) > 1 and not options.member):
        names = [one.path for one in members]
        return Unread(what="member" if names else "empty", values={"known": a_few(names)})
    found = [(member.path, read(member, replace(options, member=""))) for member in chosen]
    parts = [(path, one) for path, one in found if isinstance(one, Records)]
    wrong = next((one for _, one in found if isinstance(one, Unread)), None)
    return wrong or together(parts)


def _are_pages(members: Sequence[SourceFile]) -> bool:
    # Pictures lie beside pages, and settings; a table among them is what was meant.
    paths = [one.path.casefold() for one in members]
    others = [path for path in paths if path.endswith((*READ, ".xml")) and not is_of_site(path)]
    return not others and any(path.endswith(PAGES) for path in paths)


def unpacked(file: SourceFile, level: int = 1) -> tuple[SourceFile, ...] | Unread:
    """Give the files in a ZIP, and in those that it holds itself."""
    members = members_of(file)
    if isinstance(members, Unread):
        return members
    found: list[SourceFile] = []
    for member in members:
        is_packed = member.data.startswith(ZIP) and not is_workbook(member.data)
        inner = unpacked(member, level + 1) if is_packed and level < _DEEP else (member,)
        if isinstance(inner, Unread):
            return inner
        found.extend(inner)
        if sum(len(one.data) for one in found) > MOST_UNPACKED:
            return Unread(what="unpacked")
    return tuple(found)


def is_meant(path: str, member: str) -> bool:
    """Tell whether a member of a file is the one that is named, by its path or its name."""
    wanted, plain = member.casefold(), path.casefold()
    return fnmatchcase(plain, wanted) or fnmatchcase(plain.rpartition("/")[2], wanted)
