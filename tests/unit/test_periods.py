"""Lengths of time, as authors write them."""

from datetime import date

import pytest

from journeybook.adapters.disk.resources import shipped
from journeybook.resources import languages_of
from journeybook.schema.period import Period, read_period
from journeybook.sources.settings.configuration import words_of
from tests.unit.handbooks import found, handbook

WORDS = words_of(languages_of(shipped()).values())


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("6 months", Period(months=6)),
        ("1 month", Period(months=1)),
        ("2 weeks", Period(days=14)),
        ("30 days", Period(days=30)),
        ("1 year", Period(months=12)),
        ("1 quarter", Period(months=3)),
        ("6 maanden", Period(months=6)),
        ("1 maand", Period(months=1)),
        ("3 weken", Period(days=21)),
        ("1 jaar", Period(months=12)),
        ("10 dagen", Period(days=10)),
        (" 2  Jaren ", Period(months=24)),
        ("2 kwartalen", Period(months=6)),
        ("six months", None),
        ("6", None),
        ("6 moons", None),
        ("-6 months", None),
        ("", None),
        ("99999 days", None),
    ],
)
def test_period_is_read(text: str, period: Period | None) -> None:
    assert read_period(text, WORDS) == period


@pytest.mark.parametrize(
    ("period", "day", "after"),
    [
        (Period(months=1), date(2026, 1, 31), date(2026, 2, 28)),
        (Period(months=12), date(2024, 2, 29), date(2025, 2, 28)),
        (Period(months=3), date(2026, 11, 21), date(2027, 2, 21)),
        (Period(days=14), date(2026, 12, 25), date(2027, 1, 8)),
        (Period(months=9999 * 12), date(2026, 1, 1), date.max),
        (Period(days=9999), date(9998, 12, 31), date.max),
    ],
)
def test_period_after_a_day(period: Period, day: date, after: date) -> None:
    assert period.after(day) == after


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(days=14), "14 days"),
        (Period(days=1), "1 day"),
        (Period(months=6), "6 months"),
        (Period(months=1), "1 month"),
        (Period(months=12), "1 year"),
        (Period(months=24), "2 years"),
        (Period(months=18), "18 months"),
    ],
)
def test_period_is_written_so_that_it_can_be_read(period: Period, text: str) -> None:
    assert str(period) == text
    assert read_period(text, WORDS) == period


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("2026-11", date(2026, 11, 30)),
        ("2028-02", date(2028, 2, 29)),
        ("december 2026", date(2026, 12, 31)),
        ("2026-11-01", date(2026, 11, 1)),
    ],
)
def test_a_month_alone_lasts_until_its_last_day(typed: str, last: date) -> None:
    book = handbook(
        {
            "assets/a.md": f"---\nstatus: draft\ndue: {typed}\n---\n# A",
            "assets/b.md": f"---\nstatus: published\nreviewed: {typed}\n---\n# B",
            "actions/c.md": f"---\nstatus: planned\ndue: {typed}\n---\n# C",
        }
    )
    assert (book.assets["a"].due, book.actions["c"].due) == (last, last)
    assert book.assets["b"].reviewed == last.replace(day=1)


def test_a_month_that_is_none_is_no_day() -> None:
    files = {"assets/a.md": "---\nstatus: draft\ndue: 2026-13\n---\n# A"}
    assert len(found(files, "impossible-date")) == 1


def test_a_waiver_until_a_month_counts_on_its_last_day() -> None:
    waivers = "- {code: missing-owner, reason: Later, by: Jo, until: 2026-11}\n"
    files = {"assets/a.md": "# A", "site_config/waivers.yml": waivers}
    assert [one.waived is not None for one in found(files, "missing-owner")] == [True]
    assert not found(files, "expired-waiver")
