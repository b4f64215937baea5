"""Which sheets of a workbook only hold what may be chosen in the cells of others."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import ZipFile

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_FORMULA = re.compile(rb"<formula1>(?:<xm:f>)?([^<]+)<|<x14:formula1>\s*<xm:f>([^<]+)<")
_NAMED = re.compile(rb'<definedName\b[^>]*?\bname="([^"]+)"[^>]*>([^<]+)<')
_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!,(]+))!\$?[A-Z]")


def sheets_of_choices(data: bytes) -> frozenset[str]:
    """Give the names of the sheets that lists to choose from lie in, of a workbook that opens."""
    with ZipFile(BytesIO(data)) as book:
        names = book.namelist()
        settings = book.read("xl/workbook.xml") if "xl/workbook.xml" in names else b""
        places = {_text(one[1]): _text(one[2]) for one in _NAMED.finditer(settings)}
        formulas = {
            _text(found[1] or found[2])
            for name in names
            if _SHEET.fullmatch(name)
            for found in _FORMULA.finditer(book.read(name))
        }
    return frozenset(name for one in formulas for name in _sheets_in(places.get(one, one)))


def _sheets_in(formula: str) -> Iterator[str]:
    for quoted, plain in _PLACE.findall(formula):
        yield quoted.replace("''", "'") or plain.strip()


def _text(data: bytes) -> str:
    return unescape(data.decode("utf-8", "replace")).lstrip("=")
