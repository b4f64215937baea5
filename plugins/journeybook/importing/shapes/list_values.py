"""What the cells of a list say of a thing, key by key."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from journeybook.handbook.inventories.dates import Order, order_in, plain_date
from journeybook.handbook.inventories.web import is_address
from journeybook.importing.cells import is_list, several_names, several_texts
from journeybook.importing.heard import Part, Place, Trouble
from journeybook.importing.lanes import Reading
from journeybook.importing.plan import shown
from journeybook.importing.shapes.groups import NAMING
from journeybook.importing.shapes.people import value_of_persona
from journeybook.importing.sheets import Sheet
from journeybook.schema import MODELS, Kind
from journeybook.schema.phrases import Phrases
from journeybook.schema.types import leaves, model_in
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_WEB = ("https://", "http://")
_TEN = 10
"""Every language counts so far in words."""
_ORDER = re.compile(r"(?:[^\W\d_]+\s+)?(\d{1,9}(?:[.,]\d{1,9})?)\s?(?:[^\W\d_]{1,3}|\.)?")

_ORDERS: Mapping[Order, str] = {
    "day-month": marked(
        "other days of this list say that the first number is the day, so it is taken for the day "
        "here too; look whether that is so"
    ),
    "month-day": marked(
        "other days of this list say that the first number is the month, so it is taken for the "
        "month here too; look whether that is so"
    ),
}


def value_in_list(
    kind: Kind, key: str, cell: str, reading: Reading, order: Order | None = None
) -> Value:
    """Give the value of a cell for a key, in which days have an order; None where it has none."""
    if kind is Kind.PERSONA:
        return value_of_persona(key, cell, reading)
    if key == "order":
        return _order(cell, reading.words.phrases)
    if key in (*NAMING, "persona"):
        return several_names(cell)
    if is_day(kind, key):
        return plain_date(cell, order_in((cell,)) or order)
    inner = model_in(MODELS[kind].model_fields[key].annotation)
    is_plain = inner is None or key != "expects"
    return several_texts(cell) if is_plain and is_list(MODELS[kind], key) else cell


def is_day(kind: Kind, key: str) -> bool:
    """Tell whether a key of a kind holds a day."""
    field = MODELS[kind].model_fields.get(key)
    return field is not None and leaves(field.annotation) == (date,)


def days_in(sheet: Sheet, head: int, is_column: Callable[[int], bool]) -> list[tuple[str, Place]]:
    """Give all days below the headings of a list, each with its place."""
    return [
        (cell, sheet.place(at, across))
        for at, row in enumerate(sheet.rows)
        for across, cell in enumerate(row)
        if at > head and cell and is_column(across)
    ]


def order_of_days(days: Sequence[tuple[str, Place]]) -> Order | None:
    """Tell what comes first in the days of a list; None where they do not tell, or disagree."""
    orders = {order for text, _ in days if (order := order_in((text,)))}
    return orders.pop() if len(orders) == 1 else None


def told_of_days(days: Sequence[tuple[str, Place]], order: Order | None) -> Iterator[Part]:
    """Tell of each day that only the others of the list make clear."""
    for text, place in days if order else ():
        if order and plain_date(text, None) != plain_date(text, order):
            yield Trouble(message=_ORDERS[order], place=place)


def with_link(
    sheet: Sheet,
    at: int,
    columns: Mapping[str, int],
    keys: dict[str, Value],
    rest: dict[int, str],
) -> tuple[dict[str, Value], dict[int, str]]:
    """Give a row with the address that its title, or words in place of its address, lead to."""
    words = shown(keys.get("url"))
    if words and is_address(words):
        return keys, rest
    places = [sheet.place(at, columns[key]) for key in ("url", "title") if key in columns]
    links = (sheet.notes.get(f"{one.column}{one.row}", "") for one in places)
    found = next((link for link in links if link.startswith(_WEB) and is_address(link)), None)
    if found is None:
        return keys, rest
    return {**keys, "url": found}, {**rest, columns["url"]: words} if words else rest


def _order(cell: str, phrases: Phrases) -> str | None:
    # `1st`, `2de`, `Phase 3` and `fourth` count as well; None where a cell does not.
    if found := _ORDER.fullmatch(cell):
        return found[1].replace(",", ".")
    counted = [word.casefold() for word in phrases.get("counted")]
    return str(counted.index(cell.casefold()) % _TEN + 1) if cell.casefold() in counted else None
