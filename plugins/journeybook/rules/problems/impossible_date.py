"""Impossible date.

A date is written that no calendar has, or in a form that can be read in two ways.

Without the date nothing can be said about whether content is late or out of date.

Write dates as year, month and day: `2026-09-30`. A month alone will do as well: `2026-09`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.IMPOSSIBLE_DATE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("'{key}' is not a date: '{value}'")
HINT = marked("write it as year-month-day, such as 2026-09-30")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every date that no calendar has."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
