"""Two steps claim one place.

Two steps of a journey belong to the same phase, and neither `order` tells which comes first.

On the journey's page they then stand in the order of their file names, which may tell the story
backwards.

Give each of them an `order`, or move one to another phase.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.DUPLICATE_STEP
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("another step stands at this place of phase '{phase}' already: {first}")
HINT = marked("give each of them an order of its own")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every step whose place is taken."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
