"""What a crawler of websites saw, as Screaming Frog and others export it: pages and documents."""

import re
from collections.abc import Iterator
from dataclasses import replace

from journeybook.schema.phrases import Phrases
from journeybook.sources.records.record import Cell, LeftOut, Reason, Record, Records, plain_name

_CONTENT = ("text/html", "application/xhtml", "application/pdf")
# Some write a word instead; `Blog` is one of an audit, which holds codes of answers as well.
_PARTS = frozenset(("image", "css", "stylesheet", "script", "javascript", "font", "json", "xml"))
_TEXTS = ("title", "h1", "h2", "metadescription", "metakeywords", "canonical")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_OK, _MOVED, _MISSING = 200, 300, 400


def as_crawl(records: Records, headings: Phrases) -> Records:
    """Leave out what is no content, where a table is that of a crawl; any other stays as it is."""
    names = {plain_name(header): header for header in records.headers}
    addresses, codes, types = (
        tuple(map(plain_name, headings.get(name)))
        for name in ("crawled-address", "status-code", "content-type")
    )
    address, code, kind = (
        next((names[name] for name in known if name in names), "")
        for known in (addresses, codes, types)
    )
    if not address or not code:
        return records
    about = {"address": address, "statuscode": code, "contenttype": kind}
    numbers = {
        header for name, header in names.items() if not name.startswith((*addresses, *_TEXTS))
    }

    def entries() -> Iterator[Record | LeftOut]:
        seen: set[str] = set()
        for entry in records.entries():
            if isinstance(entry, LeftOut):
                yield entry
                continue
            cells = {
                name: _ungrouped(cell) if name in numbers else cell
                for name, cell in entry.cells.items()
            }
            told = {
                name: _text(cells.get(header, "")) for name, header in {**names, **about}.items()
            }
            here = told["address"]
            reason = _no_content(told) or (Reason.TWICE if here.casefold() in seen else None)
            if reason:
                yield LeftOut(row=entry.row, member=entry.member, reason=reason, text=here)
            else:
                seen.add(here.casefold())
                yield replace(entry, cells=cells)

    return replace(records, kind="crawl", entries=entries)


def _no_content(told: dict[str, str]) -> Reason | None:
    answer, kind = told["statuscode"], told["contenttype"].casefold()
    code = int(answer) if answer.isdecimal() else 0
    if not told["address"]:
        return Reason.NO_ADDRESS
    if kind in _PARTS or ("/" in kind and not kind.startswith(_CONTENT)):
        return Reason.TYPE
    if not answer and "indexability" not in told:
        return None
    if code < _OK:
        return Reason.NO_ANSWER
    if code >= _MOVED:
        return Reason.REDIRECT if code < _MISSING else Reason.GONE
    is_copy = told.get("indexabilitystatus", "").casefold().startswith("canonicali")
    return Reason.DUPLICATE if is_copy else None


def _ungrouped(cell: Cell) -> Cell:
    # `1,234` is a thousand and more, whatever the language of the reader.
    if isinstance(cell, str) and "," in cell and _GROUPED.fullmatch(cell):
        return cell.replace(",", "")
    return cell


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else " ".join(cell)
