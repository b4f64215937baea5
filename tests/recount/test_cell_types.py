"""Numbers and dates are numbers and dates in every column of every table, whatever opens it."""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from journeybook.exports.gap_files import gap_files
from journeybook.exports.office.workbook import write_workbook
from journeybook.exports.tables import table_files
from journeybook.rendering import Compilation
from tests.reading_back import read_rows
from tests.recount.test_recount import HANDBOOKS, made

DAYS = frozenset({"Published", "Due", "Next review", "Accepted until"})
NUMBERS = frozenset(
    {
        "Number", "Of", "Coming", "Touchpoints", "Importance", "Satisfaction", "Emotion", "Formats",
        "Statements", "With evidence", "Rank", "Points",
    }
)  # fmt: skip
"""The heads of columns that hold only numbers, or nothing."""

NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?\s*%?")
DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} [a-z]+ \d{4}", re.IGNORECASE
)


@pytest.fixture(scope="module", params=sorted(HANDBOOKS))
def book(request: pytest.FixtureRequest) -> Compilation:
    return made(HANDBOOKS[request.param])


def columns_of(book: Compilation) -> Iterator[tuple[str, str, list[object]]]:
    """Every column of the workbook: its sheet, its head, and what is in it."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(write_workbook(book.site)))
    for sheet in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(sheet).to_python()
        if sheet == book.site.wording.text("Words"):
            continue
        for at, head in enumerate(rows[0]):
            yield sheet, str(head), [row[at] for row in rows[1:] if row[at] != ""]


def test_every_column_of_the_workbook_is_of_one_kind(book: Compilation) -> None:
    counted = 0
    for sheet, head, values in columns_of(book):
        counted += 1
        kinds = {kind_of(value) for value in values}
        assert len(kinds) <= 1, (sheet, head, kinds)
        texts = [value for value in values if isinstance(value, str)]
        # Twelve hexadecimal digits may happen to be digits only, and stay a name all the same.
        assert head == book.site.wording.text("Fingerprint") or not any(
            NUMBER.fullmatch(one) or DAY.fullmatch(one) for one in texts
        ), (sheet, head)
    assert counted > 90


def test_columns_of_numbers_and_of_days_hold_them(book: Compilation) -> None:
    say = book.site.wording.text
    numbers, days = {say(one) for one in NUMBERS}, {say(one) for one in DAYS}
    seen = set()
    for sheet, head, values in columns_of(book):
        kinds = {kind_of(value) for value in values}
        if head in numbers:
            assert kinds <= {"number"} or sheet in {say("Questions")}, (sheet, head)
            seen |= kinds
        if head in days:
            assert kinds <= {"day", "number"} or sheet in {say("Questions")}, (sheet, head)
            seen |= kinds
    assert seen >= {"number", "day"}


def kind_of(value: object) -> str:
    if isinstance(value, datetime | date):
        return "day"
    return "number" if isinstance(value, int | float) else "text"


def test_csv_holds_plain_numbers_and_iso_days(book: Compilation) -> None:
    files: Mapping[str, bytes] = {**table_files(book.site), **gap_files(book.site)}
    say = book.site.wording.text
    numbers, days = {say(one) for one in NUMBERS}, {say(one) for one in DAYS}
    checked = 0
    for path, data in files.items():
        if not path.endswith(".csv"):
            continue
        for row in read_rows(data):
            for head, value in row.items():
                if value and head in numbers and say("Question") not in row:
                    checked += 1
                    assert re.fullmatch(r"-?\d+([.,]\d+)?", value), (path, head, value)
                if value and head in days and DAY.fullmatch(value):
                    checked += 1
                    assert date.fromisoformat(value).isoformat() == value, (path, head, value)
    assert checked > 500
