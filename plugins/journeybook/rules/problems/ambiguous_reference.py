"""Ambiguous reference.

A file uses a name that several files answer to.

We would have to guess which one is meant, and a wrong guess puts content where it does not
belong.

Write the full id, with its folders, such as `guides/downtime` in place of `downtime`; for a
question, `journey/step#question`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.AMBIGUOUS_REFERENCE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("'{reference}' may mean several things: {found}")
HINT = marked("write one of these in full")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every name that may mean several things."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
