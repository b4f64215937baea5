"""Unknown question.

An asset says that it answers a question that nobody asks.

The question it was meant for stays open, and the asset seems to serve nothing.

Write the id of the question, or the question itself in the same words. Where two questions share
an id, write `journey/step#question`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_QUESTION
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("unknown question '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to a question that nobody described."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
