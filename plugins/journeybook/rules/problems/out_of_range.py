"""Value out of range.

A mark, a feeling or a number lies outside what is allowed: marks run from 1 to 5, feelings from
-2 to 2, and amounts are never below zero.

Averages and curves would be wrong, so the value is left out.

Write a value within the range.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.OUT_OF_RANGE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

AT_LEAST = marked("'{key}' must be {limit} or more, not {value}")
AT_MOST = marked("'{key}' must be {limit} or less, not {value}")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every value outside its range."""
    for mistake in handbook.mistakes_of(CODE):
        message = AT_LEAST if mistake.values["side"] == "least" else AT_MOST
        yield settings.problem(mistake, message)
