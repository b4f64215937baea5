"""Unknown journey.

An action names a journey that has no folder in `journeys/`.

The improvement is then missing from the journey it is meant for.

Correct the name. The folder's name, the journey's title and its `aliases` are all understood.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_JOURNEY
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("unknown journey '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to a journey that nobody described."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
