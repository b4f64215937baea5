"""Cells of a list that stand once for several rows, as those that are merged do."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeybook.importing.heard import Part, Trouble
from journeybook.importing.lanes import OF_PERSONAS, Reading
from journeybook.importing.sheets import Sheet, cell_at
from journeybook.schema import Kind
from journeybook.sources.records.groups import Seen
from journeybook.wording import marked

NAMING = ("personas", "phases", "channels")
"""The keys of content that name several things, so that several columns may hold one."""

_OF_GROUPS = ("type", *NAMING)
_DIGITS = "0123456789"
_FILLED = marked(
    "the empty cells below are taken for what stands above each, as a sheet with merged cells is "
    "saved; where that is wrong, fill them in"
)


def filled_down(sheet: Sheet, head: int, columns: Mapping[str, int]) -> Sheet:
    """Give a list in which every row says what a cell says that stands for several of them.

    A workbook tells which cells of a column those are. Elsewhere they are in one to the left of the
    titles, where most cells are empty, and no two below each other are the same.
    """
    title = columns.get("title", 0)
    named = {columns.get(key, title) for key in _OF_GROUPS}
    groups = {at for at in named if at < title and _has_gaps(sheet, head, at)}
    running: dict[int, tuple[str, int]] = {}
    rows = list(sheet.rows)
    for number in range(head + 1, len(rows)):
        row = list(rows[number])
        if not any(row):
            # What is apart from the rows above is no more of them.
            running.clear()
            continue
        for at, cell in enumerate(row):
            if cell:
                # A group further to the left ends those within it.
                within = [one for one in groups if one > at] if at in groups else []
                running = {one: told for one, told in running.items() if one not in within}
                running[at] = cell, len(rows) if at in groups else sheet.merged_at(number, at)
            elif at in running and number <= running[at][1]:
                row[at] = running[at][0]
        rows[number] = tuple(row)
    return replace(sheet, rows=tuple(rows))


def told_of_filled(given: Sheet, filled: Sheet, head: int) -> Iterator[Part]:
    """Tell of the columns that were filled without a workbook that says so, at their headings."""
    for at in (at for at in range(len(given.rows[head])) if not given.merges(at, head)):
        changed = [
            number
            for number, (before, after) in enumerate(zip(given.rows, filled.rows, strict=True))
            if cell_at(before, at) != cell_at(after, at)
        ]
        if changed:
            yield Trouble(message=_FILLED, place=given.place(head, at))


def more_columns(
    sheet: Sheet, head: int, columns: Mapping[str, int], kind: Kind, reading: Reading
) -> Mapping[int, str]:
    """Give the key of each further column, where several tell one that holds several things."""
    row, upper = sheet.rows[head], sheet.rows[head - 1] if head else ()
    found: dict[int, str] = {}
    group = ""
    for at, cell in enumerate(row):
        is_free = cell != "" and at not in columns.values()
        # The name of a group stands in the first of its columns: that of a list above its title.
        above = cell_at(upper, at)
        group = (above or group) if is_free and kind is Kind.ASSET else ""
        key = _also(cell, kind, reading) or _of_group(cell, group, reading) if is_free else ""
        found |= {at: key} if key else {}
    return found


def _also(heading: str, kind: Kind, reading: Reading) -> str:
    # Beside *Frustrations* there may be *Challenges*, behind `Persona 1` `Persona 2`, and beside a
    # role that is a job that in the buying group.
    bare = heading.rstrip(_DIGITS)
    plain = bare.removesuffix("#").rstrip() if bare != heading else heading
    if kind is Kind.PERSONA:
        return reading.words.first(plain, (*OF_PERSONAS, "role"))
    return reading.words.first(plain, NAMING) if plain != heading else ""


def _of_group(heading: str, group: str, reading: Reading) -> str:
    # Below *Audience* may stand *Primary* and *Secondary*.
    return "" if reading.words.has(heading) else reading.words.first(group, NAMING)


def _has_gaps(sheet: Sheet, head: int, column: int) -> bool:
    seen = Seen()
    for row in filter(any, sheet.rows[head + 1 :]):
        seen.see(cell_at(row, column))
    return seen.has_gaps and not sheet.merges(column, head)
