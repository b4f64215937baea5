"""Value of the wrong kind.

A value is text where a number belongs, a list where text belongs, or something of the like.

It cannot be used, so it is left out.

Write the value the way the message says. Text with a colon or a `#` in it needs quotes around it.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.WRONG_TYPE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGES = {
    "date": marked("'{key}' must be a date such as 2026-09-30, not '{value}'"),
    "mapping": marked("'{key}' must be a list of keys with values, not '{value}'"),
    "number": marked("'{key}' must be a number, not '{value}'"),
    "period": marked("'{key}' must be a length of time such as 6 months, not '{value}'"),
    "text": marked("'{key}' must be text, not '{value}'"),
    "true-or-false": marked("'{key}' must be true or false, not '{value}'"),
    "whole-number": marked("'{key}' must be a whole number, not '{value}'"),
}


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every value of the wrong kind."""
    for mistake in handbook.mistakes_of(CODE):
        yield settings.problem(mistake, MESSAGES[mistake.values["expected"]])
