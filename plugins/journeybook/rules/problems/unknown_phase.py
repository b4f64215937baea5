"""Unknown phase.

A file names a phase that no file in `phases/` describes.

What belongs to the phase is then missing from the map, the matrix and the reports.

Correct the name, or describe the phase in a file of its own. The file's name, its title and its
`aliases` are all understood.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_PHASE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("unknown phase '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to a phase that nobody described."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
