"""The format of a case of importing: a handbook, a file that is brought in, and all it comes to.

    A sentence on what the case shows.

    -- content/personas/cfo.md --
    # CFO

    -- brings map.csv --
    Phase;Orientation

    -- plan --
    said 1, same 0, remarks 0

What is brought in stands there as a text, whose lines may end as on Windows (`(crlf)`); as
`-- sheet CFO --`, one or several, each a table whose cells stand between strokes; or as
`-- edits --` of the workbook that is exported of the handbook. `Edit content ‖ Price list ‖ status
‖ published` sets a cell in the row where a text stands; with `+` in its place it adds a row, with
`^` it stands above all. What stands below `-- asked --` tells whose map it is, and the scale.
"""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from itertools import takewhile
from pathlib import Path

from python_calamine import CalamineWorkbook

from journeybook.adapters.disk.language import wording_in
from journeybook.exports.office.workbook import write_workbook
from journeybook.importing.bringing import Asked, bring, scale_of
from journeybook.importing.heard import Trouble
from journeybook.importing.plan import Offer, Plan, taken
from journeybook.pipeline import Judged, read_handbook
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from tests.golden.case import SETTINGS, TODAY, Case, Section
from tests.unit.importing.reading import Rows, book_of
from tests.words import WORDS

CASES = Path(__file__).parent / "cases"


def outcome(case: Case) -> str:
    """Write a case again, with what really comes out."""
    given = tuple(takewhile(lambda one: one.name != "plan", case.sections))
    lines = "".join(f"{line}\n" for line in told(given))
    parts = (f"{one.head}\n{one.text}" for one in given)
    return "\n".join((case.opening.rstrip("\n") + "\n", *parts, f"-- plan --\n{lines}"))


def told(given: Sequence[Section]) -> Iterator[str]:
    """Tell all that comes of what is given, and of the same again."""
    sources = [
        SourceFile(path=one.name, data=one.text.encode()) for one in given if "/" in one.name
    ]
    book = read_handbook(sources, SETTINGS, TODAY)
    file, asked = _brought(given, book), _asked(given)
    plan = bring(file, book, asked, wording_in)
    if isinstance(plan, Unread):
        yield f"unread: {plan.what} {dict(plan.values)}"
        return
    yield from _plan(plan)
    pairs, undone = taken(sources, plan.offers)
    yield from (f"undone: {one.path} {one.key}" for one in undone)
    new = [SourceFile(path=path, data=text.encode()) for path, text in plan.new.items()]
    after = {one.path: one for one in (*sources, *new, *(changed for _, changed in pairs))}
    for _, changed in pairs:
        yield f"~~ {changed.path}"
        yield changed.data.decode().rstrip("\n")
    again = bring(file, read_handbook([*after.values()], SETTINGS, TODAY), asked, wording_in)
    assert isinstance(again, Plan)
    yield f"again: said {again.said}, same {again.same}"
    yield from (f"++ {path}" for path in again.new)
    yield from map(_offer, again.offers)


def _plan(plan: Plan) -> Iterator[str]:
    yield f"said {plan.said}, same {plan.same}, remarks {plan.remarks}"
    yield from map(_trouble, plan.troubles)
    for path, text in plan.new.items():
        yield f"++ {path}"
        yield text.rstrip("\n")
    yield from map(_offer, plan.offers)


def _trouble(trouble: Trouble) -> str:
    return f"!! {trouble.place.shown}: {trouble.message.format(**trouble.values)}"


def _offer(offer: Offer) -> str:
    disputed = " (both sides)" if offer.is_disputed else ""
    where = f"{offer.path} {offer.key} [{offer.id}] {offer.place.shown}{disputed}"
    return f"?? {where}: {offer.before!r} -> {offer.after!r}"


def _brought(given: Sequence[Section], book: Judged) -> SourceFile:
    for one in given:
        if one.name == "brings":
            end = "\r\n" if one.mark == "crlf" else "\n"
            return SourceFile(path=one.more, data=one.text.replace("\n", end).encode())
        if one.name == "edits":
            return SourceFile(path="export.xlsx", data=_edited(book, one.text.splitlines()))
    sheets = {one.more: _rows(one.text) for one in given if one.name == "sheet"}
    return SourceFile(path="map.xlsx", data=book_of(sheets))


def _asked(given: Sequence[Section]) -> Asked:
    text = next((one.text for one in given if one.name == "asked"), "")
    said = dict(line.split(": ", 1) for line in text.splitlines() if line)
    return Asked(
        persona=said.get("persona", ""), scale=scale_of(said.get("scale", ""), WORDS.phrases)
    )


def _rows(text: str) -> Rows:
    # A blank line is an empty row; the one that ends the section is none.
    rows = list(csv.reader(StringIO(text.rstrip("\n") + "\n"), delimiter="|"))
    return [[cell.replace("\\n", "\n") for cell in row] for row in rows]


def _edited(book: Judged, edits: Sequence[str]) -> bytes:
    opened = CalamineWorkbook.from_filelike(BytesIO(write_workbook(book.site, book.documents)))
    sheets: dict[str, list[list[object]]] = {
        name: [list(row) for row in opened.get_sheet_by_name(name).iter_rows()]
        for name in opened.sheet_names
    }
    for line in edits:
        if line:
            name, row, *told = (part.strip().replace("\\n", "\n") for part in line.split("‖"))
            _edit(sheets[name], row, told)
    return book_of(sheets)


def _edit(rows: list[list[object]], where: str, told: Sequence[str]) -> None:
    head = rows[0]
    if where == "+":
        cells = dict(one.split("=", 1) for one in told)
        rows.append([cells.get(str(name), "") for name in head])
    elif where == "^":
        rows.insert(0, list(told))
    elif told == ["-"]:
        rows.remove(next(one for one in rows if where in one))
    else:
        column, value = told
        next(one for one in rows if where in one)[head.index(column)] = value
