"""Files in files: what is packed is unpacked as far as it can be counted."""

import zlib
from collections.abc import Iterator
from gzip import GzipFile
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from journeybook.sources.document import SourceFile
from journeybook.sources.records.record import MOST_MEMBERS, MOST_UNPACKED
from journeybook.sources.tables.tables import Unread

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)


def unzipped(file: SourceFile) -> SourceFile | Unread:
    """Give the file that is packed in one that ends in `.gz`."""
    try:
        with GzipFile(fileobj=BytesIO(file.data)) as packed:
            data = packed.read(MOST_UNPACKED + 1)
    except _BROKEN:
        return Unread(what="broken")
    if len(data) > MOST_UNPACKED:
        return Unread(what="unpacked")
    name = file.path[:-3] if file.path.casefold().endswith(".gz") else file.path
    return SourceFile(path=name, data=data)


def members_of(file: SourceFile) -> tuple[SourceFile, ...] | Unread:
    """Give the files in a ZIP by their names, in order; those that nobody put there are not."""
    try:
        with ZipFile(BytesIO(file.data)) as packed:
            members = [member for member in packed.infolist() if _is_file(member)]
            if len(members) > MOST_MEMBERS:
                return Unread(what="members", values={"most": str(MOST_MEMBERS)})
            found = tuple(_unpacked(packed, members))
    except _BROKEN:
        return Unread(what="broken")
    if sum(len(one.data) for one in found) > MOST_UNPACKED:
        return Unread(what="unpacked")
    return tuple(sorted(found, key=lambda one: one.path))


def is_workbook(data: bytes) -> bool:
    """Tell whether a ZIP is a workbook."""
    return data.startswith(ZIP) and b"[Content_Types].xml" in data


def _is_file(member: ZipInfo) -> bool:
    parts = member.filename.split("/")
    is_hidden = parts[0] == "__MACOSX" or parts[-1].startswith(".")
    return not member.is_dir() and not is_hidden


def _unpacked(packed: ZipFile, members: list[ZipInfo]) -> Iterator[SourceFile]:
    left = MOST_UNPACKED
    for member in members:
        with packed.open(member) as opened:
            data = opened.read(left + 1)
        left -= len(data)
        # Some programs write all names from the top of a disk.
        yield SourceFile(path=member.filename.lstrip("/"), data=data)
        if left < 0:
            return
