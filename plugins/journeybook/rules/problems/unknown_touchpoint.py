"""Unknown touchpoint.

An action or an expectation names a touchpoint that no step has.

The improvement, or what meets the expectation, is then missing from the map.

Write the title of the touchpoint as it stands in the step, or give the touchpoint an `id` and
write that.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_TOUCHPOINT
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("unknown touchpoint '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to a touchpoint that no step has."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
