"""Sheets with a row for each thing: content, personas, actions.

Which they hold tell the name of the sheet and its headings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from journeybook.handbook.inventories.dates import Order
from journeybook.importing.heard import Heading, Named, Part, Remark, Spot, Trouble
from journeybook.importing.lanes import STATEMENTS, Reading
from journeybook.importing.plan import shown
from journeybook.importing.shapes.groups import filled_down, more_columns, told_of_filled
from journeybook.importing.shapes.heads import in_group, is_ticked, repeats, with_one_head
from journeybook.importing.shapes.items import failed_in
from journeybook.importing.shapes.list_values import (
    days_in,
    is_day,
    order_of_days,
    told_of_days,
    value_in_list,
    with_link,
)
from journeybook.importing.shapes.people import other_role
from journeybook.importing.sheets import (
    LOOKED_AT,
    Sheet,
    above_heads,
    cell_at,
    columns_in,
    columns_of_content,
    remarks_of,
)
from journeybook.schema import MODELS, Kind
from journeybook.schema.kind import FOLDER_OF
from journeybook.sources.records.rows import is_total, totals_in
from journeybook.sources.tables.cells import is_error
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_FEWEST = 2
_FROM_TO = "→"
_KINDS = (Kind.ASSET, Kind.PERSONA, Kind.CHANNEL, Kind.PHASE, Kind.ACTION, Kind.RESEARCH)
_TITLES = {"title", "url"}
_PLANNED = {"due", "effort", "impact", "status", "owner"}
# What somebody needs is what they want, where a list says no more; and what is to be done for a
# persona is done in their journey.
_SAID_OTHERWISE: Mapping[Kind, Mapping[str, str]] = {
    Kind.PERSONA: {"goals": "needs"},
    Kind.ACTION: {"persona": "persona"},
}
_NO_TITLE = marked("this row names nothing; give it a title, and bring it in again")
_ALONE = marked(
    "nothing stands beside this name, so it begins something of its own; if it is a heading or a "
    "note, take it out, and say what it tells of other rows in a column of theirs"
)


def read_list(given: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a table with a piece of content, a persona, … in each row; None where it is none."""
    sheet = with_one_head(given, partial(_is_head, reading=reading))
    fits = (_fit(sheet, reading, kind) for kind in _KINDS)
    found = [one for one in fits if one]
    if not found:
        return None
    best = max(found, key=lambda one: (one.is_called_so, _names_each(sheet, one), len(one.columns)))
    return tuple(_rows(sheet, best, reading))


def read_plan(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a list of actions, which names phases and people as a map does; None where it is none.

    Its first column is called so, and others say who does it, until when, or how it stands.
    """
    fit = _fit(sheet, reading, Kind.ACTION)
    if fit is None or not _PLANNED & fit.columns.keys():
        return None
    head = sheet.rows[fit.head]
    is_first = fit.columns.get("title") == next(at for at, cell in enumerate(head) if cell)
    is_action = is_first and reading.words.meant(cell_at(head, fit.columns["title"]), ("actions",))
    return tuple(_rows(sheet, fit, reading)) if is_action else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    # A kind of which a sheet may hold a list: the row of its headings, and the column of each key.

    kind: Kind
    head: int
    columns: Mapping[str, int]
    more: Mapping[int, str]
    is_called_so: bool
    order: Order | None = None

    @property
    def keys(self) -> Mapping[int, str]:
        """The key of each column, of which several may tell one that holds several things."""
        return {**self.more, **{column: key for key, column in self.columns.items()}}

    def is_day(self, column: int) -> bool:
        """Tell whether a column holds days."""
        return is_day(self.kind, self.keys.get(column, ""))


def _names_each(sheet: Sheet, fit: _Fit) -> bool:
    # `Channel, Type, URL` lists channels, and content where one of them stands in several rows.
    rows = sheet.rows[fit.head + 1 :] if "title" in fit.columns else ()
    names = [cell_at(row, fit.columns["title"]) for row in rows if any(row)]
    return all(names) and len(names) == len({*names}) > 0


def _fit(sheet: Sheet, reading: Reading, kind: Kind) -> _Fit | None:
    rows = enumerate(sheet.rows[:LOOKED_AT])
    fits = [(len(found := _columns(row, reading, kind)), -at, found) for at, row in rows]
    size, at, columns = max(fits, key=lambda one: one[:2], default=(0, 0, {}))
    if size < _FEWEST or not _TITLES & columns.keys():
        return None
    if "decision" in columns and is_ticked(sheet, -at, columns["decision"], reading):
        # What is ticked there is the phase that is called so.
        del columns["decision"]
    called = bool(reading.words.meant(sheet.name, (FOLDER_OF[kind],)))
    more = more_columns(sheet, -at, columns, kind, reading)
    return _Fit(kind=kind, head=-at, columns=columns, more=more, is_called_so=called)


def heads_list(row: Sequence[str], reading: Reading) -> bool:
    """Tell whether a row holds the headings of a list of any kind, and no lane of a map."""
    if any(reading.words.meant(cell, STATEMENTS) for cell in row if cell):
        return False
    return _is_head(row, reading)


def _is_head(row: Sequence[str], reading: Reading) -> bool:
    found = (_columns(row, reading, kind) for kind in _KINDS)
    return any(len(one) >= _FEWEST and _TITLES & one.keys() for one in found)


def _columns(row: Sequence[str], reading: Reading, kind: Kind) -> dict[str, int]:
    # A list of personas may call what they are called just `Persona`, behind a number at most.
    columns_of = columns_of_content if kind is Kind.ASSET else columns_in
    found = columns_of(row, reading, tuple(MODELS[kind].model_fields))
    for key, other in _SAID_OTHERWISE.get(kind, {}).items():
        column = columns_in(row, reading, (other,)).get(other)
        if key not in found and column is not None and column not in found.values():
            found[key] = column
    counting = [at for at, cell in enumerate(row) if cell and _counts(cell, reading)]
    if counting and kind is Kind.PHASE:
        found.setdefault("order", counting[0])
    first = next((at for at, cell in enumerate(row) if cell and at not in counting), 0)
    if _TITLES & found.keys() or not reading.words.meant(cell_at(row, first), (FOLDER_OF[kind],)):
        return found
    return {"title": first, **{key: at for key, at in found.items() if at != first}}


def _counts(heading: str, reading: Reading) -> bool:
    return bool(reading.words.meant(heading, ("order",))) or not any(map(str.isalpha, heading))


def _rows(given: Sheet, found: _Fit, reading: Reading) -> Iterator[Part]:
    sheet = filled_down(given, found.head, found.columns)
    days = days_in(sheet, found.head, found.is_day)
    fit = replace(found, order=order_of_days(days))
    yield from above_heads(sheet, fit.head, Spot(), fit.columns, reading)
    yield from told_of_filled(given, sheet, fit.head)
    yield from told_of_days(days, fit.order)
    heads, totals = sheet.rows[fit.head], totals_in(reading.words.phrases)
    alone = _alone(sheet, fit.head)
    for at in range(fit.head + 1, len(sheet.rows)):
        row = given.rows[at]
        if is_total(row, totals):
            told = (f"{cell_at(heads, across)}: {cell}" for across, cell in enumerate(row) if cell)
            yield Remark(text="; ".join(told), place=sheet.place(at, 0))
        elif repeats(row, heads, _columns(row, reading, fit.kind), fit.columns):
            continue
        elif at in alone:
            yield from _by_itself(sheet, fit, at, reading, alone[at])
        else:
            yield from _row(sheet, fit, at, reading)


def _alone(sheet: Sheet, head: int) -> Mapping[int, int]:
    # The rows in which one cell stands where most have several, and the last of these below it.
    filled = [(at, sum(map(bool, row))) for at, row in enumerate(sheet.rows) if at > head]
    fuller = [at for at, cells in filled if cells > 1]
    alone = [at for at, cells in filled if cells == 1]
    return {at: max(at, fuller[-1]) for at in alone} if len(fuller) >= len(alone) else {}


def _by_itself(sheet: Sheet, fit: _Fit, at: int, reading: Reading, last: int) -> Iterator[Part]:
    across, text = next((across, cell) for across, cell in enumerate(sheet.rows[at]) if cell)
    place = sheet.place(at, across)
    otherwise = tuple(_row(sheet, fit, at, reading))
    if across == fit.columns.get("title"):
        otherwise = (*otherwise, Trouble(message=_ALONE, place=place))
    if at == last and not all(map(any, sheet.rows[fit.head + 1 : at])):
        # What stands alone below a list, apart from it, is a note.
        yield Remark(text=text, place=place)
    elif last > at and fit.kind is Kind.ASSET and not is_error(text):
        until = sheet.place(last, across).row
        yield Heading(text=text, place=place, until=until, otherwise=otherwise)
    else:
        yield from otherwise


def _row(sheet: Sheet, fit: _Fit, at: int, reading: Reading) -> Iterator[Part]:
    row, heads = sheet.rows[at], sheet.rows[fit.head]
    yield from failed_in(sheet, at)
    keys, rest = _told(fit, row, heads, reading)
    if fit.kind is Kind.ASSET:
        keys, rest = with_link(sheet, at, fit.columns, keys, rest)
    title = shown(keys.pop("title", "")) or shown(keys.get("url"))
    place = sheet.place(at, fit.columns.get("title", 0))
    if title:
        # A column without a heading, or with one that no key is called by, is a note.
        notes = tuple((cell_at(heads, across), cell) for across, cell in rest.items())
        yield Named(kind=fit.kind, title=title, keys=keys, notes=notes, place=place)
        roles = (one for one in rest if fit.keys.get(one) == "role")
        yield from (other_role(sheet.place(at, one)) for one in roles if not is_error(row[one]))
    elif any(row):
        yield Trouble(message=_NO_TITLE, place=place)
        yield from remarks_of(sheet, at, heads, dict(enumerate(row)), Spot())


def _told(
    fit: _Fit, row: Sequence[str], heads: Sequence[str], reading: Reading
) -> tuple[dict[str, Value], dict[int, str]]:
    # The keys of a row, and what stands in columns that no key of it is called by.
    keys: dict[str, Value] = dict.fromkeys(fit.columns)
    rest: dict[int, str] = {}
    for across, cell in enumerate(row):
        key = "" if is_error(cell) else fit.keys.get(across, "")
        own = key if across in fit.more else ""
        told = in_group(own, cell, cell_at(heads, across), reading)
        value = value_in_list(fit.kind, key, told, reading, fit.order) if key and told else None
        before = keys.get(key)
        if isinstance(value, list) and isinstance(before, list):
            keys[key] = [*before, *value]
        elif value is not None and before is None:
            keys[key] = value
        elif told:
            rest[across] = cell
    # Of days from one to another the first counts, and both are kept.
    rest |= {at: cell for at, cell in enumerate(row) if fit.is_day(at) and _FROM_TO in cell}
    return {key: value for key, value in keys.items() if value is not None}, rest
