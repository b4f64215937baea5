"""How fast pages are, read from the export of a tool: a CSV with a page in every line, or JSON.

Lighthouse, PageSpeed and the Core Web Vitals call their columns otherwise, and count in seconds or
in thousandths; what they mean is known by its name.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from pydantic import ValidationError

from journeybook.codes import Code
from journeybook.findings import Mistake, Span, visible
from journeybook.schema.form import Speed
from journeybook.schema.phrases import Phrases
from journeybook.sources.document import SourceFile
from journeybook.sources.texts import decoded

Cells = Mapping[str, str]

_COLUMNS = {
    "url": "speed-address",
    "seconds": "seconds",
    "score": "score",
    "shift": "shift",
    "date": "speed-date",
}
"""What is read, each with the name of its headings in the vocabularies."""
_UNIT = re.compile(r"\s*[(\[]?(?<![^\W\d_])(?:ms|s|sec)\b[)\]]?$", re.IGNORECASE)
_MILLISECONDS = 100
"""No page takes so many seconds: from here on a figure counts thousandths."""
_WHOLE = 100
_MEASURED = frozenset(("seconds", "score", "shift"))


def page_key(address: str) -> str:
    """Bring the address of a page to a form to compare by."""
    plain = re.sub(r"^https?://(?:www\.)?|[?#].*$", "", address.strip().casefold())
    return plain.rstrip("/")


def read_speeds(
    file: SourceFile, headings: Phrases
) -> tuple[Mapping[str, Speed], tuple[Mistake, ...]]:
    """Read the speed of every page by its address; the last line of a page counts."""
    text = decoded(file)
    if isinstance(text, Mistake):
        return {}, (text,)
    found: dict[str, Speed] = {}
    wrong: list[Mistake] = []
    read = _from_json if file.path.endswith(".json") else _from_csv
    for line, written, cells in read(visible(text), headings):
        speed = _speed(cells)
        if speed and cells.get("url"):
            found[page_key(cells["url"])] = speed
        else:
            span, values = Span(path=file.path, line=line), {"line": written.strip(), "file": ""}
            wrong.append(Mistake(code=Code.UNREAD_SPEEDS, span=span, values=values))
    return found, tuple(wrong)


def _from_csv(text: str, headings: Phrases) -> Iterator[tuple[int, str, Cells]]:
    lines = text.splitlines()
    delimiter = max(",;\t", key=lines[0].count)
    rows = [next(csv.reader(StringIO(line), delimiter=delimiter), []) for line in lines]
    columns = _known(rows[0], headings)
    if "url" not in columns or not _MEASURED & columns.keys():
        yield 1, lines[0], {}
        return
    for at, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            cells = {key: row[place].strip() for key, place in columns.items() if place < len(row)}
            yield at, lines[at - 1], cells


def _from_json(text: str, headings: Phrases) -> Iterator[tuple[int, str, Cells]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield getattr(error, "lineno", 1), str(error), {}
        return
    for one in value if isinstance(value, list) else [value]:
        report = one if isinstance(one, dict) else {}
        # PageSpeed wraps the report of Lighthouse.
        within = report.get("lighthouseResult")
        report = within if isinstance(within, dict) else report
        plain = {
            key: str(each) for key, each in report.items() if isinstance(each, str | int | float)
        }
        columns = _known(tuple(plain), headings)
        values = tuple(plain.values())
        told = {key: values[at] for key, at in columns.items()}
        shown = told.get("url") or json.dumps(one, ensure_ascii=False)[:80]
        yield 1, shown, {**told, **_of_lighthouse(report)}


def _of_lighthouse(report: Mapping[str, Any]) -> Cells:
    # A report of Lighthouse, and a record of the Chrome UX Report.
    ways = {
        "score": ("categories", "performance", "score"),
        "shift": ("audits", "cumulative-layout-shift", "numericValue"),
        "shift75": ("record", "metrics", "cumulative_layout_shift", "percentiles", "p75"),
        "ms": ("audits", "largest-contentful-paint", "numericValue"),
        "url": ("record", "key", "url"),
        "p75": ("record", "metrics", "largest_contentful_paint", "percentiles", "p75"),
    }
    found = {key: _at(report, way) for key, way in ways.items()}
    cells = {key: str(found[key]) for key in ("score", "url") if found[key] is not None}
    shift = found["shift"] if found["shift"] is not None else found["shift75"]
    cells |= {} if shift is None else {"shift": str(shift)}
    late = found["ms"] if found["ms"] is not None else found["p75"]
    return cells if late is None else {**cells, "seconds": f"{late} ms"}


def _at(value: Any, way: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON
    for key in way:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _known(head: Sequence[str], headings: Phrases) -> Mapping[str, int]:
    names = [_plain(_UNIT.sub("", name.strip())) for name in head]
    return {
        key: names.index(name)
        for key, known in _COLUMNS.items()
        for name in map(_plain, reversed(headings.get(known)))
        if name in names
    }


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _speed(cells: Cells) -> Speed | None:
    given: dict[str, object] = {key: text for key, text in cells.items() if key != "url" and text}
    if not _MEASURED & given.keys():
        return None
    try:
        if "seconds" in given:
            given["seconds"] = _seconds(str(given["seconds"]))
        if "shift" in given:
            given["shift"] = round(float(str(given["shift"]).replace(",", ".")), 3)
        if "score" in given:
            given["score"] = _score(str(given["score"]))
        return Speed.model_validate(given)
    except (ValidationError, ValueError):
        return None


def _seconds(text: str) -> float:
    number = float(_UNIT.sub("", text).replace(",", "."))
    is_thousandth = text.casefold().endswith("ms") or number >= _MILLISECONDS
    return round(number / 1000, 2) if is_thousandth else number


def _score(text: str) -> float:
    # Lighthouse itself counts from 0 to 1.
    number = float(text.replace(",", ".").removesuffix("%"))
    is_part = number <= 1 and not text.endswith("%")
    return round(number * _WHOLE) if is_part else number
